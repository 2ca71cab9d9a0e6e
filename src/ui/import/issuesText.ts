import type { TFunction } from 'i18next';
import { csvText } from '../data/csvText.ts';
import type { IssueRow } from './IssueList.tsx';

/** Issues as a table to hand on: where, what and what to do. */
export function issuesText(rows: readonly IssueRow[], t: TFunction): string {
  const placeOf = ({ issue: { at } }: IssueRow) => (at && 'table' in at ? at : null);
  const texts = {
    table: (row: IssueRow) => placeOf(row)?.table ?? '',
    row: (row: IssueRow) => String(placeOf(row)?.row ?? ''),
    column: (row: IssueRow) => placeOf(row)?.column ?? '',
    severity: ({ issue }: IssueRow) => t(`import.severities.${issue.severity}`),
    code: ({ issue }: IssueRow) => issue.code,
    cause: ({ cause }: IssueRow) => cause,
    action: ({ action }: IssueRow) => action,
  };
  const keys = ['table', 'row', 'column', 'severity', 'code', 'cause', 'action'] as const;
  return csvText(
    keys.map((key) => ({ title: t(`import.check.columns.${key}`), text: texts[key] })),
    rows,
  );
}
