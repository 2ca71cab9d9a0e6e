import type { Problem } from '../../model/problem.ts';
import type { Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';
import { walkLine } from '../walkLine.ts';

/** Every line in exactly one duty; a duty has one vehicle type and, with several trips, stays within shift and overtime. */
export function checkDuties(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const seen = new Uint8Array(solution.routes.length);
  const wrong = (params: Record<string, number>): void => {
    findings.push({ code: 'duty.wrong', routeIndex: null, params });
  };
  for (const [dutyIndex, duty] of solution.duties.entries()) {
    const types = new Set<number>();
    let durationS = 0;
    for (const routeIndex of duty) {
      const route = solution.routes[routeIndex];
      if (!route || seen[routeIndex]) {
        wrong({ dutyIndex, routeIndex });
        continue;
      }
      seen[routeIndex] = 1;
      types.add(route.vehicleTypeIndex);
      durationS += walkLine(problem, route).durationS;
    }
    if (types.size !== 1) wrong({ dutyIndex, vehicleTypes: types.size });
    if (duty.length > 1) {
      const type = problem.vehicleTypes[[...types][0] ?? 0]!;
      const gapsS = problem.severalTripsGapS * (duty.length - 1);
      const limitS = Math.min(type.maxDurationS - gapsS, problem.severalTripsWithinS);
      if (!problem.severalTripsPerDuty || durationS > limitS) wrong({ dutyIndex, durationS, limitS });
    }
  }
  for (const [routeIndex, isSeen] of seen.entries()) if (!isSeen) wrong({ routeIndex });
  return findings;
}
