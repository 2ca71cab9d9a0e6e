import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n/format.ts';
import { addDays } from '../../state/simulationChoices.ts';
import { useLanguage } from '../AppContext.tsx';
import type { NamedResultProps } from './SimulationTab.tsx';
import { lineNumber } from './stationLines.ts';

const fewCount = 8;

/** What broke, for whom, how often and when first, each with what would help. */
export function Incidents({ simulation, nameOf }: Omit<NamedResultProps, 'isStale'>) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [hasAll, setAll] = useState(false);
  const { result, report, startDate } = simulation;
  const who = (id: string | null): string => {
    const number = lineNumber(report.plan, id);
    if (number > 0) return t('simulate.incidents.line', { number });
    return id === null ? '' : nameOf(id);
  };
  const shown = hasAll ? result.incidents : result.incidents.slice(0, fewCount);
  const hidden = result.incidents.length - shown.length;
  return (
    <article className="chart-card incidents-card" data-chart="incidents">
      <header>
        <div>
          <h3>{t('simulate.incidents.title')}</h3>
        </div>
      </header>
      {result.incidents.length === 0 ? <p className="hint">{t('simulate.incidents.none')}</p> : null}
      <ul className="incidents">
        {shown.map(({ code, entityId, count, firstDay }) => (
          <li key={`${code} ${entityId}`}>
            <span>{t(`simulate.incidents.texts.${code}`, { who: who(entityId) })}</span>
            <span className="hint">
              {t('simulate.incidents.count', { formatted: formatNumber(count, language) })} ·{' '}
              {t('simulate.incidents.first', { date: addDays(startDate, firstDay) })}
            </span>
          </li>
        ))}
      </ul>
      {hidden > 0 ? (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('simulate.incidents.more', { count: hidden })}
        </Button>
      ) : null}
    </article>
  );
}
