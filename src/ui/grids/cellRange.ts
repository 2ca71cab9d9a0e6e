/** Arithmetic of a grid's chosen cells, and the text that travels between grid and spreadsheet. */

export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** Both corners belong to it; `active` is where typing goes. */
export interface CellRange {
  readonly active: CellAt;
  readonly other: CellAt;
}

export interface Block {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export const oneCell = (at: CellAt): CellRange => ({ active: at, other: at });

export const blockOf = ({ active, other }: CellRange): Block => ({
  firstRow: Math.min(active.row, other.row),
  lastRow: Math.max(active.row, other.row),
  firstColumn: Math.min(active.column, other.column),
  lastColumn: Math.max(active.column, other.column),
});

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/** A cell moved by some rows and columns, kept inside the grid. */
export const moved = (at: CellAt, rows: number, columns: number, last: CellAt): CellAt => ({
  row: clamp(at.row + rows, last.row),
  column: clamp(at.column + columns, last.column),
});

const needsQuotes = /[\t\n\r"]/;

/** Rows of texts as spreadsheets put them on the clipboard. */
export const toTabText = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((cells) =>
      cells.map((text) => (needsQuotes.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'),
    )
    .join('\n');

/** Rows of texts from a spreadsheet's clipboard: tabs between cells, cells with line breaks in quotes. */
export function fromTabText(text: string): readonly (readonly string[])[] {
  const rows: string[][] = [[]];
  let cell = '';
  let isQuoted = false;
  const endCell = (): void => {
    rows.at(-1)!.push(cell);
    cell = '';
  };
  for (let index = 0; index < text.length; index++) {
    const letter = text[index]!;
    if (isQuoted) {
      if (letter !== '"') cell += letter;
      else if (text[index + 1] === '"') {
        cell += '"';
        index++;
      } else isQuoted = false;
    } else if (letter === '"' && cell === '') isQuoted = true;
    else if (letter === '\t') endCell();
    else if (letter === '\n') {
      endCell();
      rows.push([]);
    } else if (letter !== '\r') cell += letter;
  }
  endCell();
  // Spreadsheets end the last row too.
  const last = rows.at(-1)!;
  if (rows.length > 1 && last.length === 1 && last[0] === '') rows.pop();
  return rows;
}

export interface PlacedText extends CellAt {
  readonly text: string;
}

/** Where pasted cells go: from the top left of the chosen block; a single value or row fills the whole block. */
export function placePasted(
  pasted: readonly (readonly string[])[],
  block: Block,
  last: CellAt,
): readonly PlacedText[] {
  const height = pasted.length;
  const width = Math.max(...pasted.map((cells) => cells.length));
  const repeat = (span: number, size: number): number => (span % size === 0 ? span : size);
  const rowCount = repeat(block.lastRow - block.firstRow + 1, height);
  const columnCount = repeat(block.lastColumn - block.firstColumn + 1, width);
  const placed: PlacedText[] = [];
  for (let row = 0; row < rowCount; row++)
    for (let column = 0; column < columnCount; column++) {
      const text = pasted[row % height]![column % width];
      const at = { row: block.firstRow + row, column: block.firstColumn + column };
      if (text !== undefined && at.row <= last.row && at.column <= last.column) placed.push({ ...at, text });
    }
  return placed;
}

/** Rows and columns of a pasted text that lie beyond the table. */
export function beyondTable(
  pasted: readonly (readonly string[])[],
  block: Block,
  last: CellAt,
): { readonly rows: number; readonly columns: number } {
  const width = Math.max(...pasted.map((cells) => cells.length));
  return {
    rows: Math.max(0, block.firstRow + pasted.length - 1 - last.row),
    columns: Math.max(0, block.firstColumn + width - 1 - last.column),
  };
}

/** Below this fraction of the rows in view, a few more are drawn so that scrolling shows no gap. */
const spareRows = 6;

/** First and last row to draw in a window over rows of one height. */
export function rowsInView(
  scrollTopPx: number,
  heightPx: number,
  rowHeightPx: number,
  rowCount: number,
): { readonly first: number; readonly last: number } {
  const first = Math.max(0, Math.floor(scrollTopPx / rowHeightPx) - spareRows);
  const last = Math.min(rowCount - 1, Math.ceil((scrollTopPx + heightPx) / rowHeightPx) + spareRows);
  return { first, last };
}
