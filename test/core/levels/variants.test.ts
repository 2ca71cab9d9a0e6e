import { describe, expect, it } from 'vitest';
import { networkVariants, targetBound } from '../../../src/core/levels/variants.ts';
import { hasAssumedTimetable } from '../../../src/core/model/buses.ts';
import { asId, type PlaceId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { smallCounty, smallMatrix, stationId } from './smallCounty.ts';

const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
const direct = smallCounty({ policy: { ...policy, lineCount: { min: 4, max: 4 } }, shape: 'direct' });
/** The first township hangs on its hub. */
const hub: Scenario = {
  ...direct,
  shape: 'mixed',
  stations: direct.stations.map((station) =>
    station.id.startsWith('a') ? { ...station, hubId: stationId('H1') } : station,
  ),
};
const variantsOf = (scenario: Scenario) => networkVariants(scenario, smallMatrix());
const variant = (scenario: Scenario, key: string) => variantsOf(scenario).find((each) => each.key === key)!;

describe('networkVariants', () => {
  it('offers hubs as given only where there are some, and an urban star as it is', () => {
    const keys = (scenario: Scenario) => variantsOf(scenario).map(({ key }) => key);
    expect(keys(direct)).not.toContain('hubsDaily');
    expect(keys(hub)).toEqual([
      'asGiven',
      'hubsDaily',
      'hubsBranchAlternate',
      'hubsAlternate',
      ...keys(direct).slice(1),
    ]);
    expect(keys({ ...direct, shape: 'urbanStar' })).toEqual(['asGiven']);
  });

  it('leaves the scenario as given alone, and takes lines and locks of its shape out of the others', () => {
    const scenario: Scenario = {
      ...direct,
      locks: [],
      handPlan: { lines: [], duties: [], moved: [] },
      todaysPlan: { lines: [], duties: [] },
      policy: {
        ...direct.policy,
        stability: { mode: 'free', maxChangedStations: 0, yuanPerChangedStation: 0 },
      },
    };
    const [asGiven, ...others] = variantsOf(scenario);
    expect(asGiven!.scenario).toBe(scenario);
    for (const { scenario: other } of others) {
      expect(other).not.toHaveProperty('locks');
      expect(other).not.toHaveProperty('handPlan');
      expect(other).not.toHaveProperty('todaysPlan');
      expect(other.policy.stability).toBeUndefined();
      expect(other.policy.lineCount.max).toBeNull();
      expect(other.policy.timeBound).toEqual(targetBound(scenario));
    }
  });

  it('puts a hub into every township, on paper where there is no station', () => {
    const lacking: Scenario = { ...hub, stations: hub.stations.filter(({ id }) => id !== 'H2') };
    const places = lacking.places.map((place) =>
      place.name === 'H2' ? { ...place, kind: 'township' as const } : place,
    );
    const { stations } = variant({ ...lacking, places }, 'townshipHubsDaily').scenario;
    expect(stations.find(({ id }) => id === 'b1')!.hubId).toBe('hub-place-H2');
    expect(stations.find(({ placeId }) => placeId === asId<PlaceId>('place-H2'))!.servesPlaceIds).toEqual([]);
  });

  it('says which variants rest on an assumed timetable', () => {
    const assumed = (scenario: Scenario) =>
      variantsOf(scenario).flatMap(({ key, scenario: { busLines } }) =>
        busLines?.some(hasAssumedTimetable) ? [key] : [],
      );
    expect(assumed(direct)).toEqual(['buses', 'ownChoiceWithBuses']);
    // Taken over, its buses are as assumed as they were.
    const { busLines } = variant(direct, 'buses').scenario;
    expect(assumed({ ...direct, busLines: busLines! })).toContain('buses');
    const given = busLines!.map(({ timetable: _assumed, ...line }) => line);
    expect(assumed({ ...direct, busLines: given })).toEqual([]);
  });

  it('leaves hubs and days open last of all, within the time limit of the scenario', () => {
    const bound = { measure: 'mean', limitH: 30 } as const;
    const { scenario } = variant({ ...direct, policy: { ...direct.policy, timeBound: bound } }, 'ownChoice');
    expect(scenario.shape).toBe('mixed');
    expect(scenario.policy).toMatchObject({
      hubs: { choice: 'chosen', assignment: 'chosen' },
      calendar: { choice: 'chosen' },
      timeBound: bound,
    });
    expect(scenario.policy.buses).toBeUndefined();
  });
});
