import type { Problem } from '../../model/problem.ts';
import type { Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';

/** Load on every leg: all deliveries aboard at the start, then minus delivery plus pickup at each stop. */
export function checkLoad(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const { dimensionCount, stops } = problem;
  for (const [routeIndex, route] of solution.routes.entries()) {
    const capacity = problem.vehicleTypes[route.vehicleTypeIndex]!.capacity;
    for (let dimension = 0; dimension < dimensionCount; dimension++) {
      const legs = [0];
      for (const stop of route.stops) legs[0]! += stops.delivery[stop * dimensionCount + dimension]!;
      for (const stop of route.stops) {
        const entry = stop * dimensionCount + dimension;
        legs.push(legs[legs.length - 1]! - stops.delivery[entry]! + stops.pickup[entry]!);
      }
      const load = Math.max(...legs);
      if (load > capacity[dimension]!)
        findings.push({
          code: 'load.exceeded',
          routeIndex,
          params: { dimension, load, capacity: capacity[dimension]! },
        });
    }
  }
  return findings;
}
