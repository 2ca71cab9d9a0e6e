import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { writeStation } from '../../../src/state/tables/stationTable.ts';
import { isRefusal } from '../../../src/state/tables/tableEdit.ts';
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
