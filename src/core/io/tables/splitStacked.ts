import { headerLikeness } from './mapColumns.ts';
import { cellText, type Sheet } from './sheet.ts';

/** A second header needs this many known names, so that a row of words among the data is not taken for one. */
const leastNames = 3;

/** Texts of a row that stand for something. */
const textsOf = (cells: Sheet['rows'][number]['cells']): string[] =>
  cells.map(cellText).filter((text) => text !== '');

/** True where most cells of a row are names of columns. */
function isHeader(texts: readonly string[]): boolean {
  if (texts.length < leastNames || texts.some((text) => /^[-+]?[\d.,]+$/.test(text))) return false;
  const known = headerLikeness(texts);
  return known >= leastNames && known * 3 >= texts.length * 2;
}

/**
 * A sheet with several tables one below the other as one sheet each. A new table starts where, after data, a header with
 * other names than the last one stands; rows keep their numbers. A title above the second header goes with it.
 */
export function splitStacked(sheet: Sheet): readonly Sheet[] {
  if (sheet.hasHeaderFirst) return [sheet];
  const starts: number[] = [];
  let names = '';
  let rowsSince = 0;
  for (const [index, { cells }] of sheet.rows.entries()) {
    const texts = textsOf(cells);
    const isNewHeader = isHeader(texts) && texts.join('|') !== names;
    if (!isNewHeader) {
      rowsSince++;
      continue;
    }
    // The second row of a header follows at once; a table needs data in between.
    if (names !== '' && rowsSince >= 2) {
      const above = sheet.rows[index - 1]!;
      const isTitle = textsOf(above.cells).length === 1 && starts.at(-1) !== index - 1;
      starts.push(isTitle ? index - 1 : index);
    }
    names = texts.join('|');
    rowsSince = 0;
  }
  if (starts.length === 0) return [sheet];
  return [0, ...starts].map((start, part, all) => {
    const rows = sheet.rows.slice(start, all[part + 1] ?? sheet.rows.length);
    const first = rows[0]?.row ?? 1;
    const last = rows.at(-1)?.row ?? 1;
    return {
      ...sheet,
      name: `${sheet.name}#${part + 1}`,
      rows,
      merges: sheet.merges.filter(({ firstRow, lastRow }) => firstRow >= first && lastRow <= last),
    };
  });
}
