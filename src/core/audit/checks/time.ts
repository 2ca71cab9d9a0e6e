import type { Problem } from '../../model/problem.ts';
import type { Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';
import { walkLine } from '../walkLine.ts';

/** Roads that exist, windows met, length and duration within the vehicle's limits. */
export function checkTime(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  for (const [routeIndex, route] of solution.routes.entries()) {
    const { maxLengthM, maxDurationS } = problem.vehicleTypes[route.vehicleTypeIndex]!;
    const { lengthM, durationS, isReachable, isInTime } = walkLine(problem, route);
    if (!isReachable) findings.push({ code: 'leg.unreachable', routeIndex, params: {} });
    if (!isInTime) findings.push({ code: 'window.missed', routeIndex, params: {} });
    if (lengthM > maxLengthM)
      findings.push({ code: 'length.exceeded', routeIndex, params: { lengthM, maxLengthM } });
    if (durationS > maxDurationS)
      findings.push({ code: 'duration.exceeded', routeIndex, params: { durationS, maxDurationS } });
  }
  return findings;
}
