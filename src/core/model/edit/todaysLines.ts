import type { LineId, StationId } from '../ids.ts';
import type { TodaysPlan } from '../networkPolicy.ts';
import type { PlannedLine } from '../plan.ts';
import type { Scenario } from '../scenario.ts';

/** Edits of the lines as driven today; solved lines are not edited here. */

export type LineChange = Partial<
  Pick<PlannedLine, 'vehicleTypeId' | 'departureClockMin' | 'serviceDays' | 'phase' | 'stopIds'>
>;

const empty: TodaysPlan = { lines: [], duties: [] };

/** A line with other stops, times, days or vehicle. Its trips follow: each new round gets a duty of its own. */
export function changeLine(scenario: Scenario, lineId: LineId, change: LineChange): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  const line = plan.lines.find(({ id }) => id === lineId);
  if (!line) return scenario;
  const { stopShares: _, ...rest } = line;
  // Shares belong to the stops as they were.
  const next: PlannedLine = { ...(change.stopIds ? rest : line), ...change };
  return withPlan(scenario, {
    lines: plan.lines.map((each) => (each.id === lineId ? next : each)),
    duties: fitDuties(plan, next),
  });
}

export function addLine(scenario: Scenario, line: PlannedLine): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  if (plan.lines.some(({ id }) => id === line.id)) return scenario;
  return withPlan(scenario, { lines: [...plan.lines, line], duties: fitDuties(plan, line) });
}

export function removeLine(scenario: Scenario, lineId: LineId): Scenario {
  const plan = scenario.todaysPlan ?? empty;
  const lines = plan.lines.filter(({ id }) => id !== lineId);
  if (lines.length === 0) {
    const { todaysPlan: _, ...rest } = scenario;
    return rest;
  }
  const duties = plan.duties
    .map((duty) => ({ ...duty, trips: duty.trips.filter((trip) => trip.lineId !== lineId) }))
    .filter(({ trips }) => trips.length > 0);
  return withPlan(scenario, { lines, duties });
}

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

/** Duties with exactly the rounds a line has, by its vehicle. */
function fitDuties({ duties }: TodaysPlan, line: PlannedLine): TodaysPlan['duties'] {
  const rounds = line.departureClockMin.length;
  const known = new Set<number>();
  const kept = duties
    .map((duty) => ({
      ...duty,
      trips: duty.trips.filter(({ lineId, roundIndex }) => {
        if (lineId !== line.id) return true;
        known.add(roundIndex);
        return roundIndex < rounds;
      }),
    }))
    .filter(({ trips }) => trips.length > 0)
    // A duty drives one vehicle: with only this line in it, it takes the line's.
    .map((duty) =>
      duty.trips.every(({ lineId }) => lineId === line.id)
        ? { ...duty, vehicleTypeId: line.vehicleTypeId }
        : duty,
    );
  const added = Array.from({ length: rounds }, (_, roundIndex) => roundIndex)
    .filter((roundIndex) => !known.has(roundIndex))
    .map((roundIndex) => ({ vehicleTypeId: line.vehicleTypeId, trips: [{ lineId: line.id, roundIndex }] }));
  return [...kept, ...added];
}
