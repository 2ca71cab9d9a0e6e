import type { LonLat } from '../geo.ts';
import { systemNames } from '../io/tables/crs/systems.ts';
import { type Issue, issue } from '../issues.ts';
import type { DrivenDay, DrivenSettings, DrivenTrip } from '../model/drivenDay.ts';
import type { Evaluation } from '../model/evaluation.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { TimedTrack } from '../model/timedTrack.ts';
import type { Minutes } from '../units.ts';
import { type Call, callsOf } from './calls.ts';
import { classSpeeds } from './classSpeeds.ts';
import { fitTrips, plannedTrips } from './fitTrips.ts';
import { isGapBefore, placeOf, thinned } from './fixes.ts';
import { measureTrip } from './measureTrip.ts';
import { piecesOf } from './pieces.ts';
import { longestRecording, partOfTrack, recordingsOf } from './recordings.ts';
import { prepareRoadWays } from './roadWays.ts';
import { findStays } from './stays.ts';
import { type SystemFound, systemOfTrack, trackInWgs84 } from './trackSystem.ts';

/** The plan a day is held against. */
export interface DayPlan {
  readonly scenario: Pick<Scenario, 'depot' | 'stations' | 'roads' | 'travel'>;
  readonly plan: Plan;
  readonly evaluation: Evaluation;
}

/** Sparser fixes make arrivals uncertain by as much, and cut corners. */
const sparseSec = 60;
/** An app that writes the local time as UTC is off by eight hours. */
const wrongZoneMin: Minutes = 480;
const zoneToleranceMin: Minutes = 75;

/** Measures a recorded day against a plan: which trip it was, stop by stop, and the speeds on the roads of each class. */
export function measureDay(file: TimedTrack, settings: DrivenSettings, against: DayPlan): DrivenDay {
  const { scenario, plan, evaluation } = against;
  const ranges = recordingsOf(file);
  const recordings = ranges.map((range) => partOfTrack(file, range, settings.clockShiftMin));
  const recording = Math.min(settings.recording ?? longestRecording(file, ranges), ranges.length - 1);
  const asWritten = recordings[recording]!;

  const stations = [scenario.depot, ...scenario.stations];
  const stationById = new Map(stations.map((station) => [station.id, station]));
  const ways = scenario.roads && prepareRoadWays(scenario.roads);
  const found: SystemFound =
    settings.system === 'auto'
      ? systemOfTrack(asWritten, findStays(asWritten, settings.leastStayMin), stations, ways?.index ?? null)
      : { system: settings.system, basis: 'chosen', evidence: [] };
  const track = trackInWgs84(asWritten, found.system);
  const stays = findStays(track, settings.leastStayMin);
  const calls = callsOf(track, stays, stations, settings.radiusM);
  const pieces = piecesOf(track, stays, ways);

  const trips = plannedTrips(plan, evaluation);
  const fits = fitTrips(calls, trips);
  const chosen =
    settings.trip && trips.some((each) => isTrip(each, settings.trip!)) ? settings.trip : (fits[0] ?? null);
  const planned = chosen && trips.find((each) => isTrip(each, chosen));
  const trip = planned
    ? measureTrip(planned, { track, calls, pieces, stationById, radiusM: settings.radiusM })
    : null;
  const measured = ways && classSpeeds(pieces, scenario.travel);
  const intervalSec = medianIntervalSec(track);
  const last = track.clockMin.length - 1;
  return {
    day: track.day,
    system: found.system,
    systemBasis: found.basis,
    startClockMin: track.clockMin[0]!,
    endClockMin: track.clockMin[last]!,
    fixCount: track.clockMin.length,
    intervalSec,
    recordings: recordings.map(({ day, clockMin }) => ({
      day,
      startClockMin: clockMin[0]!,
      endClockMin: clockMin.at(-1)!,
    })),
    recording,
    course: courseOf(track),
    fits,
    trip,
    classSpeeds: measured?.speeds ?? null,
    unclassedKm: measured?.unclassedKm ?? 0,
    issues: [
      ...systemIssues(found),
      ...(ranges.length > 1 ? [issue('track.severalRecordings', { count: ranges.length })] : []),
      ...(intervalSec > sparseSec ? [issue('driven.sparse', { seconds: Math.round(intervalSec) })] : []),
      ...callIssues(calls, trip, settings),
      ...(trip ? tripIssues(trip) : []),
    ],
  };
}

type TripName = Pick<DrivenTrip, 'lineId' | 'roundIndex'>;
const isTrip = (a: TripName, b: TripName): boolean => a.lineId === b.lineId && a.roundIndex === b.roundIndex;

function medianIntervalSec({ clockMin }: TimedTrack): number {
  const intervals = Float64Array.from(clockMin.subarray(1), (clock, index) => clock - clockMin[index]!);
  return intervals.length === 0 ? 0 : 60 * intervals.sort()[intervals.length >> 1]!;
}

function courseOf(track: TimedTrack): LonLat[][] {
  const parts: LonLat[][] = [];
  for (const [index, fix] of thinned(track, 0, track.clockMin.length).entries()) {
    if (index === 0 || isGapBefore(track, fix)) parts.push([]);
    parts.at(-1)!.push(placeOf(track, fix));
  }
  return parts.filter((part) => part.length > 1);
}

function systemIssues({ system, basis, evidence }: SystemFound): Issue[] {
  if (basis === 'chosen') return [];
  if (basis === 'none') return [issue('driven.systemAssumed')];
  if (system === 'wgs84') return [];
  const metres = (key: string): number => {
    const own = evidence.find((each) => each.system === key);
    return Math.round((basis === 'roads' ? own?.roadDistanceM : own?.shiftM) ?? Number.NaN);
  };
  const params = { crs: systemNames[system], beforeM: metres('wgs84'), afterM: metres(system) };
  return [issue(basis === 'roads' ? 'driven.shiftedToRoads' : 'driven.shiftedToStations', params)];
}

function callIssues(calls: readonly Call[], trip: DrivenTrip | null, settings: DrivenSettings): Issue[] {
  if (trip?.stops.some(({ role, state }) => role === 'stop' && state === 'called')) return [];
  const hasCalls = calls.some(({ stationIds }) => stationIds.length > 0);
  return [issue(hasCalls ? 'driven.noLine' : 'driven.noCalls', { radiusM: settings.radiusM })];
}

function tripIssues({ stops, totals }: DrivenTrip): Issue[] {
  const issues: Issue[] = [];
  const offMin = stops
    .flatMap(({ state, arrivalClockMin, plannedArrivalClockMin }) =>
      state === 'called' && arrivalClockMin !== null && plannedArrivalClockMin !== null
        ? [arrivalClockMin - plannedArrivalClockMin]
        : [],
    )
    .sort((a, b) => a - b);
  const medianOffMin = offMin[offMin.length >> 1] ?? 0;
  if (Math.abs(medianOffMin - wrongZoneMin) <= zoneToleranceMin)
    issues.push(issue('driven.wrongZone', { hours: Math.round(medianOffMin / 60) }));
  const guessed = stops.filter(({ isRealPoint, state }) => !isRealPoint && state !== 'called');
  if (guessed.length > 0) issues.push(issue('driven.placedByRule', { count: guessed.length }));
  if (totals && totals.gapMin > 0)
    issues.push(issue('driven.gaps', { minutes: Math.round(totals.gapMin), km: Math.round(totals.gapKm) }));
  return issues;
}
