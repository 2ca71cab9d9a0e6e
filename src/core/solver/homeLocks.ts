import type { KernelModel } from './kernelModel.ts';
import type { LineSnapshot } from './planSnapshot.ts';

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
  const ofType = (type: number): number =>
    lockedLines.filter((lock) => lock.vehicleTypeIndex === type).length;
  const roomLeft = (type: number): number => model.typeLimit[type]! - ofType(type);
  const free = housed
    .filter(({ locked }) => locked === null)
    .sort((left, right) => right.line.tasks.length - left.line.tasks.length);
  const freeOf = (type: number) =>
    free.filter(({ line, locked }) => locked === null && line.vehicleType === type);
  const freeCount = (): number => free.filter(({ locked }) => locked === null).length;
  for (const [lock, { vehicleTypeIndex: type, keep }] of lockedLines.entries()) {
    if (home.has(lock) || keep === 'line') continue;
    const hasRoom = freeCount() <= lineLimit - lockedLines.length && freeOf(type).length <= roomLeft(type);
    const [fullest] = freeOf(type);
    if (!hasRoom && fullest) fullest.locked = lock;
  }
  const kept = new Map<number, number>();
  const dissolved = new Set<HousedLine>();
  for (const each of free) {
    if (each.locked !== null) continue;
    const type = each.line.vehicleType;
    const [all, same] = [[...kept.values()].reduce((sum, count) => sum + count, 0), kept.get(type) ?? 0];
    if (all < lineLimit - lockedLines.length && same < roomLeft(type)) kept.set(type, same + 1);
    else dissolved.add(each);
  }
  return housed.filter((each) => !dissolved.has(each));
}
