import type { LonLat } from '../geo.ts';
import { judgeSystem, type SystemEvidence } from '../io/tables/crs/judgeSystem.ts';
import { systemToWgs84 } from '../io/tables/crs/systems.ts';
import type { SystemBasis, TrackSystem } from '../model/drivenDay.ts';
import { isRealPoint, type Station } from '../model/scenario.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import type { RoadIndex } from '../network/snap.ts';
import type { Metres } from '../units.ts';
import { metresBetween, placeOf } from './fixes.ts';
import type { Stay } from './stays.ts';

export interface SystemFound {
  readonly system: TrackSystem;
  readonly basis: SystemBasis;
  readonly evidence: readonly SystemEvidence[];
}

/** So many fixes tell as much as all of them. */
const sampleCount = 400;
/** Farther from any road, a fix says nothing of the system: the shifts are of some hundred metres. */
const farM: Metres = 1500;
/** A track lies on the roads: half of its fixes nearer than this. */
const onRoadM: Metres = 40;
/** The roads must fit so many times better than without a shift. */
const clearFactor = 3;
/** A stay this near to a station may be a call there in one of the systems. */
const reachM: Metres = 1200;

/**
 * GPX says WGS-84, but map apps in China write GCJ-02 (300 to 700 m off), some BD-09. Told by the roads the track must lie
 * on, else by the stations at which it stands (`judgeSystem`, as for the points of tables); in doubt as the format says.
 */
export function systemOfTrack(
  track: TimedTrack,
  stays: readonly Stay[],
  stations: readonly Station[],
  roads: RoadIndex | null,
): SystemFound {
  const distanceToRoadM =
    roads && ((lonLat: LonLat): Metres => roads.nearest(lonLat, farM)?.distanceM ?? farM);
  const step = Math.max(1, Math.floor(track.clockMin.length / sampleCount));
  const sample: LonLat[] = [];
  for (let fix = 0; fix < track.clockMin.length; fix += step) sample.push(placeOf(track, fix));
  const points = stays.flatMap(({ lonLat }) => {
    const near = stations
      .filter(({ coordQuality }) => isRealPoint(coordQuality))
      .map((station) => ({ station, distanceM: metresBetween(lonLat, station.lonLat) }))
      .filter(({ distanceM }) => distanceM <= reachM)
      .sort((a, b) => a.distanceM - b.distanceM)[0];
    return near ? [{ given: lonLat, known: near.station.lonLat, group: '' }] : [];
  });
  const verdict = judgeSystem(points, sample, distanceToRoadM);
  const evidence = verdict?.evidence ?? [];
  const roadM = (system: TrackSystem): Metres =>
    evidence.find((each) => each.system === system)?.roadDistanceM ?? Number.POSITIVE_INFINITY;
  if (roads) {
    const [best] = evidence.toSorted((a, b) => roadM(a.system) - roadM(b.system));
    if (best && roadM(best.system) <= onRoadM) {
      const isClear = best.system === 'wgs84' || clearFactor * roadM(best.system) < roadM('wgs84');
      return { system: isClear ? best.system : 'wgs84', basis: 'roads', evidence };
    }
  }
  if (verdict?.isClear) return { system: verdict.system, basis: 'stations', evidence };
  return { system: 'wgs84', basis: 'none', evidence };
}

/** The track in WGS-84. */
export function trackInWgs84(track: TimedTrack, system: TrackSystem): TimedTrack {
  if (system === 'wgs84') return track;
  const points = Array.from(track.lon, (_, fix) => systemToWgs84(placeOf(track, fix), system));
  return {
    ...track,
    lon: Float64Array.from(points, ([lon]) => lon),
    lat: Float64Array.from(points, ([, lat]) => lat),
  };
}
