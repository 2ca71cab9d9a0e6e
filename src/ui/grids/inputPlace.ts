import type { CSSProperties } from 'react';
import type { CellRange } from './cellRange.ts';
import type { GridColumn } from './gridTypes.ts';

export const rowHeightPx = 28;
export const rowNumberWidthPx = 52;
const headPx = 29;
const filtersPx = 27;

/** Over the active cell, in the coordinates of what is scrolled. */
export function placeOfInput<Row>(
  range: CellRange | null,
  columns: readonly GridColumn<Row>[],
  hasFilters: boolean,
  startPx: number,
): CSSProperties {
  const { row, column } = range?.active ?? { row: 0, column: 0 };
  const leftPx = columns.slice(0, column).reduce((sum, { widthPx }) => sum + widthPx, startPx);
  return {
    top: headPx + (hasFilters ? filtersPx : 0) + row * rowHeightPx,
    left: leftPx,
    width: columns[column]?.widthPx ?? 0,
    height: rowHeightPx,
    textAlign: columns[column]?.isNumber ? 'right' : 'left',
  };
}
