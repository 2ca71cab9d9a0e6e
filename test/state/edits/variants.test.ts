import { describe, expect, it } from 'vitest';
import { asId, type PlaceId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { adopted, variantsOf } from '../../../src/state/edits/variants.ts';
import { aScenario, aVehicleType } from '../../builders.ts';

const placed = (scenario: Scenario): Scenario => ({
  ...scenario,
  places: scenario.places.map((place) =>
    place.tier === 'village' ? { ...place, parentId: asId<PlaceId>('place-T') } : place,
  ),
});
const hubScenario = placed(
  aScenario(
    [
      { id: 'T', role: 'townshipStation' },
      { id: 'a', hubId: 'T' },
      { id: 'b', hubId: 'T' },
    ],
    {
      shape: 'hub',
      vehicleTypes: [
        aVehicleType('truck', { usedFor: ['trunk'] }),
        aVehicleType('van', { usedFor: ['branch'] }),
      ],
      policy: {
        ...aScenario([]).policy,
        lineCount: { min: 3, max: 3 },
        branchServiceDays: { kind: 'everyNDays', n: 2 },
      },
    },
  ),
);
const directScenario = placed(
  aScenario([{ id: 'T', role: 'townshipStation' }, { id: 'a' }], {
    vehicleTypes: [aVehicleType('van', { usedFor: ['direct'] })],
  }),
);
const keys = (scenario: Scenario) => variantsOf(scenario).map(({ key }) => key);

describe('variants', () => {
  it('leave out the one that is the scenario itself', () => {
    expect(keys(hubScenario)).toEqual([
      'asIs',
      'directDaily',
      'directAlternate',
      'hubDaily',
      'hubTrunkAlternate',
      'ownChoice',
    ]);
    expect(keys(directScenario)).toEqual([
      'asIs',
      'directAlternate',
      'hubDaily',
      'hubAlternate',
      'hubTrunkAlternate',
      'ownChoice',
    ]);
    expect(keys({ ...directScenario, shape: 'urbanStar' })).toEqual(['asIs']);
  });

  it('take hubs away: any number of lines, driven by the vehicles of trunk and branch lines', () => {
    const { scenario } = variantsOf(hubScenario)[1]!;
    expect(scenario.shape).toBe('direct');
    expect(scenario.stations.every(({ hubId }) => hubId === null)).toBe(true);
    expect(scenario.policy.lineCount).toEqual({ min: 1, max: null });
    expect(scenario.vehicleTypes.map(({ usedFor }) => usedFor.includes('direct'))).toEqual([true, true]);
  });

  it('make township stations the hubs of their villages', () => {
    const { scenario } = variantsOf(directScenario)[2]!;
    expect(scenario.stations.map(({ hubId }) => hubId)).toEqual([null, 'T']);
    expect(scenario.vehicleTypes[0]!.usedFor).toEqual(['direct', 'trunk', 'branch']);
  });

  it('put a hub into every township where only some have one', () => {
    const other: Scenario = {
      ...hubScenario,
      places: [
        ...hubScenario.places.map((place) =>
          place.id === 'place-b' ? { ...place, parentId: asId<PlaceId>('place-U') } : place,
        ),
        { ...hubScenario.places[0]!, id: asId<PlaceId>('place-U'), name: 'U' },
      ],
    };
    expect(keys(other).slice(-3)).toEqual(['townshipsDaily', 'townshipsAlternate', 'ownChoice']);
    const { stations } = variantsOf(other).at(-2)!.scenario;
    expect(stations.map(({ id, hubId }) => [id, hubId])).toEqual([
      ['T', null],
      ['a', 'T'],
      ['b', 'Tplace-U'],
      ['Tplace-U', null],
    ]);
  });

  it('leave hubs and days open last of all, within the time target', () => {
    const { scenario } = variantsOf(hubScenario).at(-1)!;
    expect(scenario.shape).toBe('mixed');
    expect(scenario.stations[0]!.hub).toEqual({ isCandidate: true });
    expect(scenario.policy).toMatchObject({
      hubs: { choice: 'chosen', assignment: 'chosen' },
      calendar: { choice: 'chosen' },
      timeBound: { measure: 'worst', limitH: 48 },
    });
    // Without bus lines there is nothing to choose among.
    expect(scenario.policy.buses).toBeUndefined();
  });

  it('are adopted under an id and a name of their own', () => {
    const variant = variantsOf(hubScenario)[1]!;
    const next = adopted(variant, hubScenario, { zh: '直送', en: 'Direct' }, new Set(['test~directDaily']));
    expect(next.id).toBe('test~directDaily-2');
    expect(next.name).toEqual({ zh: '测试 · 直送', en: 'Test · Direct' });
  });
});
