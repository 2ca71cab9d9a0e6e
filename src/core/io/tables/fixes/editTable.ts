import type { LoggedFix } from '../../../model/fixLog.ts';
import type { OpenedTable } from '../pipeline/openFiles.ts';
import { type CellValue, cellText, type Sheet } from '../sheet.ts';

/** A change of the raw table; rows as a spreadsheet shows them, columns from 0. Plain data. */
export type TableEdit =
  | { readonly kind: 'setCell'; readonly row: number; readonly column: number; readonly value: CellValue }
  | { readonly kind: 'deleteRow'; readonly row: number }
  /** Takes out one cell of a row that has slipped: those right of it move left. */
  | { readonly kind: 'removeCell'; readonly row: number; readonly column: number };

function withCell(sheet: Sheet, row: number, column: number, value: CellValue): Sheet {
  const index = sheet.rows.findIndex((each) => each.row === row);
  const before = sheet.rows[index];
  const cells: CellValue[] = [...(before?.cells ?? [])];
  while (cells.length < column) cells.push(null);
  cells[column] = value;
  if (before) return { ...sheet, rows: sheet.rows.with(index, { row, cells }) };
  // A blank row is not kept until something is written in it.
  return { ...sheet, rows: [...sheet.rows, { row, cells }].sort((a, b) => a.row - b.row) };
}

function applyEdit(sheet: Sheet, edit: TableEdit): Sheet {
  switch (edit.kind) {
    case 'setCell':
      return withCell(sheet, edit.row, edit.column, edit.value);
    case 'deleteRow':
      return { ...sheet, rows: sheet.rows.filter(({ row }) => row !== edit.row) };
    case 'removeCell':
      return {
        ...sheet,
        rows: sheet.rows.map((each) =>
          each.row === edit.row ? { row: each.row, cells: each.cells.toSpliced(edit.column, 1) } : each,
        ),
      };
  }
}

/** The table with some edits; the table before is left as it was, so undo is to go back to it. Row numbers stay. */
export const editTable = (table: OpenedTable, edits: readonly TableEdit[]): OpenedTable =>
  edits.length === 0 ? table : { ...table, sheet: edits.reduce(applyEdit, table.sheet) };

/** What edits by hand did, for the log that travels with the project. */
export function logEdits(
  table: OpenedTable,
  edits: readonly TableEdit[],
  headerOf: (column: number) => string,
): readonly LoggedFix[] {
  return edits.map((edit): LoggedFix => {
    const cells = table.sheet.rows.find(({ row }) => row === edit.row)?.cells ?? [];
    const whole = cells
      .map(cellText)
      .filter((text) => text !== '')
      .join(' ');
    const base = { table: table.key, row: edit.row, code: 'edited' };
    if (edit.kind === 'deleteRow') return { ...base, column: '', from: whole, to: '' };
    const from = cellText(cells[edit.column]);
    const column = headerOf(edit.column);
    return { ...base, column, from, to: edit.kind === 'setCell' ? cellText(edit.value) : '' };
  });
}
