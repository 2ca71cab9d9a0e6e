import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  countyMeridianDeg,
  fromGaussKruger,
  fromProjectedPair,
  toGaussKruger,
} from '../../../src/core/io/gaussKruger.ts';

it('measures the meridian: the equator to 45 degrees north', () => {
  // Arc of the meridian on GRS 80 (same ellipsoid to 0.1 mm) from 0 to 45 degrees: 4,984,944.378 m.
  const { northingM, eastingM } = toGaussKruger([111, 45], 111);
  expect(northingM).toBeCloseTo(4_984_944.378, 2);
  expect(eastingM).toBeCloseTo(500_000, 6);
});

it('comes back to the point it left, to a tenth of a millimetre', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: 18, max: 53, noNaN: true }),
      (dLon, lat) => {
        const [lonBack, latBack] = fromGaussKruger(toGaussKruger([108 + dLon, lat], 108), 108);
        expect(Math.abs(lonBack - 108 - dLon)).toBeLessThan(1e-9);
        expect(Math.abs(latBack - lat)).toBeLessThan(1e-9);
      },
    ),
    { numRuns: 50 },
  );
});

it('finds the zone in the easting, in either order, or takes the county', () => {
  const { northingM, eastingM } = toGaussKruger([110, 28], 111);
  const near = (answer: ReturnType<typeof fromProjectedPair>): number[] =>
    answer!.lonLat.map((degrees) => Number(degrees.toFixed(7)));
  expect(near(fromProjectedPair(northingM, 37_000_000 + eastingM, null))).toEqual([110, 28]);
  expect(near(fromProjectedPair(37_000_000 + eastingM, northingM, null))).toEqual([110, 28]);
  expect(near(fromProjectedPair(eastingM, northingM, countyMeridianDeg(110.2)))).toEqual([110, 28]);
  expect(fromProjectedPair(eastingM, northingM, null)).toBeNull();
  expect(fromProjectedPair(1234, 5678, 110)).toBeNull();
});
