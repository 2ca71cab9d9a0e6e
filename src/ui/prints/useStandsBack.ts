import { useDeferredValue, useEffect, useLayoutEffect, useRef } from 'react';

/**
 * Whether the screen takes no part because something stands in front of it. A moment late, so that the click that opens
 * it need not have the whole screen styled anew; when the screen takes part again, so does what had the keyboard.
 */
export function useStandsBack(isCovered: boolean): boolean {
  const standsBack = useDeferredValue(isCovered);
  const opener = useRef<Element | null>(null);
  // At once: a frame later what stands in front has taken the keyboard.
  useLayoutEffect(() => {
    if (isCovered) opener.current = document.activeElement;
  }, [isCovered]);
  // By both: on a slow machine it may be gone again before the screen ever stood back.
  useEffect(() => {
    if (isCovered || standsBack) return;
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  }, [isCovered, standsBack]);
  return standsBack;
}
