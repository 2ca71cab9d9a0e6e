import { issue } from '../issues.ts';
import type { Graded } from '../model/graded.ts';
import { type RoadClass, roadClasses, type TravelSettings } from '../model/scenario.ts';
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
