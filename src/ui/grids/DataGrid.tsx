import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EditorEnd } from './CellEditor.tsx';
import {
  blockOf,
  type CellRange,
  fromTabText,
  moved,
  oneCell,
  placePasted,
  rowsInView,
} from './cellRange.ts';
import { GridHeader } from './GridHeader.tsx';
import { cellId, cellOfEvent, GridRow } from './GridRow.tsx';
import type { CellWrite, GridColumn, RowSort, WriteAnswer } from './gridTypes.ts';
import { keyAction } from './keyAction.ts';
import { copyBlock, fillDown } from './rangeWrites.ts';
import { useGridWindow } from './useGridWindow.ts';

export interface CellAsked {
  readonly rowId: string;
  readonly columnKey: string | null;
  /** A new number asks again for the same cell. */
  readonly stamp: number;
}

interface DataGridProps<Row> {
  readonly label: string;
  readonly columns: readonly GridColumn<Row>[];
  /** In the order they are shown. */
  readonly rows: readonly Row[];
  readonly rowId: (row: Row) => string;
  readonly rowName: (row: Row) => string;
  /** A spreadsheet's row number before each row. */
  readonly rowNumber?: (row: Row) => string;
  readonly sort: RowSort | null;
  readonly onSort: ((sort: RowSort | null) => void) | null;
  readonly filters: Readonly<Record<string, string>> | null;
  readonly onFilter?: (columnKey: string, text: string) => void;
  readonly onWrite: ((writes: readonly CellWrite[]) => WriteAnswer) | null;
  readonly chosenRowId: string | null;
  readonly onChooseRow?: (rowId: string) => void;
  readonly asked?: CellAsked | null;
  readonly empty: string;
}

export const rowHeightPx = 28;

/** A table to edit like a spreadsheet: only the rows in view are drawn; one cell is active and the keyboard does it all. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, rowId, rowName, rowNumber, onWrite } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const holder = useRef<HTMLDivElement>(null);
  const [range, setRange] = useState<CellRange | null>(null);
  const [draft, setDraft] = useState<string | null>(null);
  const [news, setNews] = useState('');
  const last = { row: rows.length - 1, column: columns.length - 1 };
  const { scrollTopPx, heightPx, onScroll, show } = useGridWindow(holder, columns, rowHeightPx, !!rowNumber);

  const go = (next: CellRange): void => {
    setRange(next);
    show(next.active);
    const row = rows[next.active.row];
    if (row && row !== rows[range?.active.row ?? -1]) props.onChooseRow?.(rowId(row));
  };

  // A cell asked for from outside (an issue, the map) becomes the active one.
  const [answered, setAnswered] = useState(-1);
  if (props.asked && props.asked.stamp !== answered) {
    const { asked } = props;
    const row = rows.findIndex((each) => rowId(each) === asked.rowId);
    if (row >= 0) {
      const column = Math.max(
        0,
        asked.columnKey === null
          ? (range?.active.column ?? 0)
          : columns.findIndex(({ key }) => key === asked.columnKey),
      );
      setAnswered(asked.stamp);
      setRange(oneCell({ row, column }));
      setDraft(null);
      show({ row, column });
    }
  }

  const write = (writes: readonly CellWrite[]): void => {
    if (!onWrite || writes.length === 0) return;
    const { written, refused } = onWrite(writes);
    const reasons = [...new Set(refused.map(({ words }) => words))].slice(0, 2);
    const said = [
      written > 1 || refused.length > 0 ? t('grids.written', { count: written }) : '',
      refused.length > 0 ? t('grids.refused', { count: refused.length }) : '',
      ...reasons,
    ];
    setNews(said.filter(Boolean).join(' '));
  };

  const onEditorEnd = (end: EditorEnd, text: string): void => {
    const at = range?.active;
    setDraft(null);
    holder.current?.focus({ preventScroll: true });
    const row = at && rows[at.row];
    const column = at && columns[at.column];
    if (!row || !column || end === 'cancel') return;
    if (text !== column.text(row)) write([{ rowId: rowId(row), columnKey: column.key, text }]);
    if (end === 'stay') return;
    const [down, right] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[end] as [
      number,
      number,
    ];
    go(oneCell(moved(at, down, right, last)));
  };

  const openEditor = (text: string | null): void => {
    const at = range?.active;
    const row = at && rows[at.row];
    const column = at && columns[at.column];
    if (!onWrite || !row || !column || !(column.isEditable?.(row) ?? false)) return;
    show(at);
    setDraft(text ?? column.text(row));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || event.nativeEvent.isComposing) return;
    const pageRows = Math.max(1, Math.floor(heightPx / rowHeightPx) - 2);
    const action = keyAction(event, range, last, pageRows);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'go') go(action.range);
    else if (action.kind === 'edit') openEditor(action.text);
    else if (range && action.kind === 'clear') {
      write(fillBlock(range, ''));
    } else if (range && action.kind === 'fillDown') {
      write(fillDown(rows, columns, rowId, blockOf(range)));
    }
  };

  const fillBlock = (chosen: CellRange, text: string): CellWrite[] =>
    placed(placePasted([[text]], blockOf(chosen), last));
  const placed = (texts: ReturnType<typeof placePasted>): CellWrite[] =>
    texts.flatMap(({ row, column, text }) => {
      const target = rows[row];
      const into = columns[column];
      return target && into ? [{ rowId: rowId(target), columnKey: into.key, text }] : [];
    });

  const onCopy = (event: ClipboardEvent): void => {
    if (!range || draft !== null) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyBlock(rows, columns, blockOf(range)));
    setNews(t('grids.copied'));
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!range || draft !== null) return;
    event.preventDefault();
    const cells = fromTabText(event.clipboardData.getData('text/plain'));
    write(placed(placePasted(cells, blockOf(range), last)));
  };
  const onMouseDown = (event: MouseEvent): void => {
    const at = cellOfEvent(event);
    if (!at || event.button !== 0) return;
    go(event.shiftKey && range ? { active: range.active, other: at } : oneCell(at));
  };
  const onMouseOver = (event: MouseEvent): void => {
    const at = event.buttons === 1 && range ? cellOfEvent(event) : null;
    if (at && range) setRange({ active: range.active, other: at });
  };

  const block = range ? blockOf(range) : null;
  const { first, last: lastRow } = rowsInView(scrollTopPx, heightPx, rowHeightPx, rows.length);
  const widthPx = columns.reduce((sum, column) => sum + column.widthPx, rowNumber ? rowNumberWidthPx : 0);
  return (
    <div className="grid-frame">
      <div
        ref={holder}
        className="grid-holder"
        role="grid"
        aria-label={label}
        aria-multiselectable="true"
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length}
        aria-activedescendant={range ? cellId(gridId, range.active.row, range.active.column) : undefined}
        tabIndex={0}
        onFocus={(event) => {
          if (event.target === event.currentTarget && !range && rows.length > 0)
            setRange(oneCell({ row: 0, column: 0 }));
        }}
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
        onMouseOver={onMouseOver}
        onDoubleClick={() => openEditor(null)}
      >
        <GridHeader {...props} widthPx={widthPx} hasRowNumbers={!!rowNumber} />
        <div
          role="rowgroup"
          className="grid-body"
          style={{ height: rows.length * rowHeightPx, width: widthPx }}
        >
          {rows.slice(first, lastRow + 1).map((row, offset) => {
            const rowIndex = first + offset;
            const isInRange = block !== null && rowIndex >= block.firstRow && rowIndex <= block.lastRow;
            const isActive = range?.active.row === rowIndex;
            return (
              <GridRow
                key={rowId(row)}
                row={row}
                rowIndex={rowIndex}
                rowName={rowName(row)}
                rowNumber={rowNumber?.(row) ?? ''}
                columns={columns}
                topPx={rowIndex * rowHeightPx}
                gridId={gridId}
                isChosenRow={rowId(row) === props.chosenRowId}
                firstColumn={isInRange ? block.firstColumn : -1}
                lastColumn={isInRange ? block.lastColumn : -1}
                activeColumn={isActive ? range.active.column : -1}
                draft={isActive ? draft : null}
                onEditorEnd={onEditorEnd}
              />
            );
          })}
        </div>
        {rows.length === 0 ? <p className="grid-empty">{props.empty}</p> : null}
      </div>
      <p className="grid-news" role="status">
        {news}
      </p>
    </div>
  );
}

export const rowNumberWidthPx = 52;
