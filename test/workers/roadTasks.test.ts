import { describe, expect, it } from 'vitest';
import { unpackRoads } from '../../src/core/network/packedRoads.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { importRoadFiles } from '../../workers/roadImport.ts';
import { completePackedRoads, drawOnPackedRoads } from '../../workers/roadTasks.ts';
import { drawn, request, scenarios } from './roadRequests.ts';

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
