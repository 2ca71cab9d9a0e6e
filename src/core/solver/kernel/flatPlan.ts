import type { RouteState } from './routeState.ts';

/**
 * A plan as numbers in a row, its way into and out of the kernel: count of lines, count of tasks left out; then of each
 * line its vehicle type, the locked line it is (-1 = none), count of tasks and the tasks; then the tasks left out.
 */
export const planHead: i32 = 2;
export const lineHead: i32 = 3;

/** Room for any plan. */
export function flatPlanLength(n: i32, lockedCount: i32): i32 {
  return planHead + lineHead * (n + lockedCount) + 2 * n;
}

/** Writes the lines below `routeHigh` and the tasks left out. */
export function writePlan(
  into: Int32Array,
  state: RouteState,
  next: Int32Array,
  type: Int32Array,
  size: Int32Array,
  routeHigh: i32,
  absent: Int32Array,
  absentCount: i32,
): void {
  let lines = 0;
  let at = planHead;
  for (let line = 0; line < routeHigh; line++) {
    if (size[line] === 0) continue;
    lines++;
    into[at++] = type[line]!;
    into[at++] = -1;
    into[at++] = size[line]!;
    const end = state.tables.n + line;
    for (let node = next[end]!; node !== end; node = next[node]!) into[at++] = node;
  }
  for (let index = 0; index < absentCount; index++) into[at++] = absent[index]!;
  into[0] = lines;
  into[1] = absentCount;
}
