import type { Issue, IssueCode } from '../../issues.ts';

/** One repair: what stood in the cell and what was made of it. */
export interface Fix {
  readonly table: string;
  readonly row: number;
  readonly column: string;
  readonly code: IssueCode;
  readonly from: string;
  readonly to: string;
}

/** Every value that was read differently from how it was written, in the order of the file; kept with the project. */
export function fixLog(issues: readonly Issue[]): readonly Fix[] {
  return issues.flatMap(({ code, at, params }) => {
    if (at === undefined || !('table' in at) || params.to === undefined) return [];
    const from = String(params.value ?? params.name ?? '');
    return [{ table: at.table, row: at.row, column: at.column ?? '', code, from, to: String(params.to) }];
  });
}
