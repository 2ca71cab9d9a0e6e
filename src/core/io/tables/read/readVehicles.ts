import { type ReadContext, readRows } from './readContext.ts';
import type { VehicleRow } from './rowTypes.ts';

/** Vehicles by type or one by one; a row without a number stands for one vehicle. */
export function readVehicleRows(context: ReadContext): VehicleRow[] {
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
      rangeKm: row.number('rangeKm', { max: 5000 }),
    };
  });
}
