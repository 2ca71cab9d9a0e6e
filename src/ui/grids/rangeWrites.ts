import { type Block, placePasted, toTabText } from './cellRange.ts';
import type { CellWrite, GridColumn } from './gridTypes.ts';

/** The texts of a block as a spreadsheet takes them. */
export function copyBlock<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  { firstRow, lastRow, firstColumn, lastColumn }: Block,
): string {
  const chosen = columns.slice(firstColumn, lastColumn + 1);
  return toTabText(rows.slice(firstRow, lastRow + 1).map((row) => chosen.map((column) => column.text(row))));
}

/** The first row of a block written into the rows below it; a block of one row takes the row above. */
export function fillDown<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  rowId: (row: Row) => string,
  block: Block,
): readonly CellWrite[] {
  const isOneRow = block.firstRow === block.lastRow;
  const source = rows[isOneRow ? block.firstRow - 1 : block.firstRow];
  if (!source) return [];
  const targets = rows.slice(block.firstRow + (isOneRow ? 0 : 1), block.lastRow + 1);
  const chosen = columns.slice(block.firstColumn, block.lastColumn + 1);
  return targets.flatMap((row) =>
    chosen.map((column) => ({ rowId: rowId(row), columnKey: column.key, text: column.text(source) })),
  );
}

/** Pasted texts from the top left of a block on; what would fall outside the table is left out (`beyondTable`). */
export function pasteWrites<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  rowId: (row: Row) => string,
  pasted: readonly (readonly string[])[],
  block: Block,
): readonly CellWrite[] {
  const last = { row: rows.length - 1, column: columns.length - 1 };
  return placePasted(pasted, block, last).flatMap(({ row, column, text }) => {
    const target = rows[row];
    const into = columns[column];
    return target && into ? [{ rowId: rowId(target), columnKey: into.key, text }] : [];
  });
}
