import { halfWidth } from '../cells/plainText.ts';
import { cellText } from '../sheet.ts';
import { type ReadContext, type Reading, readRows } from './readContext.ts';
import type { RateRow } from './rowTypes.ts';

/** Prices; the unit of a row or of the header (元/件) is kept as written. */
export function readRateRows(context: ReadContext): Reading<RateRow> {
  const header = context.columns.get('value')?.header.parts.join('') ?? '';
  const headerUnit = /元\s*[/每]\s*[\u4e00-\u9fff]+/.exec(header)?.[0] ?? '';
  return readRows(context, (row): RateRow => {
    // 16% of a wage is no sum of money: the unit says so.
    const percent = /^(\d+(?:\.\d+)?)%$/.exec(halfWidth(cellText(row.cell('value'))))?.[1];
    const value = percent === undefined ? row.number('value', { isFatal: true }) : Number(percent);
    if (value === null && row.isGood) row.reject('cell.required', 'value');
    const item = row.text('item');
    const courier = row.text('courier');
    const township = row.text('township');
    if (item === '' && courier === '' && township === '')
      row.reject('cell.required', row.has('item') ? 'item' : row.has('courier') ? 'courier' : 'township');
    return {
      row: row.row,
      item,
      courier,
      township,
      value: value ?? 0,
      unit: percent === undefined ? row.text('unit') || headerUnit : '%',
      source: row.text('source'),
    };
  });
}
