import { type GetRef, InputNumber, type InputNumberProps } from 'antd';
import { useEffect, useRef } from 'react';

/**
 * The library's number input. Its two arrows are labelled in English and answer to the mouse alone: screen readers pass
 * over them, as the arrow keys do the same.
 */
export function NumberInput(props: InputNumberProps<number>) {
  const input = useRef<GetRef<typeof InputNumber>>(null);
  useEffect(() => {
    for (const arrow of input.current?.nativeElement?.querySelectorAll('[role="button"]') ?? [])
      arrow.setAttribute('aria-hidden', 'true');
  });
  return <InputNumber<number> ref={input} {...props} />;
}
