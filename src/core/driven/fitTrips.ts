import type { TripFit } from '../model/drivenDay.ts';
import type { Evaluation, TripSchedule } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { ClockMin, Minutes } from '../units.ts';
import type { Call } from './calls.ts';

export interface PlannedTrip {
  readonly lineId: LineId;
  readonly roundIndex: number;
  readonly originId: StationId;
  readonly schedule: TripSchedule;
}

/** One trip for each departure of a service day, as the timetable has them. */
export const plannedTrips = (plan: Plan, evaluation: Evaluation): PlannedTrip[] =>
  plan.lines.flatMap(({ id, originId, departureClockMin }) => {
    const trips = evaluation.lines.find(({ lineId }) => lineId === id)?.trips ?? [];
    return trips
      .slice(0, departureClockMin.length)
      .map((schedule, roundIndex) => ({ lineId: id, roundIndex, originId, schedule }));
  });

/** Call at each stop of a trip, by number; null = none in its turn. */
export type Alignment = readonly (number | null)[];

const clockOf = ({ arrivalClockMin, departureClockMin }: Call): ClockMin =>
  arrivalClockMin ?? departureClockMin ?? 0;

/**
 * The most stops of a trip that are called at in their order (longest common subsequence); among as many, those calls
 * nearest to their planned clocks. A call within the radius of several stations may be at any of them.
 */
export function alignTrip(calls: readonly Call[], { schedule }: PlannedTrip): Alignment {
  const { visits } = schedule;
  const width = calls.length + 1;
  // Best of the first stops and the first calls.
  const most = new Int32Array((visits.length + 1) * width);
  const offMin = new Float64Array((visits.length + 1) * width);
  const isBetter = (count: number, off: Minutes, at: number): boolean =>
    count > most[at]! || (count === most[at]! && off < offMin[at]! - 1e-9);
  const pairOffMin = (stop: number, call: number): Minutes =>
    Math.abs(clockOf(calls[call]!) - visits[stop]!.arrivalClockMin);
  const fits = (stop: number, call: number): boolean =>
    calls[call]!.stationIds.includes(visits[stop]!.stationId);
  for (let stop = 1; stop <= visits.length; stop++) {
    for (let call = 1; call <= calls.length; call++) {
      const at = stop * width + call;
      most[at] = most[at - 1]!;
      offMin[at] = offMin[at - 1]!;
      if (isBetter(most[at - width]!, offMin[at - width]!, at)) {
        most[at] = most[at - width]!;
        offMin[at] = offMin[at - width]!;
      }
      if (!fits(stop - 1, call - 1)) continue;
      const before = at - width - 1;
      const off = offMin[before]! + pairOffMin(stop - 1, call - 1);
      if (isBetter(most[before]! + 1, off, at)) {
        most[at] = most[before]! + 1;
        offMin[at] = off;
      }
    }
  }
  const alignment: (number | null)[] = visits.map(() => null);
  let [stop, call] = [visits.length, calls.length];
  while (stop > 0 && call > 0) {
    const at = stop * width + call;
    const isSame = (other: number): boolean => most[other] === most[at] && offMin[other] === offMin[at];
    if (isSame(at - 1)) call--;
    else if (isSame(at - width)) stop--;
    else {
      alignment[stop - 1] = call - 1;
      stop--;
      call--;
    }
  }
  return alignment;
}

export function fitOf(calls: readonly Call[], trip: PlannedTrip): TripFit {
  const alignment = alignTrip(calls, trip);
  let calledCount = 0;
  let sumMin = 0;
  for (const [stop, call] of alignment.entries()) {
    if (call === null) continue;
    calledCount++;
    sumMin += Math.abs(clockOf(calls[call]!) - trip.schedule.visits[stop]!.arrivalClockMin);
  }
  const { lineId, roundIndex, schedule } = trip;
  const meanOffMin = calledCount > 0 ? sumMin / calledCount : 0;
  return { lineId, roundIndex, stopCount: schedule.visits.length, calledCount, meanOffMin };
}

/** Trips at whose stops the vehicle called, the best first: most stops, fewest left out, nearest in time. */
export const fitTrips = (calls: readonly Call[], trips: readonly PlannedTrip[]): TripFit[] =>
  trips
    .map((trip) => fitOf(calls, trip))
    .filter(({ calledCount }) => calledCount > 0)
    .sort(
      (a, b) => b.calledCount - a.calledCount || a.stopCount - b.stopCount || a.meanOffMin - b.meanOffMin,
    );
