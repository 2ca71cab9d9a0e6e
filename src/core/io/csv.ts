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
