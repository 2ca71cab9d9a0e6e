import { useMemo } from 'react';
import { useView } from '../AppContext.tsx';
import { stationColours } from './timeColours.ts';
import { useShownSimulation } from './useSimulation.ts';

/** Colours of the villages by their simulated time while the results are open; null otherwise. */
export function useTimeColours(): ReadonlyMap<string, string> | null {
  const isOpen = useView((view) => view.rightTab === 'simulation');
  const { simulation } = useShownSimulation();
  const result = isOpen ? (simulation?.result ?? null) : null;
  return useMemo(() => (result ? stationColours(result) : null), [result]);
}
