import type { Problem } from '../../model/problem.ts';
import type { Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';

/** Number of lines, vehicles of each type, and the depot each line leaves from. */
export function checkFleet(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const lines = solution.routes.length;
  const { minLines, maxLines } = problem;
  const isTooMany = maxLines !== null && lines > maxLines;
  if (isTooMany || lines < Math.min(minLines, problem.stopCount))
    findings.push({
      code: 'line.count',
      routeIndex: null,
      params: { lines, minLines, maxLines: maxLines ?? -1 },
    });
  for (const [routeIndex, route] of solution.routes.entries())
    if (problem.vehicleTypes[route.vehicleTypeIndex]!.startDepotIndex !== route.startDepotIndex)
      findings.push({ code: 'line.depot', routeIndex, params: { depot: route.startDepotIndex ?? -1 } });
  for (const [vehicleTypeIndex, type] of problem.vehicleTypes.entries()) {
    const isOfType = (duty: readonly number[]): boolean =>
      duty.length > 0 && solution.routes[duty[0]!]?.vehicleTypeIndex === vehicleTypeIndex;
    const used = solution.duties.filter(isOfType).length;
    if (type.count !== null && used > type.count)
      findings.push({
        code: 'fleet.count',
        routeIndex: null,
        params: { vehicleTypeIndex, used, count: type.count },
      });
  }
  return findings;
}
