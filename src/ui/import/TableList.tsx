import { useTranslation } from 'react-i18next';
import type { TableView } from '../../../workers/tableProtocol.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { EyeInvisibleOutlined } from '../icons.tsx';

/** The tables found in the files; one is looked at. */
export function TableList() {
  const { t } = useTranslation();
  const app = useApp();
  const opened = useImports((state) => state.opened);
  const checked = useImports((state) => state.checked);
  const activeKey = useImports((state) => state.activeKey);
  if (!opened) return null;
  return (
    <nav className="table-list" aria-label={t('import.tables')}>
      {opened.tables.map(({ key, isHidden, rowCount }) => {
        const view = checked?.tables.find((each) => each.key === key);
        return (
          <button
            key={key}
            type="button"
            className={`table-card ${key === activeKey ? 'table-card-now' : ''}`}
            aria-pressed={key === activeKey}
            onClick={() => app.imports.look(key)}
          >
            <strong>
              {isHidden ? <EyeInvisibleOutlined aria-label={t('import.hiddenSheet')} /> : null} {key}
            </strong>
            <span>{view ? <TableState view={view} rowCount={rowCount} /> : null}</span>
          </button>
        );
      })}
    </nav>
  );
}

function TableState({ view, rowCount }: { readonly view: TableView; readonly rowCount: number }) {
  const { t } = useTranslation();
  if (!view.isRead) return <>{t('import.notRead', { rows: rowCount })}</>;
  const kind = view.kind ? t(`import.kinds.${view.kind}`) : '';
  return (
    <>
      {kind} · {t('import.accepted', { accepted: view.acceptedCount, rows: view.rowCount })}
    </>
  );
}
