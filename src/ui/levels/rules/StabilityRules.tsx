import { Button, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { changedStations } from '../../../core/levels/changedStations.ts';
import type { StabilityPolicy } from '../../../core/model/networkPolicy.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import { setStability, setTodaysPlan, stabilityOf } from '../../../state/edits/networkRules.ts';
import { useApp } from '../../AppContext.tsx';
import { NumberInput } from '../../NumberInput.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { TakeForToday } from '../TakeForToday.tsx';
import type { RulesProps } from './RulesPanel.tsx';

const modes: readonly StabilityPolicy['mode'][] = ['free', 'keepLines', 'keepDrivers'];

/** How much a new plan may differ from what is driven today. */
export function StabilityRules({ scenario, report }: RulesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const stability = stabilityOf(scenario);
  const { todaysPlan } = scenario;
  const change = (part: Partial<StabilityPolicy>): void =>
    editScenario(app, 'stability', `stability/${Object.keys(part).join()}`, (before) =>
      setStability(before, part),
    );
  const changed = todaysPlan && report ? changedStations(todaysPlan, report.plan).length : null;
  return (
    <section className="rules-section">
      <h3>{t('levels.rules.stability.title')}</h3>
      <p className="hint" role="status">
        {todaysPlan
          ? t('levels.rules.stability.today', { lines: todaysPlan.lines.length, count: changed ?? 0 })
          : t('levels.rules.stability.noToday')}
      </p>
      <div className="rules-grid">
        <TakeForToday />
        {todaysPlan ? (
          <Button
            onClick={() => editScenario(app, 'stability', 'today', (before) => setTodaysPlan(before, null))}
          >
            {t('levels.rules.stability.forget')}
          </Button>
        ) : null}
      </div>
      {todaysPlan ? (
        <>
          <Field label={t('levels.rules.stability.mode')}>
            <Select
              className="wide"
              aria-label={t('levels.rules.stability.mode')}
              value={stability.mode}
              options={modes.map((mode) => ({
                value: mode,
                label: t(`levels.rules.stability.modes.${mode}`),
              }))}
              onChange={(mode) => change({ mode })}
            />
          </Field>
          <Field label={t('levels.rules.stability.most')}>
            <NumberInput
              className="wide"
              aria-label={t('levels.rules.stability.most')}
              placeholder={t('levels.rules.noLimit')}
              min={0}
              precision={0}
              value={stability.maxChangedStations}
              onChange={(maxChangedStations) => change({ maxChangedStations })}
            />
          </Field>
          <Field label={t('levels.rules.stability.price')}>
            <NumberField
              aria-label={t('levels.rules.stability.price')}
              min={0}
              max={9999}
              value={stability.yuanPerChangedStation}
              onCommit={(yuanPerChangedStation) => change({ yuanPerChangedStation })}
            />
          </Field>
        </>
      ) : null}
    </section>
  );
}
