import type { BusLine } from '../model/buses.ts';
import type { TripSchedule } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { Station } from '../model/scenario.ts';
import { type ClockMin, type Minutes, minPerDay, type Share } from '../units.ts';
import { scheduleBusTrip } from './busSchedule.ts';
import { type Departure, departuresOf, nextDeparture } from './calendar.ts';
import type { ScheduleInput } from './schedule.ts';
import { type CallLoad, scheduleTrip } from './schedule.ts';
import type { SortedWave } from './sorting.ts';
import type { StationDemand } from './stationDemand.ts';

/**
 * Parcels that reached the depot together (one wave of one day of the cycle) and now lie ready at the start of a
 * line. `share` is the part of one day's parcels of a destination.
 */
export interface Cohort {
  readonly share: Share;
  /** Arrival at the depot, minutes after midnight of day 0. */
  readonly bornMin: ClockMin;
  /** Arrival at the present place: the depot, or a hub. */
  readonly hereMin: ClockMin;
  /** May leave from then on. */
  readonly readyMin: ClockMin;
  readonly sortMin: Minutes;
  readonly waitDepartureMin: Minutes;
  readonly driveMin: Minutes;
}

/** A cohort as it arrives at one stop of a line. */
export interface Arrival {
  readonly cohort: Cohort;
  readonly stationId: StationId;
  readonly callIndex: number;
  readonly leftOriginMin: ClockMin;
  readonly arrivedMin: ClockMin;
  /** The vehicle has left: everything is unloaded. */
  readonly unloadedMin: ClockMin;
}

/** The waves of every day of the cycle, ready at the depot once sorted and before the cut-off. */
export function depotCohorts(waves: readonly SortedWave[], cycle: number, cutoffLeadMin: Minutes): Cohort[] {
  const cohorts: Cohort[] = [];
  for (let day = 0; day < cycle; day++) {
    for (const wave of waves) {
      const bornMin = day * minPerDay + wave.arrivalClockMin;
      const sortedMin = day * minPerDay + wave.sortedClockMin;
      cohorts.push({
        share: wave.share,
        bornMin,
        hereMin: bornMin,
        readyMin: sortedMin + cutoffLeadMin,
        sortMin: sortedMin - bornMin,
        waitDepartureMin: 0,
        driveMin: 0,
      });
    }
  }
  return cohorts;
}

export interface RunLineInput
  extends Pick<
    ScheduleInput,
    'stationById' | 'indexById' | 'matrix' | 'serviceTimes' | 'dutyRules' | 'isOpen' | 'waitsForOpening'
  > {
  readonly line: PlannedLine;
  readonly cycle: number;
  readonly cohorts: readonly Cohort[];
  readonly throughput: ReadonlyMap<StationId, StationDemand>;
  /** By round: when its vehicle, which stays at the last stop, has to be back in the morning. */
  readonly morningClockOf?: (roundIndex: number) => ClockMin | undefined;
  /** The passenger line the parcels ride on; absent = a vehicle of our own. */
  readonly busLine?: BusLine | null;
}

export interface LineRun {
  readonly line: PlannedLine;
  readonly departures: readonly Departure[];
  readonly trips: readonly TripSchedule[];
  readonly arrivals: readonly Arrival[];
}

/** Days of pick-up parcels waiting for each departure: the time since the departure before it. */
export function pickupDaysPerDeparture(departures: readonly Departure[], cycle: number): number[] {
  return departures.map((departure, index) => {
    const previousMin =
      index > 0 ? departures[index - 1]!.atMin : departures[departures.length - 1]!.atMin - cycle * minPerDay;
    return (departure.atMin - previousMin) / minPerDay;
  });
}

/** Days of delivery parcels that leave with each departure. */
export function deliveryDaysPerDeparture(
  departures: readonly Departure[],
  cohorts: readonly Cohort[],
  cycle: number,
): number[] {
  const days = new Array<number>(departures.length).fill(0);
  for (const cohort of cohorts) {
    const boarding = nextDeparture(departures, cycle, cohort.readyMin);
    if (boarding) days[boarding.index] = days[boarding.index]! + cohort.share;
  }
  return days;
}

/** Runs one line through the cycle: which cohorts leave with which departure, what each trip carries, who arrives when. */
export function runLine(input: RunLineInput): LineRun {
  const { line, cycle, cohorts, throughput } = input;
  const departures = departuresOf(line, cycle);
  const deliveryDays = deliveryDaysPerDeparture(departures, cohorts, cycle);
  const pickupDays = pickupDaysPerDeparture(departures, cycle);

  const trips = departures.map((departure, departureIndex) => {
    const calls: CallLoad[] = line.stopIds.map((stationId, callIndex) => {
      const demand = throughput.get(stationId)!;
      const carriedShare = line.stopShares?.[callIndex] ?? 1;
      return {
        deliveryParcels: demand.deliveryParcelsPerDay * carriedShare * deliveryDays[departureIndex]!,
        pickupParcels: demand.pickupParcelsPerDay * carriedShare * pickupDays[departureIndex]!,
      };
    });
    const departureClockMin = departure.atMin - departure.day * minPerDay;
    return input.busLine
      ? scheduleBusTrip(input.busLine, line, departureClockMin, calls)
      : scheduleTrip({
          ...input,
          calls,
          departureClockMin,
          morningClockMin: input.morningClockOf?.(departure.roundIndex),
        });
  });

  const arrivals: Arrival[] = [];
  for (const cohort of cohorts) {
    const boarding = nextDeparture(departures, cycle, cohort.readyMin);
    if (!boarding) continue;
    const trip = trips[boarding.index]!;
    trip.visits.forEach((visit, callIndex) => {
      arrivals.push({
        cohort,
        stationId: visit.stationId,
        callIndex,
        leftOriginMin: boarding.atMin,
        arrivedMin: boarding.atMin + visit.arrivalClockMin - trip.departureClockMin,
        unloadedMin: boarding.atMin + visit.departureClockMin - trip.departureClockMin,
      });
    });
  }
  return { line, departures, trips, arrivals };
}

/** Cohorts of a hub, ready for its branch lines: what trunk lines bring, after the hand-over. */
export function hubCohorts(
  trunkRuns: readonly LineRun[],
  hubId: StationId,
  hubHandoverMin: Minutes,
): Cohort[] {
  const cohorts: Cohort[] = [];
  for (const run of trunkRuns) {
    for (const arrival of run.arrivals) {
      if (arrival.stationId !== hubId) continue;
      const { cohort } = arrival;
      cohorts.push({
        share: cohort.share * (run.line.stopShares?.[arrival.callIndex] ?? 1),
        bornMin: cohort.bornMin,
        hereMin: arrival.arrivedMin,
        readyMin: arrival.unloadedMin + hubHandoverMin,
        sortMin: cohort.sortMin,
        waitDepartureMin: arrival.leftOriginMin - cohort.bornMin - cohort.sortMin,
        driveMin: arrival.arrivedMin - arrival.leftOriginMin,
      });
    }
  }
  return cohorts;
}

/** First minute at or after arrival at which the station is open. */
export const availableMin = (station: Station, arrivedMin: ClockMin): ClockMin =>
  openMinFrom(station.openClockMin, station.closeClockMin, arrivedMin);

/** The same by the two clocks. */
export function openMinFrom(openClockMin: ClockMin, closeClockMin: ClockMin, arrivedMin: ClockMin): ClockMin {
  const day = Math.floor(arrivedMin / minPerDay);
  const clockMin = arrivedMin - day * minPerDay;
  if (clockMin < openClockMin) return day * minPerDay + openClockMin;
  if (clockMin > closeClockMin) return (day + 1) * minPerDay + openClockMin;
  return arrivedMin;
}
