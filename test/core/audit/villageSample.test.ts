import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { drawVillages, leastShareOfAll } from '../../../src/core/audit/villageSample.ts';
import { asId, type PlaceId } from '../../../src/core/model/ids.ts';
import type { Place } from '../../../src/core/model/scenario.ts';
import { aScenario } from '../../builders.ts';

/** So many villages in each township, in turn. */
function countyOf(sizes: readonly number[]): Place[] {
  const drafts = sizes.flatMap((size, township) =>
    Array.from({ length: size }, (_, village) => ({ id: `${township}-${village}` })),
  );
  return aScenario(drafts).places.map((place) => ({
    ...place,
    parentId: asId<PlaceId>(place.name.split('-')[0]!),
  }));
}
const perTownship = (drawn: readonly Place[], townships: number): number[] =>
  Array.from(
    { length: townships },
    (_, township) => drawn.filter((each) => each.parentId === `${township}`).length,
  );

describe('drawVillages', () => {
  it('draws from every township in proportion', () => {
    // 10 of 100: one each first; then by size / 3 (20, 10, 3.3), size / 5 (12, 6, 2) ...: 6, 3 and 1.
    expect(perTownship(drawVillages(countyOf([60, 30, 10]), 10, 1), 3)).toEqual([6, 3, 1]);
    // Fewer than there are townships: the largest.
    expect(perTownship(drawVillages(countyOf([60, 30, 10]), 2, 1), 3)).toEqual([1, 1, 0]);
  });

  it('draws each village once, as many as asked for or all, the same with the same seed', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 0, max: 80 }),
        fc.integer({ min: 0, max: 1000 }),
        (sizes, count, seed) => {
          const places = countyOf(sizes);
          const drawn = drawVillages(places, count, seed);
          expect(drawn.length).toBe(Math.min(count, places.length));
          expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
          expect(drawVillages(places, count, seed)).toEqual(drawn);
          if (count >= sizes.length) expect(Math.min(...perTownship(drawn, sizes.length))).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('draws every village equally often within its township', () => {
    const places = countyOf([4]);
    const times = new Map<string, number>();
    for (let seed = 0; seed < 4000; seed++)
      for (const { id } of drawVillages(places, 1, seed)) times.set(id, (times.get(id) ?? 0) + 1);
    // 1,000 times each, give or take five standard deviations of 27.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(137);
    expect(times.size).toBe(4);
  });
});

describe('leastShareOfAll', () => {
  it('is what the draw would hardly have shown otherwise', () => {
    // 5 of 10 drawn, all with a station. One of ten without: 5 of 10 draws miss it, 50 %. Two: (8 choose 5) / (10
    // choose 5) = 56 / 252 = 22 %. Three: 21 / 252 = 8.3 %. Four: 6 / 252 = 2.4 %, less than 5. So at most three are without.
    expect(leastShareOfAll(10, 5, 0)).toBe(0.7);
    // One of the five without. Five of ten: (5C0 5C5 + 5C1 5C4) / 252 = 26 / 252 = 10.3 %; six: 6C1 4C4 / 252 = 2.4 %.
    expect(leastShareOfAll(10, 5, 1)).toBe(0.5);
  });

  it('is exact where all were visited, and nothing where none were', () => {
    expect(leastShareOfAll(80, 80, 12)).toBeCloseTo(68 / 80, 12);
    expect(leastShareOfAll(80, 0, 0)).toBe(0);
  });

  it('falls with what was missing and grows with what was visited', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 120 }),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 10 }),
        (total, wanted, without) => {
          const sampled = Math.min(wanted, total - 1);
          const missing = Math.min(without, sampled);
          const least = leastShareOfAll(total, sampled, missing);
          expect(least).toBeLessThanOrEqual((total - missing) / total);
          expect(leastShareOfAll(total, sampled + 1, missing)).toBeGreaterThanOrEqual(least);
          if (missing < sampled)
            expect(leastShareOfAll(total, sampled, missing + 1)).toBeLessThanOrEqual(least);
        },
      ),
    );
  });
});
