import { expect, it } from 'vitest';
import { assignToHubs, combinations, nearest } from '../../../data/build/chooseHubs.ts';
import { haversineKm } from '../../../src/core/geo.ts';

const at = (id: string, lon: number, deliveryParcelsPerDay = 0) => ({
  id,
  lonLat: [lon, 0] as const,
  deliveryParcelsPerDay,
});

it('lists every choice once', () => {
  expect([...combinations(['a', 'b', 'c', 'd'], 3)].map((choice) => choice.join(''))).toEqual([
    'abc',
    'abd',
    'acd',
    'bcd',
  ]);
});

it('finds the nearest point, the first of equals', () => {
  expect(nearest([at('w', -1), at('e', 1)], [0.2, 0]).id).toBe('e');
  expect(nearest([at('w', -1), at('e', 1)], [0, 0]).id).toBe('w');
});

it('moves the station that loses least when a hub is full', () => {
  const hubs = [at('west', 0), at('east', 1)];
  const stations = [at('p', 0.1, 10), at('q', 0.4, 10), at('r', 0.9, 10)];
  const free = assignToHubs(hubs, stations, 100)!;
  expect([...free.hubByStation.values()]).toEqual(['west', 'west', 'east']);
  // 0.1 + 0.4 + 0.1 degrees on the equator, 10 parcels each
  expect(free.parcelKm).toBeCloseTo(10 * haversineKm([0, 0], [0.6, 0]), 6);
  // West may hand out 10 only: q (0.4 -> 0.6 degrees) moves rather than p (0.1 -> 0.9); east then holds 20.
  const bound = assignToHubs([hubs[0]!, hubs[1]!], stations, 20)!;
  expect([...bound.hubByStation.values()]).toEqual(['west', 'west', 'east']);
  const tight = assignToHubs([at('west', 0, 5), at('east', 1)], stations, 20)!;
  expect([...tight.hubByStation.values()]).toEqual(['west', 'east', 'east']);
  expect(assignToHubs(hubs, stations, 9)).toBeNull();
});
