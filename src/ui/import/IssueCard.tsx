import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CellEdit, TableView } from '../../../workers/tableProtocol.ts';
import type { TableSystem } from '../../core/io/tables/crs/systems.ts';
import type { Place } from '../../core/model/scenario.ts';
import { chooseForTable, editCells, goToStep } from '../../state/commands/importTables.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useDocument, useImports } from '../AppContext.tsx';
import { cellOfIssue, type Fix, fixesOf, type IssueCell, placeEdits } from './fixes.ts';
import type { IssueRow } from './IssueList.tsx';

interface IssueCardProps {
  readonly row: IssueRow;
  readonly rows: readonly IssueRow[];
}

/** One issue in full, with what a single press can do about it. */
export function IssueCard({ row, rows }: IssueCardProps) {
  const { t } = useTranslation();
  const app = useApp();
  const tables = useImports((state) => state.checked?.tables) ?? [];
  const { issue } = row;
  const cell = cellOfIssue(issue, tables);
  const view = tables.find(({ key }) => key === cell?.key);
  const fixes = fixesOf(issue, view, cell);
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
        {fixes.map((fix) => (
          <FixButton
            key={`${fix.kind} ${'placeId' in fix ? fix.placeId : ''}`}
            fix={fix}
            view={view ?? null}
            cell={cell}
            table={at?.table ?? ''}
            like={rows.filter((other) => other.issue.code === issue.code)}
          />
        ))}
      </div>
    </div>
  );
}

interface FixButtonProps {
  readonly fix: Fix;
  readonly view: TableView | null;
  readonly cell: IssueCell | null;
  readonly table: string;
  /** Issues of the same kind, this one included. */
  readonly like: readonly IssueRow[];
}

function FixButton({ fix, view, cell, table, like }: FixButtonProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { byId, townshipOf } = usePlaces();
  if (fix.kind === 'goTo')
    return (
      <Button size="small" onClick={() => goToStep(app, fix.step)}>
        {t(`import.fixes.goTo.${fix.step}`)}
      </Button>
    );
  if (fix.kind === 'readSheet') return <ReadSheetButton table={table} />;
  if (!view || !cell) return null;
  if (fix.kind === 'useSystem')
    return (
      <Button
        size="small"
        type="primary"
        onClick={() => chooseForTable(app, 'fix', view.key, { system: fix.system as TableSystem })}
      >
        {t('import.fixes.useSystem', { system: fix.system.toUpperCase() })}
      </Button>
    );
  if (fix.kind === 'choosePlace') return <PlaceChoice view={view} cell={cell} />;
  if (fix.kind === 'place') {
    const place = byId.get(fix.placeId);
    const township = place ? townshipOf(place) : null;
    if (!place) return null;
    return (
      <Button
        size="small"
        type="primary"
        onClick={() => editCells(app, 'fix', view.key, placeEdits(view, cell.row, place, township))}
      >
        {t('import.fixes.place', { place: `${township?.name ?? ''}${place.name}` })}
      </Button>
    );
  }
  const label = fix.kind === 'clear' ? 'cell' : 'leaveOut';
  const all = allEdits(fix.kind, view, like);
  return (
    <>
      <Button size="small" onClick={() => editCells(app, label, view.key, fix.edits)}>
        {t(`import.fixes.${fix.kind}`)}
      </Button>
      {all.count > 1 ? (
        <Button size="small" onClick={() => editCells(app, label, view.key, all.edits)}>
          {t(`import.fixes.${fix.kind}All`, { count: all.count })}
        </Button>
      ) : null}
    </>
  );
}

/** The same fix for every issue of the kind in the table. */
function allEdits(
  kind: 'clear' | 'leaveOut',
  view: TableView,
  like: readonly IssueRow[],
): { readonly count: number; readonly edits: readonly CellEdit[] } {
  const edits: CellEdit[] = [];
  let count = 0;
  for (const { issue } of like) {
    const cell = cellOfIssue(issue, [view]);
    const fix = cell ? fixesOf(issue, view, cell).find((each) => each.kind === kind) : undefined;
    if (!fix || !('edits' in fix)) continue;
    count++;
    for (const edit of fix.edits) edits.push(edit);
  }
  return { count, edits };
}

function ReadSheetButton({ table }: { readonly table: string }) {
  const { t } = useTranslation();
  const app = useApp();
  const isRead = useImports((state) => settledNow(state).choices[table]?.isIncluded === true);
  return (
    <Button
      size="small"
      disabled={isRead}
      onClick={() => chooseForTable(app, 'sheet', table, { isIncluded: true })}
    >
      {t('import.fixes.readSheet')}
    </Button>
  );
}

function usePlaces() {
  const places = useDocument()?.county.places ?? [];
  const byId = new Map<string, Place>(places.map((place) => [place.id, place]));
  const townshipOf = ({ parentId }: Place): Place | null => {
    const parent = parentId === null ? undefined : byId.get(parentId);
    return parent?.tier === 'township' ? parent : null;
  };
  return { places, byId, townshipOf };
}

/** Choosing the village from the official list by typing a part of its name. */
function PlaceChoice({ view, cell }: { readonly view: TableView; readonly cell: IssueCell }) {
  const { t } = useTranslation();
  const app = useApp();
  const { places, byId, townshipOf } = usePlaces();
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
