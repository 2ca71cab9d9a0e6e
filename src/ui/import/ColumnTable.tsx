import { Tag } from 'antd';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../../workers/tableProtocol.ts';
import { fieldsNotKept, kindFields, type TableKind } from '../../core/io/tables/kinds.ts';
import type { Header } from '../../core/io/tables/mapColumns.ts';
import { cellText } from '../../core/io/tables/sheet.ts';
import { chooseColumn } from '../../state/commands/importTables.ts';
import { settledNow } from '../../state/imports.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { fieldName } from './fieldName.ts';

interface ColumnTableProps {
  readonly view: TableView;
  readonly kind: TableKind;
  readonly headers: readonly Header[];
}

/** Below this a suggestion is shown as a guess. */
const sureScore = 0.8;

/** Every column with the field it is taken for, how sure that is, and its first values. */
export function ColumnTable({ view, kind, headers }: ColumnTableProps) {
  const { t } = useTranslation();
  const app = useApp();
  const own = useImports((state) => settledNow(state).choices[view.key]?.columns);
  // Three dozen fields for every column: named once.
  const options = useMemo(
    () =>
      kindFields[kind].map(({ key }) => (
        <option key={key} value={key}>
          {fieldName(t, key, kind)}
        </option>
      )),
    [t, kind],
  );
  const matchAt = new Map(view.matches.map((match) => [match.header.index, match]));
  const chip = (index: number) => {
    const match = matchAt.get(index);
    if (own && match && own[match.fieldKey] === index)
      return <Tag className="chip-own">{t('import.columns.own')}</Tag>;
    if (!match) return <Tag className="chip-none">{t('import.columns.unused')}</Tag>;
    if (fieldsNotKept[kind]?.includes(match.fieldKey))
      return <Tag className="chip-none">{t('import.columns.notKept')}</Tag>;
    if (view.isRemembered) return <Tag className="chip-sure">{t('import.columns.fromMemory')}</Tag>;
    return match.score >= sureScore ? (
      <Tag className="chip-sure">{t('import.columns.sure')}</Tag>
    ) : (
      <Tag className="chip-guess">{t('import.columns.guess')}</Tag>
    );
  };
  const shown = headers.filter(
    ({ index, text }) =>
      text !== '' || matchAt.has(index) || view.firstRows.some(({ cells }) => cells[index]),
  );
  return (
    <ScrollRegion label={t('import.columns.title')} className="column-scroll">
      <table className="plain-table column-table">
        <thead>
          <tr>
            <th scope="col">{t('import.columns.inFile')}</th>
            <th scope="col">{t('import.columns.meaning')}</th>
            {view.firstRows.map(({ row }) => (
              <th key={row} scope="col">
                {t('import.rowNumber', { row })}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ index, text }) => (
            <tr key={index} data-column={index}>
              <th scope="row">{text || t('import.columns.unnamed', { number: index + 1 })}</th>
              <td className="column-meaning">
                <select
                  aria-label={t('import.columns.meaningOf', { column: text || String(index + 1) })}
                  value={matchAt.get(index)?.fieldKey ?? ''}
                  onChange={(event) =>
                    chooseColumn(app, view.key, event.target.value || null, index, view.matches)
                  }
                >
                  <option value="">{t('import.columns.nothing')}</option>
                  {options}
                </select>
                {chip(index)}
              </td>
              {view.firstRows.map(({ row, cells }) => (
                <td key={row} title={cellText(cells[index])}>
                  {cellText(cells[index])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
