import { type ClipboardEvent, type KeyboardEvent, type MouseEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isTypedIn } from '../isTypedIn.ts';
import {
  beyondTable,
  blockOf,
  type CellRange,
  fromTabText,
  moved,
  oneCell,
  rowsInView,
} from './cellRange.ts';
import { GridHeader } from './GridHeader.tsx';
import { type EditorEnd, GridInput } from './GridInput.tsx';
import { cellId, cellOfEvent, GridRow } from './GridRow.tsx';
import type { CellWrite, GridColumn, RowSort, WriteAnswer } from './gridTypes.ts';
import { placeOfInput, rowHeightPx, rowNumberWidthPx } from './inputPlace.ts';
import { keyAction } from './keyAction.ts';
import { copyBlock, fillDown, pasteWrites } from './rangeWrites.ts';
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

/** A table to edit like a spreadsheet: only the rows in view are drawn; one cell is active and the keyboard does it all. */
export function DataGrid<Row>(props: DataGridProps<Row>) {
  const { label, columns, rows, rowId, rowName, rowNumber, filters, onWrite } = props;
  const { t } = useTranslation();
  const gridId = useId();
  const holder = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
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

  /** `leftOut`: what else there was to write and why it is not. */
  const write = (writes: readonly CellWrite[], leftOut: readonly string[] = []): void => {
    if (!onWrite || writes.length === 0) return;
    const { written, refused } = onWrite(writes);
    const reasons = [...new Set(refused.map(({ words }) => words))].slice(0, 2);
    const said = [
      written > 1 || refused.length > 0 ? t('grids.written', { count: written }) : '',
      refused.length > 0 ? t('grids.refused', { count: refused.length }) : '',
      ...reasons,
      ...leftOut,
    ];
    setNews(said.filter(Boolean).join(' '));
  };

  const onEditorEnd = (end: EditorEnd): void => {
    const at = range?.active;
    const text = draft;
    setDraft(null);
    const row = at && rows[at.row];
    const column = at && columns[at.column];
    if (!row || !column || text === null || end === 'cancel') return;
    if (text !== column.text(row)) write([{ rowId: rowId(row), columnKey: column.key, text }]);
    if (end === 'stay') return;
    const [down, right] = { down: [1, 0], up: [-1, 0], right: [0, 1], left: [0, -1] }[end] as [
      number,
      number,
    ];
    go(oneCell(moved(at, down, right, last)));
  };

  /** text null: what the cell holds. A cell that cannot be changed says so. */
  const openEditor = (text: string | null): void => {
    const at = range?.active;
    const row = at && rows[at.row];
    const column = at && columns[at.column];
    if (!onWrite || !row || !column) return;
    if (!(column.isEditable?.(row) ?? false)) {
      setNews(t('grids.fixedCell', { column: column.title }));
      return;
    }
    show(at);
    setDraft(text ?? column.text(row));
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const isOwn =
      event.target === input.current || (event.target instanceof HTMLElement && event.target.id === gridId);
    if (!isOwn || event.nativeEvent.isComposing) return;
    const pageRows = Math.max(1, Math.floor(heightPx / rowHeightPx) - 2);
    const action = keyAction(event, range, last, pageRows);
    if (!action) return;
    event.preventDefault();
    if (action.kind === 'go') go(action.range);
    else if (action.kind === 'edit') openEditor(null);
    else if (range && action.kind === 'clear') {
      write(pasteWrites(rows, columns, rowId, [['']], blockOf(range)));
    } else if (range && action.kind === 'fillDown') {
      write(fillDown(rows, columns, rowId, blockOf(range)));
    }
  };

  const onCopy = (event: ClipboardEvent): void => {
    if (!range || isTypedIn(event.target)) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', copyBlock(rows, columns, blockOf(range)));
    setNews(t('grids.copied'));
  };
  const onPaste = (event: ClipboardEvent): void => {
    if (!range || isTypedIn(event.target)) return;
    event.preventDefault();
    const cells = fromTabText(event.clipboardData.getData('text/plain'));
    const beyond = beyondTable(cells, blockOf(range), last);
    write(pasteWrites(rows, columns, rowId, cells, blockOf(range)), [
      beyond.rows > 0 ? t('grids.rowsBeyond', { count: beyond.rows }) : '',
      beyond.columns > 0 ? t('grids.columnsBeyond', { count: beyond.columns }) : '',
    ]);
  };
  const onMouseDown = (event: MouseEvent): void => {
    const at = cellOfEvent(event);
    if (!at || event.button !== 0) return;
    if (onWrite) {
      // The field keeps the focus; what is being typed in it is taken first.
      event.preventDefault();
      if (draft !== null) onEditorEnd('stay');
      input.current?.focus({ preventScroll: true });
    }
    go(event.shiftKey && range ? { active: range.active, other: at } : oneCell(at));
  };
  const onMouseMove = (event: MouseEvent): void => {
    const at = event.buttons === 1 && range ? cellOfEvent(event) : null;
    if (at && range) setRange({ active: range.active, other: at });
  };

  const block = range ? blockOf(range) : null;
  const { first, last: lastRow } = rowsInView(scrollTopPx, heightPx, rowHeightPx, rows.length);
  const widthPx = columns.reduce((sum, column) => sum + column.widthPx, rowNumber ? rowNumberWidthPx : 0);
  const activeId = range ? cellId(gridId, range.active.row, range.active.column) : undefined;
  const activeColumn = range ? columns[range.active.column] : undefined;
  const activeRow = range ? rows[range.active.row] : undefined;
  const focusFirst = (): void => {
    if (!range && rows.length > 0) setRange(oneCell({ row: 0, column: 0 }));
  };
  return (
    <div className="grid-frame">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: what is pressed over the cells and the field above them is the grid's */}
      <div
        ref={holder}
        className="grid-holder"
        onScroll={onScroll}
        onKeyDown={onKeyDown}
        onCopy={onCopy}
        onPaste={onPaste}
        onMouseDown={onMouseDown}
        onMouseMove={onMouseMove}
        onDoubleClick={(event) => {
          if (cellOfEvent(event)) openEditor(null);
        }}
      >
        {onWrite ? (
          <GridInput
            ref={input}
            label={
              activeColumn && activeRow ? `${label} · ${activeColumn.title} · ${rowName(activeRow)}` : label
            }
            draft={draft}
            options={activeColumn?.options ?? null}
            place={placeOfInput(range, columns, filters !== null, rowNumber ? rowNumberWidthPx : 0)}
            gridId={gridId}
            activeId={activeId}
            onFocus={focusFirst}
            onDraft={(text) => (draft === null ? openEditor(text) : setDraft(text))}
            onEnd={onEditorEnd}
          />
        ) : null}
        <div
          id={gridId}
          className="grid-plane"
          role="grid"
          aria-label={label}
          aria-multiselectable="true"
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length}
          aria-activedescendant={onWrite ? undefined : activeId}
          tabIndex={onWrite ? -1 : 0}
          onFocus={(event) => {
            if (event.target !== event.currentTarget) return;
            if (onWrite) input.current?.focus({ preventScroll: true });
            else focusFirst();
          }}
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
                />
              );
            })}
          </div>
        </div>
        {rows.length === 0 ? <p className="grid-empty">{props.empty}</p> : null}
      </div>
      <p className="grid-news" role="status">
        {news}
      </p>
    </div>
  );
}
