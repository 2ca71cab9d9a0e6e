import fc from 'fast-check';
import type { Feature } from 'geojson';
import { describe, expect, it } from 'vitest';
import { changeOf } from '../../../src/ui/map/featurePortions.ts';

const point = (id: string, lon: number, colour = 'red'): Feature => ({
  type: 'Feature',
  geometry: { type: 'Point', coordinates: [lon, 30] },
  properties: { id, colour },
});
const byId = (features: readonly Feature[]): Map<string, Feature> =>
  new Map(features.map((feature) => [String(feature.properties?.id), feature]));
const finish = <Value>(work: Iterator<unknown, Value, undefined>): Value => {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
};

describe('what has changed on the map', () => {
  it('is nothing for features that are the same, though made anew', () => {
    const change = finish(
      changeOf(byId([point('a', 1), point('b', 2)]), byId([point('b', 2), point('a', 1)])),
    );
    expect(change).toEqual({ removedIds: [], portions: [], isAllNew: false });
  });

  it('is what came, what moved, what looks otherwise, and what went', () => {
    const shown = byId([point('a', 1), point('b', 2), point('c', 3), point('d', 4)]);
    const wanted = byId([point('a', 1), point('b', 2.5), point('c', 3, 'blue'), point('e', 5)]);
    const change = finish(changeOf(shown, wanted));
    expect(change.portions.flat().map(({ properties }) => properties?.id)).toEqual(['b', 'c', 'e']);
    expect(change.removedIds).toEqual(['d']);
    expect(change.isAllNew).toBe(false);
  });

  it('is all new where no id stays, but not where all only change', () => {
    expect(finish(changeOf(byId([point('a', 1)]), byId([point('b', 1)]))).isAllNew).toBe(true);
    expect(finish(changeOf(byId([point('a', 1)]), byId([point('a', 2)]))).isAllNew).toBe(false);
  });

  it('comes in portions of some 3,000 positions', () => {
    // A point weighs 6 + 1 = 7; a portion is closed once it weighs 3,000 or more: 429 points weigh 3,003.
    const many = Array.from({ length: 1000 }, (_, index) => point(`p${index}`, index / 100));
    const { portions } = finish(changeOf(new Map(), byId(many)));
    expect(portions.map(({ length }) => length)).toEqual([429, 429, 142]);
  });

  it('comes in larger portions where it is much, yet never in very large ones', () => {
    const lengths = (count: number): number[] =>
      finish(
        changeOf(
          new Map(),
          byId(Array.from({ length: count }, (_, index) => point(`p${index}`, index / 100))),
        ),
      ).portions.map(({ length }) => length);
    // 10,000 points weigh 70,000, a sixteenth is 4,375: 625 points each.
    expect(lengths(10_000)).toEqual(Array.from({ length: 16 }, () => 625));
    // 40,000 weigh 280,000, a sixteenth is 17,500: cut at 12,000, which 1,715 points (12,005) fill. 23 x 1,715 = 39,445.
    expect(lengths(40_000)).toEqual([...Array.from({ length: 23 }, () => 1715), 555]);
  });

  it('turns one set of features into any other', () => {
    const features = fc.uniqueArray(
      fc.record({ id: fc.integer({ min: 0, max: 30 }), lon: fc.integer({ min: 0, max: 3 }) }),
      { selector: ({ id }) => id, maxLength: 30 },
    );
    fc.assert(
      fc.property(features, features, (before, after) => {
        const shown = byId(before.map(({ id, lon }) => point(`p${id}`, lon)));
        const wanted = byId(after.map(({ id, lon }) => point(`p${id}`, lon)));
        const { removedIds, portions } = finish(changeOf(shown, wanted));
        const result = new Map(shown);
        for (const id of removedIds) result.delete(id);
        for (const [id, feature] of byId(portions.flat())) result.set(id, feature);
        expect(Object.fromEntries(result)).toEqual(Object.fromEntries(wanted));
      }),
    );
  });
});
