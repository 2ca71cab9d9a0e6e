import { expect, it } from 'vitest';
import { withoutTables } from '../../../src/core/model/packedTables.ts';
import { partsOf, withParts } from '../../../src/core/model/tableParts.ts';
import { countyOf } from '../io/tables/luxi.ts';

const { scenarios } = countyOf('luxi');
const bare = scenarios.map((scenario) => ({ ...withoutTables(scenario), roads: scenario.roads }));
const parts = [...partsOf(scenarios)].map((part) => structuredClone(part));

it('brings every table across whole and in order', () => {
  expect(withParts(bare, parts)).toEqual(scenarios);
});

it('sends and keeps once what scenarios have alike, and apart what differs', () => {
  // Luxi has two scenarios: the same places and parcels, stations under other hubs.
  const sent = (field: string) =>
    parts.filter((part) => part.field === field).reduce((sum, { rows }) => sum + rows.length, 0);
  const [first, second] = scenarios;
  expect(sent('places')).toBe(first!.places.length);
  expect(sent('demands')).toBe(first!.demands.length);
  expect(sent('stations')).toBe(first!.stations.length + second!.stations.length);
  const [one, other] = withParts(bare, parts);
  expect(other!.places).toBe(one!.places);
  expect(other!.demands).toBe(one!.demands);
  expect(other!.stations).not.toBe(one!.stations);
});

it('keeps messages short and knows empty tables', () => {
  const long = { ...scenarios[0]!, demands: Array(2000).fill(scenarios[0]!.demands[0]!), stations: [] };
  const cut = [...partsOf([long])];
  // 2,000 rows in messages of 800: 800 + 800 + 400.
  expect(cut.filter(({ field }) => field === 'demands').map(({ rows }) => rows.length)).toEqual([
    800, 800, 400,
  ]);
  expect(withParts([{ ...long, ...withoutTables(long), roads: long.roads }], cut)).toEqual([long]);
});
