import type { Issue } from '../../issues.ts';
import type { LoggedFix } from '../../model/fixLog.ts';

/** Every value that was read differently from how it was written, in the order of the file; kept with the project. */
export function fixLog(issues: readonly Issue[]): readonly LoggedFix[] {
  return issues.flatMap(({ code, at, params }) => {
    if (at === undefined || !('table' in at) || params.to === undefined) return [];
    const from = String(params.value ?? params.name ?? '');
    return [{ table: at.table, row: at.row, column: at.column ?? '', code, from, to: String(params.to) }];
  });
}

/** The log with new entries; the same repair found again is not written twice. */
export function addToFixLog(log: readonly LoggedFix[], added: readonly LoggedFix[]): readonly LoggedFix[] {
  const keyOf = (fix: LoggedFix): string =>
    [fix.table, fix.row, fix.column, fix.code, fix.from, fix.to].join('\u0000');
  const known = new Set(log.map(keyOf));
  const fresh = added.filter((fix) => {
    const isFresh = !known.has(keyOf(fix));
    known.add(keyOf(fix));
    return isFresh;
  });
  return fresh.length === 0 ? log : [...log, ...fresh];
}

export type { LoggedFix as Fix } from '../../model/fixLog.ts';
