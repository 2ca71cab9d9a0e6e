import type { Feature, FeatureCollection, LineString } from 'geojson';
import { useMemo } from 'react';
import type { IncumbentLines } from '../../core/model/progress.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { useLive } from '../AppContext.tsx';
import { lineColour } from '../theme.ts';

/** The lines being found, from stop to stop as the crow flies: drawn several times a second. */
export type Sketch = FeatureCollection<LineString, { readonly colour: string }>;

export function sketchLines(scenario: Scenario, lines: IncumbentLines): Sketch {
  const stations = [scenario.depot, ...scenario.stations];
  const features: Feature<LineString, { colour: string }>[] = [];
  lines.starts.forEach((start, lineIndex) => {
    const origin = lines.origins[lineIndex]!;
    const end = lines.starts[lineIndex + 1] ?? lines.stops.length;
    const back = lines.comesBack[lineIndex] ? [origin] : [];
    const rows = [origin, ...lines.stops.subarray(start, end), ...back];
    const coordinates = rows.flatMap((row) => {
      const lonLat = stations[row]?.lonLat;
      return lonLat ? [[lonLat[0], lonLat[1]]] : [];
    });
    features.push({
      type: 'Feature',
      geometry: { type: 'LineString', coordinates },
      properties: { colour: lineColour(lineIndex) },
    });
  });
  return { type: 'FeatureCollection', features };
}

/** Shown while a person waits for lines: in a search asked for, or as long as no lines fit the scenario. */
export function useSketch(scenario: Scenario, hasLines: boolean): Sketch | null {
  const live = useLive();
  const incumbent = live && (live.isAsked || !hasLines) ? live.incumbent : null;
  return useMemo(() => incumbent && sketchLines(scenario, incumbent), [scenario, incumbent]);
}
