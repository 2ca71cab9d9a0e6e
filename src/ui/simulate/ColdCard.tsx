import { useTranslation } from 'react-i18next';
import type { Estimate } from '../../core/model/simulation.ts';
import { formatHours, formatNumber, formatShare } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { clipped } from './charts/limitShares.ts';
import type { ResultProps } from './SimulationTab.tsx';

/** Fresh fruit on its way out: hours above temperature, what spoils, and what it costs beside the cost book. */
export function ColdCard({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { cold } = simulation.result;
  if (!cold) return null;
  const yuan = (value: number): string => `${formatNumber(value, language)} ${t('units.yuan/day')}`;
  const rows: readonly (readonly [string, Estimate, (value: number) => string])[] = [
    [t('costs.cold.fresh'), cold.freshParcelsPerDay, (value) => formatNumber(value, language, 1)],
    [t('costs.cold.warm'), cold.warmH, (value) => `${formatHours(value, language)} ${t('units.hour')}`],
    [t('costs.cold.spoiled'), clipped(cold.spoiledShare), (value) => formatShare(value, language)],
    [t('costs.cold.spoilage'), cold.spoilageYuanPerDay, yuan],
    [t('costs.cold.precooling'), cold.precoolingYuanPerDay, yuan],
    [t('costs.cold.reefer'), cold.reeferYuanPerDay, yuan],
    [t('costs.cold.total'), cold.totalYuanPerDay, yuan],
  ];
  return (
    <article className={`chart-card ${isStale ? 'stale' : ''}`} data-chart="cold">
      <header>
        <div>
          <h3>{t('costs.cold.title')}</h3>
          <p>{t('costs.cold.subtitle')}</p>
        </div>
        <StaleMark isStale={isStale} />
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('simulate.results.figure')}</th>
            <th scope="col" className="number">
              {t('simulate.results.mean')}
            </th>
            <th scope="col" className="number">
              {t('simulate.results.interval')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { mean, low, high }, format]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="number">{format(mean)}</td>
              <td className="number">
                {format(low)}–{format(high)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </article>
  );
}
