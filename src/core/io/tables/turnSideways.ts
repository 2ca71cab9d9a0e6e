import { headerLikeness, rankKinds } from './mapColumns.ts';
import { type CellValue, cellText, type Sheet } from './sheet.ts';
import { searchRows } from './tableShape.ts';

/** Fewer known names in a column may be data: a list of levels, of units. */
const leastNames = 3;
/** A table has not more columns than this; longer ones stand upright. */
const mostRows = 200;

/**
 * A table that lies on its side, its column names one below the other and a station per column, stood upright; null for
 * every other sheet. Rows then have the numbers of the file's columns. A title above the names is left out.
 */
export function turnSideways(sheet: Sheet): Sheet | null {
  if (sheet.hasHeaderFirst || sheet.rows.length > mostRows) return null;
  const rows = [...sheet.rows];
  while (rows[0] && rows[0].cells.filter((cell) => cellText(cell) !== '').length === 1) rows.shift();
  const firstColumn = [0, 1].find((column) => holdsNames(rows.map(({ cells }) => cellText(cells[column]))));
  if (firstColumn === undefined) return null;
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const inColumn = fieldCount(rows.map(({ cells }) => cellText(cells[firstColumn])));
  // Names of stations are like names of columns, but all of one sort: no row may hold as many different ones.
  const inRows = rows.slice(0, searchRows).map(({ cells }) => fieldCount(cells.map(cellText)));
  if (width < firstColumn + 2 || inColumn < leastNames || inRows.some((count) => count >= inColumn))
    return null;
  const upright = Array.from({ length: width - firstColumn }, (_, offset) => {
    const column = firstColumn + offset;
    return { row: column + 1, cells: rows.map(({ cells }): CellValue => cells[column] ?? null) };
  });
  return {
    ...sheet,
    rows: upright.filter(({ cells }) => cells.some((cell) => cellText(cell) !== '')),
    merges: [],
  };
}

function holdsNames(texts: readonly string[]): boolean {
  const filled = texts.filter((text) => text !== '');
  const known = headerLikeness(filled);
  return known >= leastNames && known * 3 >= filled.length * 2;
}

/** Fields of one kind of table that the texts name, each once. */
const fieldCount = (texts: readonly string[]): number => {
  const headers = texts
    .map((text, index) => ({ index, text, parts: [text] }))
    .filter(({ text }) => text !== '');
  return Math.max(0, ...rankKinds(headers, '').map(({ matches }) => matches.length));
};
