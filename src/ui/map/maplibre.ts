import 'maplibre-gl/dist/maplibre-gl.css';
import { type LayerSpecification, Map as MapLibreMap, setWorkerUrl } from 'maplibre-gl';
// Bundlers do not see the library's worker by themselves; without this address the map stays blank.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';

/** The only file that imports maplibre-gl. */
setWorkerUrl(workerUrl);

export type {
  ExpressionSpecification,
  GeoJSONSource,
  LngLatBoundsLike,
  MapMouseEvent,
  StyleSpecification,
} from 'maplibre-gl';
export { type LayerSpecification, MapLibreMap };
