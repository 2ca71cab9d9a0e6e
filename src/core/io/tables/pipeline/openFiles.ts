import { type Issue, issue } from '../../../issues.ts';
import { gatherFiles } from '../../mapFiles/gatherFiles.ts';
import type { DecodeText } from '../../textDecoding.ts';
import { fileLimitMb, openTables } from '../openTables.ts';
import type { Sheet, TableFile } from '../sheet.ts';
import { splitStacked } from '../splitStacked.ts';
import { turnSideways } from '../turnSideways.ts';

/** How far a step of an import is; generators yield it, workers pass it on. */
export interface ImportProgress {
  readonly phase: 'open' | 'check' | 'apply';
  /** 0 to 1 over the phase. */
  readonly doneShare: number;
}

/** One table of the files brought; plain data. */
export interface OpenedTable {
  /** Names the table in issues and choices: the file, and the sheet where there are several. */
  readonly key: string;
  readonly file: string;
  readonly sheet: Sheet;
}

export interface OpenedFiles {
  readonly tables: readonly OpenedTable[];
  /** Files that cannot be opened, encodings found; not tied to what is read later. */
  readonly issues: readonly Issue[];
}

/** First step of an import: every table of every file, hidden sheets too. */
export function* openFiles(
  given: readonly TableFile[],
  decode: DecodeText,
): Generator<ImportProgress, OpenedFiles> {
  const issues: Issue[] = [];
  const tables: OpenedTable[] = [];
  const usedKeys = new Set<string>();
  const files = gatherFiles(
    given,
    { decode, limitMb: fileLimitMb, areTables: true },
    (found) => void issues.push(found),
  );
  for (const [index, file] of files.entries()) {
    yield { phase: 'open', doneShare: index / files.length };
    const sheets = openTables(file, decode, (found) => void issues.push(found));
    const upright = sheets.map((sheet) => turnSideways(sheet));
    const filled = sheets
      .map((sheet, place) => upright[place] ?? sheet)
      .filter(({ rows }) => rows.length > 0)
      .flatMap(splitStacked);
    for (const turned of upright)
      if (turned) issues.push(issue('table.turned', { file: file.name, rows: turned.rows.length - 1 }));
    const visibleCount = filled.filter(({ isHidden }) => !isHidden).length;
    if (visibleCount === 0 && sheets.length > 0) issues.push(issue('file.empty', { file: file.name }));
    for (const sheet of filled) {
      const isAlone = visibleCount === 1 && !sheet.isHidden;
      const wanted = isAlone ? file.name : `${file.name}!${sheet.name}`;
      let key = wanted;
      for (let copy = 2; usedKeys.has(key); copy++) key = `${wanted} (${copy})`;
      usedKeys.add(key);
      tables.push({ key, file: file.name, sheet });
    }
  }
  return { tables, issues };
}
