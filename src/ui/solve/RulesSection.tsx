import { Select } from 'antd';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { balanceMeasures, type LineRules } from '../../core/model/lineRules.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { changeLineRule } from '../../state/commands/lineRules.ts';
import { useApp } from '../AppContext.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { LineCountField } from './LineCountField.tsx';
import { OptionalStops } from './OptionalStops.tsx';
import { RoadRules } from './RoadRules.tsx';
import { RuleSwitch } from './RuleSwitch.tsx';

/** What a rule starts with when it is switched on: about what a planner would pay for it. */
const firstValues = {
  compactYuanPerKm: 2,
  townshipSplitYuan: 60,
  maxStopsPerLine: 30,
  maxKmPerLine: 150,
  maxHoursPerLine: 9,
} as const;
type NumberRule = keyof typeof firstValues;

/** Switches for what lines must keep to; each is undoable, saved with the scenario and solved at once. */
export function RulesSection({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const rules = scenario.policy.lineRules ?? {};
  return (
    <section className="solve-section" aria-label={t('solve.rules.title')}>
      <h3>{t('solve.rules.title')}</h3>
      <p className="hint">{t('solve.rules.hint')}</p>
      <LineCountField scenario={scenario} />
      <BalanceRule rules={rules} />
      <NumberRuleField
        rules={rules}
        rule="compactYuanPerKm"
        label={t('solve.rules.compact')}
        unit={t('solve.rules.compactUnit')}
        hint={t('solve.rules.compactHint')}
        step={0.5}
      />
      <NumberRuleField
        rules={rules}
        rule="townshipSplitYuan"
        label={t('solve.rules.township')}
        unit={t('solve.rules.townshipUnit')}
        hint={t('solve.rules.townshipHint')}
        step={10}
      />
      <NumberRuleField
        rules={rules}
        rule="maxStopsPerLine"
        label={t('solve.rules.maxStops')}
        unit={t('solve.rules.maxStopsUnit')}
        step={1}
      />
      <NumberRuleField
        rules={rules}
        rule="maxKmPerLine"
        label={t('solve.rules.maxKm')}
        unit={t('solve.rules.maxKmUnit')}
        step={10}
      />
      <NumberRuleField
        rules={rules}
        rule="maxHoursPerLine"
        label={t('solve.rules.maxHours')}
        unit={t('solve.rules.maxHoursUnit')}
        hint={t('solve.rules.maxHoursHint')}
        step={0.5}
      />
      <RuleSwitch
        label={t('solve.rules.visitsWhileOpen')}
        hint={t('solve.rules.visitsWhileOpenHint')}
        isOn={rules.visitsWhileOpen === true}
        onSwitch={(isOn) => changeLineRule(app, 'visitsWhileOpen', isOn || undefined)}
      />
      <RoadRules scenario={scenario} />
      <OptionalStops scenario={scenario} />
    </section>
  );
}

interface NumberRuleProps {
  readonly rules: LineRules;
  readonly rule: NumberRule;
  readonly label: string;
  readonly unit: string;
  readonly hint?: string;
  readonly step: number;
}

function NumberRuleField({ rules, rule, label, unit, hint, step }: NumberRuleProps) {
  const app = useApp();
  const id = useId();
  const value = rules[rule];
  return (
    <RuleSwitch
      label={label}
      {...(hint === undefined ? {} : { hint })}
      isOn={value !== undefined}
      onSwitch={(isOn) => changeLineRule(app, rule, isOn ? firstValues[rule] : undefined)}
    >
      <NumberField
        id={id}
        aria-label={`${label} (${unit})`}
        min={rule === 'maxStopsPerLine' ? 1 : step}
        max={9999}
        step={step}
        {...(rule === 'maxStopsPerLine' ? { precision: 0 } : {})}
        value={value ?? firstValues[rule]}
        onCommit={(next) => changeLineRule(app, rule, next)}
      />
      <label htmlFor={id}>{unit}</label>
    </RuleSwitch>
  );
}

const firstBalanceYuan = { time: 20, parcels: 0.2, stops: 5 } as const;

function BalanceRule({ rules }: { readonly rules: LineRules }) {
  const { t } = useTranslation();
  const app = useApp();
  const id = useId();
  const { balance } = rules;
  const measure = balance?.measure ?? 'time';
  const set = (next: LineRules['balance'] | undefined): void => changeLineRule(app, 'balance', next);
  return (
    <RuleSwitch
      label={t('solve.rules.balance')}
      hint={t('solve.rules.balanceHint', { unit: t(`solve.rules.balanceUnits.${measure}`) })}
      isOn={balance !== undefined}
      onSwitch={(isOn) => set(isOn ? { measure: 'time', yuanPerUnit: firstBalanceYuan.time } : undefined)}
    >
      <Select
        aria-label={t('solve.rules.balanceBy')}
        value={measure}
        options={balanceMeasures.map((value) => ({
          value,
          label: t(`solve.rules.balanceMeasures.${value}`),
        }))}
        onChange={(next) => set({ measure: next, yuanPerUnit: firstBalanceYuan[next] })}
      />
      <NumberField
        id={id}
        aria-label={`${t('solve.rules.balance')} (${t(`solve.rules.balanceUnit.${measure}`)})`}
        min={0.01}
        max={9999}
        value={balance?.yuanPerUnit ?? firstBalanceYuan[measure]}
        onCommit={(yuanPerUnit) => set({ measure, yuanPerUnit })}
      />
      <label htmlFor={id}>{t(`solve.rules.balanceUnit.${measure}`)}</label>
    </RuleSwitch>
  );
}
