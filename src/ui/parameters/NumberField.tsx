import type { InputNumberProps } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { NumberInput } from '../NumberInput.tsx';
import { type SettledNumber, settleNumber } from '../settleNumber.ts';

type NumberFieldProps = Pick<InputNumberProps<number>, 'id' | 'step' | 'aria-label'> & {
  readonly min?: number;
  readonly max?: number;
  readonly precision?: number;
  readonly value: number;
  readonly onCommit: (value: number) => void;
};

/**
 * A number that is passed on while it is typed, as long as it is one the field can hold. When the field is left, what
 * was typed is settled here, not by the library, which limits without a word: a text that is no number gives way to the
 * value before, and a number that had to be changed is said so.
 */
export function NumberField({ value, onCommit, ...rest }: NumberFieldProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState<number | null>(value);
  const [shown, setShown] = useState(value);
  const [settled, setSettled] = useState<SettledNumber | null>(null);
  const typed = useRef<string | null>(null);
  /** While the event lasts the library reports once more what it makes of the text. */
  const isSettling = useRef(false);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
  }
  const settle = (): void => {
    isSettling.current = true;
    setTimeout(() => {
      isSettling.current = false;
    });
    if (typed.current === null) return;
    const next = settleNumber(typed.current, rest);
    typed.current = null;
    setDraft(next?.value ?? value);
    setSettled(next?.change ? next : null);
    if (next && next.value !== value) onCommit(next.value);
  };
  const isWhole = rest.precision === 0;
  return (
    <>
      <NumberInput
        {...rest}
        value={draft}
        onBlurCapture={settle}
        onKeyDownCapture={(event) => {
          if (event.key === 'Enter') settle();
        }}
        onInput={(text) => {
          typed.current = text;
          setSettled(null);
        }}
        onChange={(next) => {
          if (isSettling.current) return;
          setDraft(next);
          if (next === null || next === value || (isWhole && !Number.isInteger(next))) return;
          onCommit(next);
        }}
        onStep={() => {
          typed.current = null;
          setSettled(null);
        }}
      />
      {settled?.change ? (
        <span role="status" className="hint number-changed">
          {t(`parameters.number.${settled.change}`, { value: settled.value })}
        </span>
      ) : null}
    </>
  );
}
