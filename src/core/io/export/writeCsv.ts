import type { CellValue } from '../tables/sheet.ts';
import type { ExportTable } from './exportTable.ts';
import { guardText } from './guardText.ts';

function csvCell(value: CellValue): string {
  if (value === null) return '';
  if (typeof value !== 'string') return String(value);
  const text = guardText(value);
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}

/** CSV (RFC 4180) with a byte order mark, without which Excel takes it for another encoding. */
export const csvText = (headers: readonly string[], rows: readonly (readonly CellValue[])[]): string =>
  `\ufeff${[headers, ...rows].map((cells) => cells.map(csvCell).join(',')).join('\r\n')}\r\n`;

export const writeCsv = ({ headers, rows }: ExportTable): string => csvText(headers, rows);
