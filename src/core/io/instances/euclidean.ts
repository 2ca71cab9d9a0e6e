import type { TravelProfile } from '../../model/problem.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** Travel tables of points in the plane; `toInteger` rounds a distance the way the instance's family does. */
export function euclideanProfile(
  points: readonly Point[],
  toInteger: (distance: number) => number,
): TravelProfile {
  const size = points.length;
  const lengthM = new Int32Array(size * size);
  for (const [from, origin] of points.entries())
    for (const [to, target] of points.entries()) {
      const dx = origin.x - target.x;
      const dy = origin.y - target.y;
      lengthM[from * size + to] = toInteger(Math.sqrt(dx * dx + dy * dy));
    }
  return { lengthM, durationS: lengthM };
}
