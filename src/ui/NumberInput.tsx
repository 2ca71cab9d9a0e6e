import { type GetRef, InputNumber, type InputNumberProps } from 'antd';
import { useEffect, useRef } from 'react';
import { numberText } from './settleNumber.ts';

/** A text, which the library takes though its types do not say so: an empty one is no number, not 0. */
const readTyped = (text: string | undefined): number => numberText(text ?? '') as unknown as number;

/**
 * The library's number input. Its two arrows are labelled in English and answer to the mouse alone: screen readers pass
 * over them, as the arrow keys do the same. Digits typed in full width are read.
 */
export function NumberInput(props: InputNumberProps<number>) {
  const input = useRef<GetRef<typeof InputNumber>>(null);
  useEffect(() => {
    for (const arrow of input.current?.nativeElement?.querySelectorAll('[role="button"]') ?? [])
      arrow.setAttribute('aria-hidden', 'true');
  });
  return <InputNumber<number> ref={input} parser={readTyped} {...props} />;
}
