import {
  breakEvenParcelsPerDay,
  chargedYuanPerDay,
  isShort,
  judgedStops,
  missingYuanPerDay,
  stopParcelsPerDay,
} from '../../core/cost/stopBreakEven.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { daysPerYear } from '../../core/units.ts';
import { shortPlaceName } from '../bilingual.ts';
import { townshipOf } from '../levels/levelTree.ts';
import { lineColour } from '../theme.ts';
import { missingYuanPerParcel } from './stopColours.ts';
import type { Stops } from './useStops.ts';

/** One row of the table of stops, and one point of its chart. */
export interface StopRow {
  readonly stationId: StationId;
  readonly name: string;
  readonly township: string;
  readonly lines: readonly { readonly lineId: LineId; readonly number: number; readonly colour: string }[];
  readonly parcelsPerDay: number;
  readonly detourKmPerDay: number;
  readonly stopMinPerDay: number;
  readonly stopYuanPerDay: number;
  readonly yuanPerParcelMore: number;
  /** Infinite = never. */
  readonly breakEvenParcelsPerDay: number;
  /** What each of its parcels costs, as it is charged; infinite without parcels. */
  readonly chargedYuanPerParcel: number;
  /** Below 0 = over. */
  readonly missingYuanPerParcel: number;
  /** 0 where nothing is missing. */
  readonly missingYuanPerYear: number;
  readonly isShort: boolean;
}

/** The stations that are judged, those that lack most first. */
export function stopRows(stops: Stops): StopRow[] {
  const { report, basis, incomeYuanPerParcel } = stops;
  const stationById = new Map(report.scenario.stations.map((station) => [station.id, station]));
  const placeById = new Map(report.scenario.places.map((place) => [place.id, place]));
  const numbers = new Map(report.plan.lines.map(({ id }, index) => [id, index]));
  return judgedStops(stops.stops, basis)
    .map((stop): StopRow => {
      const station = stationById.get(stop.stationId)!;
      const townshipId = townshipOf(station, placeById);
      const township = townshipId === null ? undefined : placeById.get(townshipId);
      const parcelsPerDay = stopParcelsPerDay(stop);
      const charged = chargedYuanPerDay(stop, basis);
      const missing = missingYuanPerDay(stop, basis, incomeYuanPerParcel);
      return {
        stationId: stop.stationId,
        name: shortPlaceName(station.name),
        township: township ? shortPlaceName(township.name) : '',
        lines: stop.lineIds.map((lineId) => {
          const index = numbers.get(lineId)!;
          return { lineId, number: index + 1, colour: lineColour(index) };
        }),
        parcelsPerDay,
        detourKmPerDay: stop.detourKmPerDay,
        stopMinPerDay: stop.stopMinPerDay,
        stopYuanPerDay: stop.stopYuanPerDay,
        yuanPerParcelMore: stop.yuanPerParcel,
        breakEvenParcelsPerDay: breakEvenParcelsPerDay(stop, incomeYuanPerParcel),
        chargedYuanPerParcel: parcelsPerDay > 0 ? charged / parcelsPerDay : Number.POSITIVE_INFINITY,
        missingYuanPerParcel: missingYuanPerParcel(stop, stops),
        missingYuanPerYear: Math.max(0, missing) * daysPerYear,
        isShort: isShort(stop, basis, incomeYuanPerParcel),
      };
    })
    .sort(
      (a, b) =>
        b.missingYuanPerYear - a.missingYuanPerYear || a.missingYuanPerParcel - b.missingYuanPerParcel,
    );
}
