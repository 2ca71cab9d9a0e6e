import { type Issue, issue } from '../../issues.ts';
import { splitCsv, splitMended } from '../csv.ts';
import type { Sheet } from './sheet.ts';

export const delimiters = [',', '\t', ';', '，', '|'] as const;

const sampleLength = 20_000;
const sampleRows = 30;

/** Cells per row that most sampled rows agree on, and how many rows do; 0 where the delimiter does not cut. */
function agreement(text: string, delimiter: string): { width: number; rowCount: number } {
  const counts = new Map<number, number>();
  for (const cells of splitCsv(text, delimiter).slice(0, sampleRows)) {
    if (cells.length > 1) counts.set(cells.length, (counts.get(cells.length) ?? 0) + 1);
  }
  let best = { width: 0, rowCount: 0 };
  for (const [width, rowCount] of counts)
    if (rowCount > best.rowCount || (rowCount === best.rowCount && width > best.width))
      best = { width, rowCount };
  return best;
}

/** The delimiter on which most rows agree, the usual ones first; Excel's own `sep=;` line decides where there is one. */
export function findDelimiter(text: string): string {
  const stated = /^sep=(.)\r?\n/i.exec(text)?.[1];
  if (stated !== undefined) return stated;
  const sample = text.slice(0, sampleLength);
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of delimiters) {
    const { width, rowCount } = agreement(sample, delimiter);
    const score = rowCount * Math.min(width, 6);
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}

/** A CSV text as a sheet. */
export function csvSheet(
  name: string,
  text: string,
  report: (found: Issue) => void = () => undefined,
): Sheet {
  const delimiter = findDelimiter(text);
  const isStated = /^sep=.\r?\n/i.test(text);
  const { records, openQuotes } = splitMended(text, delimiter);
  for (const record of openQuotes) report(issue('row.openQuote', {}, { table: name, row: record + 1 }));
  const rows = records.map((cells, index) => ({ row: index + 1, cells }));
  return {
    name,
    isHidden: false,
    merges: [],
    rows: rows.filter(
      ({ row, cells }) => !(isStated && row === 1) && cells.some((cell) => cell.trim() !== ''),
    ),
  };
}
