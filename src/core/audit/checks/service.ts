import type { Problem } from '../../model/problem.ts';
import type { Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';

/** Every stop is on exactly one line or listed as unserved; a mandatory stop listed as unserved is a finding too. */
export function checkService(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const calls = new Map<number, number>();
  for (const [routeIndex, route] of solution.routes.entries()) {
    if (route.stops.length === 0) findings.push({ code: 'line.empty', routeIndex, params: {} });
    for (const stopIndex of route.stops) {
      if (!Number.isInteger(stopIndex) || stopIndex < 0 || stopIndex >= problem.stopCount)
        findings.push({ code: 'stop.unknown', routeIndex, params: { stopIndex } });
      const before = calls.get(stopIndex) ?? 0;
      if (before > 0) findings.push({ code: 'stop.servedTwice', routeIndex, params: { stopIndex } });
      calls.set(stopIndex, before + 1);
    }
  }
  const listed = new Set(solution.unserved.map((entry) => entry.stopIndex));
  for (let stopIndex = 0; stopIndex < problem.stopCount; stopIndex++) {
    const isServed = calls.has(stopIndex);
    if (!isServed && !listed.has(stopIndex))
      findings.push({ code: 'stop.unaccounted', routeIndex: null, params: { stopIndex } });
    if (isServed && listed.has(stopIndex))
      findings.push({ code: 'stop.servedAndUnserved', routeIndex: null, params: { stopIndex } });
    if (!isServed && problem.stops.skipCost[stopIndex]! < 0)
      findings.push({ code: 'stop.leftOut', routeIndex: null, params: { stopIndex } });
  }
  return findings;
}
