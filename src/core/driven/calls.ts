import type { LonLat } from '../geo.ts';
import type { StationId } from '../model/ids.ts';
import type { Station } from '../model/scenario.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import { nearestOnSegment } from '../network/localPlane.ts';
import type { ClockMin, Metres } from '../units.ts';
import { isGapBefore, metresBetween, placeOf } from './fixes.ts';
import type { Stay } from './stays.ts';

/** The vehicle at a place: a stay, or the place where the recording begins or ends. */
export interface Call {
  /** Within the radius, nearest first; empty = at no station. */
  readonly stationIds: readonly StationId[];
  readonly lonLat: LonLat;
  /** null = it was there when the recording began. */
  readonly arrivalClockMin: ClockMin | null;
  /** null = it was there when the recording ended. */
  readonly departureClockMin: ClockMin | null;
}

export function callsOf(
  track: TimedTrack,
  stays: readonly Stay[],
  stations: readonly Station[],
  radiusM: Metres,
): Call[] {
  const last = track.clockMin.length - 1;
  const calls: Call[] = [];
  const at = (lonLat: LonLat): StationId[] => stationsAt(lonLat, stations, radiusM);
  const end = (fix: number, clocks: Pick<Call, 'arrivalClockMin' | 'departureClockMin'>): void => {
    const lonLat = placeOf(track, fix);
    const stationIds = at(lonLat);
    if (stationIds.length > 0) calls.push({ stationIds, lonLat, ...clocks });
  };
  if (!stays.some(({ firstFix }) => firstFix === 0))
    end(0, { arrivalClockMin: null, departureClockMin: track.clockMin[0]! });
  for (const stay of stays)
    calls.push({
      stationIds: at(stay.lonLat),
      lonLat: stay.lonLat,
      arrivalClockMin: stay.firstFix === 0 ? null : stay.arrivalClockMin,
      departureClockMin: stay.lastFix === last ? null : stay.departureClockMin,
    });
  if (!stays.some(({ lastFix }) => lastFix === last))
    end(last, { arrivalClockMin: track.clockMin[last]!, departureClockMin: null });
  return joined(track, calls, stations, radiusM);
}

function stationsAt(lonLat: LonLat, stations: readonly Station[], radiusM: Metres): StationId[] {
  return stations
    .map((station) => ({ id: station.id, distanceM: metresBetween(lonLat, station.lonLat) }))
    .filter(({ distanceM }) => distanceM <= radiusM)
    .sort((a, b) => a.distanceM - b.distanceM)
    .map(({ id }) => id);
}

/** Two stays at one station between which the vehicle was only moved are one call. */
function joined(
  track: TimedTrack,
  calls: readonly Call[],
  stations: readonly Station[],
  radiusM: Metres,
): Call[] {
  const result: Call[] = [];
  for (const call of calls) {
    const last = result.at(-1);
    const station = stations.find(({ id }) => id === call.stationIds[0]);
    const isSame =
      last !== undefined &&
      station !== undefined &&
      last.stationIds[0] === station.id &&
      !hasLeft(track, station, last.departureClockMin ?? 0, call.arrivalClockMin ?? 0, 2 * radiusM);
    if (!isSame) result.push(call);
    else result[result.length - 1] = { ...last, departureClockMin: call.departureClockMin };
  }
  return result;
}

function hasLeft(track: TimedTrack, station: Station, from: ClockMin, to: ClockMin, limitM: Metres): boolean {
  for (const [fix, clock] of track.clockMin.entries()) {
    if (clock < from || clock > to) continue;
    if (metresBetween(placeOf(track, fix), station.lonLat) > limitM) return true;
  }
  return false;
}

/** Nearest a vehicle came to a point between two clocks, between its fixes too where nothing is missing. */
export function nearestApproach(
  track: TimedTrack,
  lonLat: LonLat,
  fromClockMin: ClockMin,
  toClockMin: ClockMin,
): { readonly distanceM: Metres; readonly clockMin: ClockMin } | null {
  let best: { distanceM: Metres; clockMin: ClockMin } | null = null;
  for (let fix = 0; fix < track.clockMin.length; fix++) {
    const clock = track.clockMin[fix]!;
    if (clock < fromClockMin || clock > toClockMin) continue;
    const before = fix > 0 && !isGapBefore(track, fix) ? fix - 1 : fix;
    const hit = nearestOnSegment(lonLat, placeOf(track, before), placeOf(track, fix));
    if (best && hit.distanceM >= best.distanceM) continue;
    const startClock = track.clockMin[before]!;
    best = { distanceM: hit.distanceM, clockMin: startClock + hit.share * (clock - startClock) };
  }
  return best;
}
