import { describe, expect, it } from 'vitest';
import { asId, type PlaceId, type ScenarioId } from '../../../src/core/model/ids.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { adopted } from '../../../src/state/edits/adoptVariant.ts';
import { withHubs, withoutHubs } from '../../../src/state/edits/shape.ts';
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

describe('shapes', () => {
  it('take hubs away: any number of lines, driven by the vehicles of trunk and branch lines', () => {
    const scenario = withoutHubs(hubScenario);
    expect(scenario.shape).toBe('direct');
    expect(scenario.stations.every(({ hubId }) => hubId === null)).toBe(true);
    expect(scenario.policy.lineCount).toEqual({ min: 1, max: null });
    expect(scenario.vehicleTypes.map(({ usedFor }) => usedFor.includes('direct'))).toEqual([true, true]);
  });

  it('make township stations the hubs of their villages', () => {
    const scenario = withHubs(directScenario)!;
    expect(scenario.stations.map(({ hubId }) => hubId)).toEqual([null, 'T']);
    expect(scenario.vehicleTypes[0]!.usedFor).toEqual(['direct', 'trunk', 'branch']);
  });
});

it('a variant is adopted under an id and a name of its own', () => {
  const variant = {
    row: { name: { zh: '直送', en: 'Direct' } } as Parameters<typeof adopted>[0]['row'],
    scenario: { ...withoutHubs(hubScenario), id: asId<ScenarioId>('test~directDaily') },
  };
  const next = adopted(variant, hubScenario, new Set(['test~directDaily']));
  expect(next.id).toBe('test~directDaily-2');
  expect(next.name).toEqual({ zh: '测试 · 直送', en: 'Test · Direct' });
});

it('a variant with assumed buses says so in its name and description', () => {
  const row = { name: { zh: '客车', en: 'Buses' }, busTimetable: 'assumed' } as Parameters<
    typeof adopted
  >[0]['row'];
  const { name, description } = adopted({ row, scenario: hubScenario }, hubScenario, new Set());
  expect(name).toEqual({
    zh: '测试 · 客车（客车时刻为推算）',
    en: 'Test · Buses (bus timetable assumed)',
  });
  expect(description.zh).toContain('没有导入客车时刻');
});
