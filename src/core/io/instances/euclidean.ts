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
  for (let from = 0; from < size; from++)
    for (let to = 0; to < from; to++) {
      const dx = points[from]!.x - points[to]!.x;
      const dy = points[from]!.y - points[to]!.y;
      const length = toInteger(Math.sqrt(dx * dx + dy * dy));
      lengthM[from * size + to] = length;
      lengthM[to * size + from] = length;
    }
  return { lengthM, durationS: lengthM };
}
