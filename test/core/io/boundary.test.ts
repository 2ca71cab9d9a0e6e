import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideTest, isInsideBoundary } from '../../../src/core/io/boundary.ts';
import type { CountyBoundary } from '../../../src/core/model/county.ts';

// A square of 4 by 4 degrees with a hole of 1 by 1 in it, and a triangle to its east.
const boundary: CountyBoundary = {
  type: 'MultiPolygon',
  coordinates: [
    [
      [
        [100, 20],
        [104, 20],
        [104, 24],
        [100, 24],
        [100, 20],
      ],
      [
        [101, 21],
        [102, 21],
        [102, 22],
        [101, 22],
        [101, 21],
      ],
    ],
    [
      [
        [106, 20],
        [108, 20],
        [107, 23],
        [106, 20],
      ],
    ],
  ],
};

describe('the test for many points', () => {
  const isInside = insideTest(boundary);
  it.each([
    [[100.5, 20.5], true],
    // In the hole.
    [[101.5, 21.5], false],
    [[107, 22.9], true],
    [[107.5, 22.9], false],
    [[105, 22], false],
    [[103, 25], false],
  ] as const)('%j', (point, expected) => {
    expect(isInside(point)).toBe(expected);
  });

  it('says what the test for one point says, on any outline', () => {
    const degree = fc.double({ min: 99, max: 109, noNaN: true });
    const point = fc.tuple(degree, fc.double({ min: 19, max: 25, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(point, { minLength: 3, maxLength: 30 }),
        fc.array(point, { maxLength: 20 }),
        (ring, points) => {
          const drawn: CountyBoundary = { type: 'MultiPolygon', coordinates: [[ring]] };
          const test = insideTest(drawn);
          for (const each of points) expect(test(each)).toBe(isInsideBoundary(each, drawn));
        },
      ),
    );
  });

  it('an outline without any height holds nothing', () => {
    const flat: CountyBoundary = {
      type: 'MultiPolygon',
      coordinates: [
        [
          [
            [100, 20],
            [104, 20],
            [100, 20],
          ],
        ],
      ],
    };
    expect(insideTest(flat)([102, 20])).toBe(false);
  });
});
