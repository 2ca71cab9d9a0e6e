import { Button, Checkbox, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dailyVisits, setDaysByParcels } from '../../../core/evaluate/visitFrequency.ts';
import { setStopCalendars } from '../../../core/model/edit/stopCalendars.ts';
import type { StationId } from '../../../core/model/ids.ts';
import type { Scenario, StopCalendar } from '../../../core/model/scenario.ts';
import { formatShare } from '../../../i18n/format.ts';
import { editScenario } from '../../../state/commands/editScenario.ts';
import { useApp, useLanguage, useView } from '../../AppContext.tsx';
import { Field } from '../../parameters/Field.tsx';
import { NumberField } from '../../parameters/NumberField.tsx';
import { townshipOf } from '../levelTree.ts';
import { useDayName } from '../useDayName.ts';
import { type CalendarKey, calendarKeys, usualCalendars } from '../usualCalendars.ts';

/** What the chosen villages are to have: a calendar in use, or one of these. */
const wishes = ['between', 'byParcels', 'weekdays', 'policy', ...calendarKeys] as const;
type Wish = (typeof wishes)[number];
const otherKeys = calendarKeys.filter((key) => key !== 'daily');
const weekLength = 7;
/** A visit pays from about so many parcels on where a van calls for one alone: a first guess to change. */
const usualDailyFrom = 30;

/** Days of some stations only: all villages, one township's, or the one chosen on the map. */
export function StopCalendars({ scenario }: { readonly scenario: Scenario }) {
  const { t } = useTranslation();
  const app = useApp();
  const selectedStationId = useView((view) => view.selectedStationId);
  const [scope, setScope] = useState('all');
  const [wish, setWish] = useState<Wish>('between');
  const [bounds, setBounds] = useState({ minVisitsPerWeek: 3, maxVisitsPerWeek: 7 });
  const [dailyFrom, setDailyFrom] = useState(usualDailyFrom);
  const [otherKey, setOtherKey] = useState<CalendarKey>('alternate');
  const [days, setDays] = useState<readonly number[]>([0, 3]);
  const places = new Map(scenario.places.map((place) => [place.id, place]));
  const ids: StationId[] = scenario.stations
    .filter((station) => {
      if (scope === 'selected') return station.id === selectedStationId;
      if (station.role !== 'villageStation') return false;
      return scope === 'all' || townshipOf(station, places) === scope;
    })
    .map(({ id }) => id);
  const calendarOf = (chosen: Exclude<Wish, 'byParcels'>): StopCalendar | null => {
    if (chosen === 'policy') return null;
    if (chosen === 'between') return { kind: 'between', ...bounds };
    if (chosen === 'weekdays') return { kind: 'given', serviceDays: { kind: 'weekdays', days } };
    return { kind: 'given', serviceDays: usualCalendars[chosen] };
  };
  const apply = (): void =>
    editScenario(app, 'calendar', `stops/${scope}/${wish}`, (before) =>
      wish === 'byParcels'
        ? setDaysByParcels(before, ids, {
            dailyFromParcels: dailyFrom,
            otherDays: usualCalendars[otherKey],
          })
        : setStopCalendars(before, ids, calendarOf(wish)),
    );
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
          options={wishes.map((key) => ({ value: key, label: t(`levels.rules.calendar.days.${key}`) }))}
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
        {wish === 'byParcels' ? (
          <ByParcels {...{ scenario, ids, dailyFrom, setDailyFrom, otherKey, setOtherKey }} />
        ) : null}
        {wish === 'weekdays' ? <WeekdayChoice days={days} onChoose={setDays} /> : null}
        <Button onClick={apply} disabled={ids.length === 0 || (wish === 'weekdays' && days.length === 0)}>
          {t('levels.rules.apply')}
        </Button>
      </div>
    </Field>
  );
}

interface ByParcelsProps {
  readonly scenario: Scenario;
  readonly ids: readonly StationId[];
  readonly dailyFrom: number;
  readonly setDailyFrom: (parcels: number) => void;
  readonly otherKey: CalendarKey;
  readonly setOtherKey: (key: CalendarKey) => void;
}

/** From how many parcels a day on daily, and when the others; what that comes to stands below before it is applied. */
function ByParcels({ scenario, ids, dailyFrom, setDailyFrom, otherKey, setOtherKey }: ByParcelsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const visits = dailyVisits(scenario, ids, dailyFrom);
  return (
    <>
      <Field label={t('levels.rules.calendar.dailyFrom')}>
        <NumberField
          aria-label={t('levels.rules.calendar.dailyFrom')}
          min={0}
          max={100_000}
          value={dailyFrom}
          onCommit={setDailyFrom}
        />
      </Field>
      <Field label={t('levels.rules.calendar.others')}>
        <Select
          aria-label={t('levels.rules.calendar.others')}
          value={otherKey}
          options={otherKeys.map((key) => ({ value: key, label: t(`levels.rules.calendar.days.${key}`) }))}
          onChange={setOtherKey}
        />
      </Field>
      <p className="hint wide" role="status">
        {t('levels.rules.calendar.byParcels', {
          daily: visits.dailyIds.length,
          others: visits.otherIds.length,
          share: formatShare(visits.otherParcelShare, language),
        })}
      </p>
    </>
  );
}

interface WeekdayChoiceProps {
  readonly days: readonly number[];
  readonly onChoose: (days: readonly number[]) => void;
}

/** Any days of the week, as where a line goes on market days. */
function WeekdayChoice({ days, onChoose }: WeekdayChoiceProps) {
  const { t } = useTranslation();
  const nameOf = useDayName(weekLength);
  return (
    <Checkbox.Group
      className="rules-checks rules-weekdays"
      aria-label={t('levels.rules.calendar.days.weekdays')}
      value={[...days]}
      options={Array.from({ length: weekLength }, (_, day) => ({ value: day, label: nameOf(day) }))}
      onChange={(chosen) => onChoose(chosen.toSorted((a, b) => a - b))}
    />
  );
}
