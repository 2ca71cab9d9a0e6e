import { cycleDays, departuresOf } from '../../core/evaluate/calendar.ts';
import type { LonLat } from '../../core/geo.ts';
import type { TripSchedule } from '../../core/model/evaluation.ts';
import { lastTripOf, tripKey } from '../../core/model/openLines.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import type { Report } from '../../core/model/report.ts';

/** A vehicle between two stops: where it is at a clock follows from the share of the leg driven by then. */
export interface PlaybackLeg {
  readonly departMin: number;
  readonly arriveMin: number;
  readonly parcels: number;
  readonly points: readonly LonLat[];
  /** Length from the first point to each point, in degrees made square; only proportions matter. */
  readonly along: readonly number[];
}

export interface PlaybackTrip {
  readonly lineIndex: number;
  readonly legs: readonly PlaybackLeg[];
}

export interface VehicleAt {
  readonly lineIndex: number;
  readonly lonLat: LonLat;
  readonly parcels: number;
}

/** The trips that leave on one day (0 = Monday of the first week), by the plan's timetable and average parcels. */
export function dayTrips(report: Report, day: number): PlaybackTrip[] {
  const { plan, evaluation, linePaths, scenario } = report;
  const cycle = cycleDays(plan.lines);
  const positions = new Map<string, LonLat>(
    [scenario.depot, ...scenario.stations].map(({ id, lonLat }) => [id, lonLat]),
  );
  const driven = plan.lines.flatMap((line, lineIndex) => {
    const courses = legCourses(line, linePaths[lineIndex]?.legs ?? [], positions);
    const trips = evaluation.lines[lineIndex]?.trips ?? [];
    return departuresOf(line, cycle).flatMap((departure, index) => {
      const trip = trips[index];
      if (!trip || departure.day !== day % cycle) return [];
      const key = tripKey({ lineId: line.id, roundIndex: departure.roundIndex });
      return [{ key, lineIndex, roundIndex: departure.roundIndex, lineId: line.id, trip, courses }];
    });
  });
  const byKey = new Map(driven.map((each) => [each.key, each]));
  return driven.map(({ lineIndex, lineId, roundIndex, trip, courses }) => {
    const last = lastTripOf(plan, { lineId, roundIndex });
    const home = last && byKey.get(tripKey(last));
    const before = home ? drivesIn(home.trip, home.courses.at(-1)!) : [];
    return { lineIndex, legs: [...before, ...tripLegs(trip, courses)] };
  });
}

/** The leg from the village where the vehicle stood overnight: the way back of its crew's last trip, with what that collected. */
function drivesIn({ morning, visits }: TripSchedule, points: readonly LonLat[]): PlaybackLeg[] {
  if (!morning) return [];
  const { startClockMin: departMin, endClockMin: arriveMin } = morning;
  const parcels = visits.at(-1)?.loadAfterParcels ?? 0;
  return [{ departMin, arriveMin, parcels, points, along: lengthsAlong(points) }];
}

/** The way of each leg over the roads; straight where one is missing. */
export function legCourses(
  line: PlannedLine,
  legs: Report['linePaths'][number]['legs'],
  positions: ReadonlyMap<string, LonLat>,
): (readonly LonLat[])[] {
  const calls = [line.originId, ...line.stopIds, line.originId];
  // A line that ends at a village has no leg back.
  const isWhole = legs.length >= line.stopIds.length;
  return calls.slice(1).map((to, index) => {
    const course = (isWhole && legs[index]?.coordinates) || [];
    const from = calls[index]!;
    return course.length > 1 ? course : [positions.get(from)!, positions.get(to)!];
  });
}

function tripLegs(trip: TripSchedule, courses: readonly (readonly LonLat[])[]): PlaybackLeg[] {
  const first = trip.visits[0];
  let departMin = trip.departureClockMin;
  let parcels = trip.visits.reduce((sum, visit) => sum + visit.deliveryParcels, 0);
  const ends = [
    ...trip.visits.map(({ arrivalClockMin, departureClockMin, loadAfterParcels }) => ({
      arriveMin: arrivalClockMin,
      nextDepartMin: departureClockMin,
      nextParcels: loadAfterParcels,
    })),
    // The vehicle that stays at the last stop is not drawn on its way back: that comes in the morning.
    ...(trip.morning
      ? []
      : [{ arriveMin: trip.returnClockMin, nextDepartMin: trip.returnClockMin, nextParcels: 0 }]),
  ];
  if (!first) return [];
  return ends.map(({ arriveMin, nextDepartMin, nextParcels }, index) => {
    const points = courses[index]!;
    const leg = { departMin, arriveMin, parcels, points, along: lengthsAlong(points) };
    departMin = nextDepartMin;
    parcels = nextParcels;
    return leg;
  });
}

export function lengthsAlong(points: readonly LonLat[]): number[] {
  const lonScale = Math.cos(((points[0]?.[1] ?? 0) * Math.PI) / 180);
  let length = 0;
  return points.map((point, index) => {
    const before = points[index - 1];
    if (before) length += Math.hypot((point[0] - before[0]) * lonScale, point[1] - before[1]);
    return length;
  });
}

/** Where a trip's vehicle is; null before it leaves and after it is back. */
function vehicleOf({ lineIndex, legs }: PlaybackTrip, clockMin: number): VehicleAt | null {
  const last = legs.at(-1);
  if (!last || clockMin < legs[0]!.departMin || clockMin >= last.arriveMin) return null;
  const leg = legs.findLast(({ departMin }) => departMin <= clockMin)!;
  const driven = leg.arriveMin - leg.departMin;
  const share = driven > 0 ? Math.min(1, (clockMin - leg.departMin) / driven) : 1;
  return { lineIndex, lonLat: pointAt(leg, share), parcels: leg.parcels };
}

function pointAt({ points, along }: PlaybackLeg, share: number): LonLat {
  const wanted = (along.at(-1) ?? 0) * share;
  const next = along.findIndex((length) => length >= wanted);
  if (next <= 0) return points[Math.max(0, next)]!;
  const from = points[next - 1]!;
  const to = points[next]!;
  const part = (wanted - along[next - 1]!) / (along[next]! - along[next - 1]! || 1);
  return [from[0] + part * (to[0] - from[0]), from[1] + part * (to[1] - from[1])];
}

/** One entry per trip, null while it is not on the road. */
export const vehiclesAt = (trips: readonly PlaybackTrip[], clockMin: number): (VehicleAt | null)[] =>
  trips.map((trip) => vehicleOf(trip, clockMin));

/** First departure and last return, to whole quarters of an hour; null on a day without trips. */
export function dayBounds(
  trips: readonly PlaybackTrip[],
): { readonly fromMin: number; readonly toMin: number } | null {
  const starts = trips.flatMap(({ legs }) => legs[0]?.departMin ?? []);
  const ends = trips.flatMap(({ legs }) => legs.at(-1)?.arriveMin ?? []);
  if (starts.length === 0) return null;
  return {
    fromMin: Math.floor(Math.min(...starts) / 15) * 15,
    toMin: Math.ceil(Math.max(...ends) / 15) * 15,
  };
}
