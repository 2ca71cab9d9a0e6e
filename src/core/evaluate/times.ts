import type { StopTimes, TimeDistribution } from '../model/evaluation.ts';
import type { LineId, StationId } from '../model/ids.ts';
import type { Station } from '../model/scenario.ts';
import { type Hours, minPerDay, minPerHour, type Parcels, type Share } from '../units.ts';
import { type Arrival, availableMin } from './cohorts.ts';
import { parcelsLeft } from './unserved.ts';

/** One cohort available at one station. */
export interface Availability {
  readonly stationId: StationId;
  readonly lineId: LineId;
  readonly parcelsPerDay: Parcels;
  /** Villages waiting at the station; 1 where it serves no village. */
  readonly villages: number;
  readonly cohortShare: Share;
  readonly hours: number;
  /** Midnights between arrival at the depot and availability: 0 = the same day. */
  readonly calendarDays: number;
  readonly sortMin: number;
  readonly waitDepartureMin: number;
  readonly driveMin: number;
  readonly hubWaitMin: number;
  readonly closedMin: number;
}

/** Splits the way of one cohort to one station into its parts; they add up to the whole time. */
export function availabilityOf(
  arrival: Arrival,
  station: Station,
  lineId: LineId,
  weights: { readonly parcelsPerDay: Parcels; readonly villages: number; readonly cohortShare: Share },
): Availability {
  const { cohort } = arrival;
  const openMin = availableMin(station, arrival.arrivedMin);
  const isFromDepot = cohort.hereMin === cohort.bornMin;
  return {
    stationId: station.id,
    lineId,
    parcelsPerDay: weights.parcelsPerDay * weights.cohortShare,
    villages: weights.villages * weights.cohortShare,
    cohortShare: weights.cohortShare,
    hours: (openMin - cohort.bornMin) / minPerHour,
    calendarDays: Math.floor(openMin / minPerDay) - Math.floor(cohort.bornMin / minPerDay),
    sortMin: cohort.sortMin,
    waitDepartureMin: isFromDepot
      ? arrival.leftOriginMin - cohort.bornMin - cohort.sortMin
      : cohort.waitDepartureMin,
    driveMin: cohort.driveMin + arrival.arrivedMin - arrival.leftOriginMin,
    hubWaitMin: isFromDepot ? 0 : arrival.leftOriginMin - cohort.hereMin,
    closedMin: openMin - arrival.arrivedMin,
  };
}

/** Mean, worst and parts of the time, per station and line. */
export function stopTimes(availabilities: readonly Availability[]): StopTimes[] {
  const byStation = new Map<StationId, Map<LineId, StopSums>>();
  const all: StopSums[] = [];
  for (const entry of availabilities) {
    let byLine = byStation.get(entry.stationId);
    if (!byLine) {
      byLine = new Map();
      byStation.set(entry.stationId, byLine);
    }
    let sums = byLine.get(entry.lineId);
    if (!sums) {
      sums = new StopSums(entry.stationId, entry.lineId);
      byLine.set(entry.lineId, sums);
      all.push(sums);
    }
    sums.add(entry);
  }
  return all.map((sums) => sums.toTimes());
}

/** Weighted sums of one station on one line. */
class StopSums {
  private share = 0;
  private hours = 0;
  private worstH = 0;
  private sortMin = 0;
  private waitDepartureMin = 0;
  private driveMin = 0;
  private hubWaitMin = 0;
  private closedMin = 0;

  constructor(
    private readonly stationId: StationId,
    private readonly lineId: LineId,
  ) {}

  add(entry: Availability): void {
    const share = entry.cohortShare;
    this.share += share;
    this.hours += share * entry.hours;
    if (entry.hours > this.worstH) this.worstH = entry.hours;
    this.sortMin += share * entry.sortMin;
    this.waitDepartureMin += share * entry.waitDepartureMin;
    this.driveMin += share * entry.driveMin;
    this.hubWaitMin += share * entry.hubWaitMin;
    this.closedMin += share * entry.closedMin;
  }

  toTimes(): StopTimes {
    const meanH = (minutes: number): number => minutes / this.share / minPerHour;
    return {
      stationId: this.stationId,
      lineId: this.lineId,
      meanH: this.hours / this.share,
      worstH: this.worstH,
      parts: {
        sortH: meanH(this.sortMin),
        waitDepartureH: meanH(this.waitDepartureMin),
        driveH: meanH(this.driveMin),
        hubWaitH: meanH(this.hubWaitMin),
        stationClosedH: meanH(this.closedMin),
      },
    };
  }
}

const tolerance = 1e-9;

/** Smallest time by which at least `share` of the parcels are available; missing when there are none. */
function quantileH(points: TimeDistribution['points'], share: Share, totalParcels: Parcels): Hours {
  let reached = 0;
  for (const point of points) {
    reached += point.parcelsPerDay;
    if (reached >= share * totalParcels - tolerance) return point.hours;
  }
  return points.at(-1)?.hours ?? Number.NaN;
}

/** What the measured tier asks for, whether lines bring it or not: the denominators of the shares. */
export interface Asked {
  readonly parcelsPerDay: Parcels;
  /** Villages that parcels are bound for. */
  readonly villageCount: number;
}

/** Weighted distribution over all cohorts and stations; what lines do not bring of what is asked for is late. */
export function timeDistribution(
  availabilities: readonly Availability[],
  { parcelsPerDay, villageCount }: Asked,
): TimeDistribution {
  const stations = new Map<StationId, { worstH: number; villages: number; share: Share }>();
  for (const entry of availabilities) {
    const station = stations.get(entry.stationId) ?? { worstH: 0, villages: 0, share: 0 };
    station.worstH = Math.max(station.worstH, entry.hours);
    station.villages += entry.villages;
    station.share += entry.cohortShare;
    stations.set(entry.stationId, station);
  }
  const villagesWithin48h = [...stations.values()]
    .filter(({ worstH, share }) => worstH <= 48 + tolerance && share >= 1 - tolerance)
    .reduce((sum, { villages }) => sum + villages, 0);
  const villageShareWithin48h = villageCount > 0 ? villagesWithin48h / villageCount : Number.NaN;
  return timeStatistics(availabilities, { parcelsPerDay, villageCount, villageShareWithin48h });
}

/**
 * Merges points of equal time and reads the quantiles and shares off them. Hours are those of the parcels that arrive,
 * shares count the others as late. Without parcels there is no figure.
 */
export function timeStatistics(
  entries: readonly TimeDistribution['points'][number][],
  asked: Asked & { readonly villageShareWithin48h: Share },
): TimeDistribution {
  // Times that differ by less than the last digit of a microhour are one point.
  const keyed = entries
    .map((entry) => ({ entry, key: Math.round(entry.hours * 1e6) }))
    .sort((a, b) => a.key - b.key || a.entry.calendarDays - b.entry.calendarDays);
  const points: { hours: number; parcelsPerDay: number; villages: number; calendarDays: number }[] = [];
  let lastKey = Number.NaN;
  for (const { entry, key } of keyed) {
    const last = points.at(-1);
    if (last && key === lastKey && last.calendarDays === entry.calendarDays) {
      last.parcelsPerDay += entry.parcelsPerDay;
      last.villages += entry.villages;
      continue;
    }
    lastKey = key;
    const { hours, parcelsPerDay, villages, calendarDays } = entry;
    points.push({ hours, parcelsPerDay, villages, calendarDays });
  }
  const arriving = points.reduce((sum, point) => sum + point.parcelsPerDay, 0);
  const parcelsPerDay = arriving + parcelsLeft(asked.parcelsPerDay, arriving);
  const shareOf = (belongs: (point: TimeDistribution['points'][number]) => boolean): Share =>
    parcelsPerDay > 0
      ? points.filter(belongs).reduce((sum, point) => sum + point.parcelsPerDay, 0) / parcelsPerDay
      : Number.NaN;
  return {
    points,
    parcelsPerDay,
    villageCount: asked.villageCount,
    medianH: quantileH(points, 0.5, arriving),
    p90H: quantileH(points, 0.9, arriving),
    p95H: quantileH(points, 0.95, arriving),
    worstH: points.at(-1)?.hours ?? Number.NaN,
    meanH:
      arriving > 0
        ? points.reduce((sum, point) => sum + point.hours * point.parcelsPerDay, 0) / arriving
        : Number.NaN,
    shareWithin24h: shareOf((point) => point.hours <= 24 + tolerance),
    shareWithin48h: shareOf((point) => point.hours <= 48 + tolerance),
    shareWithin72h: shareOf((point) => point.hours <= 72 + tolerance),
    shareWithin2CalendarDays: shareOf((point) => point.calendarDays <= 2),
    villageShareWithin48h: asked.villageShareWithin48h,
  };
}
