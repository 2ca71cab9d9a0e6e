import { useDeferredValue, useEffect, useRef } from 'react';

/**
 * Whether the screen takes no part because something stands in front of it. A moment late, so that the click that opens
 * it need not have the whole screen styled anew; when the screen takes part again, so does what had the keyboard.
 */
export function useStandsBack(isCovered: boolean): boolean {
  const standsBack = useDeferredValue(isCovered);
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    if (isCovered) opener.current = document.activeElement;
  }, [isCovered]);
  useEffect(() => {
    if (standsBack) return;
    if (opener.current instanceof HTMLElement) opener.current.focus();
    opener.current = null;
  }, [standsBack]);
  return standsBack;
}
