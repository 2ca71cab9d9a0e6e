import type { LineId, StationId } from '../ids.ts';
import type { TodaysPlan } from '../networkPolicy.ts';
import type { PlannedLine } from '../plan.ts';
import type { Scenario } from '../scenario.ts';
import {
  addLineTo,
  changeLineIn,
  type LineChange,
  removeLineFrom,
  renameLineIn,
  shareEvenly,
} from './plannedLines.ts';

/** Edits of the lines as driven today; solved lines are not edited here. */

const empty: TodaysPlan = { lines: [], duties: [] };

/** Stations that are on one of the two lists only. */
const changedStops = (before: readonly StationId[], after: readonly StationId[]): ReadonlySet<StationId> =>
  new Set([...before, ...after].filter((id) => !before.includes(id) || !after.includes(id)));

/** A line with other stops, times, days or vehicle; a station that is now on more or fewer lines is shared anew. */
export function changeLine(scenario: Scenario, lineId: LineId, change: LineChange): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  const line = plan.lines.find(({ id }) => id === lineId);
  if (!line) return scenario;
  const next = changeLineIn(plan, lineId, change);
  if (!change.stopIds) return withPlan(scenario, next);
  const shareOf = new Map(line.stopIds.map((id, index) => [id, line.stopShares?.[index] ?? 1]));
  const kept = next.lines.map((each): PlannedLine => {
    if (each.id !== lineId) return each;
    const stopShares = each.stopIds.map((id) => shareOf.get(id) ?? 1);
    return stopShares.every((share) => share === 1) ? each : { ...each, stopShares };
  });
  return withPlan(
    scenario,
    shareEvenly({ ...next, lines: kept }, changedStops(line.stopIds, change.stopIds)),
  );
}

export function addLine(scenario: Scenario, line: PlannedLine): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  const next = addLineTo(plan, line);
  return next === plan ? scenario : withPlan(scenario, shareEvenly(next, new Set(line.stopIds)));
}

export function removeLine(scenario: Scenario, lineId: LineId): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  const gone = plan.lines.find(({ id }) => id === lineId);
  const next = removeLineFrom(plan, lineId);
  if (next.lines.length === 0) {
    const { todaysPlan: _, ...rest } = scenario;
    return rest;
  }
  return withPlan(scenario, shareEvenly(next, new Set(gone?.stopIds ?? [])));
}

export const renameLine = (scenario: Scenario, lineId: LineId, to: LineId): Scenario =>
  scenario.todaysPlan ? withPlan(scenario, renameLineIn(scenario.todaysPlan, lineId, to)) : scenario;

/** A station taken to another line (or, with the same line, to another position); a line left without stops goes. */
export function moveStop(
  scenario: Scenario,
  stationId: StationId,
  toLineId: LineId,
  position: number,
): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  if (!plan.lines.some(({ id }) => id === toLineId)) return scenario;
  let next = scenario;
  for (const line of plan.lines) {
    const without = line.stopIds.filter((id) => id !== stationId);
    if (line.id === toLineId)
      next = changeLine(next, line.id, { stopIds: without.toSpliced(position, 0, stationId) });
    else if (without.length === 0) next = removeLine(next, line.id);
    else if (without.length < line.stopIds.length) next = changeLine(next, line.id, { stopIds: without });
  }
  return next;
}

const withPlan = (scenario: Scenario, todaysPlan: TodaysPlan): Scenario => ({ ...scenario, todaysPlan });
