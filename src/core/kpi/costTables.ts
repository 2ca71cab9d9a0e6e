import { breakEvenParcelsPerDay } from '../cost/stopBreakEven.ts';
import type { CostAllocation } from '../evaluate/allocateCost.ts';
import type { CostRange } from '../evaluate/costRange.ts';
import { costEntryKeys } from '../model/rates.ts';
import type { BeforeKind, Saving, ServiceLevel } from '../model/report.ts';
import type { SavingSwings } from '../model/savingSwings.ts';
import type { VillageStop } from '../model/villageStop.ts';
import type { Bridge } from './bridge.ts';
import { numberColumn, type TidyTable, textColumn, tidyTable } from './tidyTable.ts';

/** Cost down to the stop (tree map), by leg, and its range by entry. */
export function costTables(allocation: CostAllocation, range: CostRange): TidyTable[] {
  const stopRows = allocation.stops.flatMap((stop) =>
    costEntryKeys
      .filter((entry) => stop.yuanPerDay[entry] !== 0)
      .map((entry) => ({ ...stop, entry, yuan: stop.yuanPerDay[entry] })),
  );
  const { legs } = allocation;
  const { rows, parcelsPerDay } = range;
  const perParcel = (yuan: number): number => (parcelsPerDay > 0 ? yuan / parcelsPerDay : 0);
  return [
    tidyTable('costByStop', stopRows.length, [
      textColumn(stopRows, 'lineId', (row) => row.lineId),
      textColumn(stopRows, 'stationId', (row) => row.stationId),
      textColumn(stopRows, 'direction', (row) => row.direction),
      textColumn(stopRows, 'entry', (row) => row.entry),
      numberColumn(stopRows, 'parcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay),
      numberColumn(stopRows, 'yuanPerDay', 'yuan/day', (row) => row.yuan),
      numberColumn(stopRows, 'yuanPerParcel', 'yuan/parcel', (row) =>
        row.parcelsPerDay > 0 ? row.yuan / row.parcelsPerDay : Number.NaN,
      ),
    ]),
    tidyTable('costByLeg', legs.length, [
      textColumn(legs, 'lineId', (row) => row.lineId),
      textColumn(legs, 'fromId', (row) => row.fromId),
      textColumn(legs, 'toId', (row) => row.toId),
      numberColumn(legs, 'lengthKm', 'km', (row) => row.lengthKm),
      numberColumn(legs, 'durationMin', 'min', (row) => row.durationMin),
      numberColumn(legs, 'vehicleYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C2),
      numberColumn(legs, 'distanceYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C3),
      numberColumn(legs, 'dutyYuanPerDay', 'yuan/day', (row) => row.yuanPerDay.C4),
    ]),
    tidyTable('costRange', rows.length, [
      textColumn(rows, 'entry', (row) => row.entry),
      numberColumn(rows, 'low', 'yuan/day', (row) => row.low),
      numberColumn(rows, 'likely', 'yuan/day', (row) => row.likely),
      numberColumn(rows, 'high', 'yuan/day', (row) => row.high),
      numberColumn(rows, 'lowYuanPerParcel', 'yuan/parcel', (row) => perParcel(row.low)),
      numberColumn(rows, 'likelyYuanPerParcel', 'yuan/parcel', (row) => perParcel(row.likely)),
      numberColumn(rows, 'highYuanPerParcel', 'yuan/parcel', (row) => perParcel(row.high)),
      textColumn(rows, 'grade', (row) => row.grade),
      textColumn(rows, 'sources', (row) => row.sources.join('；')),
    ]),
  ];
}

/** How much the saving hangs on each price: with it at the ends of its range, and where it turns. */
export const swingTable = ({ swings }: SavingSwings): TidyTable =>
  tidyTable('savingSwings', swings.length, [
    textColumn(swings, 'price', (row) => row.price),
    numberColumn(swings, 'savingAtLow', 'share', (row) => row.lowShare),
    numberColumn(swings, 'savingAtHigh', 'share', (row) => row.highShare),
    numberColumn(swings, 'turnsAt', 'price or multiple', (row) => row.turnsAt ?? Number.NaN),
    textColumn(swings, 'turnsWithinRange', (row) => String(row.isWithinRange)),
  ]);

/** One saving with the prices it comes from; its baseline and service level are in it. */
export interface PricedSaving {
  readonly saving: Saving<BeforeKind>;
  readonly beforeYuanPerParcel: number;
  readonly afterYuanPerParcel: number;
  readonly bridge: Bridge | null;
  readonly hangsOn: string;
}

/** Every saving beside its baseline and service level, and a bridge for each baseline and service. */
export const savingTables = (rows: readonly PricedSaving[]): TidyTable[] => [
  tidyTable('savings', rows.length, [
    textColumn(rows, 'baseline', ({ saving }) => saving.baseline),
    textColumn(rows, 'service', ({ saving }) => saving.service.basis),
    textColumn(rows, 'reachesBefore', ({ saving }) => saving.service.before),
    textColumn(rows, 'reachesAfter', ({ saving }) => saving.service.after),
    numberColumn(rows, 'beforeYuanPerParcel', 'yuan/parcel', (row) => row.beforeYuanPerParcel),
    numberColumn(rows, 'afterYuanPerParcel', 'yuan/parcel', (row) => row.afterYuanPerParcel),
    numberColumn(rows, 'savingYuanPerParcel', 'yuan/parcel', ({ saving }) => saving.yuanPerParcel),
    numberColumn(rows, 'savingShare', 'share', ({ saving }) => saving.share),
    textColumn(rows, 'hangsOn', (row) => row.hangsOn),
  ]),
  // Actual service comes first in the rows, equal service in their second half; the two may be of the same level.
  ...rows.flatMap(({ bridge }, index) =>
    bridge ? [bridgeTable(bridge, index < rows.length / 2 ? 'actual' : 'equal')] : [],
  ),
];

export const bridgeName = (baseline: string, basis: ServiceLevel['basis']): string =>
  `bridge.${baseline}.${basis}`;

/** From the price before to the price after, cause by cause; each step starts where the one before it ended. */
export function bridgeTable(bridge: Bridge, basis: ServiceLevel['basis']): TidyTable {
  let level = bridge.fromYuanPerParcel;
  const steps = bridge.steps.map(({ cause, yuanPerParcel }) => {
    const fromYuan = level;
    level += yuanPerParcel;
    return { kind: 'step', cause: cause as string, yuanPerParcel, fromYuan, toYuan: level };
  });
  const total = (kind: string, yuan: number) => ({
    kind,
    cause: '',
    yuanPerParcel: yuan,
    fromYuan: 0,
    toYuan: yuan,
  });
  const rows = [total('before', bridge.fromYuanPerParcel), ...steps, total('after', bridge.toYuanPerParcel)];
  return tidyTable(bridgeName(bridge.baseline, basis), rows.length, [
    textColumn(rows, 'kind', (row) => row.kind),
    textColumn(rows, 'cause', (row) => row.cause),
    numberColumn(rows, 'yuanPerParcel', 'yuan/parcel', (row) => row.yuanPerParcel),
    numberColumn(rows, 'fromYuan', 'yuan/parcel', (row) => row.fromYuan),
    numberColumn(rows, 'toYuan', 'yuan/parcel', (row) => row.toYuan),
  ]);
}

/** What each station's stop takes; from how many parcels it pays hangs on what a parcel is taken to bring. */
export const stopTable = (stops: readonly VillageStop[], incomeYuanPerParcel: number): TidyTable =>
  tidyTable('stopCosts', stops.length, [
    textColumn(stops, 'stationId', (row) => row.stationId),
    textColumn(stops, 'lineIds', (row) => row.lineIds.join(' ')),
    numberColumn(stops, 'deliveryParcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay.delivery),
    numberColumn(stops, 'pickupParcelsPerDay', 'parcels/day', (row) => row.parcelsPerDay.pickup),
    numberColumn(stops, 'detourKmPerDay', 'km/day', (row) => row.detourKmPerDay),
    numberColumn(stops, 'stopMinPerDay', 'min/day', (row) => row.stopMinPerDay),
    numberColumn(stops, 'stopYuanPerDay', 'yuan/day', (row) => row.stopYuanPerDay),
    numberColumn(stops, 'yuanPerParcelBesides', 'yuan/parcel', (row) => row.yuanPerParcel),
    numberColumn(stops, 'shareYuanPerDay', 'yuan/day', (row) => row.shareYuanPerDay),
    numberColumn(stops, 'incomeYuanPerParcel', 'yuan/parcel', () => incomeYuanPerParcel),
    numberColumn(stops, 'breakEvenParcelsPerDay', 'parcels/day', (row) => {
      const parcels = breakEvenParcelsPerDay(row, incomeYuanPerParcel);
      return Number.isFinite(parcels) && !row.suppliesOthers ? parcels : Number.NaN;
    }),
  ]);
