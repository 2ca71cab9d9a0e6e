import { Table, type TableColumnsType } from 'antd';
import { memo, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { StopBasis } from '../../core/cost/stopBreakEven.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { formatKm, formatNumber, formatYuan } from '../../i18n/format.ts';
import type { Language } from '../../i18n/t.ts';
import { useLanguage } from '../AppContext.tsx';
import { CheckCircleFilled, CloseCircleFilled } from '../icons.tsx';
import type { StopRow } from './stopRows.ts';

interface StopTableProps {
  readonly basis: StopBasis;
  readonly rows: readonly StopRow[];
  readonly heightPx: number;
  readonly selectedStationId: StationId | null;
  readonly onSelect: (stationId: StationId | null, lineId: LineId | null) => void;
}

/** Columns of numbers in their order, by what stations are charged with. */
export const stopColumns = {
  own: [
    'parcelsPerDay',
    'breakEvenParcelsPerDay',
    'chargedYuanPerParcel',
    'missingYuanPerParcel',
    'missingYuanPerYear',
    'detourKmPerDay',
    'stopMinPerDay',
    'stopYuanPerDay',
    'yuanPerParcelMore',
  ],
  share: ['parcelsPerDay', 'chargedYuanPerParcel', 'missingYuanPerParcel', 'missingYuanPerYear'],
} as const satisfies Readonly<Record<StopBasis, readonly (keyof StopRow)[]>>;
export type StopColumn = (typeof stopColumns)[StopBasis][number];

/** What rounds to nothing is nothing, of either sign. */
const near = (value: number, step: number): number => (Math.abs(value) < step / 2 ? 0 : value);

export function stopCell(row: StopRow, column: StopColumn, language: Language): string {
  const value = row[column];
  if (!Number.isFinite(value)) return '—';
  switch (column) {
    case 'detourKmPerDay':
      return formatKm(near(value, 0.1), language);
    case 'missingYuanPerYear':
      return value > 0 ? formatNumber(value, language) : '—';
    case 'parcelsPerDay':
    case 'breakEvenParcelsPerDay':
    case 'stopMinPerDay':
      return formatNumber(near(value, 0.1), language, 1);
    default:
      return formatYuan(near(value, 0.01), language);
  }
}

/** Titles take two lines: the quantity, and its unit. */
const columnPx: Readonly<Record<Language, number>> = { 'zh-CN': 72, en: 102 };
const firstPx = { name: 104, township: 94, lines: 54, verdict: 74 } as const;

/** Stations with what their stop takes; a row is chosen with the mouse, its name with the keyboard too. */
export const StopTable = memo(function StopTable(props: StopTableProps) {
  const { basis, rows, heightPx, selectedStationId, onSelect } = props;
  const shown: readonly StopColumn[] = stopColumns[basis];
  const { t } = useTranslation();
  const language = useLanguage();
  const choose = (row: StopRow): void =>
    row.stationId === selectedStationId
      ? onSelect(null, null)
      : onSelect(row.stationId, row.lines[0]?.lineId ?? null);
  const table = useRef<{ scrollTo: (to: { key: string }) => void }>(null);
  useEffect(() => {
    if (selectedStationId !== null && rows.length > 0) table.current?.scrollTo({ key: selectedStationId });
  }, [selectedStationId, rows]);
  const columns: TableColumnsType<StopRow> = [
    {
      title: t('stops.columns.name'),
      key: 'name',
      width: firstPx.name,
      ellipsis: true,
      fixed: 'left',
      render: (_value, row) => (
        <button
          type="button"
          className="text-button"
          aria-pressed={row.stationId === selectedStationId}
          onClick={(event) => {
            event.stopPropagation();
            choose(row);
          }}
        >
          {row.name}
        </button>
      ),
    },
    {
      title: t('stops.columns.township'),
      key: 'township',
      width: firstPx.township,
      ellipsis: true,
      sorter: (a, b) => (a.township < b.township ? -1 : a.township > b.township ? 1 : 0),
      showSorterTooltip: false,
      render: (_value, row) => row.township,
    },
    {
      title: t('stops.columns.lines'),
      key: 'lines',
      width: firstPx.lines,
      render: (_value, row) =>
        row.lines.map(({ lineId, number, colour }) => (
          <span key={lineId} className="line-number" style={{ background: colour }}>
            {number}
          </span>
        )),
    },
    {
      title: t('stops.columns.verdict'),
      key: 'verdict',
      width: firstPx.verdict,
      render: (_value, row) => (
        <span className={row.isShort ? 'stop-short' : 'stop-pays'}>
          {row.isShort ? <CloseCircleFilled /> : <CheckCircleFilled />}{' '}
          {t(row.isShort ? 'stops.short' : 'stops.pays')}
        </span>
      ),
    },
    ...shown.map((column): TableColumnsType<StopRow>[number] => ({
      title: <span title={t(`stops.hints.${column}`)}>{t(`stops.columns.${column}`)}</span>,
      key: column,
      width: columnPx[language],
      align: 'right',
      className: 'number',
      // Infinity less infinity is no order.
      sorter: (a, b) => (a[column] === b[column] ? 0 : a[column] - b[column]),
      showSorterTooltip: false,
      render: (_value, row) => stopCell(row, column, language),
    })),
  ];
  const widthPx = Object.values(firstPx).reduce((sum, px) => sum + px, 0) + shown.length * columnPx[language];
  return (
    <Table<StopRow>
      virtual
      ref={table as never}
      size="small"
      className="lines-table stop-table"
      rowKey="stationId"
      columns={columns}
      dataSource={rows}
      pagination={false}
      scroll={{ x: widthPx, y: Math.max(60, heightPx - 50) }}
      rowClassName={(row) => (row.stationId === selectedStationId ? 'row-selected' : '')}
      onRow={(row) => ({ 'data-stop': row.stationId, onClick: () => choose(row) }) as object}
    />
  );
});
