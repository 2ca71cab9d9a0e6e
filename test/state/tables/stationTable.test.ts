import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { writePlace } from '../../../src/state/tables/placeTable.ts';
import { writeStation } from '../../../src/state/tables/stationTable.ts';
import { isRefusal, writeAll } from '../../../src/state/tables/tableEdit.ts';
import { aScenario } from '../../builders.ts';

const county = aScenario([
  { id: 'P', role: 'townshipStation' },
  { id: 'Q', role: 'townshipStation' },
  { id: 'a', hubId: 'P' },
  { id: 'b' },
]);
const supply = (scenario: Scenario, station: string, hub: string) => {
  const next = writeStation(scenario, station, 'hub', hub);
  return isRefusal(next) ? next.refusal : next.stations.find(({ id }) => id === station)!.hubId;
};

describe('the hub of a station, typed into the table', () => {
  it('is a township station that is supplied from the depot', () => {
    expect(supply(county, 'b', 'Q')).toBe('Q');
    expect(supply(county, 'a', '')).toBeNull();
    expect(supply(county, 'b', 'a')).toBe('noStation');
  });

  it('is refused where a hub would hang on another, or on itself', () => {
    expect(supply(county, 'P', 'Q')).toBe('hubOfHub'); // P supplies a.
    expect(supply(county, 'Q', 'Q')).toBe('hubOfHub');
    const below = writeStation(county, 'Q', 'hub', 'P') as Scenario;
    expect(supply(below, 'b', 'Q')).toBe('hubOfHub'); // Q hangs on P by now.
  });
});

describe('a point, typed into the table', () => {
  const pointOf = (scenario: Scenario, id: string) =>
    scenario.stations.find((each) => each.id === id)!.lonLat;
  const typed = (columnKey: string, text: string) => {
    const next = writeStation(county, 'b', columnKey, text);
    return isRefusal(next) ? next.refusal : pointOf(next, 'b');
  };

  it('is one of the two numbers, or both at once, in either order', () => {
    expect(typed('lon', '110.5')).toEqual([110.5, 30]);
    expect(typed('lat', '28.2')).toEqual([110, 28.2]);
    expect(typed('lat', '109.98, 28.21')).toEqual([109.98, 28.21]);
    expect(typed('lon', '28.21 109.98')).toEqual([109.98, 28.21]);
  });

  it('is refused where it is not in China: a digit was lost', () => {
    expect(typed('lon', '11.05')).toBe('outsideChina');
    expect(typed('lat', '2.8')).toBe('outsideChina');
  });

  it('is taken as one where both columns are pasted, and needs both where there was none', () => {
    const places = county.places.map((place) => ({ ...place, lonLat: null }));
    const bare = { ...county, places };
    const paste = (lon: string, lat: string) =>
      writeAll(
        bare,
        [
          { rowId: 'place-b', columnKey: 'lon', text: lon },
          { rowId: 'place-b', columnKey: 'lat', text: lat },
        ],
        writePlace,
      );
    const pasted = paste('110.02', '28.3');
    expect([pasted.written, pasted.refused]).toEqual([2, []]);
    expect(pasted.scenario.places.find(({ id }) => id === 'place-b')!.lonLat).toEqual([110.02, 28.3]);
    expect(paste('110.02', 'x').refused.map(({ columnKey, refusal }) => [columnKey, refusal])).toEqual([
      ['lon', 'notANumber'],
      ['lat', 'notANumber'],
    ]);
    // A cell that holds both is a point by itself, whatever the other column says.
    const both = paste('110.02, 28.3', '28.3');
    expect(both.scenario.places.find(({ id }) => id === 'place-b')!.lonLat).toEqual([110.02, 28.3]);
    expect(both.refused).toEqual([]);
    const half = writePlace(bare, 'place-b', 'lat', '28.3');
    expect(isRefusal(half) && half.refusal).toBe('needsBoth');
  });
});
