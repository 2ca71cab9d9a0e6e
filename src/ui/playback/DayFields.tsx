import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { addDays, weekdayOf } from '../../state/simulationChoices.ts';
import type { Simulation } from '../../state/simulations.ts';
import type { DaySource } from './useDay.ts';

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

interface DayFieldsProps {
  readonly simulation: Simulation | null;
  readonly source: DaySource;
  readonly day: number;
  readonly onChange: (source: DaySource, day: number) => void;
}

/** Which day is played: by the timetable a weekday, of a simulation a date. */
export function DayFields({ simulation, source, day, onChange }: DayFieldsProps) {
  const { t } = useTranslation();
  const options =
    source === 'simulated' && simulation
      ? Array.from({ length: simulation.result.days }, (_, index) => {
          const date = addDays(simulation.startDate, index);
          const weekday = t(`simulate.playback.weekdays.${weekdays[weekdayOf(date)]!}`);
          return { value: index, label: `${date.slice(5)} ${weekday}` };
        })
      : weekdays.map((key, index) => ({ value: index, label: t(`simulate.playback.weekdays.${key}`) }));
  return (
    <>
      <Select<DaySource>
        size="small"
        aria-label={t('simulate.playback.source')}
        value={source}
        options={(['plan', 'simulated'] as const).map((each) => ({
          value: each,
          label: t(`simulate.playback.sources.${each}`),
          disabled: each === 'simulated' && !simulation,
        }))}
        onChange={(next) => onChange(next, 0)}
      />
      <Select
        size="small"
        aria-label={t('simulate.playback.chooseDay')}
        value={day}
        options={options}
        onChange={(next) => onChange(source, next)}
      />
    </>
  );
}
