import { Button, Segmented, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import type { Scenario } from '../../core/model/scenario.ts';
import { formatNumber } from '../../i18n/format.ts';
import { stopRuns } from '../../state/commands/solve.ts';
import { solveAsked } from '../../state/commands/solveAsked.ts';
import { type Budget, budgets, iterationsOf } from '../../state/solve.ts';
import { useApp, useIsWorking, useLanguage } from '../AppContext.tsx';
import { CaretRightOutlined, StopOutlined } from '../icons.tsx';
import { Field } from '../parameters/Field.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { HandPlanActions } from './HandPlanActions.tsx';

/** Effort, seeds, and the buttons that start and stop a search. */
export function SearchSection({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const state = useStore(app.solve.store);
  const { settings } = state;
  return (
    <section className="solve-section" aria-label={t('solve.search.title')}>
      <h3>{t('solve.search.title')}</h3>
      <Field label={t('solve.search.budget')}>
        <div className="field-row">
          <Select<Budget>
            className="wide"
            aria-label={t('solve.search.budget')}
            value={settings.budget}
            options={budgets.map((value) => ({ value, label: t(`solve.search.budgets.${value}`) }))}
            onChange={(budget) => app.solve.change({ budget })}
          />
          {settings.budget === 'seconds' ? (
            <NumberField
              aria-label={t('solve.search.seconds')}
              min={1}
              max={600}
              precision={0}
              value={settings.seconds}
              onCommit={(seconds) => app.solve.change({ seconds })}
            />
          ) : null}
        </div>
        <span className="hint">
          {t('solve.search.rounds', { iterations: formatNumber(iterationsOf(state), language) })}
        </span>
      </Field>
      <div className="solve-pair">
        <Field label={t('solve.search.workers')}>
          <Segmented<1 | 2>
            aria-label={t('solve.search.workers')}
            value={settings.workers}
            options={[
              { value: 1, label: t('solve.search.workersOne'), title: t('solve.search.workersOne') },
              { value: 2, label: t('solve.search.workersTwo'), title: t('solve.search.workersTwo') },
            ]}
            onChange={(workers) => app.solve.change({ workers })}
          />
        </Field>
        <Field label={t('solve.search.seed')}>
          <NumberField
            aria-label={t('solve.search.seed')}
            min={1}
            max={999_999}
            precision={0}
            value={settings.seed}
            onCommit={(seed) => app.solve.change({ seed })}
          />
        </Field>
      </div>
      <span className="hint">{t('solve.search.seedHint')}</span>
      <Actions scenario={scenario} />
    </section>
  );
}

function Actions({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const isBusy = useIsWorking();
  const isByHand = scenario.handPlan !== undefined;
  if (isBusy)
    return (
      <Button danger block icon={<StopOutlined />} onClick={() => stopRuns(app)}>
        {t('solve.search.stop')}
      </Button>
    );
  if (isByHand) return <HandPlanActions />;
  return (
    <Button type="primary" block icon={<CaretRightOutlined />} onClick={() => void solveAsked(app, 'anew')}>
      {t('solve.search.start')}
    </Button>
  );
}
