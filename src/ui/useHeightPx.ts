import { type RefObject, useEffect, useRef, useState } from 'react';

/** The height of an element as it changes, for what has to be told how high it is. */
export function useHeightPx(atFirstPx: number): readonly [RefObject<HTMLDivElement | null>, number] {
  const holder = useRef<HTMLDivElement>(null);
  const [heightPx, setHeightPx] = useState(atFirstPx);
  useEffect(() => {
    const element = holder.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setHeightPx(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [holder, heightPx];
}
