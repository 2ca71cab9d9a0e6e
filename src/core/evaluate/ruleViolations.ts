import type { Evaluation, Violation } from '../model/evaluation.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';

const tolerance = 1e-6;

/**
 * Limits the planner set for lines that a plan does not keep. Searches keep them, but for a least number of lines
 * where stops or vehicles are too few; lines changed by hand need not keep them, and are to say so.
 */
export function ruleViolations(
  { policy, depot }: Scenario,
  plan: Plan,
  { lines, duties }: Pick<Evaluation, 'lines' | 'duties'>,
): Violation[] {
  const { maxStopsPerLine, maxKmPerLine, maxHoursPerLine } = policy.lineRules ?? {};
  const found: Violation[] = [];
  const own = plan.lines.filter(({ busLineId }) => busLineId === undefined);
  for (const { id, stopIds } of own) {
    const stops = stopIds.length;
    if (maxStopsPerLine !== undefined && stops > maxStopsPerLine)
      found.push({ code: 'rule.stops', lineId: id, params: { stops, limit: maxStopsPerLine } });
    const trips = lines.find(({ lineId }) => lineId === id)?.trips ?? [];
    const lengthKm = Math.max(0, ...trips.map((trip) => trip.lengthKm));
    if (maxKmPerLine !== undefined && lengthKm > maxKmPerLine + tolerance)
      found.push({ code: 'rule.km', lineId: id, params: { lengthKm, rangeKm: maxKmPerLine } });
  }
  for (const { lineIds, paidMin } of duties) {
    const limitMin = (maxHoursPerLine ?? Number.POSITIVE_INFINITY) * 60;
    if (paidMin > limitMin + tolerance)
      found.push({ code: 'rule.hours', lineId: lineIds[0] ?? null, params: { dutyMin: paidMin, limitMin } });
  }
  const { min, max } = policy.lineCount;
  const count = own.filter(({ originId }) => originId === depot.id).length;
  if (max !== null && count > max)
    found.push({ code: 'rule.lineCount', lineId: null, params: { lines: count, limit: max } });
  if (count > 0 && count < min)
    found.push({ code: 'rule.fewLines', lineId: null, params: { lines: count, limit: min } });
  return found;
}
