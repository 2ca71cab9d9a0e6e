import type { LockedLine, Problem } from '../../model/problem.ts';
import type { Solution, SolutionRoute } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';

/** Each locked line is found in the plan with its vehicle type, its stops together, in order or alone as asked. */
export function checkLocks(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const taken = new Set<number>();
  for (const [lockIndex, lock] of problem.lockedLines.entries()) {
    if (lock.stops.length === 0) continue;
    const routeIndex = solution.routes.findIndex((route) => route.stops.includes(lock.stops[0]!));
    const route = solution.routes[routeIndex];
    const isKept = route !== undefined && !taken.has(routeIndex) && keeps(lock, route);
    taken.add(routeIndex);
    if (!isKept) findings.push({ code: 'lock.broken', routeIndex: null, params: { lockIndex } });
  }
  return findings;
}

function keeps(lock: LockedLine, route: SolutionRoute): boolean {
  if (route.vehicleTypeIndex !== lock.vehicleTypeIndex) return false;
  if (lock.keep === 'stops') return lock.stops.every((stop) => route.stops.includes(stop));
  const at = route.stops.indexOf(lock.stops[0]!);
  const isInOrder = lock.stops.every((stop, index) => route.stops[at + index] === stop);
  return isInOrder && (lock.keep === 'sequence' || route.stops.length === lock.stops.length);
}
