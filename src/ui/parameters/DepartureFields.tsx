import { Input } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { halfWidth } from '../../core/io/tables/cells/plainText.ts';
import { type ClockMin, minPerDay } from '../../core/units.ts';
import { formatTime } from '../../i18n/format.ts';
import { Field } from './Field.tsx';

/** "7:30", "07:30" or "0730", in wide digits too, as minutes after midnight; null when it is no time of day. */
export function parseClock(text: string): ClockMin | null {
  const match = /^\s*(\d{1,2})\s*:?\s*(\d{2})\s*$/.exec(halfWidth(text));
  if (!match) return null;
  const clockMin = Number(match[1]) * 60 + Number(match[2]);
  return Number(match[2]) < 60 && clockMin < minPerDay ? clockMin : null;
}

interface DepartureFieldsProps {
  readonly clocks: readonly ClockMin[];
  readonly onChange: (clocks: readonly ClockMin[]) => void;
}

/** One time per round of a service day. */
export function DepartureFields({ clocks, onChange }: DepartureFieldsProps) {
  const { t } = useTranslation();
  return (
    <Field label={t('parameters.departures')}>
      <div className="departure-fields">
        {clocks.map((clock, round) => (
          <ClockInput
            // A round is its place in the list.
            // biome-ignore lint/suspicious/noArrayIndexKey: see above
            key={`${round} ${clock}`}
            label={t('parameters.departure', { round: round + 1 })}
            clock={clock}
            onChange={(next) => onChange(clocks.map((each, index) => (index === round ? next : each)))}
          />
        ))}
      </div>
    </Field>
  );
}

interface ClockInputProps {
  readonly label: string;
  readonly clock: ClockMin;
  readonly onChange: (clock: ClockMin) => void;
}

/** A clock typed as 07:30. */
export function ClockInput({ label, clock, onChange }: ClockInputProps) {
  const id = useId();
  const [text, setText] = useState(formatTime(clock));
  const parsed = parseClock(text);
  const commit = (): void => {
    setText(formatTime(parsed ?? clock));
    if (parsed !== null && parsed !== clock) onChange(parsed);
  };
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Input
        id={id}
        className="clock-input"
        value={text}
        inputMode="numeric"
        status={parsed === null ? 'error' : ''}
        onChange={(event) => setText(event.target.value)}
        onBlur={commit}
        onPressEnter={commit}
      />
    </div>
  );
}
