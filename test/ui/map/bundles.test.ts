import { describe, expect, it } from 'vitest';
import type { LonLat } from '../../../src/core/geo.ts';
import { asId, type LineId } from '../../../src/core/model/ids.ts';
import type { LinePath } from '../../../src/core/model/report.ts';
import { bundleLines } from '../../../src/ui/map/bundles.ts';

const path = (id: string, ...coordinates: LonLat[]): LinePath => ({
  lineId: asId<LineId>(id),
  legs: [{ coordinates, isEstimated: false }],
});
const a: LonLat = [108, 36];
const b: LonLat = [108.1, 36];
const c: LonLat = [108.2, 36.1];

describe('bundleLines', () => {
  it('draws a road driven out and back once', () => {
    const bundles = bundleLines([path('L1', a, b, a)]);
    expect(bundles).toHaveLength(1);
    expect(bundles[0]?.rank).toBe(0);
    expect(bundles[0]?.coordinates).toEqual([a, b]);
  });

  it('sets lines on one road beside each other, whichever way they run', () => {
    const bundles = bundleLines([path('L1', a, b), path('L2', b, a)]);
    // Two sharers: ranks -1/2 and +1/2, both drawn in the same direction so that the sides differ.
    expect(bundles.map((bundle) => bundle.rank)).toEqual([-0.5, 0.5]);
    expect(bundles[0]?.coordinates).toEqual(bundles[1]?.coordinates);
  });

  it('splits a line where its company changes', () => {
    const bundles = bundleLines([path('L1', a, b, c), path('L2', a, b)]);
    expect(bundles.filter((bundle) => bundle.lineId === 'L1').map((bundle) => bundle.rank)).toEqual([
      -0.5, 0,
    ]);
  });
});
