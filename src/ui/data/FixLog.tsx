import { Button, Modal } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { isIssueCode } from '../../core/issues.ts';
import type { LoggedFix } from '../../core/model/fixLog.ts';
import { useApp, useScenario } from '../AppContext.tsx';
import { DataGrid } from '../grids/DataGrid.tsx';
import { arrangeRows, type GridColumn, type RowSort } from '../grids/gridTypes.ts';
import { DownloadOutlined } from '../icons.tsx';
import { csvText } from './csvText.ts';

interface NumberedFix extends LoggedFix {
  readonly number: number;
}

/** What was read differently from how it was written: travels with the project, for whoever checks the figures. */
export function FixLog() {
  const { t } = useTranslation();
  const fixes = useScenario()?.fixLog ?? [];
  const [isOpen, setOpen] = useState(false);
  return (
    <section className="data-section" data-fix-log={fixes.length}>
      <h3>{t('data.log.title')}</h3>
      {fixes.length === 0 ? (
        <p className="hint">{t('data.log.empty')}</p>
      ) : (
        <Button block onClick={() => setOpen(true)}>
          {t('data.log.show')} · {t('data.log.count', { count: fixes.length })}
        </Button>
      )}
      <Modal
        open={isOpen}
        onCancel={() => setOpen(false)}
        title={t('data.log.title')}
        width="min(980px, 94vw)"
        footer={null}
        destroyOnHidden
      >
        <FixTable fixes={fixes} />
      </Modal>
    </section>
  );
}

function FixTable({ fixes }: { readonly fixes: readonly LoggedFix[] }) {
  const { t, i18n } = useTranslation();
  const app = useApp();
  const [sort, setSort] = useState<RowSort | null>(null);
  const rows = useMemo(() => fixes.map((fix, number): NumberedFix => ({ ...fix, number })), [fixes]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const columns = useMemo((): readonly GridColumn<NumberedFix>[] => {
    const why = ({ code, from, to, column }: LoggedFix): string =>
      isIssueCode(code)
        ? t(`issues.${code}.cause`, { value: from, name: from, to, column })
        : t('data.log.byHand');
    return [
      { key: 'file', title: t('data.log.columns.file'), widthPx: 170, text: ({ table }) => table },
      {
        key: 'row',
        title: t('data.log.columns.row'),
        widthPx: 60,
        isNumber: true,
        text: ({ row }) => String(row),
        order: ({ row }) => row,
      },
      { key: 'column', title: t('data.log.columns.column'), widthPx: 110, text: ({ column }) => column },
      { key: 'from', title: t('data.log.columns.from'), widthPx: 150, text: ({ from }) => from },
      { key: 'to', title: t('data.log.columns.to'), widthPx: 170, text: ({ to }) => to },
      { key: 'why', title: t('data.log.columns.why'), widthPx: 290, text: why },
    ];
  }, [i18n.language]);
  return (
    <div className="fix-table">
      <Button
        size="small"
        icon={<DownloadOutlined />}
        onClick={() => app.ports.files.save('fixes.csv', csvText(columns, rows), 'text/csv;charset=utf-8')}
      >
        {t('data.log.export')}
      </Button>
      <DataGrid
        label={t('data.log.title')}
        columns={columns}
        rows={arrangeRows(rows, columns, '', {}, sort)}
        rowId={({ number }) => String(number)}
        rowName={({ number }) => String(number + 1)}
        sort={sort}
        onSort={setSort}
        filters={null}
        onWrite={null}
        chosenRowId={null}
        empty={t('data.log.empty')}
      />
    </div>
  );
}
