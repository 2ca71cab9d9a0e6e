import type { KernelModel } from '../kernelModel.ts';

/** Places on a plane reckoned back from lengths alone, for ordering lines round the depot. */
export interface Bearings {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/**
 * Depot at the origin, the farthest task on the x axis, every other task where its lengths to these two put it; on which
 * side of the axis, by its length to a third task far off the axis. Road lengths are no plane distances, so places are
 * rough; they only decide which lines are neighbours on a tour of all.
 */
export function bearings(model: KernelModel): Bearings {
  const { n, width } = model;
  const lengths = model.lengths[0]!;
  const depot = model.startPlace[0]! * width;
  const x = new Float64Array(n);
  const y = new Float64Array(n);
  let far = 0;
  for (let task = 1; task < n; task++) if (lengths[depot + task]! > lengths[depot + far]!) far = task;
  const axis = Math.max(1, lengths[depot + far]!);
  let side = -1;
  for (let task = 0; task < n; task++) {
    const toDepot = lengths[depot + task]!;
    const toFar = lengths[far * width + task]!;
    x[task] = (toDepot * toDepot + axis * axis - toFar * toFar) / (2 * axis);
    y[task] = Math.sqrt(Math.max(0, toDepot * toDepot - x[task]! * x[task]!));
    if (side < 0 || y[task]! > y[side]!) side = task;
  }
  for (let task = 0; task < n; task++) {
    const alongX = x[task]! - x[side]!;
    const above = y[task]! - y[side]!;
    const below = -y[task]! - y[side]!;
    const length = lengths[side * width + task]!;
    const missAbove = Math.abs(Math.sqrt(alongX * alongX + above * above) - length);
    const missBelow = Math.abs(Math.sqrt(alongX * alongX + below * below) - length);
    if (missBelow < missAbove) y[task] = -y[task]!;
  }
  return { x, y };
}
