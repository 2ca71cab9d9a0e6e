import type { Fault } from '../model/faults.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Recomputed } from './recomputePlan.ts';

const tolerance = 1e-6;
/** The solver counts whole seconds; a line of a hundred stops may round up by a minute. */
const roundedMin = 1;

/** The planner's own limits on lines: stops, km and hours of each, and how many there are. */
export function checkRules({ policy, depot }: Scenario, plan: Plan, again: Recomputed): Fault[] {
  const { maxStopsPerLine, maxKmPerLine, maxHoursPerLine } = policy.lineRules ?? {};
  const faults: Fault[] = [];
  let fromDepot = 0;
  for (const line of plan.lines) {
    if (line.kind === 'bus') continue;
    if (line.originId === depot.id) fromDepot++;
    const stops = line.stopIds.length;
    if (maxStopsPerLine !== undefined && stops > maxStopsPerLine)
      faults.push({ code: 'rule.stops', params: { line: line.id, stops, limit: maxStopsPerLine } });
    const km = again.longestTripKm.get(line.id) ?? 0;
    if (maxKmPerLine !== undefined && km > maxKmPerLine + tolerance)
      faults.push({ code: 'rule.km', params: { line: line.id, km, limitKm: maxKmPerLine } });
  }
  const limitMin = (maxHoursPerLine ?? Number.POSITIVE_INFINITY) * 60;
  for (const [duty, dutyMin] of again.dutyMin.entries()) {
    if (dutyMin > limitMin + roundedMin)
      faults.push({ code: 'rule.hours', params: { duty, dutyMin, limitMin } });
  }
  const { min, max } = policy.lineCount;
  if (max !== null && fromDepot > max)
    faults.push({ code: 'rule.lineCount', params: { lines: fromDepot, limit: max } });
  if (fromDepot > 0 && fromDepot < min)
    faults.push({ code: 'rule.fewLines', params: { lines: fromDepot, limit: min } });
  return faults;
}
