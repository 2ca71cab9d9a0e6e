import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { isRealPoint, type Scenario } from '../../core/model/scenario.ts';
import { formatClock } from '../../core/units.ts';
import type { GridTable } from '../../state/grids.ts';
import { placeRows } from '../../state/tables/placeTable.ts';
import { stationRows } from '../../state/tables/stationTable.ts';
import { rateRows } from '../../state/tables/valueTables.ts';
import { useDocument, useLanguage, useScenario, useShownResult } from '../AppContext.tsx';
import { nameIn, ownPart } from '../bilingual.ts';
import type { CellMark } from './gridTypes.ts';
import { busTable, claimTable, planTable, todaysTable } from './lineTables.ts';
import { always, columnsOf, degrees, gradeMark, row, type Table, type TableContext } from './tableColumns.ts';

function stationTable({ t, scenario }: TableContext): Table {
  const all = stationRows(scenario);
  const { text, number } = columnsOf<(typeof all)[number]>(t);
  const hubs = scenario.stations.flatMap(({ role, name }) => (role === 'townshipStation' ? [name] : []));
  const approximate: CellMark = { tone: 'warning', words: t('legend.approximate') };
  const markOf = ({ station }: (typeof all)[number]) =>
    isRealPoint(station.coordQuality) ? null : approximate;
  return {
    rows: all.map((each) =>
      row(each.station.id, each.station.name, each, {
        township: each.township,
        placeId: each.station.placeId,
        stationId: each.station.id,
      }),
    ),
    columns: [
      text('name', 168, ({ station }) => station.name, always),
      text('role', 92, ({ station }) => t(`grids.roles.${station.role}`)),
      text('township', 96, ({ township }) => township),
      text('lon', 96, ({ station }) => degrees(station.lonLat, 0), {
        ...always,
        isNumber: true,
        mark: markOf,
      }),
      text('lat', 88, ({ station }) => degrees(station.lonLat, 1), {
        ...always,
        isNumber: true,
        mark: markOf,
      }),
      text('quality', 148, ({ station }) => t(`quality.${station.coordQuality}`)),
      text('open', 62, ({ station }) => formatClock(station.openClockMin), { ...always, isNumber: true }),
      text('close', 62, ({ station }) => formatClock(station.closeClockMin), { ...always, isNumber: true }),
      text('hub', 128, ({ hub }) => hub, {
        options: hubs,
        isEditable: ({ station }) => station.role === 'villageStation',
      }),
      number('served', 74, ({ station }) => station.servesPlaceIds.length, { isEditable: () => false }),
      text('serves', 260, ({ serves }) => serves),
    ],
  };
}

function placeTable({ t, language, scenario }: TableContext): Table {
  const all = placeRows(scenario);
  const { text, number } = columnsOf<(typeof all)[number]>(t);
  const names = [scenario.depot, ...scenario.stations].map(({ name }) => name);
  const markOf = ({ place }: (typeof all)[number]): CellMark | null =>
    isRealPoint(place.coordQuality) ? null : { tone: 'warning', words: t(`quality.${place.coordQuality}`) };
  return {
    rows: all.map((each) =>
      row(each.place.id, each.place.name, each, {
        township: each.township,
        placeId: each.place.id,
        stationId: each.station?.placeId === each.place.id ? each.station.id : null,
      }),
    ),
    columns: [
      text('code', 116, ({ place }) => place.id),
      text('name', 140, ({ place }) => place.name, always),
      text('township', 96, ({ township }) => township),
      text('kind', 72, ({ place }) => t(`grids.kinds.${place.kind}`)),
      text('lon', 96, ({ place }) => degrees(place.lonLat, 0), { ...always, isNumber: true, mark: markOf }),
      text('lat', 88, ({ place }) => degrees(place.lonLat, 1), { ...always, isNumber: true, mark: markOf }),
      text('quality', 148, ({ place }) => t(`quality.${place.coordQuality}`)),
      text('station', 150, ({ station }) => station?.name ?? '', { ...always, options: names }),
      number('delivery', 104, ({ demand }) => demand?.deliveryParcelsPerDay, {
        mark: ({ demand }) => gradeMark(t, demand?.grade),
      }),
      number('pickup', 104, ({ demand }) => demand?.pickupParcelsPerDay, {
        mark: ({ demand }) => gradeMark(t, demand?.grade),
      }),
      text('grade', 72, ({ demand }) => (demand ? t(`grades.${demand.grade}`) : '')),
      text('source', 260, ({ demand }) => (demand ? ownPart(demand.source, language) : '')),
    ],
  };
}

function vehicleTable({ t, language, scenario }: TableContext): Table {
  const { text, number } = columnsOf<Scenario['vehicleTypes'][number]>(t);
  const quantity = (
    key:
      | 'capacityParcels'
      | 'capacityKg'
      | 'fixedYuanPerDay'
      | 'energyYuanPerKm'
      | 'maintenanceYuanPerKm'
      | 'driverYuanPerDay',
  ) => number(key, 116, (type) => type[key].value, { mark: (type) => gradeMark(t, type[key].grade) });
  return {
    rows: scenario.vehicleTypes.map((type) => row(type.id, nameIn(type.name, language), type)),
    columns: [
      text('name', 160, ({ name }) => nameIn(name, language), always),
      number('count', 84, ({ count }) => count),
      quantity('capacityParcels'),
      quantity('capacityKg'),
      quantity('fixedYuanPerDay'),
      quantity('energyYuanPerKm'),
      quantity('maintenanceYuanPerKm'),
      quantity('driverYuanPerDay'),
      number('rangeKm', 96, ({ rangeKm }) => rangeKm),
    ],
  };
}

function courierTable({ t, language, scenario }: TableContext): Table {
  const { text, number } = columnsOf<Scenario['couriers'][number]>(t);
  return {
    rows: scenario.couriers.map((courier) => row(courier.id, nameIn(courier.name, language), courier)),
    columns: [
      text('name', 180, ({ name }) => nameIn(name, language), always),
      number('share', 140, ({ volumeShare }) => Number((100 * volumeShare.value).toFixed(3)), {
        mark: ({ volumeShare }) => gradeMark(t, volumeShare.grade),
      }),
      text('grade', 80, ({ volumeShare }) => t(`grades.${volumeShare.grade}`)),
      text('source', 420, ({ volumeShare }) => ownPart(volumeShare.source, language)),
    ],
  };
}

function rateTable({ t, language, scenario }: TableContext): Table {
  const all = rateRows(scenario);
  const { text, number } = columnsOf<(typeof all)[number]>(t);
  return {
    rows: all.map((each) => row(each.key, t(`inputs.rates.${each.key}`), each)),
    columns: [
      text('entry', 64, ({ entry }) => entry),
      text('item', 230, ({ key }) => t(`inputs.rates.${key}`)),
      number('value', 104, ({ rate }) => rate.value, { mark: ({ rate }) => gradeMark(t, rate.grade) }),
      text('unit', 92, ({ unit }) => t(`units.${unit}`)),
      number('low', 84, ({ rate }) => rate.low),
      number('high', 84, ({ rate }) => rate.high),
      text('grade', 80, ({ rate }) => t(`grades.${rate.grade}`)),
      text('source', 420, ({ rate }) => ownPart(rate.source, language)),
    ],
  };
}

const makers: Readonly<Record<GridTable, (context: TableContext) => Table>> = {
  stations: stationTable,
  places: placeTable,
  vehicles: vehicleTable,
  couriers: courierTable,
  rates: rateTable,
  plan: planTable,
  lines: todaysTable,
  buses: busTable,
  claims: claimTable,
};

const nothing: Table = { rows: [], columns: [] };

/** Rows and columns of one table of the scenario on the screen. */
export function useTable(table: GridTable): Table {
  const { t } = useTranslation();
  const language = useLanguage();
  const scenario = useScenario();
  const claims = useDocument()?.county.claims;
  const { report: newest, isStale } = useShownResult();
  // Only the table of the plan shows results; the others need not be made again for them.
  const report = table === 'plan' && !isStale ? newest : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  return useMemo(
    () => (scenario ? makers[table]({ t, language, scenario, claims: claims ?? [], report }) : nothing),
    [scenario, claims, table, language, report],
  );
}
