import type { DrivenStop, DrivenStopState, DrivenTrip, ExtraStay, TripSums } from '../model/drivenDay.ts';
import type { StationId } from '../model/ids.ts';
import { isRealPoint, type Station } from '../model/scenario.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import { calibrateFromLine } from '../network/calibrate.ts';
import { type ClockMin, type Metres, minPerHour } from '../units.ts';
import { type Call, nearestApproach } from './calls.ts';
import { alignTrip, type PlannedTrip } from './fitTrips.ts';
import type { Piece } from './pieces.ts';

export interface TripInput {
  readonly track: TimedTrack;
  readonly calls: readonly Call[];
  readonly pieces: readonly Piece[];
  readonly stationById: ReadonlyMap<StationId, Station>;
  readonly radiusM: Metres;
}

/** What the plan says of a stop of a trip, its start and end among them. */
interface PlannedStop {
  readonly role: DrivenStop['role'];
  readonly stationId: StationId;
  readonly arrivalClockMin: ClockMin | null;
  readonly departureClockMin: ClockMin | null;
  /** Driven to get here. */
  readonly legKm: number;
  readonly legMin: number;
}

/** A line that ends at its last stop, or goes home in the morning, has no end of its own. */
function plannedStops({ originId, schedule }: PlannedTrip): PlannedStop[] {
  const start: PlannedStop = {
    role: 'start',
    stationId: originId,
    arrivalClockMin: null,
    departureClockMin: schedule.departureClockMin,
    legKm: 0,
    legMin: 0,
  };
  const stops = schedule.visits.map((visit): PlannedStop => ({ role: 'stop', ...visit }));
  if (schedule.morning || schedule.returnLegMin === 0) return [start, ...stops];
  const end: PlannedStop = {
    role: 'end',
    stationId: originId,
    arrivalClockMin: schedule.returnClockMin,
    departureClockMin: null,
    legKm: schedule.returnLegKm,
    legMin: schedule.returnLegMin,
  };
  return [start, ...stops, end];
}

/**
 * The day beside one trip of the plan, stop by stop. The trip begins with the last call at its origin before the first stop
 * called at, and ends with the first call there after the last.
 */
export function measureTrip(trip: PlannedTrip, input: TripInput): DrivenTrip {
  const { calls, track } = input;
  const planned = plannedStops(trip);
  const alignment = alignTrip(calls, trip);
  const inTurn = alignment.filter((call) => call !== null);
  const isOrigin = ({ stationIds }: Call): boolean => stationIds.includes(trip.originId);
  const [first, last] = [inTurn[0] ?? 0, inTurn.at(-1) ?? -1];
  const startCall = calls.findLastIndex((call, index) => index < first && isOrigin(call));
  const hasEnd = planned.at(-1)?.role === 'end';
  const endCall = hasEnd ? calls.findIndex((call, index) => index > last && isOrigin(call)) : -1;
  const from = calls[startCall]?.departureClockMin ?? track.clockMin[0]!;
  const afterLast = hasEnd ? undefined : calls[last]?.departureClockMin;
  const to = calls[endCall]?.arrivalClockMin ?? afterLast ?? track.clockMin.at(-1)!;

  const used = new Set<number>([...inTurn, startCall, endCall]);
  const [firstInside, endInside] = [
    startCall + 1,
    endCall < 0 ? (hasEnd ? calls.length : last + 1) : endCall,
  ];
  const callOfStop = planned.map(({ role, stationId }, index): [number, DrivenStopState] => {
    if (role !== 'stop') {
      const call = role === 'start' ? startCall : endCall;
      return [call, call < 0 ? 'missed' : 'called'];
    }
    const call = alignment[index - 1]!;
    if (call !== null) return [call, 'called'];
    const other = calls.findIndex(
      (each, at) =>
        at >= firstInside && at < endInside && !used.has(at) && each.stationIds.includes(stationId),
    );
    if (other < 0) return [-1, 'missed'];
    used.add(other);
    return [other, 'outOfOrder'];
  });

  const stops = planned.map((stop, index): DrivenStop => {
    const [call, state] = callOfStop[index]!;
    const station = input.stationById.get(stop.stationId);
    const nearest = station ? nearestApproach(track, station.lonLat, from, to) : null;
    const isPassed =
      stop.role === 'stop' && state === 'missed' && nearest !== null && nearest.distanceM <= input.radiusM;
    return {
      role: stop.role,
      stationId: stop.stationId,
      isRealPoint: station !== undefined && isRealPoint(station.coordQuality),
      plannedArrivalClockMin: stop.arrivalClockMin,
      plannedDepartureClockMin: stop.departureClockMin,
      state: isPassed ? 'passed' : state,
      arrivalClockMin: stop.role === 'start' ? null : (calls[call]?.arrivalClockMin ?? null),
      departureClockMin: stop.role === 'end' ? null : (calls[call]?.departureClockMin ?? null),
      nearestM: nearest?.distanceM ?? null,
      nearestClockMin: nearest?.clockMin ?? null,
    };
  });
  const extraStays = calls.flatMap((call, index): ExtraStay[] => {
    const { arrivalClockMin, departureClockMin, lonLat, stationIds } = call;
    const isInside = index >= firstInside && index < endInside && !used.has(index);
    if (!isInside || arrivalClockMin === null || departureClockMin === null) return [];
    return [{ stationId: stationIds[0] ?? null, lonLat, arrivalClockMin, departureClockMin }];
  });
  const totals = totalsOf(planned, stops, input.pieces);
  return { lineId: trip.lineId, roundIndex: trip.roundIndex, stops, extraStays, totals };
}

/** Both sides over the same part of the line, so that a recording that begins late is not a short line. */
function totalsOf(
  planned: readonly PlannedStop[],
  stops: readonly DrivenStop[],
  pieces: readonly Piece[],
): DrivenTrip['totals'] {
  const isCalled = ({ state }: DrivenStop): boolean => state === 'called';
  const first = stops.findIndex((stop) => isCalled(stop) && stop.departureClockMin !== null);
  const last = stops.findLastIndex((stop) => isCalled(stop) && stop.arrivalClockMin !== null);
  if (first < 0 || last <= first) return null;
  const legs = planned.slice(first + 1, last + 1);
  const between = planned.slice(first + 1, last);
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const stayMin = (stop: Pick<PlannedStop, 'arrivalClockMin' | 'departureClockMin'>): number =>
    (stop.departureClockMin ?? 0) - (stop.arrivalClockMin ?? 0);
  const sumsOf = (of: Omit<TripSums, 'otherStandingMin'>, gapMin: number): TripSums => ({
    ...of,
    otherStandingMin: Math.max(0, of.durationMin - of.drivingMin - of.dwellMin - gapMin),
  });

  const plannedSums = sumsOf(
    {
      lengthKm: sum(legs.map(({ legKm }) => legKm)),
      drivingMin: sum(legs.map(({ legMin }) => legMin)),
      dwellMin: sum(between.map(stayMin)),
      durationMin: planned[last]!.arrivalClockMin! - planned[first]!.departureClockMin!,
    },
    0,
  );
  const [startClock, endClock] = [stops[first]!.departureClockMin!, stops[last]!.arrivalClockMin!];
  const driven = pieces.filter(
    (piece) => piece.startClockMin >= startClock - 1e-6 && piece.endClockMin <= endClock + 1e-6,
  );
  const minutes = (of: readonly Piece[]): number =>
    sum(of.map((piece) => piece.endClockMin - piece.startClockMin));
  const known = driven.filter(({ isGap }) => !isGap);
  const gaps = driven.filter(({ isGap }) => isGap);
  const gapMin = minutes(gaps);
  const lengthKm = sum(known.map((piece) => piece.lengthKm));
  const measured = sumsOf(
    {
      lengthKm,
      drivingMin: minutes(known),
      dwellMin: sum(
        stops.slice(first + 1, last).map((stop) => (stop.arrivalClockMin === null ? 0 : stayMin(stop))),
      ),
      durationMin: endClock - startClock,
    },
    gapMin,
  );
  // Gaps have neither kilometres nor minutes, so that they do not make the line fast or slow.
  const clocks = { startClockMin: 0, endClockMin: measured.drivingMin, stopCount: 0, dwellMin: 0 };
  const calibration = calibrateFromLine({ lengthKm, ...clocks }, plannedSums);
  const onRoadKm = sum(known.map(({ way }) => way?.lengthKm ?? 0));
  return {
    fromStationId: stops[first]!.stationId,
    toStationId: stops[last]!.stationId,
    isWhole: first === 0 && last === stops.length - 1,
    planned: plannedSums,
    measured,
    gapMin,
    gapKm: sum(gaps.map((piece) => piece.lengthKm)),
    onRoadShare: lengthKm > 0 ? onRoadKm / lengthKm : 0,
    speedFactor: calibration.ok ? calibration.value.speedFactor : null,
    speedKmPerH: calibration.ok ? calibration.value.speedKmPerH : null,
    plannedKmPerH:
      plannedSums.drivingMin > 0 ? (plannedSums.lengthKm / plannedSums.drivingMin) * minPerHour : null,
  };
}
