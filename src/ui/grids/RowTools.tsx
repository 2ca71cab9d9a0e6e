import { Button, Input, Tooltip } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { addRow, type GrowingTable, newRowFields, removeRow } from '../../state/commands/editRows.ts';
import { isRefusal, type Refusal } from '../../state/tables/tableEdit.ts';
import { useApp } from '../AppContext.tsx';
import { DeleteOutlined, PlusOutlined } from '../icons.tsx';
import { useRefusalText } from './refusalText.ts';
import type { AnyRow } from './tableColumns.ts';

interface RowToolsProps {
  readonly table: GrowingTable;
  readonly chosen: AnyRow | null;
  readonly onAdded: (rowId: string) => void;
}

/** Adding a row with the least it needs, and deleting the chosen one; both can be undone. */
export function RowTools({ table, chosen, onAdded }: RowToolsProps) {
  const { t } = useTranslation();
  const app = useApp();
  const [isAdding, setAdding] = useState(false);
  const [refused, setRefused] = useState<Refusal | null>(null);
  const refusalText = useRefusalText();
  const words = refused ? refusalText(refused) : '';
  return (
    <>
      <Button
        size="small"
        icon={<PlusOutlined />}
        aria-expanded={isAdding}
        onClick={() => {
          setAdding(!isAdding);
          setRefused(null);
        }}
      >
        {t('grids.rows.add')}
      </Button>
      <Tooltip title={t('grids.rows.remove')}>
        <Button
          size="small"
          icon={<DeleteOutlined />}
          aria-label={t('grids.rows.remove')}
          disabled={!chosen}
          onClick={() => {
            if (chosen) setRefused(removeRow(app, table, chosen.id));
          }}
        />
      </Tooltip>
      {isAdding ? (
        <AddRowForm
          table={table}
          onAdd={(texts) => {
            const added = addRow(app, table, texts, chosen?.id ?? null);
            if (isRefusal(added)) {
              setRefused(added);
              return;
            }
            setRefused(null);
            setAdding(false);
            onAdded(added.rowId);
          }}
        />
      ) : null}
      <span className="row-refusal" role="status">
        {words}
      </span>
    </>
  );
}

interface AddRowFormProps {
  readonly table: GrowingTable;
  readonly onAdd: (texts: Readonly<Record<string, string>>) => void;
}

function AddRowForm({ table, onAdd }: AddRowFormProps) {
  const { t } = useTranslation();
  const formId = useId();
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const trimmed = Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, text.trim()]));
  return (
    <form
      className="add-place"
      aria-label={t('grids.rows.add')}
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(trimmed);
      }}
    >
      {newRowFields[table].map((key) => (
        <span key={key} className="add-field">
          <label htmlFor={`${formId}-${key}`}>{t(`grids.columns.${key}`)}</label>
          <Input
            id={`${formId}-${key}`}
            size="small"
            className={key === 'stops' ? 'add-stops' : 'add-name'}
            placeholder={key === 'stops' ? t('grids.rows.stopsExample') : ''}
            value={texts[key] ?? ''}
            onChange={(event) => setTexts({ ...texts, [key]: event.target.value })}
          />
        </span>
      ))}
      <Button size="small" type="primary" htmlType="submit">
        {t('grids.places.create')}
      </Button>
    </form>
  );
}
