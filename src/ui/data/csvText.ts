import type { GridColumn } from '../grids/gridTypes.ts';

/** Texts that a spreadsheet would take for a formula are kept from it by an apostrophe. */
const guarded = (text: string): string =>
  /^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text;
const quoted = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Rows as a table that Excel opens: UTF-8 with a byte order mark. */
export function csvText<Row>(
  columns: readonly Pick<GridColumn<Row>, 'title' | 'text'>[],
  rows: readonly Row[],
): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => columns.map(({ text }) => text(row))),
  ];
  return `\ufeff${lines.map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
