import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { TimeBound } from '../../../core/model/networkPolicy.ts';
import type { Scenario } from '../../../core/model/scenario.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import { setTimeBound } from '../../../state/edits/networkRules.ts';
import { useApp } from '../../AppContext.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';

type Measure = TimeBound['measure'];
const starts: Readonly<Record<Measure, TimeBound>> = {
  mean: { measure: 'mean', limitH: 24 },
  percentile: { measure: 'percentile', share: 0.95, limitH: 48 },
  worst: { measure: 'worst', limitH: 48 },
  calendarDays: { measure: 'calendarDays', share: 0.95, limitDays: 2 },
};

const measures = ['none', 'mean', 'percentile', 'worst', 'calendarDays'] as const;

/** A limit on the time from county to village that the plan must keep. */
export function TimeBoundRules({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const bound = scenario.policy.timeBound ?? null;
  const set = (next: TimeBound | null, key: string): void =>
    editScenario(app, 'timeBound', `timeBound/${key}`, (before) => setTimeBound(before, next));
  return (
    <section className="rules-section">
      <h3>{t('levels.rules.time.title')}</h3>
      <Field label={t('levels.rules.time.measure')}>
        <Select<Measure | 'none'>
          className="wide"
          aria-label={t('levels.rules.time.measure')}
          value={bound?.measure ?? 'none'}
          options={measures.map((measure) => ({
            value: measure,
            label: t(`levels.rules.time.measures.${measure}`),
          }))}
          onChange={(measure) => set(measure === 'none' ? null : starts[measure], measure)}
        />
      </Field>
      {bound && 'share' in bound ? (
        <Field label={t('levels.rules.time.share')}>
          <NumberField
            aria-label={t('levels.rules.time.share')}
            min={1}
            max={100}
            step={1}
            value={Math.round(bound.share * 1000) / 10}
            onCommit={(percent) => set({ ...bound, share: percent / 100 }, 'share')}
          />
        </Field>
      ) : null}
      {bound && 'limitH' in bound ? (
        <Field label={t('levels.rules.time.hours')}>
          <NumberField
            aria-label={t('levels.rules.time.hours')}
            min={1}
            max={336}
            value={bound.limitH}
            onCommit={(limitH) => set({ ...bound, limitH }, 'limit')}
          />
        </Field>
      ) : null}
      {bound && 'limitDays' in bound ? (
        <Field label={t('levels.rules.time.days')}>
          <NumberField
            aria-label={t('levels.rules.time.days')}
            min={1}
            max={14}
            precision={0}
            value={bound.limitDays}
            onCommit={(limitDays) => set({ ...bound, limitDays }, 'limit')}
          />
        </Field>
      ) : null}
    </section>
  );
}
