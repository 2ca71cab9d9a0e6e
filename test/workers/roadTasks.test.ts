import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { unpackRoads } from '../../src/core/network/packedRoads.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import type { RoadImportRequest } from '../../workers/protocol.ts';
import { importRoadFiles } from '../../workers/roadImport.ts';
import { completePackedRoads, drawOnPackedRoads } from '../../workers/roadTasks.ts';

const request = (files: RoadImportRequest['files']): RoadImportRequest => ({
  files,
  coordinateSystem: 'auto',
  countyLonDeg: 113.8,
  clip: null,
  skipKeys: [],
});
const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui cannot be read');
const { scenarios } = county.value;

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
const drawn = { name: 'drawn.geojson', bytes: new TextEncoder().encode(crossing) };

describe('putting roads to use', () => {
  const packed = toEnd(importRoadFiles(request([drawn]))).packedRoads!;

  it('joins every place of the county, by estimated roads where the file has none', () => {
    const { packedRoads, addedCount } = completePackedRoads(packed, scenarios);
    const { roads } = toEnd(unpackRoads(packedRoads));
    expect(addedCount).toBeGreaterThan(60);
    expect(roads.filter((road) => road.isEstimated)).toHaveLength(addedCount);
    // Surveyed roads keep their length, cut or not: 1.80 km (0.02 degrees of longitude) + 2.22 km of latitude.
    const knownKm = roads.reduce((sum, road) => sum + (road.isEstimated ? 0 : road.lengthKm), 0);
    expect(knownKm).toBeCloseTo(4.03, 1);
  });

  it('draws a new road between two points', () => {
    const drawnRoads = drawOnPackedRoads(packed, {
      id: 'drawn-1',
      line: [
        [108, 35.8],
        [108.01, 35.81],
      ],
      roadClass: 'township',
      isOneWay: false,
      name: '',
      lengthKm: 1.9,
      isEstimated: true,
      snapM: 150,
    });
    const { roads } = toEnd(unpackRoads(drawnRoads));
    expect(roads).toHaveLength(5);
    expect(roads.at(-1)).toMatchObject({ id: 'drawn-1', lengthKm: 1.9, isEstimated: true });
  });
});
