import { Button, Input, Segmented, Select } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Issue, IssueSeverity } from '../../core/issues.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { DataGrid } from '../grids/DataGrid.tsx';
import { arrangeRows, type GridColumn, type RowSort } from '../grids/gridTypes.ts';
import { DownloadOutlined } from '../icons.tsx';
import { cellOfIssue } from './fixes.ts';
import { IssueCard } from './IssueCard.tsx';
import { issuesText } from './issuesText.ts';

export interface IssueRow {
  readonly number: number;
  readonly issue: Issue;
  readonly cause: string;
  readonly action: string;
}

type SeverityFilter = IssueSeverity | 'all';

/** Every doubtful cell with its place, cause and action; choosing one goes to the cell. */
export function IssueList() {
  const { t, i18n } = useTranslation();
  const app = useApp();
  const issues = useDeferredValue(useImports((state) => state.issues));
  const tables = useImports((state) => state.checked?.tables);
  const [severity, setSeverity] = useState<SeverityFilter>('all');
  const [group, setGroup] = useState<IssueGroup | 'all'>('all');
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<RowSort | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);

  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const rows = useMemo(
    () =>
      issues.map(
        (issue, number): IssueRow => ({
          number,
          issue,
          get cause() {
            return t(`issues.${issue.code}.cause`, issue.params);
          },
          get action() {
            return t(`issues.${issue.code}.action`, issue.params);
          },
        }),
      ),
    [issues, i18n.language],
  );
  const columns = useIssueColumns(new Set((tables ?? []).map(({ key }) => key)).size > 1);
  const counts = useMemo(() => countGroups(issues), [issues]);
  const kept = rows.filter(
    ({ issue }) =>
      (severity === 'all' || issue.severity === severity) && (group === 'all' || groupOf(issue) === group),
  );
  const shown = arrangeRows(kept, columns, search, {}, sort);
  const chosenRow = chosen === null ? null : (rows[chosen] ?? null);
  const choose = (rowId: string): void => {
    const number = Number(rowId);
    setChosen(number);
    const issue = rows[number]?.issue;
    const cell = issue && cellOfIssue(issue, tables ?? []);
    if (cell) app.imports.ask(cell);
  };
  return (
    <section className="issue-part" aria-label={t('import.check.issues')}>
      <div className="issue-filters">
        <Segmented<SeverityFilter>
          size="small"
          aria-label={t('import.check.severity')}
          value={severity}
          options={(['all', 'error', 'warning', 'info'] as const).map((value) => ({
            value,
            label: t(`import.severities.${value}`),
          }))}
          onChange={setSeverity}
        />
        <Select<IssueGroup | 'all'>
          size="small"
          className="code-select"
          aria-label={t('import.check.group')}
          value={group}
          popupMatchSelectWidth={false}
          options={[
            { value: 'all' as const, label: t('import.check.allGroups') },
            ...[...counts].map(([each, count]) => ({
              value: each,
              label: t('import.check.groupCount', { name: t(`import.groups.${each}`), count }),
            })),
          ]}
          onChange={setGroup}
        />
        <Input
          size="small"
          allowClear
          className="issue-search"
          placeholder={t('import.check.search')}
          aria-label={t('import.check.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button
          size="small"
          icon={<DownloadOutlined />}
          disabled={rows.length === 0}
          onClick={() => app.ports.files.save('issues.csv', issuesText(rows, t), 'text/csv;charset=utf-8')}
        >
          {t('import.check.export')}
        </Button>
      </div>
      <DataGrid
        label={t('import.check.issues')}
        columns={columns}
        rows={shown}
        rowId={({ number }) => String(number)}
        rowName={({ issue }) => t(`import.severities.${issue.severity}`)}
        sort={sort}
        onSort={setSort}
        filters={null}
        onWrite={null}
        chosenRowId={chosen === null ? null : String(chosen)}
        onChooseRow={choose}
        empty={t(issues.length === 0 ? 'import.check.noIssues' : 'import.check.noneShown')}
      />
      {chosenRow ? <IssueCard key={chosenRow.number} row={chosenRow} /> : null}
    </section>
  );
}

const issueGroups = ['file', 'table', 'row', 'cell', 'coord', 'place', 'demand'] as const;
type IssueGroup = (typeof issueGroups)[number] | 'other';

/** What an issue is about: the first word of its code. */
const groupOf = ({ code }: Issue): IssueGroup =>
  issueGroups.find((group) => code.startsWith(`${group}.`)) ?? 'other';

function countGroups(issues: readonly Issue[]): ReadonlyMap<IssueGroup, number> {
  const counts = new Map<IssueGroup, number>();
  for (const issue of issues) counts.set(groupOf(issue), (counts.get(groupOf(issue)) ?? 0) + 1);
  return counts;
}

const severityOrder: Readonly<Record<IssueSeverity, number>> = { error: 0, warning: 1, info: 2 };

function useIssueColumns(hasTables: boolean): readonly GridColumn<IssueRow>[] {
  const { t, i18n } = useTranslation();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  return useMemo(() => {
    const placeOf = ({ issue: { at } }: IssueRow) => (at && 'table' in at ? at : null);
    const column = (
      key: string,
      widthPx: number,
      text: (row: IssueRow) => string,
      rest: Partial<GridColumn<IssueRow>> = {},
    ): GridColumn<IssueRow> => ({
      key,
      title: t(`import.check.columns.${key as 'row'}`),
      widthPx,
      text,
      ...rest,
    });
    return [
      column('severity', 76, ({ issue }) => t(`import.severities.${issue.severity}`), {
        order: ({ issue }) => severityOrder[issue.severity],
        mark: ({ issue }) => ({ tone: issue.severity, words: '' }),
      }),
      ...(hasTables ? [column('table', 110, (row) => placeOf(row)?.table ?? '')] : []),
      column('row', 56, (row) => String(placeOf(row)?.row ?? ''), {
        isNumber: true,
        order: (row) => placeOf(row)?.row ?? Number.NaN,
      }),
      column('column', 92, (row) => placeOf(row)?.column ?? ''),
      column('cause', 310, (row) => row.cause),
      column('action', 300, (row) => row.action),
    ];
  }, [hasTables, i18n.language]);
}
