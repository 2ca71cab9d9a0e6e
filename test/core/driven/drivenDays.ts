import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { haversineKm, type LonLat } from '../../../src/core/geo.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { LineId, StationId } from '../../../src/core/model/ids.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { unpackRoads } from '../../../src/core/network/packedRoads.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { createRandom } from '../../../src/core/random.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { importRoadFiles } from '../../../workers/roadImport.ts';
import { drawnCountyRoads } from '../../e2e/drawnCountyRoads.ts';

/** Days as a driver would record them who drives exactly as the plan says, made from a plan. */

/** A shipped county's default scenario, on roads drawn for it unless it is to have none. */
export function countyScenario(countyId: string, hasRoads: boolean): Scenario {
  const county = readCounty(readCountyFiles(countyId));
  if (!county.ok) throw new Error(`${countyId} cannot be read`);
  const { scenarios, defaultScenarioId } = county.value;
  const scenario = scenarios.find(({ id }) => id === defaultScenarioId)!;
  if (!hasRoads) return scenario;
  const bytes = new TextEncoder().encode(drawnCountyRoads(countyId));
  const request = { coordinateSystem: 'auto', meridianDeg: null, countyLonDeg: 108, clip: null } as const;
  const files = [{ name: 'drawn.geojson', bytes }];
  const { packedRoads } = toEnd(importRoadFiles({ files, ...request, skipKeys: [] }));
  return { ...scenario, roads: toEnd(unpackRoads(packedRoads!)) };
}

export const reportOf = (scenario: Scenario, iterations = 60): Report =>
  toEnd(runScenario(scenario, { seed: 1, iterations })) as Report;

export interface Recorded {
  readonly lonLat: LonLat;
  readonly clockMin: number;
}

export interface DriveOptions {
  readonly intervalSec: number;
  /** Standard deviation east and north of every fix by itself: rougher than a receiver, whose faults go together. */
  readonly noiseM?: number;
  readonly seed?: number;
  /** Stops driven past. */
  readonly skips?: readonly StationId[];
  /** Late by so many minutes from the start. */
  readonly lateMin?: number;
  /** All driving takes this many times as long. */
  readonly slowness?: number;
}

/** A way over stations; rests are taken half way to one. */
export interface Drive {
  readonly originId: StationId;
  readonly departureClockMin: number;
  readonly stops: readonly {
    readonly stationId: StationId;
    readonly dwellMin: number;
    readonly restMin: number;
  }[];
  /** null = it ends at the last stop. */
  readonly back: { readonly restMin: number } | null;
}

/** The trip of a plan, from five minutes before it leaves to five after it is back. */
export function driveTrip(report: Report, lineId: LineId, options: DriveOptions, roundIndex = 0): Recorded[] {
  const { originId } = report.plan.lines.find(({ id }) => id === lineId)!;
  const trip = report.evaluation.lines.find((each) => each.lineId === lineId)!.trips[roundIndex]!;
  let leftClockMin = trip.departureClockMin;
  const restBefore = (arrivalClockMin: number, legMin: number): number => {
    const restMin = arrivalClockMin - leftClockMin - legMin;
    return restMin > 1 ? restMin : 0;
  };
  const stops = trip.visits.map(({ stationId, arrivalClockMin, departureClockMin, legMin }) => {
    const restMin = restBefore(arrivalClockMin, legMin);
    leftClockMin = departureClockMin;
    return { stationId, dwellMin: departureClockMin - arrivalClockMin, restMin };
  });
  const back = trip.returnLegMin > 0 ? { restMin: restBefore(trip.returnClockMin, trip.returnLegMin) } : null;
  const drive = { originId, departureClockMin: trip.departureClockMin, stops, back };
  return driveAlong({ ...report.scenario, roads: report.roads }, drive, options);
}

/** Drives over the ways of least time at the speeds of the scenario. */
export function driveAlong(scenario: Scenario, drive: Drive, options: DriveOptions): Recorded[] {
  const { intervalSec, noiseM = 0, seed = 1, skips = [], lateMin = 0, slowness = 1 } = options;
  const { paths } = travelMatrix(scenario);
  const timeline: Recorded[] = [];
  let clockMin = drive.departureClockMin + lateMin - 5;
  let at = drive.originId;
  const lonLatOf = (id: StationId): LonLat =>
    [scenario.depot, ...scenario.stations].find((station) => station.id === id)!.lonLat;
  const stand = (minutes: number): void => {
    timeline.push({ lonLat: lonLatOf(at), clockMin });
    clockMin += minutes;
    timeline.push({ lonLat: lonLatOf(at), clockMin });
  };
  const driveTo = (to: StationId, restMin: number): void => {
    const { coordinates, steps, lengthM } = paths.legPath(at, to)!;
    const km = coordinates.map((point, index) =>
      index === 0 ? 0 : haversineKm(coordinates[index - 1]!, point),
    );
    const totalKm = km.reduce((sum, each) => sum + each, 0);
    // Minutes at a share of the way: the steps have lengths and times, the points positions.
    const minutesAt = (share: number): number => {
      let [leftM, minutes] = [share * lengthM, 0];
      for (const step of steps) {
        const partM = Math.min(leftM, step.lengthM);
        minutes += step.lengthM > 0 ? (step.durationS / 60) * (partM / step.lengthM) : 0;
        leftM -= partM;
      }
      return minutes * slowness;
    };
    let doneKm = 0;
    for (const [index, point] of coordinates.entries()) {
      doneKm += km[index]!;
      timeline.push({ lonLat: point, clockMin: clockMin + minutesAt(totalKm > 0 ? doneKm / totalKm : 1) });
      if (restMin === 0 || index !== coordinates.length >> 1) continue;
      clockMin += restMin;
      timeline.push({ lonLat: point, clockMin: timeline.at(-1)!.clockMin + restMin });
    }
    clockMin += minutesAt(1);
    at = to;
  };
  stand(5);
  for (const { stationId, dwellMin, restMin } of drive.stops) {
    if (skips.includes(stationId)) continue;
    driveTo(stationId, restMin);
    stand(dwellMin);
  }
  if (drive.back) {
    driveTo(drive.originId, drive.back.restMin);
    stand(5);
  }
  return withNoise(sampled(timeline, intervalSec), noiseM, seed);
}

function sampled(timeline: readonly Recorded[], intervalSec: number): Recorded[] {
  const fixes: Recorded[] = [];
  let index = 0;
  const end = timeline.at(-1)!.clockMin;
  for (let clockMin = timeline[0]!.clockMin; clockMin <= end; clockMin += intervalSec / 60) {
    while (index + 1 < timeline.length - 1 && timeline[index + 1]!.clockMin <= clockMin) index++;
    const [a, b] = [timeline[index]!, timeline[index + 1]!];
    const span = b.clockMin - a.clockMin;
    const share = span > 0 ? Math.min(1, (clockMin - a.clockMin) / span) : 1;
    const between = (axis: 0 | 1): number => a.lonLat[axis] + share * (b.lonLat[axis] - a.lonLat[axis]);
    fixes.push({ lonLat: [between(0), between(1)], clockMin });
  }
  return fixes;
}

function withNoise(fixes: readonly Recorded[], noiseM: number, seed: number): Recorded[] {
  const random = createRandom(seed);
  const gaussian = (): number =>
    Math.sqrt(-2 * Math.log(1 - random.nextFloat())) * Math.cos(2 * Math.PI * random.nextFloat());
  return fixes.map(({ lonLat: [lon, lat], clockMin }) => ({
    lonLat: [
      lon + (noiseM * gaussian()) / (111_195 * Math.cos((lat * Math.PI) / 180)),
      lat + (noiseM * gaussian()) / 111_195,
    ],
    clockMin,
  }));
}

/** Minutes after midnight in China as the time of a GPX file. */
export function gpxTime(clockMin: number, day = '2026-05-12'): string {
  const midnightMs = Date.parse(`${day}T00:00:00+08:00`);
  return new Date(midnightMs + Math.round(clockMin * 60_000)).toISOString();
}

export function gpxOf(parts: readonly (readonly Recorded[])[], day?: string): string {
  const segments = parts.map((fixes) => {
    const points = fixes.map(
      ({ lonLat: [lon, lat], clockMin }) =>
        `<trkpt lat="${lat.toFixed(7)}" lon="${lon.toFixed(7)}"><time>${gpxTime(clockMin, day)}</time></trkpt>`,
    );
    return `<trkseg>${points.join('')}</trkseg>`;
  });
  return `<?xml version="1.0"?><gpx version="1.1" creator="test" xmlns="http://www.topografix.com/GPX/1/1"><trk>${segments.join('')}</trk></gpx>`;
}

export const gpxFile = (text: string, name = 'day.gpx') => ({ name, bytes: new TextEncoder().encode(text) });
