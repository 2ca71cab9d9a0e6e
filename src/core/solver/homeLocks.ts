import type { KernelModel } from './kernelModel.ts';
import type { LineSnapshot } from './routeState.ts';

/** A line of a plan, and the locked line it is; null = none. */
export interface HousedLine {
  readonly line: LineSnapshot;
  readonly locked: number | null;
}

/**
 * Which lines of a plan are the locked ones. A line that holds a locked stop is that lock's. A lock whose stops the plan
 * leaves out keeps its vehicle all the same: where there is no room for one line more, the lock takes the fullest free
 * line of its vehicle type for its own, and free lines that then are too many are dissolved, the emptiest first.
 */
export function homeLocks(
  lines: readonly LineSnapshot[],
  model: KernelModel,
  lineLimit: number,
): readonly HousedLine[] {
  const { lockedLines } = model.problem;
  if (lockedLines.length === 0) return lines.map((line) => ({ line, locked: null }));
  const housed = lines.map((line) => {
    const bound = line.tasks.find((task) => model.boundLine[task]! >= 0);
    return { line, locked: bound === undefined ? null : model.boundLine[bound]! };
  });
  const home = new Set(housed.map(({ locked }) => locked));
  for (const [lock, { vehicleTypeIndex, keep }] of lockedLines.entries()) {
    if (home.has(lock)) continue;
    const free = housed.filter(
      ({ line, locked }) => locked === null && line.vehicleType === vehicleTypeIndex,
    );
    const ofType = housed.filter(({ line }) => line.vehicleType === vehicleTypeIndex).length;
    const hasRoom = housed.length < lineLimit && ofType < model.typeLimit[vehicleTypeIndex]!;
    if (hasRoom || keep === 'line' || free.length === 0) continue;
    free.reduce((left, right) => (right.line.tasks.length > left.line.tasks.length ? right : left)).locked =
      lock;
    home.add(lock);
  }
  const roomForFree = lineLimit - lockedLines.length;
  const free = housed
    .filter(({ locked }) => locked === null)
    .sort((left, right) => right.line.tasks.length - left.line.tasks.length);
  const dissolved = new Set(free.slice(Math.max(0, roomForFree)));
  return housed.filter((each) => !dissolved.has(each));
}
