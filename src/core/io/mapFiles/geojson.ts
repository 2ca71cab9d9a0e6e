import type { MapFormat } from './mapFile.ts';
import { isRecord, parseJson, textOf } from './parseJson.ts';
import { startText } from './startText.ts';
import { crsOfName, type StatedCrs } from './statedCrs.ts';

/** GeoJSON (RFC 7946). */
export const geojson: MapFormat = {
  key: 'geojson',
  matches: (start) => /^\s*\{/.test(startText(start)) && /"type"\s*:/.test(startText(start)),
  *read(file, report) {
    const document = parseJson(file, report);
    if (document === undefined) return null;
    yield 0.5;
    return { document, crs: isRecord(document) ? statedIn(document) : null };
  },
};

/** The `crs` member of GeoJSON before RFC 7946. */
function statedIn({ crs }: Record<string, unknown>): StatedCrs | null {
  const properties = isRecord(crs) ? crs.properties : undefined;
  return crsOfName(isRecord(properties) ? (textOf(properties.name) ?? '') : '');
}
