import { Table, type TableColumnsType } from 'antd';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatDuration, formatKm, formatShare, formatTime, formatYuan } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { LineLockButton, type OpenLineLock, useLineLockMenu } from '../solve/LineLock.tsx';
import { AssumedTimetable } from './AssumedTimetable.tsx';
import { type LineRow, lineRows } from './lineRows.ts';
import { useServiceDays } from './useServiceDays.ts';

interface LinesTableProps {
  readonly report: Report;
  /** Those of a chosen day; null = all. */
  readonly shownLineIds: ReadonlySet<LineId> | null;
  readonly heightPx: number;
  readonly selectedLineId: LineId | null;
  readonly onSelect: (lineId: LineId | null) => void;
  readonly onHover: (lineId: LineId | null) => void;
}

/** The lines of the plan; a row is chosen with the mouse, its number with the keyboard too. */
export const LinesTable = memo(function LinesTable(props: LinesTableProps) {
  const { report, shownLineIds, heightPx, selectedLineId, onSelect, onHover } = props;
  const rows = useMemo(
    () => lineRows(report).filter(({ lineId }) => !shownLineIds || shownLineIds.has(lineId)),
    [report, shownLineIds],
  );
  const { menu: lockMenu, onOpen: onOpenLock } = useLineLockMenu(report);
  const columns = useLineColumns(report, selectedLineId, onSelect, onOpenLock);
  const language = useLanguage();
  return (
    <>
      <Table<LineRow>
        virtual
        size="small"
        className="lines-table"
        rowKey="lineId"
        columns={columns}
        dataSource={rows}
        pagination={false}
        scroll={{ x: language === 'en' ? 952 : 886, y: Math.max(60, heightPx - 32) }}
        rowClassName={(row) => (row.lineId === selectedLineId ? 'row-selected' : '')}
        onRow={(row) => {
          const choose = (): void => onSelect(row.lineId === selectedLineId ? null : row.lineId);
          return {
            'data-line': row.lineId,
            onClick: choose,
            onMouseEnter: () => onHover(row.lineId),
            onMouseLeave: () => onHover(null),
          };
        }}
      />
      {lockMenu}
    </>
  );
});

function useLineColumns(
  report: Report,
  selectedLineId: LineId | null,
  onSelect: (lineId: LineId | null) => void,
  onOpenLock: OpenLineLock,
): TableColumnsType<LineRow> {
  const { t } = useTranslation();
  const language = useLanguage();
  const serviceDays = useServiceDays();
  const isChinese = language === 'zh-CN';
  const number = (
    title: string,
    key: keyof LineRow & string,
    width: number,
    show: (row: LineRow) => string,
    isSortable = true,
  ): TableColumnsType<LineRow>[number] => ({
    title,
    key,
    width,
    align: 'right',
    className: 'number',
    ...(isSortable ? { sorter: (a: LineRow, b: LineRow) => Number(a[key]) - Number(b[key]) } : {}),
    showSorterTooltip: false,
    render: (_value, row) => show(row),
  });
  return [
    {
      title: t('lines.number'),
      key: 'number',
      width: 50,
      render: (_value, row) => (
        <button
          type="button"
          className="line-number line-button"
          style={{ background: row.colour }}
          aria-pressed={row.lineId === selectedLineId}
          aria-label={t('lines.show', { number: row.number })}
          onClick={(event) => {
            event.stopPropagation();
            onSelect(row.lineId === selectedLineId ? null : row.lineId);
          }}
        >
          {row.number}
        </button>
      ),
    },
    {
      title: t('solve.locks.column'),
      key: 'lock',
      width: 40,
      render: (_value, row) => <LineLockButton report={report} lineId={row.lineId} onOpen={onOpenLock} />,
    },
    {
      title: t('lines.kind'),
      key: 'kind',
      width: isChinese ? 72 : 68,
      render: (_value, row) => (
        <>
          {t(`lines.kinds.${row.kind}`)}
          {row.assumedTimetable === null ? null : <AssumedTimetable source={row.assumedTimetable} />}
        </>
      ),
    },
    {
      title: t('lines.vehicle'),
      key: 'vehicle',
      width: isChinese ? 116 : 112,
      ellipsis: true,
      render: (_value, row) => (row.vehicle ? nameIn(row.vehicle, language) : t('format.none')),
    },
    {
      title: t('lines.service'),
      key: 'service',
      width: isChinese ? 56 : 92,
      render: (_value, row) => serviceDays(row.serviceDays),
    },
    number(t('lines.stops'), 'stopCount', 48, (row) => String(row.stopCount), false),
    number(t('units.km'), 'lengthKm', 72, (row) => formatKm(row.lengthKm, language)),
    {
      title: t('lines.departure'),
      key: 'departure',
      width: isChinese ? 60 : 68,
      align: 'right',
      className: 'number',
      render: (_value, row) => row.departureClockMin.map((clock) => formatTime(clock)).join(' '),
    },
    number(
      t('lines.back'),
      'returnClockMin',
      isChinese ? 62 : 72,
      (row) => formatTime(row.returnClockMin),
      false,
    ),
    number(t('lines.duty'), 'dutyMin', 70, (row) => formatDuration(row.dutyMin)),
    number(t('lines.load'), 'loadFactorShare', isChinese ? 84 : 76, (row) =>
      formatShare(row.loadFactorShare, language),
    ),
    number(t('lines.perDay'), 'costYuanPerDay', isChinese ? 78 : 92, (row) =>
      formatYuan(row.costYuanPerDay, language),
    ),
    number(t('lines.perParcel'), 'yuanPerParcel', isChinese ? 78 : 100, (row) =>
      formatYuan(row.yuanPerParcel, language),
    ),
  ];
}
