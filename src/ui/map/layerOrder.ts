/** Bottom to top. The one list of map layers: both maps draw in this order and only these. */
export const layerOrder = [
  'ground',
  'county-fill',
  'county-outline',
  'roads-known',
  'roads-estimated',
  'roads-preview',
  'road-selected',
  'roads-closed-casing',
  'roads-closed',
  'line-casing',
  'line-known',
  'line-estimated',
  'line-sketch',
  'day-driven',
  'places',
  'stations',
  'station-labels-village',
  'station-labels-township',
  'stop-numbers',
  'stop-locks',
  'road-drawn',
  'road-points',
  'way-found',
  'looked-up-places',
  'looked-up-labels',
] as const;

export type LayerId = (typeof layerOrder)[number];

/** Layers that answer the pointer, topmost first. */
export const interactiveLayers = [
  'stop-locks',
  'stations',
  'places',
  'line-known',
  'line-estimated',
  'roads-known',
  'roads-estimated',
] as const satisfies readonly LayerId[];
