import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { sortingEffects, townOf } from '../../core/evaluate/sortingEffect.ts';
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
  const headers = ['destinations', 'parcels', 'rounds', 'within24h', 'inOneRound'] as const;
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
            {headers.map((header) => (
              <th key={header} scope="col" className="number">
                {t(`simulate.sorting.${header}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {effects.map((effect) => (
            <tr key={effect.destinationCount} data-destinations={effect.destinationCount}>
              <td className="number">{effect.destinationCount}</td>
              <td className="number">{formatNumber(effect.parcelsPerDay, language)}</td>
              <td className="number">{effect.rounds}</td>
              <td className="number">
                <strong>{formatShare(effect.shareWithin24h, language)}</strong>
              </td>
              <td className="number">{formatShare(effect.shareWithin24hInOneRound, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="hint">{t('simulate.sorting.hint')}</p>
    </article>
  );
}
