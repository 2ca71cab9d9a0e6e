import { expect, it } from 'vitest';
import { mergeVillages, type VillageToMerge } from '../../../data/build/mergeVillages.ts';

const village = (
  id: string,
  lon: number,
  deliveryParcelsPerDay: number,
  more: Partial<VillageToMerge> = {},
): VillageToMerge => ({
  id,
  parentId: 'T1',
  lonLat: [lon, 30],
  isReal: false,
  deliveryParcelsPerDay,
  ...more,
});

it('merges the nearest pair, the larger keeping its station', () => {
  // 0.01 degrees apart: a-b; 0.02: b-c. a is larger than b, so b goes to a.
  const merged = mergeVillages([village('a', 110, 20), village('b', 110.01, 10), village('c', 110.03, 5)], 1);
  expect([...merged]).toEqual([['b', 'a']]);
});

it('never merges a real point away, and not over the township border', () => {
  const real = village('real', 110, 1, { isReal: true });
  expect([...mergeVillages([real, village('b', 110.01, 50)], 1)]).toEqual([['b', 'real']]);
  const abroad = village('abroad', 110.001, 1, { parentId: 'T2' });
  expect([...mergeVillages([village('a', 110, 9), abroad, village('b', 110.05, 5)], 1)]).toEqual([
    ['b', 'a'],
  ]);
  expect(() => mergeVillages([real, { ...real, id: 'real2' }], 1)).toThrow('only 0 of 1');
});

it('leaves a village that others are attached to in place', () => {
  // b-c is the nearest pair, c goes to b; then a-b would send b to a, which is skipped; c-d would take a merged host.
  const villages = [
    village('a', 110, 90),
    village('b', 110.02, 50),
    village('c', 110.03, 10),
    village('d', 110.06, 5),
  ];
  expect([...mergeVillages(villages, 2)]).toEqual([
    ['c', 'b'],
    ['d', 'b'],
  ]);
});
