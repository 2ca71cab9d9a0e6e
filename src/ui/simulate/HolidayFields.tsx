import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Holiday } from '../../core/model/simulation.ts';
import { editChoices } from '../../state/commands/simulate.ts';
import { addDays } from '../../state/simulationChoices.ts';
import { holidaysOrigin } from '../../state/simulationOrigins.ts';
import { useApp } from '../AppContext.tsx';
import { DeleteOutlined, PlusOutlined } from '../icons.tsx';
import { NumberField } from '../parameters/NumberField.tsx';
import { GradeTag } from './GradeTag.tsx';
import type { ChoicesProps } from './SimulatePane.tsx';

/** Days off, on which no line runs and parcels go on arriving. Days count from 1. */
export function HolidayFields({ choices }: ChoicesProps) {
  const { t } = useTranslation();
  const app = useApp();
  const { holidays, days } = choices.settings;
  const change = (next: readonly Holiday[], key: string): void =>
    editChoices(app, key, (before) => ({ ...before, settings: { ...before.settings, holidays: next } }));
  const replace = (index: number, part: Partial<Holiday>): void =>
    change(
      holidays.map((each, at) => (at === index ? { ...each, ...part } : each)),
      `holiday/${index}`,
    );
  return (
    <section className="simulate-section">
      <h3>{t('simulate.holidays.title')}</h3>
      <p className="hint">
        {t('simulate.holidays.hint')} <GradeTag {...holidaysOrigin(choices.settings)} />
      </p>
      {holidays.map(({ fromDay, toDay }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: holidays have no other identity
        <div key={index} className="simulate-closure">
          <span className="simulate-closure-days">
            {t('simulate.closures.from')}
            <NumberField
              aria-label={t('simulate.holidays.from')}
              min={1}
              max={days}
              precision={0}
              value={fromDay + 1}
              onCommit={(day) => replace(index, { fromDay: day - 1, toDay: Math.max(day - 1, toDay) })}
            />
            {t('simulate.closures.to')}
            <NumberField
              aria-label={t('simulate.holidays.to')}
              min={fromDay + 1}
              max={days}
              precision={0}
              value={toDay + 1}
              onCommit={(day) => replace(index, { toDay: day - 1 })}
            />
            <Button
              type="text"
              size="small"
              icon={<DeleteOutlined />}
              aria-label={t('simulate.holidays.remove')}
              onClick={() =>
                change(
                  holidays.filter((_, at) => at !== index),
                  `holiday/remove/${index}/${holidays.length}`,
                )
              }
            />
          </span>
          <p className="hint">
            {t('simulate.holidays.dates', {
              from: addDays(choices.startDate, fromDay),
              to: addDays(choices.startDate, toDay),
            })}
          </p>
        </div>
      ))}
      <Button
        block
        icon={<PlusOutlined />}
        onClick={() =>
          change(
            [...holidays, { name: t('simulate.holidays.title'), fromDay: 0, toDay: 0 }],
            `holiday/add/${holidays.length}`,
          )
        }
      >
        {t('simulate.holidays.add')}
      </Button>
    </section>
  );
}
