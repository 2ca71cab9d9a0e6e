import { costEntryKeys } from '../model/rates.ts';
import {
  type Estimate,
  outboundStatisticKeys,
  type SimulationResult,
  timeStatisticKeys,
} from '../model/simulation.ts';
import { intervalColumns, numberColumn, type TidyTable, textColumn, tidyTable } from './tidyTable.ts';

const untold: Estimate = { mean: Number.NaN, low: Number.NaN, high: Number.NaN };

const timeUnit = (key: string): string => (key.endsWith('H') ? 'h' : 'share');

/** Everything a simulation found as tables: per station, line, hub, day, hour, cost entry, and the distribution. */
export function simulationTables(result: SimulationResult): TidyTable[] {
  const { stations, lines, hubs, byDay, hours, incidents } = result;
  const byLineHour = lines.flatMap((line) => hours.map(({ hour }) => ({ line, hour })));
  const byHubHour = hubs.flatMap((hub) => hours.map(({ hour }) => ({ hub, hour })));
  const histogram = result.timeHistogramParcelsPerDay;
  /** The last row holds all beyond the last hour: when those arrived is not told. */
  const shares = histogram.map((_parcels, hour) => result.shareByHour[hour] ?? untold);
  const byCalendarDays = result.shareByCalendarDays.map((share, days) => ({ days, share }));
  const costs = costEntryKeys.map((entry) => ({ entry, yuan: result.costYuanPerDay[entry] }));
  return [
    tidyTable('overall', timeStatisticKeys.length, [
      textColumn(timeStatisticKeys, 'statistic', (key) => key),
      textColumn(timeStatisticKeys, 'unit', timeUnit),
      ...intervalColumns(timeStatisticKeys, 'value', '', (key) => result.times[key]),
    ]),
    tidyTable('outbound', outboundStatisticKeys.length, [
      textColumn(outboundStatisticKeys, 'statistic', (key) => key),
      textColumn(outboundStatisticKeys, 'unit', timeUnit),
      ...intervalColumns(outboundStatisticKeys, 'value', '', (key) => result.outbound[key]),
    ]),
    tidyTable('stations', stations.length, [
      textColumn(stations, 'stationId', (row) => row.stationId),
      textColumn(stations, 'role', (row) => row.role),
      ...intervalColumns(stations, 'parcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay),
      ...timeStatisticKeys.flatMap((key) =>
        intervalColumns(stations, key, timeUnit(key), (row) => row.times[key]),
      ),
      numberColumn(stations, 'sortH', 'h', (row) => row.parts.sortH),
      numberColumn(stations, 'waitDepartureH', 'h', (row) => row.parts.waitDepartureH),
      numberColumn(stations, 'driveH', 'h', (row) => row.parts.driveH),
      numberColumn(stations, 'hubWaitH', 'h', (row) => row.parts.hubWaitH),
      numberColumn(stations, 'stationClosedH', 'h', (row) => row.parts.stationClosedH),
      numberColumn(stations, 'undeliveredParcels', 'parcels', (row) => row.undeliveredParcels),
    ]),
    tidyTable('lines', lines.length, [
      textColumn(lines, 'lineId', (row) => row.lineId),
      ...intervalColumns(lines, 'tripsPerDay', 'trips/day', (row) => row.tripsPerDay),
      ...intervalColumns(lines, 'extraTripsPerDay', 'trips/day', (row) => row.extraTripsPerDay),
      ...intervalColumns(lines, 'cancelledTripsPerDay', 'trips/day', (row) => row.cancelledTripsPerDay),
      ...intervalColumns(lines, 'meanMaxLoadParcels', 'parcels', (row) => row.meanMaxLoadParcels),
      ...intervalColumns(lines, 'loadFactorShare', 'share', (row) => row.loadFactorShare),
      ...intervalColumns(
        lines,
        'leftBehindParcelsPerDay',
        'parcels/day',
        (row) => row.leftBehindParcelsPerDay,
      ),
      ...intervalColumns(lines, 'lengthKmPerDay', 'km/day', (row) => row.lengthKmPerDay),
    ]),
    tidyTable('lineHours', byLineHour.length, [
      textColumn(byLineHour, 'lineId', ({ line }) => line.lineId),
      numberColumn(byLineHour, 'hour', 'h', ({ hour }) => hour),
      numberColumn(byLineHour, 'vehiclesOnRoad', 'vehicles', ({ line, hour }) => line.vehiclesByHour[hour]!),
      numberColumn(byLineHour, 'parcelsOnBoard', 'parcels', ({ line, hour }) => line.parcelsByHour[hour]!),
    ]),
    tidyTable('hubs', hubs.length, [
      textColumn(hubs, 'stationId', (row) => row.stationId),
      ...intervalColumns(hubs, 'peakParcels', 'parcels', (row) => row.peakParcels),
      ...intervalColumns(
        hubs,
        'turnedAwayParcelsPerDay',
        'parcels/day',
        (row) => row.turnedAwayParcelsPerDay,
      ),
      ...intervalColumns(hubs, 'dockWaitMinPerDay', 'min/day', (row) => row.dockWaitMinPerDay),
    ]),
    tidyTable('hubHours', byHubHour.length, [
      textColumn(byHubHour, 'stationId', ({ hub }) => hub.stationId),
      numberColumn(byHubHour, 'hour', 'h', ({ hour }) => hour),
      numberColumn(byHubHour, 'parcels', 'parcels', ({ hub, hour }) => hub.parcelsByHour[hour]!),
    ]),
    tidyTable('days', byDay.length, [
      numberColumn(byDay, 'day', 'day', (row) => row.day),
      ...intervalColumns(byDay, 'createdParcels', 'parcels', (row) => row.createdParcels),
      ...intervalColumns(byDay, 'backlogParcels', 'parcels', (row) => row.backlogParcels),
    ]),
    tidyTable('hours', hours.length, [
      numberColumn(hours, 'hour', 'h', (row) => row.hour),
      numberColumn(hours, 'vehiclesOnRoad', 'vehicles', (row) => row.vehiclesOnRoad),
      numberColumn(hours, 'parcelsOnBoard', 'parcels', (row) => row.parcelsOnBoard),
    ]),
    tidyTable('timeDistribution', histogram.length, [
      numberColumn(histogram, 'fromH', 'h', (_parcels, hour) => hour),
      numberColumn(histogram, 'parcelsPerDay', 'parcels/day', (parcels) => parcels),
      ...intervalColumns(shares, 'cumulativeShare', 'share', (share) => share),
    ]),
    tidyTable('calendarDays', byCalendarDays.length, [
      numberColumn(byCalendarDays, 'withinDays', 'day', ({ days }) => days),
      ...intervalColumns(byCalendarDays, 'cumulativeShare', 'share', ({ share }) => share),
    ]),
    tidyTable('costs', costs.length, [
      textColumn(costs, 'entry', ({ entry }) => entry),
      ...intervalColumns(costs, 'yuanPerDay', 'yuan/day', ({ yuan }) => yuan),
    ]),
    tidyTable('incidents', incidents.length, [
      textColumn(incidents, 'code', (row) => row.code),
      textColumn(incidents, 'entityId', (row) => row.entityId ?? ''),
      numberColumn(incidents, 'firstDay', 'day', (row) => row.firstDay),
      numberColumn(incidents, 'count', '', (row) => row.count),
    ]),
  ];
}
