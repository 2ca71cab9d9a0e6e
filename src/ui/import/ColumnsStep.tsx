import { Alert, Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TableCard, TableView } from '../../../workers/tableProtocol.ts';
import { type TableKind, tableKinds } from '../../core/io/tables/kinds.ts';
import { chooseForTable, forgetColumns } from '../../state/commands/importTables.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { fieldName } from './fieldName.ts';
import { HeaderChoice } from './HeaderChoice.tsx';
import { PointPreview } from './PointPreview.tsx';
import { TableList } from './TableList.tsx';

/** Sheets, header rows and columns: everything is suggested and can be changed. */
export function ColumnsStep() {
  const opened = useImports((state) => state.opened);
  const checked = useImports((state) => state.checked);
  const activeKey = useImports((state) => state.activeKey);
  const card = opened?.tables.find(({ key }) => key === activeKey) ?? null;
  const view = checked?.tables.find(({ key }) => key === activeKey) ?? null;
  return (
    <div className="wizard-columns">
      <TableList />
      {card && view ? <OneTable card={card} view={view} /> : null}
      {checked?.points ? <PointPreview /> : null}
    </div>
  );
}

function OneTable({ card, view }: { readonly card: TableCard; readonly view: TableView }) {
  const { t } = useTranslation();
  const app = useApp();
  const choices = useImports((state) => settledNow(state).choices[card.key]);
  const isIncluded = choices?.isIncluded ?? !card.isHidden;
  return (
    <section className="one-table" aria-label={card.key}>
      <div className="one-table-settings">
        <Checkbox
          checked={isIncluded}
          onChange={(event) => chooseForTable(app, 'sheet', card.key, { isIncluded: event.target.checked })}
        >
          {t('import.columns.include')}
        </Checkbox>
        <span className="setting">
          <span>{t('import.columns.kind')}</span>
          <Select<TableKind>
            className="kind-select"
            aria-label={t('import.columns.kind')}
            placeholder={t('import.columns.kindUnknown')}
            disabled={!isIncluded}
            value={view.kind ?? null}
            options={tableKinds.map((kind) => ({ value: kind, label: t(`import.kinds.${kind}`) }))}
            onChange={(kind) => forgetColumns(app, card.key, { kind, ...shownHeader(card, view) })}
          />
        </span>
        {isIncluded ? <HeaderChoice card={card} view={view} /> : null}
      </div>
      {isIncluded ? <TableProblems view={view} /> : null}
      {isIncluded && view.headers && view.kind ? (
        <ColumnTable view={view} kind={view.kind} headers={view.headers} />
      ) : null}
    </section>
  );
}

/** Where no header was recognised, a kind chosen by hand means the row that stands in the field. */
const shownHeader = (card: TableCard, view: TableView) =>
  view.headers ? {} : { header: { firstRow: card.firstRows[0]?.row ?? 1, rowCount: 1 } };

/** What keeps a table from being read, and what to do about it. */
function TableProblems({ view }: { readonly view: TableView }) {
  const { t } = useTranslation();
  if (!view.headers) return <Alert type="error" showIcon title={t('import.columns.noHeader')} />;
  const { kind } = view;
  if (!kind) return <Alert type="warning" showIcon title={t('import.columns.noKind')} />;
  if (view.missing.length > 0)
    return (
      <Alert
        type="error"
        showIcon
        title={t('import.columns.missing', {
          fields: view.missing
            .map((group) => group.map((key) => fieldName(t, key, kind)).join(t('import.columns.or')))
            .join('；'),
        })}
      />
    );
  return view.isRemembered ? (
    <p className="hint" data-remembered>
      {t('import.columns.remembered')}
    </p>
  ) : null;
}
