import { readNumber } from '../cells/readNumber.ts';
import { cellText } from '../sheet.ts';
import { type ReadContext, type Reading, readRows } from './readContext.ts';
import type { ClaimRow } from './rowTypes.ts';

/** Statements of a report. A value that is no plain number (次日达, 1-3) stays as text; it is what the report says. */
export function readClaimRows(context: ReadContext): Reading<ClaimRow> {
  return readRows(context, (row): ClaimRow => {
    const valueText = row.requiredText('value');
    const isPercent = /[%％]\s*$/.test(valueText);
    const reading = readNumber(row.cell('value'), isPercent ? 'share' : 'none');
    const isPlain =
      reading.kind === 'number' && reading.doubt !== 'rangeAveraged' && reading.doubt !== 'approximate';
    return {
      row: row.row,
      id: row.text('id') || String(row.row),
      document: row.text('document'),
      asOf: cellText(row.cell('asOf')) === '' ? '' : row.date('asOf'),
      kind: row.text('kind'),
      subject: row.requiredText('subject'),
      valueText,
      // A percentage keeps its unit: 81.25 %.
      value: isPlain ? reading.value * (isPercent ? 100 : 1) : null,
      unit: row.text('unit') || (isPercent ? '%' : ''),
      note: row.text('note'),
    };
  });
}
