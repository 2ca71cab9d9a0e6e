import type { Feature } from 'geojson';
import { beforeEach, describe, expect, it } from 'vitest';
import type { MapLibreMap } from '../../../src/ui/map/maplibre.ts';
import { SourceFeed } from '../../../src/ui/map/SourceFeed.ts';

interface Change {
  readonly remove?: readonly string[];
  readonly add?: readonly Feature[];
}

/** What of a map the feed uses: a source that keeps what it is given, and a layer that is seen or not. */
class FakeMap {
  readonly features = new Map<string, Feature>();
  readonly changes: Change[] = [];
  visibility = 'visible';
  afterChange: () => void = () => {};
  getSource() {
    return {
      updateData: async (change: Change): Promise<void> => {
        this.changes.push(change);
        for (const id of change.remove ?? []) this.features.delete(id);
        for (const feature of change.add ?? []) this.features.set(String(feature.properties?.id), feature);
        this.afterChange();
      },
    };
  }
  getLayer(): object {
    return {};
  }
  setLayoutProperty(_layer: string, _name: string, value: string): void {
    this.visibility = value;
  }
}

const points = (prefix: string, count: number): Feature[] =>
  Array.from({ length: count }, (_, index) => ({
    type: 'Feature',
    geometry: { type: 'Point', coordinates: [index, 30] },
    properties: { id: `${prefix}${index}` },
  }));
function* ready<Value>(value: Value): Generator<undefined, Value> {
  yield;
  return value;
}
const never = (): boolean => false;

describe('a source fed in portions', () => {
  let map: FakeMap;
  let feed: SourceFeed;
  beforeEach(() => {
    map = new FakeMap();
    feed = new SourceFeed(map as unknown as MapLibreMap, 'stations', 'id', ['dots']);
  });
  const idsOf = (): string[] => [...map.features.keys()].toSorted();

  it('has all there is, is given the same content once, and only what has changed of another', async () => {
    const all = points('a', 1000);
    await feed.show(all, ready(all), never);
    expect(map.features.size).toBe(1000);
    const given = map.changes.length;
    await feed.show(all, ready(all), never);
    expect(map.changes.length).toBe(given);
    const fewer = points('a', 999);
    await feed.show(fewer, ready(fewer), never);
    expect(map.changes.slice(given)).toEqual([{ remove: ['a999'] }]);
  });

  it('is hidden while it is filled with other things altogether, and seen afterwards', async () => {
    const seen: string[] = [];
    map.afterChange = () => seen.push(map.visibility);
    const all = points('a', 1000);
    await feed.show(all, ready(all), never);
    expect(new Set(seen)).toEqual(new Set(['none']));
    expect(map.visibility).toBe('visible');
  });

  it('broken off half-way, comes back to what it had', async () => {
    const first = points('a', 10);
    await feed.show(first, ready(first), never);
    let isPassed = false;
    map.afterChange = () => {
      isPassed = true;
    };
    const second = points('b', 1000);
    await feed.show(second, ready(second), () => isPassed);
    expect(map.features.size).toBeLessThan(1000);
    map.afterChange = () => {};
    await feed.show(first, ready(first), never);
    expect(idsOf()).toEqual(first.map(({ properties }) => String(properties?.id)).toSorted());
    expect(map.visibility).toBe('visible');
  });
});
