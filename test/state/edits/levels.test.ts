import { describe, expect, it } from 'vitest';
import { handPlanOf } from '../../../src/core/evaluate/handPlan.ts';
import {
  asId,
  type BusLineId,
  type LineId,
  type PlaceId,
  type StationId,
} from '../../../src/core/model/ids.ts';
import type { Report } from '../../../src/core/model/report.ts';
import type { Place, Scenario } from '../../../src/core/model/scenario.ts';
import {
  addTownshipStation,
  closeHub,
  letChoose,
  makeHub,
  supplyFrom,
} from '../../../src/state/edits/levels.ts';
import { moveToLine } from '../../../src/state/edits/moveToLine.ts';
import { levelTree, otherLinesFor } from '../../../src/ui/levels/levelTree.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

const id = (text: string): StationId => asId<StationId>(text);
const hubOf = (scenario: Scenario, station: string) =>
  scenario.stations.find((each) => each.id === station)!.hubId;

/** Two townships P and Q; stations a and b lie in P, c in Q. Only P has a township station. */
const township = (name: string): Place => ({
  id: asId<PlaceId>(`place-${name}`),
  name,
  tier: 'township',
  kind: 'township',
  parentId: null,
  lonLat: [110, 30],
  coordQuality: 'exact',
  coordSource: 'test',
});
const bare = aScenario([
  { id: 'P', role: 'townshipStation', delivery: 5 },
  { id: 'a', delivery: 10 },
  { id: 'b', delivery: 20 },
  { id: 'c', delivery: 30 },
]);
const scenario: Scenario = {
  ...bare,
  places: [
    township('P'),
    township('Q'),
    ...bare.places
      .filter(({ tier }) => tier === 'village')
      .map((place) => ({
        ...place,
        parentId: asId<PlaceId>(place.id === 'place-c' ? 'place-Q' : 'place-P'),
      })),
  ],
};

describe('who is supplied from where', () => {
  it('makes a township a hub and takes it back', () => {
    const withHub = makeHub(scenario, id('P'), [id('a'), id('b')]);
    expect(['P', 'a', 'b', 'c'].map((each) => hubOf(withHub, each))).toEqual([null, 'P', 'P', null]);
    // c still comes from the depot.
    expect(withHub.shape).toBe('mixed');
    expect(makeHub(scenario, id('P'), [id('a'), id('b'), id('c')]).shape).toBe('hub');
    const back = closeHub({ ...withHub, shape: 'hub' }, id('P'));
    expect(back.stations.every(({ hubId }) => hubId === null)).toBe(true);
    expect(back.shape).toBe('direct');
  });

  it('never hangs a hub on another or on itself', () => {
    const withHub = makeHub(scenario, id('P'), [id('a'), id('P')]);
    expect(hubOf(withHub, 'P')).toBeNull();
    expect(hubOf(supplyFrom(withHub, [id('P')], id('c')), 'P')).toBeNull();
    // What becomes a hub no longer hangs on the hub it hung on.
    const fromP = supplyFrom(scenario, [id('a')], id('P'));
    const both = supplyFrom(fromP, [id('b')], id('a'));
    expect([hubOf(both, 'a'), hubOf(both, 'b')]).toEqual([null, 'a']);
  });

  it('leaves a township to the program and takes that back', () => {
    const open = letChoose(scenario, id('P'));
    expect(open.policy.hubs).toEqual({ choice: 'chosen', assignment: 'chosen', maxHubCount: null });
    expect(open.stations[0]!.hub).toEqual({ isCandidate: true });
    expect(levelTree(open, null).find(({ name }) => name === 'P')!.hubState).toBe('candidate');
    expect(closeHub(open, id('P')).stations[0]!.hub).toEqual({ isCandidate: false });
  });

  it('gives a township without a station one that hands on and has no parcels of its own', () => {
    const next = addTownshipStation(scenario, scenario.places[1]!);
    expect(next.stations.at(-1)).toMatchObject({
      id: 'Tplace-Q',
      role: 'townshipStation',
      servesPlaceIds: [],
    });
  });
});

describe('the level tree', () => {
  it('groups villages by hub, else by township, with their parcels', () => {
    const tree = (each: Scenario) =>
      levelTree(each, null).map(({ kind, name, villages, parcelsPerDay }) => [
        kind,
        name,
        villages.map((village) => village.name).join(),
        parcelsPerDay,
      ]);
    expect(tree(scenario)).toEqual([
      ['township', 'P', 'a,b', 35],
      ['township', 'Q', 'c', 30],
    ]);
    expect(tree(supplyFrom(scenario, [id('a'), id('c')], id('P')))).toEqual([
      ['hub', 'P', 'a,c', 45],
      ['township', 'P', 'b', 20],
    ]);
  });

  it('counts every station exactly once, served or not', () => {
    const report = {
      scenario,
      plan: {
        ...aPlan([aLine('L', ['P', 'a'])]),
        unserved: [{ stationId: id('b'), reason: 'capacity', params: {} }],
      },
      evaluation: { stopTimes: [{ stationId: id('a'), lineId: 'L', meanH: 20, worstH: 30 }] },
    } as unknown as Report;
    const groups = levelTree(scenario, report);
    const listed = groups.flatMap((group) => [
      ...(group.head ? [group.head.stationId] : []),
      ...group.villages.map(({ stationId }) => stationId),
    ]);
    expect(listed.sort()).toEqual(['P', 'a', 'b', 'c']);
    expect(groups[0]).toMatchObject({ kind: 'waiting', parcelsPerDay: 20 });
    expect(groups[1]!.villages[0]).toMatchObject({ name: 'a', daysPerWeek: 7, worstH: 30, lineIndexes: [0] });
  });
});

describe('moving a village to another line', () => {
  // depot - a 10 min, a - b 10, b - c 10, c - depot 15. Behind b: 10 + 15 - 20 = 5 minutes more; before b 20, before a 25.
  const matrix = aMatrix(
    ['depot', 'P', 'a', 'b', 'c'],
    [
      ['depot', 'a', 10, 10],
      ['a', 'b', 10, 10],
      ['b', 'c', 10, 10],
      ['depot', 'c', 15, 15],
      ['depot', 'P', 5, 5],
    ],
  );
  const plan = aPlan([aLine('L1', ['a', 'b']), aLine('L2', ['c', 'P'])]);

  it('puts it where the way grows least, and settles the lines by hand', () => {
    const next = moveToLine(scenario, { plan, matrix }, id('c'), asId<LineId>('L1'));
    expect(handPlanOf(next)!.lines.map(({ stopIds }) => stopIds.join())).toEqual(['a,b,c', 'P']);
    expect(next.handPlan!.moved).toEqual([{ stationId: 'c', lineId: 'L1' }]);
    expect(handPlanOf(next)!.unserved).toEqual([]);
  });

  it('drops a line left without stops, and its duty', () => {
    const alone = aPlan([aLine('L1', ['a', 'b', 'P']), aLine('L2', ['c'])]);
    const next = moveToLine(scenario, { plan: alone, matrix }, id('c'), asId<LineId>('L1'));
    expect(next.handPlan!.lines).toHaveLength(1);
    expect(next.handPlan!.duties).toHaveLength(1);
  });
});

it('offers a station the other lines of what supplies it, but none that is locked as it is or a bus', () => {
  const plan = aPlan([
    aLine('L1', ['P', 'c']),
    aLine('L2', ['a']),
    aLine('L3', ['b']),
    aLine('bus', ['c'], { kind: 'bus', busLineId: asId<BusLineId>('1') }),
    aLine('H1', ['x'], { kind: 'branch', originId: id('P') }),
  ]);
  const locked: Scenario = {
    ...scenario,
    locks: [
      {
        keep: 'line',
        originId: scenario.depot.id,
        vehicleTypeId: plan.lines[0]!.vehicleTypeId,
        stationIds: [id('b')],
      },
    ],
  };
  const offered = (of: Scenario) => otherLinesFor({ scenario: of, plan } as unknown as Report, id('a'));
  expect(offered(scenario)).toEqual(['L1', 'L3']);
  expect(offered(locked)).toEqual(['L1']);
});
