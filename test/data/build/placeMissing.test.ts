import { area, polygon } from '@turf/turf';
import { expect, it } from 'vitest';
import { drawCatchments } from '../../../data/build/catchments.ts';
import { placeMissing } from '../../../data/build/placeMissing.ts';
import { bareName, type SourcePlace } from '../../../data/build/sourcePlaces.ts';
import { haversineKm } from '../../../src/core/geo.ts';

/** About 39 km by 44 km. */
const county = polygon([
  [
    [110, 28],
    [110.4, 28],
    [110.4, 28.4],
    [110, 28.4],
    [110, 28],
  ],
]);

const place = (id: string, name: string, more: Partial<SourcePlace>): SourcePlace => ({
  id,
  parentId: 'T1',
  name,
  tier: 'village',
  kind: 'village',
  lonLat: null,
  coordQuality: 'missing',
  coordSource: '',
  urbanRuralCode: '220',
  ...more,
});
const township = (id: string, name: string, lonLat: [number, number]): SourcePlace =>
  place(id, name, { tier: 'township', kind: 'township', parentId: 'C', lonLat, coordQuality: 'exact' });

it('draws cells that tile the county, larger where there are more villages', () => {
  const seats = [
    { id: 'west', lonLat: [110.1, 28.2] as const, villageCount: 5 },
    { id: 'east', lonLat: [110.3, 28.2] as const, villageCount: 5 },
  ];
  const even = drawCatchments(seats, county);
  expect(even.get('west')!.areaKm2).toBeCloseTo(even.get('east')!.areaKm2, 0);
  const uneven = drawCatchments([seats[0]!, { ...seats[1]!, villageCount: 15 }], county);
  expect(uneven.get('east')!.areaKm2).toBeGreaterThan(uneven.get('west')!.areaKm2);
  const total = uneven.get('east')!.areaKm2 + uneven.get('west')!.areaKm2;
  expect(total).toBeCloseTo(area(county) / 1e6, 1);
});

it('compares villages and townships by their bare name', () => {
  expect(bareName('太白村委会')).toBe(bareName('太白镇'));
  expect(bareName('中村村委会')).toBe(bareName('中村瑶族乡'));
});

it('keeps real points, puts the namesake at the seat, and gives the same point every time', () => {
  const seat = township('T1', '石门镇', [110.1, 28.2]);
  const places = [
    seat,
    township('T2', '河口乡', [110.3, 28.2]),
    place('V1', '石门村委会', {}),
    place('V2', '上坪村委会', {}),
    place('V3', '下坪村委会', { lonLat: [110.15, 28.25], coordQuality: 'exact' }),
  ];
  const placed = placeMissing(places, county);
  expect([...placed.keys()].sort()).toEqual(['V1', 'V2']);
  expect(placed.get('V1')!.coordQuality).toBe('approxSeat');
  const seatKm = haversineKm(placed.get('V1')!.lonLat, seat.lonLat!);
  expect(seatKm).toBeGreaterThan(0.29);
  expect(seatKm).toBeLessThan(0.61);
  expect(placed.get('V2')!.coordQuality).toBe('approxCatchment');
  expect(haversineKm(placed.get('V2')!.lonLat, [110.15, 28.25])).toBeGreaterThan(0.99);
  expect(placeMissing(places, county)).toEqual(placed);
});
