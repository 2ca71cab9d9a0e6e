import type { CostAllocation } from '../evaluate/allocateCost.ts';
import type { CostRange } from '../evaluate/costRange.ts';
import { costEntryKeys } from '../model/rates.ts';
import {
  type Estimate,
  outboundStatisticKeys,
  type SimulationResult,
  timeStatisticKeys,
} from '../model/simulation.ts';
import type { Bridge } from './bridge.ts';

/** One column of a tidy table. Numbers are typed arrays, so that charts and exports read the same cells. */
export interface TableColumn {
  readonly name: string;
  /** Empty for names and codes. */
  readonly unit: string;
  readonly values: Float64Array | readonly string[];
}

export interface TidyTable {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly TableColumn[];
}

const text = <Row>(rows: readonly Row[], name: string, pick: (row: Row) => string): TableColumn => ({
  name,
  unit: '',
  values: rows.map(pick),
});
const number = <Row>(
  rows: readonly Row[],
  name: string,
  unit: string,
  pick: (row: Row, index: number) => number,
): TableColumn => ({ name, unit, values: Float64Array.from(rows, pick) });
/** Mean with the ends of its 95 % interval: three columns. */
const interval = <Row>(
  rows: readonly Row[],
  name: string,
  unit: string,
  pick: (row: Row) => Estimate,
): TableColumn[] => [
  number(rows, name, unit, (row) => pick(row).mean),
  number(rows, `${name}Low`, unit, (row) => pick(row).low),
  number(rows, `${name}High`, unit, (row) => pick(row).high),
];
const table = (name: string, rowCount: number, columns: readonly TableColumn[]): TidyTable => ({
  name,
  rowCount,
  columns,
});

const timeUnit = (key: string): string => (key.endsWith('H') ? 'h' : 'share');

/** Everything a simulation found as tables: per station, line, hub, day, hour, cost entry, and the distribution. */
export function simulationTables(result: SimulationResult): TidyTable[] {
  const { stations, lines, hubs, byDay, hours, incidents } = result;
  const byLineHour = lines.flatMap((line) => hours.map(({ hour }) => ({ line, hour })));
  const byHubHour = hubs.flatMap((hub) => hours.map(({ hour }) => ({ hub, hour })));
  const histogram = result.timeHistogramParcelsPerDay;
  const total = histogram.reduce((sum, parcels) => sum + parcels, 0);
  let reached = 0;
  const cumulative = histogram.map((parcels) => {
    reached += parcels;
    return total > 0 ? reached / total : 0;
  });
  const costs = costEntryKeys.map((entry) => ({ entry, yuan: result.costYuanPerDay[entry] }));
  return [
    table('overall', timeStatisticKeys.length, [
      text(timeStatisticKeys, 'statistic', (key) => key),
      text(timeStatisticKeys, 'unit', timeUnit),
      ...interval(timeStatisticKeys, 'value', '', (key) => result.times[key]),
    ]),
    table('outbound', outboundStatisticKeys.length, [
      text(outboundStatisticKeys, 'statistic', (key) => key),
      text(outboundStatisticKeys, 'unit', timeUnit),
      ...interval(outboundStatisticKeys, 'value', '', (key) => result.outbound[key]),
    ]),
    table('stations', stations.length, [
      text(stations, 'stationId', (row) => row.stationId),
      text(stations, 'role', (row) => row.role),
      ...interval(stations, 'parcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay),
      ...timeStatisticKeys.flatMap((key) => interval(stations, key, timeUnit(key), (row) => row.times[key])),
      number(stations, 'sortH', 'h', (row) => row.parts.sortH),
      number(stations, 'waitDepartureH', 'h', (row) => row.parts.waitDepartureH),
      number(stations, 'driveH', 'h', (row) => row.parts.driveH),
      number(stations, 'hubWaitH', 'h', (row) => row.parts.hubWaitH),
      number(stations, 'stationClosedH', 'h', (row) => row.parts.stationClosedH),
      number(stations, 'undeliveredParcels', 'parcels', (row) => row.undeliveredParcels),
    ]),
    table('lines', lines.length, [
      text(lines, 'lineId', (row) => row.lineId),
      ...interval(lines, 'tripsPerDay', 'trips/day', (row) => row.tripsPerDay),
      ...interval(lines, 'extraTripsPerDay', 'trips/day', (row) => row.extraTripsPerDay),
      ...interval(lines, 'cancelledTripsPerDay', 'trips/day', (row) => row.cancelledTripsPerDay),
      ...interval(lines, 'meanMaxLoadParcels', 'parcels', (row) => row.meanMaxLoadParcels),
      ...interval(lines, 'loadFactorShare', 'share', (row) => row.loadFactorShare),
      ...interval(lines, 'leftBehindParcelsPerDay', 'parcels/day', (row) => row.leftBehindParcelsPerDay),
      ...interval(lines, 'lengthKmPerDay', 'km/day', (row) => row.lengthKmPerDay),
    ]),
    table('lineHours', byLineHour.length, [
      text(byLineHour, 'lineId', ({ line }) => line.lineId),
      number(byLineHour, 'hour', 'h', ({ hour }) => hour),
      number(byLineHour, 'vehiclesOnRoad', 'vehicles', ({ line, hour }) => line.vehiclesByHour[hour]!),
      number(byLineHour, 'parcelsOnBoard', 'parcels', ({ line, hour }) => line.parcelsByHour[hour]!),
    ]),
    table('hubs', hubs.length, [
      text(hubs, 'stationId', (row) => row.stationId),
      ...interval(hubs, 'peakParcels', 'parcels', (row) => row.peakParcels),
      ...interval(hubs, 'turnedAwayParcelsPerDay', 'parcels/day', (row) => row.turnedAwayParcelsPerDay),
      ...interval(hubs, 'dockWaitMinPerDay', 'min/day', (row) => row.dockWaitMinPerDay),
    ]),
    table('hubHours', byHubHour.length, [
      text(byHubHour, 'stationId', ({ hub }) => hub.stationId),
      number(byHubHour, 'hour', 'h', ({ hour }) => hour),
      number(byHubHour, 'parcels', 'parcels', ({ hub, hour }) => hub.parcelsByHour[hour]!),
    ]),
    table('days', byDay.length, [
      number(byDay, 'day', 'day', (row) => row.day),
      ...interval(byDay, 'createdParcels', 'parcels', (row) => row.createdParcels),
      ...interval(byDay, 'backlogParcels', 'parcels', (row) => row.backlogParcels),
    ]),
    table('hours', hours.length, [
      number(hours, 'hour', 'h', (row) => row.hour),
      number(hours, 'vehiclesOnRoad', 'vehicles', (row) => row.vehiclesOnRoad),
      number(hours, 'parcelsOnBoard', 'parcels', (row) => row.parcelsOnBoard),
    ]),
    table('timeDistribution', histogram.length, [
      number(histogram, 'fromH', 'h', (_parcels, hour) => hour),
      number(histogram, 'parcelsPerDay', 'parcels/day', (parcels) => parcels),
      number(cumulative, 'cumulativeShare', 'share', (share) => share),
    ]),
    table('costs', costs.length, [
      text(costs, 'entry', ({ entry }) => entry),
      ...interval(costs, 'yuanPerDay', 'yuan/day', ({ yuan }) => yuan),
    ]),
    table('incidents', incidents.length, [
      text(incidents, 'code', (row) => row.code),
      text(incidents, 'entityId', (row) => row.entityId ?? ''),
      number(incidents, 'firstDay', 'day', (row) => row.firstDay),
      number(incidents, 'count', '', (row) => row.count),
    ]),
  ];
}

/** Cost down to the stop (tree map), by leg, its range by entry, and a bridge. */
export function costTables(allocation: CostAllocation, range: CostRange): TidyTable[] {
  const stopRows = allocation.stops.flatMap((stop) =>
    costEntryKeys
      .filter((entry) => stop.yuanPerDay[entry] !== 0)
      .map((entry) => ({ ...stop, entry, yuan: stop.yuanPerDay[entry] })),
  );
  const { legs } = allocation;
  const { rows } = range;
  return [
    table('costByStop', stopRows.length, [
      text(stopRows, 'lineId', (row) => row.lineId),
      text(stopRows, 'stationId', (row) => row.stationId),
      text(stopRows, 'direction', (row) => row.direction),
      text(stopRows, 'entry', (row) => row.entry),
      number(stopRows, 'parcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay),
      number(stopRows, 'yuanPerDay', 'yuan/day', (row) => row.yuan),
      number(stopRows, 'yuanPerParcel', 'yuan/parcel', (row) =>
        row.parcelsPerDay > 0 ? row.yuan / row.parcelsPerDay : Number.NaN,
      ),
    ]),
    table('costByLeg', legs.length, [
      text(legs, 'lineId', (row) => row.lineId),
      text(legs, 'fromId', (row) => row.fromId),
      text(legs, 'toId', (row) => row.toId),
      number(legs, 'lengthKm', 'km', (row) => row.lengthKm),
      number(legs, 'durationMin', 'min', (row) => row.durationMin),
      number(legs, 'vehicleYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C2),
      number(legs, 'distanceYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C3),
      number(legs, 'dutyYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C4),
    ]),
    table('costRange', rows.length, [
      text(rows, 'entry', (row) => row.entry),
      number(rows, 'low', 'yuan/day', (row) => row.low),
      number(rows, 'likely', 'yuan/day', (row) => row.likely),
      number(rows, 'high', 'yuan/day', (row) => row.high),
      number(rows, 'likelyYuanPerParcel', 'yuan/parcel', (row) => row.likelyYuanPerParcel),
      text(rows, 'grade', (row) => row.grade),
      text(rows, 'sources', (row) => row.sources.join('；')),
    ]),
  ];
}

export const bridgeTable = ({ baseline, steps }: Bridge): TidyTable =>
  table(`bridge${baseline}`, steps.length, [
    text(steps, 'cause', (step) => step.cause),
    number(steps, 'yuanPerParcel', 'yuan/parcel', (step) => step.yuanPerParcel),
  ]);

/** All tables as one, a row per cell: what statistics programs take as it is. */
export const longRows = (tables: readonly TidyTable[]): (string | number)[][] =>
  tables.flatMap(({ name, rowCount, columns }) =>
    Array.from({ length: rowCount }, (_, row) => row).flatMap((row) =>
      columns.map((column) => [name, row + 1, column.name, column.unit, column.values[row]!]),
    ),
  );
export const longHeaders = ['table', 'row', 'column', 'unit', 'value'] as const;
