import { writeFileSync } from 'node:fs';

/** Rows as CSV with a header, UTF-8, line feeds; a cell is quoted only where it must be. */
export function writeCsv(
  path: string,
  headers: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): void {
  const quote = (cell: string | number): string => {
    const text = String(cell);
    return /[",\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const lines = [headers, ...rows].map((row) => row.map(quote).join(','));
  writeFileSync(path, `${lines.join('\n')}\n`);
}
