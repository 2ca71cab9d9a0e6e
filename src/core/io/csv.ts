import Papa from 'papaparse';

/** One record of a CSV text; `row` is the number a spreadsheet shows (header = 1, blank lines counted). */
export interface CsvRow {
  readonly row: number;
  readonly cells: readonly string[];
}
export interface CsvTable {
  readonly headers: readonly string[];
  readonly rows: readonly CsvRow[];
}

/** Cells of every record, blank lines too (RFC 4180 quotes). */
export const splitCsv = (text: string, delimiter: string): readonly string[][] =>
  Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false }).data;

export interface MendedCsv {
  readonly records: readonly string[][];
  /** Records (from 0) with a quote that nothing closes; it is left out. */
  readonly openQuotes: readonly number[];
}

const mendLimit = 50;

/** The same, where a quote without its partner would take the rest of the file into one cell. */
export function splitMended(text: string, delimiter: string): MendedCsv {
  const openQuotes: number[] = [];
  let mended = text;
  for (;;) {
    const { data, errors } = Papa.parse<string[]>(mended, { delimiter, skipEmptyLines: false });
    // Where the cell began after its quote; a quoted cell with a line break and a proper end is no error.
    const fault = errors.find(({ type, index }) => {
      if (type !== 'Quotes' || index === undefined) return false;
      const end = mended.indexOf('"', index);
      return mended.slice(index, end < 0 ? undefined : end).includes('\n');
    });
    if (fault?.index === undefined || openQuotes.length >= mendLimit) return { records: data, openQuotes };
    openQuotes.push(fault.row ?? 0);
    mended = `${mended.slice(0, fault.index - 1)}${mended.slice(fault.index)}`;
  }
}

/** Splits a CSV text (comma, RFC 4180 quotes, optional byte order mark). Blank lines are skipped but counted. */
export function parseCsv(text: string): CsvTable {
  const withoutMark = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  const records = splitCsv(withoutMark, ',');
  const headers = (records[0] ?? []).map((header) => header.trim());
  const rows: CsvRow[] = [];
  for (let index = 1; index < records.length; index++) {
    const cells = records[index]!.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) rows.push({ row: index + 1, cells });
  }
  return { headers, rows };
}
