import type { Problem } from '../model/problem.ts';

/** So few stops share a few lines of the cache in any order. */
const fewStops = 8;

/**
 * The stops in an order that keeps near ones together, so that the rows of tables that are looked at together are in
 * the processor's cache together. Halved again and again between two stops far apart, each stop going with the nearer.
 */
export function nearbyOrder({ profiles, depotCount, stopCount }: Problem): Int32Array {
  const size = depotCount + stopCount;
  const lengths = profiles[0]!.lengthM;
  const order = Int32Array.from({ length: stopCount }, (_, stop) => stop);
  const rowOf = (stop: number): number => (depotCount + stop) * size + depotCount;
  const farthestFrom = (stop: number, first: number, end: number): number => {
    const row = rowOf(stop);
    let farthest = order[first]!;
    for (let at = first + 1; at < end; at++)
      if (lengths[row + order[at]!]! > lengths[row + farthest]!) farthest = order[at]!;
    return farthest;
  };
  const parts = [0, stopCount];
  while (parts.length > 0) {
    const end = parts.pop()!;
    const first = parts.pop()!;
    if (end - first <= fewStops) continue;
    const oneEnd = farthestFrom(order[first]!, first, end);
    const otherEnd = farthestFrom(oneEnd, first, end);
    const oneRow = rowOf(oneEnd);
    const otherRow = rowOf(otherEnd);
    let middle = first;
    for (let at = first; at < end; at++) {
      const stop = order[at]!;
      if (lengths[oneRow + stop]! >= lengths[otherRow + stop]!) continue;
      order[at] = order[middle]!;
      order[middle++] = stop;
    }
    // All of them at one place, or as far from one end as from the other.
    if (middle === first || middle === end) continue;
    parts.push(middle, end, first, middle);
  }
  return order;
}
