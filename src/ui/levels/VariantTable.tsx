import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ComparisonQuestion } from '../../core/model/comparison.ts';
import type { Target } from '../../core/model/scenario.ts';
import { formatKm, formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { adoptVariant } from '../../state/commands/compareVariants.ts';
import type { VariantFigures, VariantRow } from '../../state/variants.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { nameIn, shortPlaceName } from '../bilingual.ts';
import { formatKpi } from '../kpis/formatKpi.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { isBest, isWhole } from './bestVariant.ts';
import { VariantMarks } from './VariantMarks.tsx';

const columnsOf = {
  shapes: [
    'yuanPerParcel',
    'shareWithin48h',
    'shareWithin2CalendarDays',
    'dutyCount',
    'driverCount',
    'vehicleCount',
    'hubCount',
    'lineCount',
    'lineKmPerDay',
    'changedStationCount',
    'unservedStationCount',
  ],
  lineCounts: [
    'yuanPerParcel',
    'totalYuanPerDay',
    'worstH',
    'shareWithin48h',
    'dutyCount',
    'driverCount',
    'vehicleCount',
    'lineKmPerDay',
    'changedStationCount',
    'unservedStationCount',
  ],
  volumes: [
    'yuanPerParcel',
    'totalYuanPerDay',
    'worstH',
    'shareWithin48h',
    'dutyCount',
    'driverCount',
    'vehicleCount',
    'missingVehicleCount',
    'lineCount',
    'lineKmPerDay',
    'unservedStationCount',
  ],
  changes: [
    'changedStationCount',
    'savedYuanPerDay',
    'totalYuanPerDay',
    'yuanPerParcel',
    'worstH',
    'shareWithin48h',
    'dutyCount',
    'vehicleCount',
    'lineCount',
    'lineKmPerDay',
    'unservedStationCount',
  ],
  frequency: [
    'yuanPerParcel',
    'totalYuanPerDay',
    'shareWithin48h',
    'shareWithin2CalendarDays',
    'worstH',
    'dutyCount',
    'driverCount',
    'vehicleCount',
    'lineCount',
    'lineKmPerDay',
    'unservedStationCount',
  ],
} as const satisfies Readonly<
  Record<ComparisonQuestion['kind'], readonly (keyof VariantFigures | 'savedYuanPerDay')[]>
>;
type Column = (typeof columnsOf)[ComparisonQuestion['kind']][number];
/** Stations and vehicles that are wanting. */
const wants: readonly Column[] = ['unservedStationCount', 'missingVehicleCount'];

interface VariantTableProps {
  readonly kind: ComparisonQuestion['kind'];
  readonly rows: readonly VariantRow[];
  readonly isRunning: boolean;
}

export function VariantTable({ kind, rows, isRunning }: VariantTableProps) {
  const { t } = useTranslation();
  const columns: readonly Column[] = columnsOf[kind];
  const app = useApp();
  const language = useLanguage();
  const targetOf = (kpi: Target['kpi']): Target | undefined =>
    rows[0]?.compared?.scenario.targets.find((target) => target.kpi === kpi);
  const whole = (value: number): string => formatNumber(value, language);
  const show: Readonly<Record<Column, (value: number) => string>> = {
    yuanPerParcel: (value) => formatYuan(value, language),
    totalYuanPerDay: whole,
    savedYuanPerDay: whole,
    worstH: (value) =>
      formatKpi(value, { unit: 'hour', target: targetOf('worstCountyToVillageH') }, language),
    shareWithin48h: (value) =>
      formatKpi(value, { unit: 'share', target: targetOf('shareWithin48h') }, language),
    shareWithin2CalendarDays: (value) => formatShare(value, language),
    dutyCount: (value) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1),
    driverCount: whole,
    vehicleCount: whole,
    hubCount: whole,
    lineCount: whole,
    lineKmPerDay: (value) => formatKm(value, language),
    changedStationCount: whole,
    unservedStationCount: whole,
    missingVehicleCount: whole,
  };
  const finished = rows.flatMap(({ compared }) => (compared ? [compared.row] : []));
  // What changing nothing costs, where it serves everybody: else nothing is saved against it that can be compared.
  const unchanged = finished.find((figures) => figures.level === 0 && isWhole(figures));
  const figureOf = (column: Column, figures: VariantFigures): number => {
    if (column !== 'savedYuanPerDay') return figures[column];
    return unchanged && isWhole(figures) ? unchanged.totalYuanPerDay - figures.totalYuanPerDay : Number.NaN;
  };
  const isMarked = (column: Column, figures: VariantFigures): boolean =>
    // More parcels cost more: no volume is better than another.
    kind !== 'volumes' && column !== 'savedYuanPerDay' && isBest(column, figures, finished);
  return (
    <ScrollRegion className="plain-table-scroll" label={t('levels.variants.title')}>
      <table className="plain-table variant-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t(`levels.variants.varied.${kind}`)}</th>
            <th scope="col">
              <span className="sr-only">{t('levels.tree.actions')}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="number">
                {t(`levels.variants.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {/* Until the worker has told which variants there are, or where it was stopped before that. */}
          {rows.length === 0 ? (
            <tr>
              <td colSpan={columns.length + 3}>
                <span className="hint">
                  {t(`levels.variants.status.${isRunning ? 'waiting' : 'cancelled'}`)}
                </span>
              </td>
            </tr>
          ) : null}
          {rows.map((row, index) => {
            const name = nameIn(row.name, language);
            const figures = row.compared?.row ?? null;
            return (
              <tr key={row.key} data-variant={row.key}>
                <td>{index + 1}</td>
                <th scope="row">
                  {name}
                  {figures ? <VariantMarks kind={kind} figures={figures} rows={rows} /> : null}
                </th>
                <td>
                  {figures && index > 0 ? (
                    <Button
                      size="small"
                      aria-label={t('levels.variants.adoptNamed', { name })}
                      onClick={() => adoptVariant(app, row)}
                    >
                      {t('levels.variants.adopt')}
                    </Button>
                  ) : null}
                </td>
                {figures ? (
                  columns.map((column) => (
                    <td
                      key={column}
                      data-column={column}
                      className={`number ${isMarked(column, figures) ? 'variant-best' : ''} ${wants.includes(column) && figureOf(column, figures) > 0 ? 'is-late' : ''}`}
                    >
                      {show[column](figureOf(column, figures))}
                    </td>
                  ))
                ) : (
                  <td colSpan={columns.length}>
                    {row.status === 'running' ? (
                      <Progress
                        percent={Math.round(row.doneShare * 100)}
                        size="small"
                        aria-label={t('levels.variants.solving', { name })}
                      />
                    ) : (
                      <span className="hint">{t(`levels.variants.status.${row.status}`)}</span>
                    )}
                  </td>
                )}
              </tr>
            );
          })}
        </tbody>
      </table>
      <AddedStations kind={kind} rows={rows} />
      <p className="hint variant-note">{t(`levels.variants.notes.${kind}`)}</p>
    </ScrollRegion>
  );
}

/** Names the stations today's lines leave out, which every row of what may change puts onto the lines. */
function AddedStations({ kind, rows }: Pick<VariantTableProps, 'kind' | 'rows'>) {
  const { t } = useTranslation();
  const unmoved = rows.find(({ compared }) => compared?.row.level === 0)?.compared;
  if (kind !== 'changes' || !unmoved || unmoved.row.addedStationIds.length === 0) return null;
  const added = new Set(unmoved.row.addedStationIds);
  const names = unmoved.scenario.stations.flatMap(({ id, name }) =>
    added.has(id) ? [shortPlaceName(name)] : [],
  );
  return (
    <p className="variant-note" data-added-stations={added.size}>
      {t('levels.variants.added', { count: added.size, names: names.join(t('prints.and')) })}
    </p>
  );
}
