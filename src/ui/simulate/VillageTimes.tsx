import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulatedStation } from '../../core/model/simulation.ts';
import { formatHours, formatNumber, formatShare } from '../../i18n/format.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import type { ChartTable } from '../charts/ChartCard.tsx';
import { ExportMenu } from '../charts/ExportMenu.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import type { NamedResultProps } from './SimulationTab.tsx';
import { lineNumber, lineOfStation } from './stationLines.ts';

const columns = [
  'name',
  'line',
  'parcels',
  'median',
  'p90',
  'worst',
  'within48',
  'calendar',
  'missing',
] as const;
type Column = (typeof columns)[number];

interface Row {
  readonly station: SimulatedStation;
  readonly name: string;
  readonly line: number;
}

const cellOf = ({ station, name, line }: Row, column: Column): number | string => {
  const { times, parcelsPerDay, undeliveredParcels } = station;
  switch (column) {
    case 'name':
      return name;
    case 'line':
      return line;
    case 'parcels':
      return parcelsPerDay.mean;
    case 'median':
      return times.medianH.mean;
    case 'p90':
      return times.p90H.mean;
    case 'worst':
      return times.worstH.mean;
    case 'within48':
      return times.shareWithin48h.mean;
    case 'calendar':
      return times.shareWithin2CalendarDays.mean;
    case 'missing':
      return undeliveredParcels;
  }
};

interface VillageTimesProps extends NamedResultProps {
  readonly selectedId: string | null;
}

/** Times of every station, sortable; a name shows its station on the map. */
export function VillageTimes({ simulation, isStale, nameOf, selectedId }: VillageTimesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const [sort, setSort] = useState<{ column: Column; isUp: boolean }>({ column: 'p90', isUp: false });
  const { result, report } = simulation;
  const rows = useMemo(() => {
    const all = result.stations
      .filter(({ role }) => role !== 'depot')
      .map(
        (station): Row => ({
          station,
          name: nameOf(station.stationId),
          line: lineNumber(report.plan, lineOfStation(report.plan, station.stationId)),
        }),
      );
    const direction = sort.isUp ? 1 : -1;
    return all.sort((a, b) => {
      const left = cellOf(a, sort.column);
      const right = cellOf(b, sort.column);
      const order =
        typeof left === 'string' ? left.localeCompare(String(right), language) : left - Number(right);
      return direction * order;
    });
  }, [result, report, nameOf, sort, language]);

  const format = (row: Row, column: Column): string => {
    const value = cellOf(row, column);
    if (typeof value === 'string') return value;
    if (column === 'line') return value === 0 ? '—' : String(value);
    if (column === 'within48' || column === 'calendar') return formatShare(value, language);
    if (column === 'parcels') return formatNumber(value, language, 1);
    if (column === 'missing') return formatNumber(value, language);
    return row.station.parcelsPerDay.mean > 0 ? formatHours(value, language) : '—';
  };
  const title = t('simulate.villages.title');
  const table: ChartTable = {
    columns: columns.map((column) => ({
      title: t(`simulate.villages.${column}`),
      isNumber: column !== 'name',
    })),
    rows: rows.map((row) => columns.map((column) => format(row, column))),
  };
  return (
    <article className={`chart-card village-times ${isStale ? 'stale' : ''}`} data-chart="village-times">
      <header>
        <div>
          <h3>{title}</h3>
          <p>{t('simulate.villages.unit')}</p>
        </div>
        <ExportMenu title={title} table={table} chart={() => null} />
      </header>
      <ScrollRegion className="plain-table-scroll" label={title}>
        <table className="plain-table">
          <thead>
            <tr>
              {columns.map((column) => (
                <th
                  key={column}
                  scope="col"
                  className={column === 'name' ? '' : 'number'}
                  aria-sort={sort.column === column ? (sort.isUp ? 'ascending' : 'descending') : 'none'}
                >
                  <button
                    type="button"
                    className="sort-button"
                    title={t('simulate.villages.sortBy', { column: t(`simulate.villages.${column}`) })}
                    onClick={() =>
                      setSort({
                        column,
                        isUp: sort.column === column ? !sort.isUp : column === 'name' || column === 'line',
                      })
                    }
                  >
                    {t(`simulate.villages.${column}`)}
                    {sort.column === column ? (sort.isUp ? ' ↑' : ' ↓') : ''}
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => {
              const { stationId } = row.station;
              return (
                <tr key={stationId} className={stationId === selectedId ? 'row-selected' : ''}>
                  {columns.map((column) =>
                    column === 'name' ? (
                      <th key={column} scope="row">
                        <button
                          type="button"
                          className="link-button"
                          data-station={stationId}
                          aria-pressed={stationId === selectedId}
                          title={t('simulate.villages.show', { name: row.name })}
                          onClick={() =>
                            app.view.selectStation(
                              stationId === selectedId ? null : stationId,
                              lineOfStation(report.plan, stationId),
                            )
                          }
                        >
                          {row.name}
                        </button>
                      </th>
                    ) : (
                      <td key={column} className="number">
                        {format(row, column)}
                      </td>
                    ),
                  )}
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollRegion>
    </article>
  );
}
