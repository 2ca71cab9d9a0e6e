import { Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SimulationSettings } from '../../core/model/simulation.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { isDate, weekdayOf } from '../../state/simulationChoices.ts';
import { useApp } from '../AppContext.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import type { ChoicesProps } from './SimulatePane.tsx';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;
const limits = { days: 365, replications: 200, seed: 999_999 } as const;

/** Start, length, replications and seed. */
export function HorizonFields({ choices }: ChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const change = (part: Partial<SimulationSettings>, key: string): void =>
    editChoices(app, key, (before) => ({ ...before, settings: { ...before.settings, ...part } }));
  const { settings } = choices;
  return (
    <section className="simulate-section">
      <h3>{t('simulate.horizon.title')}</h3>
      <StartDateField choices={choices} />
      <div className="simulate-row" title={t('simulate.horizon.days')}>
        <span>{t('simulate.horizon.days')}</span>
        <NumberField
          aria-label={t('simulate.horizon.days')}
          min={1}
          max={limits.days}
          precision={0}
          value={settings.days}
          onCommit={(days) => change({ days }, 'days')}
        />
      </div>
      <div className="simulate-row">
        <span>{t('simulate.horizon.replications')}</span>
        <NumberField
          aria-label={t('simulate.horizon.replications')}
          min={1}
          max={limits.replications}
          precision={0}
          value={settings.replications}
          onCommit={(replications) => change({ replications }, 'replications')}
        />
      </div>
      <p className="hint">{t('simulate.horizon.replicationsHint')}</p>
      <div className="simulate-row">
        <span>{t('simulate.horizon.seed')}</span>
        <NumberField
          aria-label={t('simulate.horizon.seed')}
          min={0}
          max={limits.seed}
          precision={0}
          value={settings.seed}
          onCommit={(seed) => change({ seed }, 'seed')}
        />
      </div>
      <p className="hint">{t('simulate.horizon.seedHint')}</p>
    </section>
  );
}

/** Any day, taken over when the field is left or Enter is pressed; its weekday is said, for calendars hang on it. */
function StartDateField({ choices }: ChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { startDate } = choices;
  const [draft, setDraft] = useState(startDate);
  const [shown, setShown] = useState(startDate);
  if (shown !== startDate) {
    setShown(startDate);
    setDraft(startDate);
  }
  const commit = (): void => {
    if (!isDate(draft)) return;
    editChoices(app, 'startDate', (before) => ({ ...before, startDate: draft }));
  };
  return (
    <>
      <div className="simulate-row">
        <span>{t('simulate.horizon.startDate')}</span>
        <Input
          type="date"
          className="simulate-date"
          aria-label={t('simulate.horizon.startDate')}
          value={draft}
          status={isDate(draft) ? '' : 'error'}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={commit}
          onPressEnter={commit}
        />
      </div>
      {isDate(draft) ? (
        <p className="hint">
          {t('simulate.horizon.startHint', {
            weekday: t(`simulate.playback.weekdays.${weekdays[weekdayOf(draft)]!}`),
          })}
        </p>
      ) : (
        <p className="simulate-fault">{t('simulate.horizon.badDate')}</p>
      )}
    </>
  );
}
