import { useEffect, useState } from 'react';
import { drawsByProcessor } from './slowGraphics.ts';

/** Long enough for a first answer on a slow computer; the map does not wait for one that never comes. */
const longestWaitMs = 8000;

/**
 * Whether the map may be drawn. Where the processor draws it, the map and the first search would hold each other up, so
 * the first answer goes before; from then on the map stays.
 */
export function useMapTurn(isAwaitingAnswer: boolean): boolean {
  const [hasTurn, setTurn] = useState(() => !drawsByProcessor());
  // An answer that is here gives the turn for good.
  if (!hasTurn && !isAwaitingAnswer) setTurn(true);
  useEffect(() => {
    if (hasTurn) return;
    const timer = setTimeout(() => setTurn(true), longestWaitMs);
    return () => clearTimeout(timer);
  }, [hasTurn]);
  return hasTurn || !isAwaitingAnswer;
}
