import { type Issue, issue } from '../../issues.ts';
import { unreachable } from '../../model/travel.ts';

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface PlaneTable {
  readonly table: Int32Array;
  /** Longest of all, also where it is more than a cell can hold. */
  readonly longest: number;
}

/** Lengths between points in the plane; `lengthOf` makes whole numbers of differences the way the instance's family does. */
export function planeTable(
  points: readonly Point[],
  lengthOf: (dx: number, dy: number) => number,
): PlaneTable {
  const size = points.length;
  const table = new Int32Array(size * size);
  let longest = 0;
  for (let from = 0; from < size; from++)
    for (let to = 0; to < from; to++) {
      const length = lengthOf(points[from]!.x - points[to]!.x, points[from]!.y - points[to]!.y);
      longest = Math.max(longest, length);
      table[from * size + to] = length;
      table[to * size + from] = length;
    }
  return { table, longest };
}

export const euclideanTable = (
  points: readonly Point[],
  toInteger: (distance: number) => number,
): PlaneTable => planeTable(points, (dx, dy) => toInteger(Math.sqrt(dx * dx + dy * dy)));

/** Longer legs would count as no way at all. */
export function tooLong(longest: number, unitsPerLength: number): Issue | undefined {
  if (longest < unreachable) return undefined;
  const most = (unreachable - 1) / unitsPerLength;
  return issue('instance.tooLong', { length: longest / unitsPerLength, most });
}
