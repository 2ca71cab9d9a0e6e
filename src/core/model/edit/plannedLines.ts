import type { LineId, StationId } from '../ids.ts';
import type { PlannedDuty, PlannedLine } from '../plan.ts';

/** Edits of lines with the duties that drive them, wherever they are kept: those of today, those settled by hand. */

export interface LinesAndDuties {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
}

export type LineChange = Partial<
  Pick<
    PlannedLine,
    'kind' | 'originId' | 'vehicleTypeId' | 'departureClockMin' | 'serviceDays' | 'phase' | 'stopIds'
  >
>;

/** A line with other stops, times, days or vehicle. Its trips follow: each new round gets a duty of its own. */
export function changeLineIn<Plan extends LinesAndDuties>(
  plan: Plan,
  lineId: LineId,
  change: LineChange,
): Plan {
  const line = plan.lines.find(({ id }) => id === lineId);
  if (!line) return plan;
  const { stopShares: _, ...rest } = line;
  // Shares belong to the stops as they were.
  const next: PlannedLine = { ...(change.stopIds ? rest : line), ...change };
  return {
    ...plan,
    lines: plan.lines.map((each) => (each.id === lineId ? next : each)),
    duties: fitDuties(plan.duties, next),
  };
}

/** One more line with duties of its own; one with a name that is taken is not added. */
export function addLineTo<Plan extends LinesAndDuties>(plan: Plan, line: PlannedLine): Plan {
  if (plan.lines.some(({ id }) => id === line.id)) return plan;
  return { ...plan, lines: [...plan.lines, line], duties: fitDuties(plan.duties, line) };
}

export function removeLineFrom<Plan extends LinesAndDuties>(plan: Plan, lineId: LineId): Plan {
  return {
    ...plan,
    lines: plan.lines.filter(({ id }) => id !== lineId),
    duties: plan.duties
      .map((duty) => ({ ...duty, trips: duty.trips.filter((trip) => trip.lineId !== lineId) }))
      .filter(({ trips }) => trips.length > 0),
  };
}

/** The same line under another name. */
export const renameLineIn = <Plan extends LinesAndDuties>(plan: Plan, lineId: LineId, to: LineId): Plan => ({
  ...plan,
  lines: plan.lines.map((line) => (line.id === lineId ? { ...line, id: to } : line)),
  duties: plan.duties.map((duty) => ({
    ...duty,
    trips: duty.trips.map((trip) => (trip.lineId === lineId ? { ...trip, lineId: to } : trip)),
  })),
});

/** Of the stations named, every line that calls at one carries the same share of its parcels. */
export function shareEvenly<Plan extends LinesAndDuties>(
  plan: Plan,
  stationIds: ReadonlySet<StationId>,
): Plan {
  const count = new Map<StationId, number>();
  for (const { stopIds } of plan.lines) for (const id of stopIds) count.set(id, (count.get(id) ?? 0) + 1);
  return {
    ...plan,
    lines: plan.lines.map((line) => {
      if (!line.stopIds.some((id) => stationIds.has(id))) return line;
      const { stopShares, ...rest } = line;
      const shares = line.stopIds.map((id, index) =>
        stationIds.has(id) ? 1 / count.get(id)! : (stopShares?.[index] ?? 1),
      );
      return shares.every((share) => share === 1) ? rest : { ...rest, stopShares: shares };
    }),
  };
}

/** Duties with exactly the rounds a line has, by its vehicle; a duty shared with lines of another vehicle loses its trips. */
function fitDuties(duties: readonly PlannedDuty[], line: PlannedLine): readonly PlannedDuty[] {
  const rounds = line.departureClockMin.length;
  const known = new Set<number>();
  const kept = duties
    .map((duty) => {
      const isOwn = duty.trips.every(({ lineId }) => lineId === line.id);
      // A duty drives one vehicle: with only this line in it, it takes the line's.
      const canDrive = isOwn || duty.vehicleTypeId === line.vehicleTypeId;
      const trips = duty.trips.filter(({ lineId, roundIndex }) => {
        if (lineId !== line.id) return true;
        if (!canDrive || roundIndex >= rounds) return false;
        known.add(roundIndex);
        return true;
      });
      return { ...duty, vehicleTypeId: isOwn ? line.vehicleTypeId : duty.vehicleTypeId, trips };
    })
    .filter(({ trips }) => trips.length > 0);
  const added = Array.from({ length: rounds }, (_, roundIndex) => roundIndex)
    .filter((roundIndex) => !known.has(roundIndex))
    .map((roundIndex) => ({ vehicleTypeId: line.vehicleTypeId, trips: [{ lineId: line.id, roundIndex }] }));
  return [...kept, ...added];
}
