import type { Duty, DutyDay, TripSchedule } from '../model/evaluation.ts';
import type { LineId, VehicleTypeId } from '../model/ids.ts';
import type { PlannedDuty } from '../model/plan.ts';
import type { DutyRules } from '../model/scenario.ts';
import { type ClockMin, type Minutes, minPerDay } from '../units.ts';
import type { LineRun } from './cohorts.ts';

/** A wait this long between two trips is the driver's own time (午休), shorter ones are paid. */
export const offDutyFromMin = 60;

/** A day's work begins with loading, or with the drive from the village where the vehicle stood. */
function startOf(trips: readonly TripSchedule[]): ClockMin {
  const drive = trips.find(({ morning }) => morning !== undefined)?.morning;
  return drive?.startClockMin ?? trips[0]!.departureClockMin - trips[0]!.loadingMin;
}

/** Trips of a duty on a day of the cycle: the lines of one changed by hand may run on different days. */
function tripsOn(duty: PlannedDuty, day: number, runByLine: ReadonlyMap<LineId, LineRun>): TripSchedule[] {
  return duty.trips.flatMap(({ lineId, roundIndex }) => {
    const run = runByLine.get(lineId)!;
    const index = run.departures.findIndex(
      (departure) => departure.day === day && departure.roundIndex === roundIndex,
    );
    return index < 0 ? [] : [run.trips[index]!];
  });
}

/**
 * A driver's paid time runs from the start of loading for the first trip (of the drive there from the village where he
 * lives) to the last return, without waits of an hour or more between trips. Clocks are those of the longest day of the
 * cycle; each day is paid for its own time. Where a trip's loading begins before the trip before it is back, the overlap is recorded.
 */
export function evaluateDuty(
  duty: PlannedDuty,
  runByLine: ReadonlyMap<LineId, LineRun>,
  rules: DutyRules,
  cycle: number,
): Duty {
  let longest = { startClockMin: 0, endClockMin: 0, paidMin: 0 };
  let overlapMin = 0;
  const days: DutyDay[] = [];
  const overtimeOf = (paidMin: Minutes): Minutes => Math.max(0, paidMin - rules.shiftMin.value);
  for (let day = 0; day < cycle; day++) {
    const trips = tripsOn(duty, day, runByLine);
    if (trips.length === 0) continue;
    const loadingClockMin = trips[0]!.departureClockMin - trips[0]!.loadingMin;
    const startClockMin = startOf(trips);
    let endClockMin = loadingClockMin;
    let offDutyMin = 0;
    for (const trip of trips) {
      const waitMin = trip.departureClockMin - trip.loadingMin - endClockMin;
      overlapMin = Math.max(overlapMin, -waitMin);
      if (waitMin >= offDutyFromMin) offDutyMin += waitMin;
      endClockMin = Math.max(endClockMin, trip.returnClockMin);
    }
    const paidMin = endClockMin - startClockMin - offDutyMin;
    days.push({ paidMin, overtimeMin: overtimeOf(paidMin) });
    if (paidMin > longest.paidMin) longest = { startClockMin, endClockMin, paidMin };
  }
  return {
    lineIds: [...new Set(duty.trips.map((trip) => trip.lineId))],
    tripCount: duty.trips.length,
    vehicleTypeId: duty.vehicleTypeId,
    ...longest,
    overtimeMin: overtimeOf(longest.paidMin),
    days,
    overlapMin,
    dayShare: days.length / cycle,
  };
}

/**
 * Vehicles needed of each type: the most that are being loaded or on the road at one time. The cycle repeats: a vehicle
 * that comes back after its last midnight is still out when the first day begins again. One that stands in its driver's
 * village overnight serves nobody else.
 */
export function vehicleCounts(
  duties: readonly PlannedDuty[],
  runByLine: ReadonlyMap<LineId, LineRun>,
  cycle: number,
): Map<VehicleTypeId, number> {
  const counts = new Map<VehicleTypeId, number>();
  for (const vehicleTypeId of new Set(duties.map((duty) => duty.vehicleTypeId))) {
    let keptCount = 0;
    const uses: { readonly fromMin: number; readonly toMin: number }[] = [];
    for (const duty of duties) {
      if (duty.vehicleTypeId !== vehicleTypeId) continue;
      // The vehicle stays with its crew from the first loading to the last return of the day.
      for (let day = 0; day < cycle; day++) {
        const trips = tripsOn(duty, day, runByLine);
        if (trips.length === 0) continue;
        if (trips.some(({ morning }) => morning !== undefined)) {
          keptCount++;
          break;
        }
        uses.push({
          fromMin: day * minPerDay + trips[0]!.departureClockMin - trips[0]!.loadingMin,
          toMin: day * minPerDay + Math.max(...trips.map((trip) => trip.returnClockMin)),
        });
      }
    }
    const cycleMin = cycle * minPerDay;
    /** Rounds of the cycle in which a use began and, at that minute of this round, is not over. */
    const outAt = (atMin: number, { fromMin, toMin }: (typeof uses)[number]): number => {
      const lastBegun = Math.floor((atMin - fromMin) / cycleMin);
      const lastOver = Math.floor((atMin - toMin) / cycleMin);
      return lastBegun - lastOver;
    };
    const atOnce = uses.map((use) => uses.reduce((sum, other) => sum + outAt(use.fromMin, other), 0));
    counts.set(vehicleTypeId, keptCount + Math.max(0, ...atOnce));
  }
  return counts;
}
