import { type ReadContext, type Reading, readRows } from './readContext.ts';
import type { RateRow } from './rowTypes.ts';

/** Prices; the unit of a row or of the header (元/件) is kept as written. */
export function readRateRows(context: ReadContext): Reading<RateRow> {
  const header = context.columns.get('value')?.header.parts.join('') ?? '';
  const headerUnit = /元\s*[/每]\s*[\u4e00-\u9fff]+/.exec(header)?.[0] ?? '';
  return readRows(context, (row): RateRow => {
    const value = row.number('value', { isFatal: true });
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
      unit: row.text('unit') || headerUnit,
      source: row.text('source'),
    };
  });
}
