import { startText } from './osmXml.ts';
import { parseJson } from './parseJson.ts';
import { readFeatures } from './roadFeatures.ts';
import type { RoadFormat } from './roadFile.ts';

/** GeoJSON (RFC 7946): LineString and MultiLineString are roads, named Points are places; other features are left. */
export const geojsonLines: RoadFormat = {
  key: 'geojsonLines',
  matches: (start) => /^\s*\{/.test(startText(start)) && /"type"\s*:/.test(startText(start)),
  *read(file, report) {
    const document = parseJson(file, report);
    if (document === undefined) return null;
    yield 0.5;
    return readFeatures(file, document, report);
  },
};
