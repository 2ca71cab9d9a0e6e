import { clockStepMin } from '../assign/problemUnits.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import type { TripSchedule } from '../model/evaluation.ts';
import type { LineId } from '../model/ids.ts';
import type { Plan, PlannedDuty, PlannedLine } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TravelMatrix } from '../model/travel.ts';
import type { ClockMin, Minutes } from '../units.ts';

type Before = Pick<Plan, 'lines' | 'duties'>;

/**
 * A plan's lines, each driven by the crew that drives its counterpart before, on the same days and at the same clock.
 * Lines are packed into duties anew with every search, so that two plans with the same lines may have other drivers
 * throughout. Trips leave later where the crew is not back yet, or where the plan's own lines leave later because what
 * they carry arrives later. A crew whose day has become too long hands its last trips to crews of their own. Lines
 * without a counterpart keep the crews the plan gave them. Whether there are vehicles for all is for the caller to ask.
 */
export function keepCrews(before: Before, plan: Plan, scenario: Scenario, matrix: TravelMatrix): Plan {
  const counterparts = counterpartsOf(before.lines, plan.lines);
  if (counterparts.size === 0) return plan;
  const later = laterStarts(before.lines, plan.lines);
  const lines = plan.lines.map((line): PlannedLine => {
    const old = counterparts.get(line.id);
    if (!old) return line;
    const departureClockMin = old.departureClockMin.map(
      (clockMin, round) => clockMin + (later.get(startOf(line, round)) ?? 0),
    );
    return { ...line, departureClockMin, phase: old.phase };
  });
  const nowOf = new Map([...counterparts].map(([lineId, old]) => [old.id, lineId]));
  const duties = [
    ...before.duties.map(({ vehicleTypeId, trips }) => ({
      vehicleTypeId,
      trips: trips.flatMap((trip) => {
        const lineId = nowOf.get(trip.lineId);
        return lineId === undefined ? [] : [{ ...trip, lineId }];
      }),
    })),
    ...plan.duties.map(({ vehicleTypeId, trips }) => ({
      vehicleTypeId,
      trips: trips.filter(({ lineId }) => !counterparts.has(lineId)),
    })),
  ].filter(({ trips }) => trips.length > 0);
  const first = firstStarts(plan.lines);
  let kept = leaveOnceBack({ ...plan, lines, duties }, scenario, matrix);
  for (;;) {
    const tooLong = tooLongDuties(kept, scenario, matrix);
    if (tooLong.size === 0) return kept;
    kept = handOver(kept, tooLong, first);
  }
}

/** Places of the duties that are longer than shift and overtime and have a trip to spare. */
function tooLongDuties(plan: Plan, scenario: Scenario, matrix: TravelMatrix): Set<number> {
  const { shiftMin, overtimeLimitMin } = scenario.dutyRules;
  const limitMin = shiftMin.value + overtimeLimitMin.value + 1e-6;
  const { duties } = evaluatePlan(scenario, matrix, plan);
  return new Set(
    duties.flatMap(({ paidMin, tripCount }, index) => (paidMin > limitMin && tripCount > 1 ? [index] : [])),
  );
}

/** The last trip of each of these duties becomes one of its own, which leaves with the first lines of its origin. */
function handOver(plan: Plan, tooLong: ReadonlySet<number>, first: ReadonlyMap<string, ClockMin>): Plan {
  const handed = [...tooLong].map((index) => plan.duties[index]!.trips.at(-1)!);
  return {
    ...plan,
    lines: plan.lines.map((line) => ({
      ...line,
      departureClockMin: line.departureClockMin.map((clockMin, round) =>
        handed.some(({ lineId, roundIndex }) => lineId === line.id && roundIndex === round)
          ? (first.get(startOf(line, round)) ?? clockMin)
          : clockMin,
      ),
    })),
    duties: plan.duties.flatMap((duty, index) =>
      tooLong.has(index)
        ? [
            { ...duty, trips: duty.trips.slice(0, -1) },
            { ...duty, trips: duty.trips.slice(-1) },
          ]
        : [duty],
    ),
  };
}

/** Line of the plan -> the line before with which it shares most stations; each of the latter once. */
function counterpartsOf(
  before: readonly PlannedLine[],
  now: readonly PlannedLine[],
): Map<LineId, PlannedLine> {
  const overlaps = before.flatMap((old, oldIndex) => {
    const stations = new Set(old.stopIds);
    return now.flatMap((line, index) => {
      const count = line.stopIds.filter((id) => stations.has(id)).length;
      return count > 0 && isLike(old, line) ? [{ old, oldIndex, line, index, count }] : [];
    });
  });
  overlaps.sort((a, b) => b.count - a.count || a.oldIndex - b.oldIndex || a.index - b.index);
  const taken = new Set<LineId>();
  const result = new Map<LineId, PlannedLine>();
  for (const { old, line } of overlaps) {
    if (result.has(line.id) || taken.has(old.id)) continue;
    result.set(line.id, old);
    taken.add(old.id);
  }
  return result;
}

/** Whether the same crew can drive the one for the other. */
const isLike = (one: PlannedLine, other: PlannedLine): boolean =>
  one.kind !== 'bus' &&
  one.kind === other.kind &&
  one.originId === other.originId &&
  one.vehicleTypeId === other.vehicleTypeId &&
  one.departureClockMin.length === other.departureClockMin.length &&
  JSON.stringify(one.serviceDays) === JSON.stringify(other.serviceDays);

const startOf = ({ originId, kind, serviceDays }: PlannedLine, round: number): string =>
  JSON.stringify([originId, kind, serviceDays, round]);

/** Minutes by which the first line of an origin leaves later than it did, by origin, kind, days and round. */
function laterStarts(before: readonly PlannedLine[], now: readonly PlannedLine[]): Map<string, Minutes> {
  const was = firstStarts(before);
  return new Map(
    [...firstStarts(now)].map(([key, clockMin]) => [key, Math.max(0, clockMin - (was.get(key) ?? clockMin))]),
  );
}

function firstStarts(lines: readonly PlannedLine[]): Map<string, ClockMin> {
  const first = new Map<string, ClockMin>();
  for (const line of lines)
    for (const [round, clockMin] of line.departureClockMin.entries()) {
      const key = startOf(line, round);
      first.set(key, Math.min(first.get(key) ?? clockMin, clockMin));
    }
  return first;
}

/** Trips that would be loaded before their crew is back leave later, at a full step of the clock. */
function leaveOnceBack(plan: Plan, scenario: Scenario, matrix: TravelMatrix): Plan {
  const schedules = new Map(
    evaluatePlan(scenario, matrix, plan).lines.map(({ lineId, trips }) => [lineId, trips]),
  );
  const departures = new Map(plan.lines.map((line) => [line.id, [...line.departureClockMin]]));
  const duties = plan.duties.map((duty): PlannedDuty => {
    const inOrder = duty.trips.toSorted(
      (a, b) => departures.get(a.lineId)![a.roundIndex]! - departures.get(b.lineId)![b.roundIndex]!,
    );
    let backClockMin = Number.NEGATIVE_INFINITY;
    for (const { lineId, roundIndex } of inOrder) {
      const clocks = departures.get(lineId)!;
      const schedule = scheduleOf(schedules.get(lineId) ?? [], clocks[roundIndex]!);
      if (!schedule) continue;
      const shortMin = backClockMin - (schedule.departureClockMin - schedule.loadingMin);
      if (shortMin > 0) clocks[roundIndex]! += Math.ceil(shortMin / clockStepMin - 1e-9) * clockStepMin;
      backClockMin = schedule.returnClockMin + clocks[roundIndex]! - schedule.departureClockMin;
    }
    return { ...duty, trips: inOrder };
  });
  const lines = plan.lines.map((line) => ({ ...line, departureClockMin: departures.get(line.id)! }));
  return { ...plan, lines, duties };
}

/** The longest of a line's trips that leave at a clock: on other days it waits less. */
function scheduleOf(trips: readonly TripSchedule[], clockMin: ClockMin): TripSchedule | undefined {
  return trips
    .filter(({ departureClockMin }) => departureClockMin === clockMin)
    .toSorted((a, b) => b.returnClockMin - a.returnClockMin)[0];
}
