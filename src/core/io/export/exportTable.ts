import type { CellValue } from '../tables/sheet.ts';

/** A table on its way out: the same for CSV and XLSX. Headers are those the import knows, so that it comes back. */
export interface ExportTable {
  /** Name of the file. */
  readonly key: ExportKey;
  /** Name of the sheet. */
  readonly sheetName: string;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly CellValue[])[];
}

export const exportKeys = [
  'stations',
  'lines',
  'timetable',
  'vehicles',
  'volumes',
  'buses',
  'rates',
  'claims',
  'kpis',
  'issues',
] as const;
export type ExportKey = (typeof exportKeys)[number];

interface Column<Row> {
  readonly header: string;
  readonly cell: (row: Row) => CellValue;
}
export const column = <Row>(header: string, cell: (row: Row) => CellValue): Column<Row> => ({ header, cell });

export const tableOf = <Row>(
  key: ExportKey,
  sheetName: string,
  columns: readonly Column<Row>[],
  rows: readonly Row[],
): ExportTable => ({
  key,
  sheetName,
  headers: columns.map(({ header }) => header),
  // A figure that is missing has an empty cell.
  rows: rows.map((row) =>
    columns.map(({ cell }) => {
      const value = cell(row);
      return Number.isNaN(value) ? null : value;
    }),
  ),
});
