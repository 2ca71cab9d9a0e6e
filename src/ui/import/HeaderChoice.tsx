import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableCard, TableView } from '../../../workers/tableProtocol.ts';
import { cellText } from '../../core/io/tables/sheet.ts';
import { chooseForTable } from '../../state/commands/importTables.ts';
import { useApp } from '../AppContext.tsx';
import { NumberInput } from '../NumberInput.tsx';

interface HeaderChoiceProps {
  readonly card: TableCard;
  readonly view: TableView;
}

const shownColumns = 8;

/** Which row holds the column names; the first rows of the sheet are there to point at. */
export function HeaderChoice({ card, view }: HeaderChoiceProps) {
  const { t } = useTranslation();
  const app = useApp();
  const [isOpen, setOpen] = useState(false);
  const rowCount = Math.max(1, view.headerRowCount);
  const firstRow = view.headers ? view.headerRow - rowCount + 1 : (card.firstRows[0]?.row ?? 1);
  const choose = (change: { firstRow?: number; rowCount?: number }): void =>
    chooseForTable(app, 'header', card.key, { header: { firstRow, rowCount, ...change } });
  const rows = (
    <div className="header-rows">
      <table className="plain-table">
        <tbody>
          {card.firstRows.map(({ row, cells }) => (
            <tr key={row} className={row >= firstRow && row <= view.headerRow ? 'header-row-now' : ''}>
              <th scope="row">
                <Button
                  size="small"
                  onClick={() => {
                    choose({ firstRow: row, rowCount: 1 });
                    setOpen(false);
                  }}
                >
                  {t('import.columns.useRow', { row })}
                </Button>
              </th>
              {cells.slice(0, shownColumns).map((cell, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column has no other name here
                <td key={index}>{cellText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  return (
    <span className="setting">
      <span>{t('import.columns.headerRow')}</span>
      <NumberInput
        min={1}
        max={Math.max(1, card.firstRows.at(-1)?.row ?? 1)}
        className="row-input"
        aria-label={t('import.columns.headerRow')}
        value={firstRow}
        onChange={(row) => {
          if (row !== null && row !== firstRow && card.firstRows.some((each) => each.row === row))
            choose({ firstRow: row });
        }}
      />
      <Select<number>
        aria-label={t('import.columns.headerRowCount')}
        value={rowCount}
        options={[1, 2, 3].map((count) => ({
          value: count,
          label: t('import.columns.headerRows', { count }),
        }))}
        onChange={(count) => choose({ rowCount: count })}
      />
      <Popover trigger="click" placement="bottom" content={rows} open={isOpen} onOpenChange={setOpen}>
        <Button>{t('import.columns.showRows')}</Button>
      </Popover>
    </span>
  );
}
