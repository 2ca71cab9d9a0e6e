import { LineList } from '../../../../../src/core/solver/kernel/genetic/lineList.ts';

/** Lines as the genetic search has them; `origins`: plan each was taken from unchanged, 0 = from none. */
export function lineListOf(
  n: number,
  routes: readonly (readonly number[])[],
  origins: readonly number[] = [],
): LineList {
  const lines = new LineList(n);
  lines.read(Int32Array.from([routes.length, ...routes.flatMap((route) => [route.length, ...route])]));
  lines.origin.set(origins);
  return lines;
}

export function linesOfList({ first, tasks, count }: LineList): number[][] {
  return Array.from({ length: count }, (_, line) => [...tasks.subarray(first[line], first[line + 1])]);
}
