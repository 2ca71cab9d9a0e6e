import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { unlockAll } from '../../state/commands/lockLines.ts';
import { useApp } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';

/** What is locked, in one list; locks are set in the tables. */
export function LocksSection({
  scenario,
  report,
}: {
  readonly scenario: Scenario;
  readonly report: Report | null;
}) {
  const { t } = useTranslation();
  const app = useApp();
  const locks = scenario.locks ?? [];
  const nameOf = new Map(scenario.stations.map(({ id, name }) => [id, shortPlaceName(name)]));
  return (
    <section className="solve-section" aria-label={t('solve.locks.title')}>
      <h3>{t('solve.locks.title')}</h3>
      {locks.length === 0 ? (
        <p className="hint">{t('solve.locks.none')}</p>
      ) : (
        <>
          <ul className="solve-list">
            {locks.map((lock) => {
              const first = lock.stationIds[0];
              const number =
                (report?.plan.lines.findIndex((line) => first && line.stopIds.includes(first)) ?? -1) + 1;
              const names = lock.stationIds.slice(0, 4).map((id) => nameOf.get(id) ?? id);
              return (
                <li key={lock.stationIds.join(' ')}>
                  {number > 0 ? `${t('lines.number')} ${number} · ` : ''}
                  {t(`solve.locks.summary.${lock.keep}`, { count: lock.stationIds.length })}
                  <span className="hint"> {names.join('、') + (lock.stationIds.length > 4 ? '…' : '')}</span>
                </li>
              );
            })}
          </ul>
          <Button size="small" onClick={() => unlockAll(app)}>
            {t('solve.locks.unlockAll')}
          </Button>
        </>
      )}
    </section>
  );
}
