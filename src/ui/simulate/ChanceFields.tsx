import { useTranslation } from 'react-i18next';
import { formatInput } from '../../i18n/format.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { type ChanceKey, chanceFields, withChance } from '../../state/simulationChoices.ts';
import { useApp, useLanguage } from '../AppContext.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { GradeTag } from './GradeTag.tsx';
import type { ChoicesProps } from './SimulatePane.tsx';

/** What varies and what goes wrong, each number with its unit, usual range, grade and source. */
export function ChanceFields({ choices }: ChoicesProps) {
  return (
    <section className="simulate-section">
      {(Object.keys(chanceFields) as ChanceKey[]).map((key) => (
        <ChanceField key={key} choices={choices} field={key} />
      ))}
    </section>
  );
}

const mostOf = { percent: 100, min: 1440, count: 100_000 } as const;
/** Enough for a share of three days a year. */
const percentDigits = 2;
const rounded = (value: number): number => Math.round(value * 10 ** percentDigits) / 10 ** percentDigits;

function ChanceField({ choices, field }: ChoicesProps & { readonly field: ChanceKey }) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const graded = choices.settings[field];
  const factor = chanceFields[field] === 'percent' ? 100 : 1;
  const name = t(`simulate.chance.names.${field}`);
  const shown = (value: number): string => formatInput(rounded(value * factor), language);
  return (
    <div className="simulate-chance">
      <div className="simulate-row">
        <span>{name}</span>
        <NumberField
          aria-label={`${name} (${t(`simulate.chance.units.${field}`)})`}
          min={0}
          max={mostOf[chanceFields[field]]}
          value={rounded(graded.value * factor)}
          onCommit={(value) => editChoices(app, field, (before) => withChance(before, field, value / factor))}
        />
      </div>
      <p className="hint">
        {t(`simulate.chance.units.${field}`)}
        {graded.low !== undefined && graded.high !== undefined
          ? ` · ${t('simulate.chance.range', { low: shown(graded.low), high: shown(graded.high) })}`
          : ''}{' '}
        <GradeTag {...graded} />
      </p>
    </div>
  );
}
