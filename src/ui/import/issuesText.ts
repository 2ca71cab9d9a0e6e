import type { TFunction } from 'i18next';
import type { IssueRow } from './IssueList.tsx';

/** Texts that a spreadsheet would take for a formula are kept from it by an apostrophe. */
const guarded = (text: string): string => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);
const quoted = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** Issues as a table that Excel opens: UTF-8 with a byte order mark. */
export function issuesText(rows: readonly IssueRow[], t: TFunction): string {
  const headers = ['table', 'row', 'column', 'severity', 'code', 'cause', 'action'] as const;
  const lines = rows.map(({ issue, cause, action }) => {
    const at = issue.at && 'table' in issue.at ? issue.at : null;
    const severity = t(`import.severities.${issue.severity}`);
    return [at?.table ?? '', String(at?.row ?? ''), at?.column ?? '', severity, issue.code, cause, action];
  });
  const head = headers.map((key) => t(`import.check.columns.${key}`));
  return `\ufeff${[head, ...lines].map((cells) => cells.map(quoted).join(',')).join('\r\n')}\r\n`;
}
