import { issue } from '../issues.ts';
import type { Graded } from '../model/graded.ts';
import type { StationId } from '../model/ids.ts';
import { type RoadClass, roadClasses, type TravelSettings } from '../model/scenario.ts';
import { type TravelMatrix, unreachable } from '../model/travel.ts';
import type { Result } from '../result.ts';
import { type ClockMin, type Km, type Minutes, minPerHour } from '../units.ts';

/** A line that somebody drives today, as a driver would tell it. */
export interface KnownLine {
  readonly lengthKm: Km;
  readonly startClockMin: ClockMin;
  readonly endClockMin: ClockMin;
  readonly stopCount: number;
  /** Time at each stop. */
  readonly dwellMin: Minutes;
}

/** The same line as the model drives it. */
export interface ModelledLine {
  readonly lengthKm: Km;
  readonly drivingMin: Minutes;
}

export interface Calibration {
  /** Time on the road of the known line: from start to end less the stops. */
  readonly drivingMin: Minutes;
  readonly speedKmPerH: number;
  /** Multiply all speeds by this to make the model as fast per km as the known line; above 1 = the model is too slow. */
  readonly speedFactor: number;
  /** Known km per modelled km: how far the roads of the model are too short (above 1) or too long. */
  readonly lengthFactor: number;
}

/** Speed factor from a known line. Its own km are used, so that wrong lengths do not pass for wrong speeds. */
export function calibrateFromLine(known: KnownLine, modelled: ModelledLine): Result<Calibration> {
  const drivingMin = known.endClockMin - known.startClockMin - known.stopCount * known.dwellMin;
  if (!(drivingMin > 0) || !(known.lengthKm > 0)) {
    const params = { drivingMin, lengthKm: known.lengthKm };
    return { ok: false, issues: [issue('calibration.noDrivingTime', params)] };
  }
  if (!(modelled.drivingMin > 0) || !(modelled.lengthKm > 0)) {
    return { ok: false, issues: [issue('calibration.noWay')] };
  }
  const speedKmPerH = (known.lengthKm / drivingMin) * minPerHour;
  const modelledKmPerH = (modelled.lengthKm / modelled.drivingMin) * minPerHour;
  const speedFactor = speedKmPerH / modelledKmPerH;
  const lengthFactor = known.lengthKm / modelled.lengthKm;
  return { ok: true, value: { drivingMin, speedKmPerH, speedFactor, lengthFactor }, issues: [] };
}

/** The way over stations in their order, start and end included; an unreachable leg gives no driving time. */
export function modelledLine(matrix: TravelMatrix, stationIds: readonly StationId[]): ModelledLine {
  const indexOf = new Map(matrix.stationIds.map((id, index) => [id, index]));
  let lengthM = 0;
  let durationS = 0;
  for (let leg = 1; leg < stationIds.length; leg++) {
    const from = indexOf.get(stationIds[leg - 1]!);
    const to = indexOf.get(stationIds[leg]!);
    if (from === undefined || to === undefined) throw new Error('invariant: line over unknown stations');
    const entry = from * matrix.stationIds.length + to;
    if (matrix.durationS[entry]! >= unreachable) return { lengthKm: 0, drivingMin: 0 };
    lengthM += matrix.lengthM[entry]!;
    durationS += matrix.durationS[entry]!;
  }
  return { lengthKm: lengthM / 1000, drivingMin: durationS / 60 };
}

/** Travel settings with all class speeds multiplied, each marked as set by the user, its range scaled with it. */
export function scaleSpeeds(travel: TravelSettings, speedFactor: number, source: string): TravelSettings {
  const scaled = ({ value, low, high }: Graded): Graded => ({
    value: value * speedFactor,
    ...(low === undefined ? {} : { low: low * speedFactor }),
    ...(high === undefined ? {} : { high: high * speedFactor }),
    grade: 'user',
    source,
  });
  const speedKmPerH = Object.fromEntries(
    roadClasses.map((roadClass) => [roadClass, scaled(travel.speedKmPerH[roadClass])]),
  ) as Record<RoadClass, Graded>;
  return { ...travel, speedKmPerH };
}
