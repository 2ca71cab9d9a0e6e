import type { InputNumberProps } from 'antd';
import { useRef, useState } from 'react';
import { NumberInput } from '../NumberInput.tsx';

type NumberFieldProps = Pick<
  InputNumberProps<number>,
  'id' | 'min' | 'max' | 'step' | 'precision' | 'aria-label'
> & {
  readonly value: number;
  readonly onCommit: (value: number) => void;
};

/**
 * A number that is passed on while it is typed. When the field is left, the library may report the value from before
 * the typing once more; that is not the person's wish and is left out.
 */
export function NumberField({ value, onCommit, ...rest }: NumberFieldProps) {
  const [draft, setDraft] = useState<number | null>(value);
  const [shown, setShown] = useState(value);
  const beforeTyping = useRef<number | null>(null);
  const isLeaving = useRef(false);
  if (shown !== value) {
    setShown(value);
    setDraft(value);
  }
  return (
    <NumberInput
      {...rest}
      value={draft}
      onFocus={() => {
        isLeaving.current = false;
        beforeTyping.current = null;
      }}
      onBlurCapture={() => {
        isLeaving.current = true;
      }}
      onChange={(next) => {
        if (isLeaving.current && next === beforeTyping.current) {
          setDraft(value);
          return;
        }
        setDraft(next);
        if (next === null || next === value) return;
        beforeTyping.current = value;
        onCommit(next);
      }}
    />
  );
}
