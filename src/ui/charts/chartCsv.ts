import type { ChartTable } from './ChartCard.tsx';

/** A spreadsheet would run a cell that begins like a formula; an apostrophe keeps it a text. */
const harmless = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) && !isNumber(cell) ? `'${cell}` : cell);
const isNumber = (cell: string): boolean => /^[+-]?[\d.]+%?$/.test(cell);
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
/** 1,234 -> 1234: spreadsheets take the comma for a text. */
const ungrouped = (cell: string): string => cell.replace(/(\d),(?=\d{3})/g, '$1').replaceAll('−', '-');

/** The rows of a chart as CSV in UTF-8 with a byte order mark, as Chinese office programs need it. */
export function chartCsv({ columns, rows }: ChartTable): string {
  const lines = [
    columns.map(({ title }) => title),
    ...rows.map((row) => row.map((cell, index) => (columns[index]?.isNumber ? ungrouped(cell) : cell))),
  ];
  return `\uFEFF${lines.map((line) => line.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n')}\r\n`;
}
