import { Button, Input, Popover, Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CellWrite, GridColumn, WriteAnswer } from './gridTypes.ts';
import type { AnyRow } from './tableColumns.ts';

interface BulkEditProps {
  readonly rows: readonly AnyRow[];
  /** Rows that pass the search and the filters. */
  readonly shown: readonly AnyRow[];
  readonly columns: readonly GridColumn<AnyRow>[];
  readonly onWrite: (writes: readonly CellWrite[]) => WriteAnswer;
}

const shownScope = 'shown';

/** One value for many rows: those shown, or all of a township. */
export function BulkEdit({ rows, shown, columns, onWrite }: BulkEditProps) {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  const form = <BulkForm rows={rows} shown={shown} columns={columns} onWrite={onWrite} />;
  return (
    <Popover
      trigger="click"
      placement="topRight"
      open={isOpen}
      onOpenChange={setOpen}
      title={t('grids.bulkForm.title')}
      content={isOpen ? form : null}
    >
      <Button size="small">{t('grids.bulk')}</Button>
    </Popover>
  );
}

function BulkForm({ rows, shown, columns, onWrite }: BulkEditProps) {
  const { t } = useTranslation();
  const writable = columns.filter((column) => rows.some((row) => column.isEditable?.(row) ?? false));
  const [columnKey, setColumn] = useState(writable.at(-1)?.key ?? '');
  const [scope, setScope] = useState(shownScope);
  const [text, setText] = useState('');
  const [news, setNews] = useState('');
  const valueId = useId();
  const townships = [...new Set(rows.map(({ township }) => township))].filter((name) => name !== '');
  const inScope = (name: string): readonly AnyRow[] =>
    name === shownScope ? shown : rows.filter(({ township }) => township === name);
  const column = columns.find(({ key }) => key === columnKey);
  const apply = (): void => {
    const targets = inScope(scope).filter((row) => column?.isEditable?.(row) ?? false);
    const { written, refused } = onWrite(targets.map(({ id }) => ({ rowId: id, columnKey, text })));
    const reason = refused[0]?.words ?? '';
    setNews(`${t('grids.written', { count: written })} ${reason}`);
  };
  return (
    <form
      className="bulk-form"
      onSubmit={(event) => {
        event.preventDefault();
        apply();
      }}
    >
      <span>{t('grids.bulkForm.column')}</span>
      <Select
        aria-label={t('grids.bulkForm.column')}
        value={columnKey}
        options={writable.map(({ key, title }) => ({ value: key, label: title }))}
        onChange={setColumn}
      />
      <span>{t('grids.bulkForm.scope')}</span>
      <Select
        aria-label={t('grids.bulkForm.scope')}
        value={scope}
        options={[
          { value: shownScope, label: t('grids.bulkForm.chosen', { count: shown.length }) },
          ...townships.map((township) => ({
            value: township,
            label: t('grids.bulkForm.township', { township, count: inScope(township).length }),
          })),
        ]}
        onChange={setScope}
      />
      <label htmlFor={valueId}>{t('grids.bulkForm.value')}</label>
      <Input id={valueId} value={text} onChange={(event) => setText(event.target.value)} />
      <p className="hint">{t('grids.bulkForm.hint')}</p>
      <Button type="primary" htmlType="submit" disabled={text.trim() === '' || columnKey === ''}>
        {t('grids.bulkForm.apply')}
      </Button>
      <p role="status">{news}</p>
    </form>
  );
}
