import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Scenario, ServiceDays } from '../../../core/model/scenario.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import {
  calendarPolicyOf,
  setCalendarPolicy,
  setPaidDays,
  setWorkDays,
} from '../../../state/edits/networkRules.ts';
import { useApp } from '../../AppContext.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { type CalendarKey, calendarKeys, usualCalendars } from '../usualCalendars.ts';
import { StopCalendars } from './StopCalendars.tsx';

const sameDays = (a: ServiceDays, b: ServiceDays): boolean => JSON.stringify(a) === JSON.stringify(b);

export function CalendarRules({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const calendar = calendarPolicyOf(scenario);
  const ticked = calendarKeys.filter((key) =>
    calendar.options.some((option) => sameDays(option, usualCalendars[key])),
  );
  const setOptions = (keys: readonly CalendarKey[]): void =>
    editScenario(app, 'calendar', 'calendar/options', (before) =>
      setCalendarPolicy(before, { options: keys.map((key) => usualCalendars[key]) }),
    );
  return (
    <section className="rules-section">
      <h3>{t('levels.rules.calendar.title')}</h3>

      <Field
        label={t('levels.rules.calendar.choice')}
        hint={t(`levels.rules.calendar.hints.${calendar.choice}`)}
      >
        <Select
          className="wide"
          aria-label={t('levels.rules.calendar.choice')}
          value={calendar.choice}
          options={(['given', 'chosen'] as const).map((choice) => ({
            value: choice,
            label: t(`levels.rules.calendar.choices.${choice}`),
          }))}
          onChange={(choice) =>
            editScenario(app, 'calendar', `calendar/${choice}`, (before) =>
              setCalendarPolicy(before, {
                choice,
                options:
                  choice === 'chosen' && calendar.options.length === 0
                    ? [usualCalendars.daily, usualCalendars.alternate]
                    : calendar.options,
              }),
            )
          }
        />
      </Field>
      {calendar.choice === 'chosen' ? (
        <Field label={t('levels.rules.calendar.per')}>
          <Select
            className="wide"
            aria-label={t('levels.rules.calendar.per')}
            value={calendar.per ?? 'township'}
            options={(['township', 'village'] as const).map((per) => ({
              value: per,
              label: t(`levels.rules.calendar.pers.${per}`),
            }))}
            onChange={(per) =>
              editScenario(app, 'calendar', `calendar/per/${per}`, (before) =>
                setCalendarPolicy(before, { per }),
              )
            }
          />
        </Field>
      ) : null}
      {calendar.choice === 'chosen' ? (
        <Checkbox.Group
          className="rules-checks"
          aria-label={t('levels.rules.calendar.options')}
          value={ticked}
          options={calendarKeys.map((key) => ({
            value: key,
            label: t(`levels.rules.calendar.days.${key}`),
          }))}
          onChange={setOptions}
        />
      ) : null}
      <StopCalendars scenario={scenario} />

      <Field label={t('levels.rules.calendar.workDays')}>
        <NumberField
          aria-label={t('levels.rules.calendar.workDays')}
          min={1}
          max={7}
          precision={0}
          value={scenario.dutyRules.workDaysPerWeek ?? 6}
          onCommit={(days) =>
            editScenario(app, 'calendar', 'workDays', (before) => setWorkDays(before, days))
          }
        />
      </Field>
      <Field label={t('levels.rules.calendar.paidDays')} hint={t('levels.rules.calendar.paidDaysHint')}>
        <NumberField
          aria-label={t('levels.rules.calendar.paidDays')}
          min={0}
          max={7}
          precision={0}
          value={scenario.dutyRules.paidDaysPerWeek ?? 0}
          onCommit={(days) =>
            editScenario(app, 'calendar', 'paidDays', (before) => setPaidDays(before, days))
          }
        />
      </Field>
    </section>
  );
}
