import { useTranslation } from 'react-i18next';
import type { KpiKey } from '../../core/kpi/kpis.ts';
import type { KpiRow, Report } from '../../core/model/report.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { formatKpi } from './formatKpi.ts';

interface KpiTableProps {
  readonly report: Report;
  /** Only these, in this order; absent = all. */
  readonly keys?: readonly KpiKey[];
}

/** The figures of a report as one table. */
export function KpiTable({ report, keys }: KpiTableProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const withUnit = (value: number, row: KpiRow): string => {
    const { unit } = row;
    const figure = formatKpi(value, row, language);
    return unit === 'share' || unit === 'count' ? figure : `${figure} ${t(`units.${unit as 'hour'}`)}`;
  };
  const rows = keys ? keys.flatMap((key) => report.kpis.filter((row) => row.key === key)) : report.kpis;
  return (
    <ScrollRegion className="plain-table-scroll" label={t('kpi.all')}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('kpi.name')}</th>
            <th scope="col" className="number">
              {t('kpi.value')}
            </th>
            <th scope="col">{t('kpi.targetColumn')}</th>
            <th scope="col">{t('kpi.status')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th scope="row">{t(`kpi.names.${row.key as KpiKey}`)}</th>
              <td className="number">
                {withUnit(row.value, row)}
                {row.denominator === undefined
                  ? ''
                  : ` (${formatNumber(row.numerator, language)}/${formatNumber(row.denominator, language)})`}
              </td>
              <td>
                {row.target
                  ? t(`kpi.${row.target.direction}`, {
                      value: withUnit(row.target.threshold, row),
                    })
                  : ''}
              </td>
              <td>
                {[
                  row.status === 'none' ? '' : t(`kpi.${row.status}`),
                  row.isEstimated ? t('kpi.estimated') : '',
                ]
                  .filter((text) => text !== '')
                  .join(' · ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
