import { useMemo } from 'react';
import { useDistances, useDriven, useView } from '../AppContext.tsx';
import type { Marked } from './roadMarks.ts';

/** Ways of the recorded day, while it is on the screen. */
export function useDrivenCourse(): Marked['course'] {
  const { measured } = useDriven();
  const isOpen = useView((view) => view.bottomTab === 'driven');
  return useMemo(() => (isOpen ? (measured?.day.course ?? []) : []), [isOpen, measured]);
}

/** The way and places of the distance table, while it is open. */
export function useLookedUp(): Pick<Marked, 'way' | 'places'> {
  const { basis, places, chosen, shown } = useDistances();
  const isOpen = useView((view) => view.bottomTab === 'distances');
  return useMemo(() => {
    if (!isOpen || basis === null) return { way: [], places: [] };
    const way = shown?.way?.coordinates ?? [];
    // Stations of the plan are on the map already.
    const marked = basis === 'justRead' ? chosen : shown ? [shown.from, shown.to] : [];
    return { way, places: marked.flatMap((index) => places[index] ?? []) };
  }, [isOpen, basis, places, chosen, shown]);
}
