import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../../core/model/ids.ts';
import type { Scenario, ServiceDays, StopCalendar } from '../../../core/model/scenario.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import {
  calendarPolicyOf,
  setCalendarPolicy,
  setPaidDays,
  setStopCalendars,
  setWorkDays,
} from '../../../state/edits/networkRules.ts';
import { useApp, useView } from '../../AppContext.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { townshipOf } from '../levelTree.ts';

/** Calendars in use in counties; a line of the solver's own choice takes one of those ticked. */
export const usualCalendars = {
  daily: { kind: 'daily' },
  alternate: { kind: 'everyNDays', n: 2 },
  everyThird: { kind: 'everyNDays', n: 3 },
  sixDays: { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5] },
  threeDays: { kind: 'weekdays', days: [0, 2, 4] },
  otherThreeDays: { kind: 'weekdays', days: [1, 3, 5] },
  twoDays: { kind: 'weekdays', days: [1, 4] },
} as const satisfies Record<string, ServiceDays>;
type CalendarKey = keyof typeof usualCalendars;
const calendarKeys = Object.keys(usualCalendars) as CalendarKey[];
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

/** Days of some stations only: all villages, one township's, or the one chosen on the map. */
function StopCalendars({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const selectedStationId = useView((view) => view.selectedStationId);
  const [scope, setScope] = useState('all');
  const [wish, setWish] = useState<CalendarKey | 'between' | 'policy'>('between');
  const [bounds, setBounds] = useState({ minVisitsPerWeek: 3, maxVisitsPerWeek: 7 });
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const chosenIds = (): StationId[] =>
    scenario.stations
      .filter((station) => {
        if (scope === 'selected') return station.id === selectedStationId;
        if (station.role !== 'villageStation') return false;
        return scope === 'all' || townshipOf(station, places) === scope;
      })
      .map(({ id }) => id);
  const calendarOf = (): StopCalendar | null =>
    wish === 'policy'
      ? null
      : wish === 'between'
        ? { kind: 'between', ...bounds }
        : { kind: 'given', serviceDays: usualCalendars[wish] };
  const ownCount = scenario.stations.filter(({ calendar }) => calendar).length;
  return (
    <Field
      label={t('levels.rules.calendar.stops')}
      hint={t('levels.rules.calendar.stopsHint', { count: ownCount })}
    >
      <div className="rules-grid">
        <Select
          aria-label={t('levels.rules.calendar.scope')}
          value={scope}
          options={[
            { value: 'all', label: t('levels.rules.calendar.scopes.all') },
            {
              value: 'selected',
              label: t('levels.rules.calendar.scopes.selected'),
              disabled: !selectedStationId,
            },
            ...scenario.places
              .filter(({ tier }) => tier === 'township')
              .map((place) => ({ value: place.id as string, label: place.name })),
          ]}
          onChange={setScope}
        />
        <Select
          aria-label={t('levels.rules.calendar.wish')}
          value={wish}
          options={(['between', 'policy', ...calendarKeys] as const).map((key) => ({
            value: key,
            label: t(`levels.rules.calendar.days.${key}`),
          }))}
          onChange={setWish}
        />
        {wish === 'between' ? (
          <>
            <Field label={t('levels.rules.calendar.atLeast')}>
              <NumberField
                aria-label={t('levels.rules.calendar.atLeast')}
                min={0.5}
                max={7}
                step={0.5}
                value={bounds.minVisitsPerWeek}
                onCommit={(minVisitsPerWeek) =>
                  setBounds((before) => ({
                    minVisitsPerWeek,
                    maxVisitsPerWeek: Math.max(minVisitsPerWeek, before.maxVisitsPerWeek),
                  }))
                }
              />
            </Field>
            <Field label={t('levels.rules.calendar.atMost')}>
              <NumberField
                aria-label={t('levels.rules.calendar.atMost')}
                min={0.5}
                max={7}
                step={0.5}
                value={bounds.maxVisitsPerWeek}
                onCommit={(maxVisitsPerWeek) =>
                  setBounds((before) => ({
                    minVisitsPerWeek: Math.min(before.minVisitsPerWeek, maxVisitsPerWeek),
                    maxVisitsPerWeek,
                  }))
                }
              />
            </Field>
          </>
        ) : null}
        <Button
          onClick={() => {
            const ids = chosenIds();
            editScenario(app, 'calendar', `stops/${scope}/${wish}`, (before) =>
              setStopCalendars(before, ids, calendarOf()),
            );
          }}
        >
          {t('levels.rules.apply')}
        </Button>
      </div>
    </Field>
  );
}
