import { Button, Select } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { FixesAnswer, TableView } from '../../../workers/tableProtocol.ts';
import type { Issue } from '../../core/issues.ts';
import type { Place } from '../../core/model/scenario.ts';
import {
  applyTableFix,
  editCells,
  fixAllLike,
  goToStep,
  importSession,
} from '../../state/commands/importTables.ts';
import { useApp, useDocument, useImports } from '../AppContext.tsx';
import { cellOfIssue, type IssueCell, isAboutPlace, placeEdits, stepOfIssue } from './fixes.ts';
import type { IssueRow } from './IssueList.tsx';

/** One issue in full, with what a single press can do about it. */
export function IssueCard({ row }: { readonly row: IssueRow }) {
  const { t } = useTranslation();
  const app = useApp();
  const tables = useImports((state) => state.checked?.tables) ?? [];
  const { issue } = row;
  const cell = cellOfIssue(issue, tables);
  const view = tables.find(({ key }) => key === cell?.key) ?? null;
  const step = stepOfIssue(issue);
  const at = issue.at && 'table' in issue.at ? issue.at : null;
  const where = at
    ? at.column === undefined
      ? t('import.check.atRow', { table: at.table, row: at.row })
      : t('import.check.atCell', { table: at.table, row: at.row, column: at.column })
    : '';
  return (
    <div className={`issue-card issue-${issue.severity}`} data-code={issue.code}>
      <p>
        <strong>{t(`import.severities.${issue.severity}`)}</strong> {where}
      </p>
      <p>{row.cause}</p>
      <p className="hint">{row.action}</p>
      <div className="issue-fixes">
        {cell ? (
          <Button size="small" onClick={() => app.imports.ask(cell)}>
            {t('import.fixes.show')}
          </Button>
        ) : null}
        {at ? <Suggestions issue={issue} tableKey={at.table} /> : null}
        {view && cell && isAboutPlace(issue) ? <PlaceChoice view={view} cell={cell} /> : null}
        {step ? (
          <Button size="small" onClick={() => goToStep(app, step)}>
            {t(`import.fixes.goTo.${step}`)}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

/** Every word a label may ask for; each fix brings its own. */
const noParams = { name: '', to: '', row: '', column: '', sheet: '', crs: '', township: '' };

/** Fixes worked out from the table, likeliest first; each also for all issues like it. */
function Suggestions({ issue, tableKey }: { readonly issue: Issue; readonly tableKey: string }) {
  const { t } = useTranslation();
  const app = useApp();
  const [fixes, setFixes] = useState<FixesAnswer['fixes']>([]);
  useEffect(() => {
    let isWanted = true;
    void importSession()
      ?.fixesOf(issue)
      .then((answer) => {
        if (isWanted) setFixes(answer.fixes);
      })
      .catch(() => undefined);
    return () => {
      isWanted = false;
    };
  }, [issue]);
  return fixes.map((fix, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list of one issue does not change
    <span key={index} className="fix-pair" data-fix={fix.label}>
      <Button
        size="small"
        type={index === 0 ? 'primary' : 'default'}
        onClick={() => applyTableFix(app, tableKey, fix)}
      >
        {t(`import.fixes.labels.${fix.label}`, { ...noParams, ...fix.params })}
      </Button>
      {fix.likeCount > 1 && fix.edits.length > 0 ? (
        <Button size="small" onClick={() => void fixAllLike(app, issue.code, tableKey, fix.label)}>
          {t('import.fixes.all', { count: fix.likeCount })}
        </Button>
      ) : null}
    </span>
  ));
}

interface PlaceChoiceProps {
  readonly view: TableView;
  readonly cell: IssueCell;
}

/** Choosing the village from the official list by typing a part of its name. */
function PlaceChoice({ view, cell }: PlaceChoiceProps) {
  const { t } = useTranslation();
  const app = useApp();
  const places = useDocument()?.county.places ?? [];
  const byId = new Map<string, Place>(places.map((place) => [place.id, place]));
  const townshipOf = ({ parentId }: Place): Place | null => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent?.tier === 'township' ? parent : null;
  };
  return (
    <Select<string>
      size="small"
      showSearch={{ optionFilterProp: 'label' }}
      className="place-select"
      value={null}
      placeholder={t('import.fixes.choosePlace')}
      aria-label={t('import.fixes.choosePlace')}
      options={places
        .filter(({ tier }) => tier !== 'county')
        .map((place) => ({
          value: place.id as string,
          label: `${townshipOf(place)?.name ?? ''} ${place.name}`,
        }))}
      onChange={(id) => {
        const place = byId.get(id);
        if (place) editCells(app, 'fix', view.key, placeEdits(view, cell.row, place, townshipOf(place)));
      }}
    />
  );
}
