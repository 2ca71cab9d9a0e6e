import type { LineKind } from '../../../model/scenario.ts';
import type { Yuan } from '../../../units.ts';
import { halfWidth } from '../cells/plainText.ts';
import type { ImportRow } from '../importRow.ts';
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

const perHundredKm = /百\s*公里|100\s*(?:公里|km)/i;
const litresOrKwh = /升|度|千瓦时|kwh|\d\s*l\b|l\s*\/|\(l\)/i;
/** Headers that name money: 油费, 元/公里. 油耗 alone may be litres. */
const moneyWords = /元|费|yuan/i;
/** More yuan per km than any van burns; litres and kWh per 100 km are above it. */
const highYuanPerKm = 3;

/** Yuan of energy per km. Litres or kWh per 100 km want a price that the table does not give: they are refused in words. */
function energyYuanPerKm(row: ImportRow, { columns }: ReadContext): Yuan | null {
  const key = 'energyYuanPerKm';
  const header = halfWidth(columns.get(key)?.header.parts.join('') ?? '');
  const value = halfWidth(row.text(key));
  if (value === '') return null;
  const isMoney = moneyWords.test(header) || moneyWords.test(value);
  const isPerHundred = perHundredKm.test(header) || perHundredKm.test(value);
  const isAmount = litresOrKwh.test(header) || litresOrKwh.test(value) || (isPerHundred && !isMoney);
  const refuse = (): null => {
    row.tell('vehicle.energyPer100Km', key, { value });
    return null;
  };
  if (isAmount) return refuse();
  const number = row.number(key, { max: isPerHundred ? 10_000 : 100 });
  if (number === null) return null;
  if (!isMoney && number > highYuanPerKm) return refuse();
  const yuan = isPerHundred ? Number((number / 100).toPrecision(12)) : number;
  if (isPerHundred) row.tell('cell.unitConverted', key, { value, to: yuan });
  if (yuan > highYuanPerKm) row.tell('vehicle.energyHigh', key, { yuan });
  return yuan;
}

/** A wage of a month's or a day's column that comes to less or more a day than anybody is paid is asked about. */
function wage(row: ImportRow, key: 'driverYuanPerMonth' | 'driverYuanPerDay', max: Yuan): Yuan | null {
  const yuan = row.number(key, { max });
  const perDay = (yuan ?? 0) / (key === 'driverYuanPerMonth' ? workDaysPerMonth : 1);
  if (perDay > 0 && (perDay < leastWagePerDay || perDay > mostWagePerDay))
    row.tell('vehicle.wageDoubtful', key, { value: yuan!, perDay: Number(perDay.toFixed(0)) });
  return yuan;
}

export const workDaysPerMonth = 26;
const leastWagePerDay = 40;
const mostWagePerDay = 1000;

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
      energyYuanPerKm: energyYuanPerKm(row, context),
      driverYuanPerMonth: wage(row, 'driverYuanPerMonth', 100_000),
      insuranceYuanPerYear: row.number('insuranceYuanPerYear'),
      driverYuanPerDay: wage(row, 'driverYuanPerDay', 5000),
      fixedYuanPerDay: row.number('fixedYuanPerDay', { max: 50_000 }),
      maintenanceYuanPerKm: row.number('maintenanceYuanPerKm', { max: 100 }),
      energyKgCo2PerKm: row.number('energyKgCo2PerKm', { max: 100 }),
      usedFor: row.names('usedFor').flatMap((word) => lineKindOf(word) ?? []),
      rangeKm: row.number('rangeKm', { max: 5000 }),
    };
  });
}
