import type { Tours } from './tours.ts';

/** One plan of the population. */
export interface Individual {
  readonly routes: readonly (readonly number[])[];
  /** All tasks, line after line round the depot. */
  readonly tour: Int32Array;
  readonly successor: Int32Array;
  readonly predecessor: Int32Array;
  readonly length: number;
  readonly overload: number;
  /** Distances to the others of its subpopulation. */
  readonly near: { distance: number; other: Individual }[];
  fitness: number;
}

export function individualOf(tours: Tours, routes: readonly (readonly number[])[]): Individual {
  const { n, row, place, lengths, demand, capacity } = tours;
  const tour = new Int32Array(n);
  const successor = new Int32Array(n);
  const predecessor = new Int32Array(n);
  let length = 0;
  let overload = 0;
  let at = 0;
  for (const route of routes) {
    let before = n;
    let load = 0;
    for (const task of route) {
      tour[at++] = task;
      length += lengths[row[before]! + place[task]!]!;
      predecessor[task] = before;
      if (before < n) successor[before] = task;
      before = task;
      load += demand[task]!;
    }
    if (before < n) {
      successor[before] = n;
      length += lengths[row[before]! + place[n]!]!;
    }
    overload += Math.max(0, load - capacity);
  }
  return { routes, tour, successor, predecessor, length, overload, near: [], fitness: 0 };
}

/** Whether one of the plan's lines is just this route, in either direction. */
export function hasRoute(
  { successor, predecessor }: Individual,
  route: readonly number[],
  n: number,
): boolean {
  const isForward = predecessor[route[0]!] === n;
  const onward = isForward ? successor : predecessor;
  const backward = isForward ? predecessor : successor;
  if (backward[route[0]!] !== n) return false;
  for (let index = 1; index < route.length; index++)
    if (onward[route[index - 1]!] !== route[index]) return false;
  return onward[route[route.length - 1]!] === n;
}

/** Share of legs of one plan that the other does not have (broken pairs, either way round). */
export function brokenPairs(left: Individual, right: Individual, n: number): number {
  const { successor, predecessor } = left;
  const otherSuccessor = right.successor;
  const otherPredecessor = right.predecessor;
  let broken = 0;
  for (let task = 0; task < n; task++) {
    const after = successor[task]!;
    if (after !== otherSuccessor[task] && after !== otherPredecessor[task]) broken++;
    const before = predecessor[task]!;
    if (before === n && otherPredecessor[task] !== n && otherSuccessor[task] !== n) broken++;
  }
  return broken / n;
}
