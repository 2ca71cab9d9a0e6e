import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatKm, formatNumber, formatShare, formatYuan } from '../../i18n/format.ts';
import { adoptVariant } from '../../state/commands/compareVariants.ts';
import type { VariantFigures, VariantRow } from '../../state/variants.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';

const columns = [
  'yuanPerParcel',
  'shareWithin48h',
  'shareWithin2CalendarDays',
  'dutyCount',
  'driverCount',
  'lineCount',
  'lineKmPerDay',
  'changedCount',
  'unservedCount',
] as const satisfies readonly (keyof VariantFigures)[];
type Column = (typeof columns)[number];

/** Of a column the best is marked; counts of lines say nothing by themselves. */
const better: Partial<Record<Column, 'low' | 'high'>> = {
  yuanPerParcel: 'low',
  shareWithin48h: 'high',
  shareWithin2CalendarDays: 'high',
  dutyCount: 'low',
  driverCount: 'low',
  lineKmPerDay: 'low',
};

interface VariantTableProps {
  readonly rows: readonly VariantRow[];
}

export function VariantTable({ rows }: VariantTableProps) {
  const { t, i18n } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const show: Readonly<Record<Column, (value: number) => string>> = {
    yuanPerParcel: (value) => formatYuan(value, language),
    shareWithin48h: (value) => formatShare(value, language),
    shareWithin2CalendarDays: (value) => formatShare(value, language),
    dutyCount: (value) => formatNumber(value, language, Number.isInteger(value) ? 0 : 1),
    driverCount: (value) => formatNumber(value, language),
    lineCount: (value) => formatNumber(value, language),
    lineKmPerDay: (value) => formatKm(value, language),
    changedCount: (value) => formatNumber(value, language),
    unservedCount: (value) => formatNumber(value, language),
  };
  // A variant that leaves stations out is cheap for the wrong reason.
  const whole = rows.flatMap(({ figures }) => (figures && figures.unservedCount === 0 ? [figures] : []));
  const isBest = (column: Column, figures: VariantFigures): boolean => {
    const side = better[column];
    if (!side || whole.length < 2 || figures.unservedCount > 0) return false;
    const values = whole.map((each) => each[column]);
    return figures[column] === (side === 'low' ? Math.min(...values) : Math.max(...values));
  };
  return (
    <ScrollRegion className="plain-table-scroll" label={t('levels.variants.title')}>
      <table className="plain-table variant-table">
        <thead>
          <tr>
            <th scope="col">#</th>
            <th scope="col">{t('levels.variants.variant')}</th>
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
          {rows.map((row, index) => {
            const name = t(`levels.variants.names.${row.key}`);
            return (
              <tr key={row.key} data-variant={row.key}>
                <td>{index + 1}</td>
                <th scope="row">{name}</th>
                <td>
                  {row.figures && row.key !== 'asIs' ? (
                    <Button
                      size="small"
                      aria-label={t('levels.variants.adoptNamed', { name })}
                      onClick={() =>
                        adoptVariant(app, row, {
                          zh: i18n.getFixedT('zh-CN')(`levels.variants.names.${row.key}`),
                          en: i18n.getFixedT('en')(`levels.variants.names.${row.key}`),
                        })
                      }
                    >
                      {t('levels.variants.adopt')}
                    </Button>
                  ) : null}
                </td>
                {row.figures ? (
                  columns.map((column) => (
                    <td
                      key={column}
                      data-column={column}
                      className={`number ${isBest(column, row.figures!) ? 'variant-best' : ''} ${column === 'unservedCount' && row.figures!.unservedCount > 0 ? 'is-late' : ''}`}
                    >
                      {show[column](row.figures![column])}
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
      <p className="hint variant-note">{t('levels.variants.note')}</p>
    </ScrollRegion>
  );
}
