import type { RouteState } from '../../../../src/core/solver/kernel/routeState.ts';
import type { LineSnapshot } from '../../../../src/core/solver/planSnapshot.ts';

/** Tasks of a line in order. */
export function tasksOf(state: RouteState, route: number): number[] {
  const tasks: number[] = [];
  const end = state.tables.n + route;
  for (let node = state.next[end]!; node !== end; node = state.next[node]!) tasks.push(node);
  return tasks;
}

/** All lines with tasks. */
export function linesOf(state: RouteState): LineSnapshot[] {
  return Array.from({ length: state.routeHigh }, (_, route) => ({
    vehicleType: state.type[route]!,
    tasks: tasksOf(state, route),
  })).filter(({ tasks }) => tasks.length > 0);
}
