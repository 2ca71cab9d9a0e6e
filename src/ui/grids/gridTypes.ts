import type { ReactNode } from 'react';

/** A column of an editable table: how a row is shown, compared and written. */
export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly widthPx: number;
  readonly isNumber?: boolean;
  /** What is shown, copied, searched and filtered. */
  readonly text: (row: Row) => string;
  /** What is compared when sorting, where the text does not do. */
  readonly order?: (row: Row) => number;
  readonly isEditable?: (row: Row) => boolean;
  /** Words to choose from; typed words are accepted too. */
  readonly options?: readonly string[];
  /** What is written for one of the words shown. */
  readonly keyOf?: (words: string) => string;
  /** A mark that colours the cell; its words are read out with it. */
  readonly mark?: (row: Row) => CellMark | null;
  readonly render?: (row: Row) => ReactNode;
}

export interface CellMark {
  readonly tone: 'error' | 'warning' | 'info' | 'changed';
  readonly words: string;
}

/** A text put into a cell; several at once are one step for undo. */
export interface CellWrite {
  readonly rowId: string;
  readonly columnKey: string;
  readonly text: string;
}

/** What became of writing: how many cells were taken, and in words why others were not. */
export interface WriteAnswer {
  readonly written: number;
  readonly refused: readonly { readonly rowId: string; readonly columnKey: string; readonly words: string }[];
}

export interface RowSort {
  readonly columnKey: string;
  readonly isDescending: boolean;
}

/** Rows that hold the searched words and pass every column's filter, in the chosen order. */
export function arrangeRows<Row>(
  rows: readonly Row[],
  columns: readonly GridColumn<Row>[],
  search: string,
  filters: Readonly<Record<string, string>>,
  sort: RowSort | null,
): readonly Row[] {
  const words = search.trim().toLowerCase();
  const asked = columns.flatMap((column) => {
    const filter = (filters[column.key] ?? '').trim().toLowerCase();
    return filter === '' ? [] : [{ column, filter }];
  });
  const kept =
    words === '' && asked.length === 0
      ? rows
      : rows.filter(
          (row) =>
            asked.every(({ column, filter }) => column.text(row).toLowerCase().includes(filter)) &&
            (words === '' || columns.some((column) => column.text(row).toLowerCase().includes(words))),
        );
  const by = sort && columns.find(({ key }) => key === sort.columnKey);
  if (!sort || !by) return kept;
  const sign = sort.isDescending ? -1 : 1;
  const { order } = by;
  const compare = order
    ? (a: Row, b: Row) => compareNumbers(order(a), order(b), sign)
    : (a: Row, b: Row) => sign * collator.compare(by.text(a), by.text(b));
  return [...kept].sort(compare);
}

const collator = new Intl.Collator('zh-CN', { numeric: true });

/** Missing numbers come last in both directions. */
function compareNumbers(a: number, b: number, sign: number): number {
  if (Number.isNaN(a) || Number.isNaN(b)) return Number(Number.isNaN(a)) - Number(Number.isNaN(b));
  return sign * (a - b);
}
