import { type CSSProperties, type MouseEvent, memo } from 'react';
import type { GridColumn } from './gridTypes.ts';

export interface GridRowProps<Row> {
  readonly row: Row;
  readonly rowIndex: number;
  readonly rowName: string;
  /** Number shown before the row, as a spreadsheet does; empty for none. */
  readonly rowNumber: string;
  readonly columns: readonly GridColumn<Row>[];
  readonly topPx: number;
  readonly gridId: string;
  readonly isChosenRow: boolean;
  /** Chosen columns of this row; -1 for none. */
  readonly firstColumn: number;
  readonly lastColumn: number;
  readonly activeColumn: number;
}

export const cellId = (gridId: string, rowIndex: number, columnIndex: number): string =>
  `${gridId}-${rowIndex}-${columnIndex}`;

/** Where in the grid an event of the mouse happened. */
export function cellOfEvent(event: MouseEvent): { row: number; column: number } | null {
  const cell = (event.target as Element).closest<HTMLElement>('[data-cell]');
  const [row, column] = cell?.dataset.cell?.split(' ').map(Number) ?? [];
  return row === undefined || column === undefined ? null : { row, column };
}

function PlainRow<Row>(props: GridRowProps<Row>) {
  const { row, rowIndex, columns, gridId, isChosenRow, rowNumber } = props;
  const style: CSSProperties = { transform: `translateY(${props.topPx}px)` };
  return (
    <div
      role="row"
      aria-rowindex={rowIndex + 2}
      className={`grid-row ${isChosenRow ? 'grid-row-chosen' : ''}`}
      style={style}
    >
      {rowNumber === '' ? null : (
        <div role="rowheader" className="grid-row-number">
          {rowNumber}
        </div>
      )}
      {columns.map((column, columnIndex) => {
        const isActive = columnIndex === props.activeColumn;
        const isChosen = columnIndex >= props.firstColumn && columnIndex <= props.lastColumn;
        const mark = column.mark?.(row) ?? null;
        const isReadOnly = !(column.isEditable?.(row) ?? false);
        const name = [
          'grid-cell',
          column.isNumber ? 'number' : '',
          isReadOnly ? 'grid-cell-fixed' : '',
          isChosen ? 'grid-cell-chosen' : '',
          isActive ? 'grid-cell-active' : '',
          mark ? `grid-cell-${mark.tone}` : '',
        ];
        return (
          <div
            key={column.key}
            role="gridcell"
            id={cellId(gridId, rowIndex, columnIndex)}
            data-cell={`${rowIndex} ${columnIndex}`}
            aria-colindex={columnIndex + 1}
            aria-selected={isChosen}
            aria-readonly={isReadOnly}
            className={name.filter(Boolean).join(' ')}
            style={{ width: column.widthPx }}
            title={mark?.words ?? undefined}
          >
            {column.render?.(row) ?? column.text(row)}
            {mark ? <span className="visually-hidden">{mark.words}</span> : null}
          </div>
        );
      })}
    </div>
  );
}

/**
 * One row of a grid; drawn again only when something in it has changed. The grid is made of roles instead of a table, as
 * only the rows in view are drawn; it holds the focus itself and names the active cell.
 */
export const GridRow = memo(PlainRow) as typeof PlainRow;
