import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { type SortingEffect, sortingEffects, townOf } from '../../core/evaluate/sortingEffect.ts';
import { formatNumber, formatShare } from '../../i18n/format.ts';
import { useDocument, useLanguage } from '../AppContext.tsx';
import { StaleMark } from '../StaleMark.tsx';
import type { ResultProps } from './SimulationTab.tsx';

/** More destinations than chutes: what the second sorting round costs the promise of 24 hours. */
export function SortingCard({ simulation, isStale }: ResultProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const document = useDocument();
  const { scenario, matrix, plan } = simulation.report;
  const effects = useMemo(
    () => sortingEffects(scenario, matrix, plan, townOf(scenario, document?.scenarios ?? [])),
    [scenario, matrix, plan, document],
  );
  if (effects.length === 0) return null;
  const rows = [
    ['parcels', ({ parcelsPerDay }: SortingEffect) => formatNumber(parcelsPerDay, language)],
    ['rounds', ({ rounds }: SortingEffect) => String(rounds)],
    ['within24h', ({ shareWithin24h }: SortingEffect) => formatShare(shareWithin24h, language)],
    ['inOneRound', (effect: SortingEffect) => formatShare(effect.shareWithin24hInOneRound, language)],
  ] as const;
  return (
    <article className={`chart-card ${isStale ? 'stale' : ''}`} data-chart="sorting">
      <header>
        <div>
          <h3>{t('simulate.sorting.title')}</h3>
          <p>{t('simulate.sorting.subtitle', { chutes: effects[0]!.chuteCount })}</p>
        </div>
        <StaleMark isStale={isStale} />
      </header>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('simulate.sorting.destinations')}</th>
            {effects.map(({ destinationCount }) => (
              <th key={destinationCount} scope="col" className="number">
                {destinationCount}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, show]) => (
            <tr key={key} data-sorting={key}>
              <th scope="row">{t(`simulate.sorting.${key}`)}</th>
              {effects.map((effect) => (
                <td key={effect.destinationCount} className="number">
                  {show(effect)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('simulate.sorting.hint')}</p>
    </article>
  );
}
