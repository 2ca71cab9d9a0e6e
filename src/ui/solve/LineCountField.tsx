import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario } from '../../core/model/scenario.ts';
import { editScenario } from '../../state/commands/editScenario.ts';
import { setPolicy } from '../../state/edits/setPolicy.ts';
import { useApp } from '../AppContext.tsx';
import { Field } from '../parameters/Field.tsx';
import { NumberField } from '../parameters/NumberField.tsx';

type Kind = 'free' | 'fixed' | 'bounded';
const kinds: readonly Kind[] = ['free', 'fixed', 'bounded'];
const mostLines = 60;

function kindOf({ min, max }: Scenario['policy']['lineCount']): Kind {
  if (max === null) return min <= 1 ? 'free' : 'bounded';
  return min === max ? 'fixed' : 'bounded';
}

/** Number of lines from the county town: free, fixed or within bounds. */
export function LineCountField({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const { min, max } = scenario.policy.lineCount;
  const kind = kindOf(scenario.policy.lineCount);
  const set = (least: number, most: number | null): void =>
    editScenario(app, 'lineCount', 'lineCount', (before) =>
      setPolicy(before, { lineCount: { min: least, max: most === null ? null : Math.max(least, most) } }),
    );
  const choose = (next: Kind): void => {
    const count = Math.max(1, min);
    if (next === 'free') set(1, null);
    else if (next === 'fixed') set(count, count);
    else set(count, max !== null && max > count ? max : count + 2);
  };
  return (
    <Field label={t('solve.rules.lineCount')}>
      <div className="rule-value">
        <Select<Kind>
          aria-label={t('solve.rules.lineCount')}
          value={kind}
          options={kinds.map((value) => ({ value, label: t(`solve.rules.lineCountKinds.${value}`) }))}
          onChange={choose}
        />
        {kind === 'fixed' ? (
          <NumberField
            aria-label={t('solve.rules.lineCountKinds.fixed')}
            min={1}
            max={mostLines}
            precision={0}
            value={min}
            onCommit={(count) => set(count, count)}
          />
        ) : null}
        {kind === 'bounded' ? (
          <>
            <NumberField
              aria-label={t('solve.rules.least')}
              min={1}
              max={mostLines}
              precision={0}
              value={min}
              onCommit={(least) => set(least, max)}
            />
            <span aria-hidden="true">–</span>
            <NumberField
              aria-label={t('solve.rules.most')}
              min={Math.max(1, min)}
              max={mostLines}
              precision={0}
              value={max ?? mostLines}
              onCommit={(most) => set(min, most)}
            />
          </>
        ) : null}
      </div>
    </Field>
  );
}
