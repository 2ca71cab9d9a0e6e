import type { LineKind } from '../../../model/scenario.ts';
import { type ReadContext, type Reading, readRows } from './readContext.ts';
import type { VehicleRow } from './rowTypes.ts';

/** Kinds of line by their Chinese names, in the order they are looked for. */
export const lineKindWords: readonly (readonly [RegExp, LineKind, zh: string])[] = [
  [/直达|直送|direct/i, 'direct', '直达'],
  [/干线|trunk/i, 'trunk', '干线'],
  [/支线|branch/i, 'branch', '支线'],
  [/城区|城配|urban/i, 'urban', '城区'],
];
const lineKindOf = (word: string): LineKind | undefined =>
  lineKindWords.find(([pattern]) => pattern.test(word))?.[1];

/** Vehicles by type or one by one; a row without a number stands for one vehicle. */
export function readVehicleRows(context: ReadContext): Reading<VehicleRow> {
  return readRows(context, (row): VehicleRow => {
    const type = row.text('type');
    const plate = row.text('plate');
    if (type === '' && plate === '') row.reject('cell.required', row.has('type') ? 'type' : 'plate');
    return {
      row: row.row,
      type: type || plate,
      plate,
      count: row.number('count', { isInteger: true, max: 10_000, isFatal: true }) ?? 1,
      volumeM3: row.number('volumeM3', { max: 200 }),
      capacityKg: row.number('capacityKg', { max: 60_000 }),
      capacityParcels: row.number('capacityParcels', { max: 100_000 }),
      priceYuan: row.number('priceYuan'),
      depreciationYears: row.number('depreciationYears', { max: 50 }),
      energyYuanPerKm: row.number('energyYuanPerKm', { max: 100 }),
      driverYuanPerMonth: row.number('driverYuanPerMonth', { max: 100_000 }),
      insuranceYuanPerYear: row.number('insuranceYuanPerYear'),
      driverYuanPerDay: row.number('driverYuanPerDay', { max: 5000 }),
      fixedYuanPerDay: row.number('fixedYuanPerDay', { max: 50_000 }),
      maintenanceYuanPerKm: row.number('maintenanceYuanPerKm', { max: 100 }),
      energyKgCo2PerKm: row.number('energyKgCo2PerKm', { max: 100 }),
      usedFor: row.names('usedFor').flatMap((word) => lineKindOf(word) ?? []),
      rangeKm: row.number('rangeKm', { max: 5000 }),
    };
  });
}
