import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import type { RoadImportRequest } from '../../workers/protocol.ts';

/** Road files to read, as the page asks for them in Heshui. */
export const request = (files: RoadImportRequest['files']): RoadImportRequest => ({
  files,
  coordinateSystem: 'auto',
  meridianDeg: null,
  countyLonDeg: 108,
  clip: null,
  skipKeys: [],
});

const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui cannot be read');
export const { boundary, scenarios } = county.value;

/** Two roads that cross without a common point, as drawn by hand. */
const crossing = JSON.stringify({
  type: 'FeatureCollection',
  features: [
    [
      [108, 35.8],
      [108.02, 35.8],
    ],
    [
      [108.01, 35.79],
      [108.01, 35.81],
    ],
  ].map((coordinates) => ({
    type: 'Feature',
    properties: {},
    geometry: { type: 'LineString', coordinates },
  })),
});
export const drawn = { name: 'drawn.geojson', bytes: new TextEncoder().encode(crossing) };
