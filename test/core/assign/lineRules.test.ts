import { describe, expect, it } from 'vitest';
import { type AssignOptions, assignLines } from '../../../src/core/assign/assignLines.ts';
import { baselineScenarios } from '../../../src/core/baseline/baselineScenarios.ts';
import { asId, type PlaceId, type StationId, type VehicleTypeId } from '../../../src/core/model/ids.ts';
import type { LineLock, LineRules } from '../../../src/core/model/lineRules.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aMatrix, aScenario, aVehicleType, graded } from '../../builders.ts';

/**
 * Two valleys on either side of the depot: a1-a2-a3 to the west and b1-b2-b3 to the east, each leg 10 km and 20 min.
 * A vehicle-day costs 100 yuan, a kilometre 1 yuan.
 */
const ids = ['a1', 'a2', 'a3', 'b1', 'b2', 'b3'];
const matrix = aMatrix(
  ['depot', ...ids],
  [
    ['depot', 'a1', 10, 20],
    ['a1', 'a2', 10, 20],
    ['a2', 'a3', 10, 20],
    ['depot', 'b1', 10, 20],
    ['b1', 'b2', 10, 20],
    ['b2', 'b3', 10, 20],
  ],
);
const van = aVehicleType('van', { fixedYuanPerDay: graded(100), energyYuanPerKm: graded(1) });
const station = (id: string) => asId<StationId>(id);

function county(rules: LineRules = {}, locks: readonly LineLock[] = []): Scenario {
  const base = aScenario(
    ids.map((id) => ({ id, delivery: 10 })),
    { vehicleTypes: [van] },
  );
  const township = (id: string) => asId<PlaceId>(`township-${id[0]}`);
  return {
    ...base,
    places: [
      ...['a', 'b'].map((id) => ({
        ...base.places[0]!,
        id: township(id),
        tier: 'township' as const,
        kind: 'township' as const,
      })),
      ...base.places.map((place) => ({ ...place, parentId: township(place.name) })),
    ],
    policy: { ...base.policy, lineRules: rules },
    ...(locks.length > 0 ? { locks } : {}),
  };
}

function solve(scenario: Scenario, change: Partial<AssignOptions> = {}): Plan {
  const search = assignLines(scenario, matrix, { seed: 1, iterations: 3000, ...change });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}
const lines = (plan: Plan): string[] =>
  plan.lines.map((line) => [...line.stopIds].sort((a, b) => (a < b ? -1 : 1)).join(' ')).sort();

describe('rules for lines', () => {
  it('one line serves all without rules: 120 km and one vehicle', () => {
    const plan = solve(county());
    expect(lines(plan)).toEqual(['a1 a2 a3 b1 b2 b3']);
    expect(plan.quality.objectiveYuanPerDay).toBe(220);
  });

  it('a plan without proof says how far independent searches came', () => {
    // A stop that may be left out: nothing bounds the cost. All 32 short searches end at 100 yuan and 120 km.
    const optionalStops = [{ stationId: station('a1'), worthYuanPerDay: 1000 }];
    expect(solve(county({ optionalStops }), { iterations: 20_000 }).quality.spread).toEqual({
      searches: 32,
      bestYuanPerDay: 220,
      medianYuanPerDay: 220,
      worstYuanPerDay: 220,
    });
    // Few rounds are one search; and where set covering proves the plan the best there is nothing to spread.
    expect(solve(county({ optionalStops })).quality.spread).toBeUndefined();
    const proven = solve(county(), { iterations: 20_000 }).quality;
    expect(proven.lowerBoundYuanPerDay).toBe(220);
    expect(proven.spread).toBeUndefined();
  });

  it('a line has no more stops than allowed', () => {
    expect(lines(solve(county({ maxStopsPerLine: 3 })))).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('a line is no longer than allowed, in km and in hours', () => {
    // One valley out and back is 60 km and 120 min.
    expect(lines(solve(county({ maxKmPerLine: 60 })))).toEqual(['a1 a2 a3', 'b1 b2 b3']);
    expect(lines(solve(county({ maxHoursPerLine: 2 })))).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('a limit no plan can keep leaves stops unserved with a reason', () => {
    // a3 is 30 km away: 60 km out and back.
    const plan = solve(county({ maxKmPerLine: 59 }));
    expect(plan.unserved.map(({ stationId, reason }) => [stationId, reason])).toEqual([
      ['a3', 'vehicleRange'],
      ['b3', 'vehicleRange'],
    ]);
  });

  it('villages of one township stay together where splitting costs more than it saves', () => {
    // Four stops a line: without the wish any split will do, with it no township is divided.
    const plan = solve(county({ maxStopsPerLine: 4, townshipSplitYuan: 500 }));
    expect(lines(plan)).toEqual(['a1 a2 a3', 'b1 b2 b3']);
  });

  it('lines are made alike where that is worth more than it costs', () => {
    const scenario = county({ balance: { measure: 'stops', yuanPerUnit: 1000 } });
    const two = { ...scenario, policy: { ...scenario.policy, lineCount: { min: 2, max: 2 } } };
    expect(solve(two).lines.map((line) => line.stopIds.length)).toEqual([3, 3]);
  });

  it('an optional stop is left out when serving it costs more than it is worth', () => {
    // Going on from a2 to a3 and back is 20 km: 20 yuan.
    const worth = (worthYuanPerDay: number) =>
      solve(county({ optionalStops: [{ stationId: station('a3'), worthYuanPerDay }] })).unserved;
    expect(worth(19)).toMatchObject([{ stationId: 'a3', reason: 'optional' }]);
    expect(worth(21)).toEqual([]);
  });

  it('bind no courier of a baseline', () => {
    const lock: LineLock = {
      keep: 'line',
      originId: station('depot'),
      vehicleTypeId: asId<VehicleTypeId>('van'),
      stationIds: [station('a1')],
    };
    const scenario = county({ maxStopsPerLine: 1 }, [lock]);
    for (const operator of baselineScenarios(scenario, 'B3')) {
      expect(operator.policy.lineRules).toBeUndefined();
      expect(operator.locks).toBeUndefined();
    }
  });
});

describe('locks', () => {
  const lock = (keep: LineLock['keep'], ...stops: string[]): LineLock => ({
    keep,
    originId: station('depot'),
    vehicleTypeId: asId<VehicleTypeId>('van'),
    stationIds: stops.map(station),
  });

  it('keep a whole line exactly as it is', () => {
    const plan = solve(county({}, [lock('line', 'a3', 'b1')]));
    expect(plan.lines.map((line) => line.stopIds.join(' '))).toContain('a3 b1');
    expect(plan.unserved).toEqual([]);
  });

  it('keep stops one behind the other', () => {
    const plan = solve(county({}, [lock('sequence', 'b3', 'a3', 'b2')]));
    const line = plan.lines.find(({ stopIds }) => stopIds.includes(station('a3')))!;
    expect(line.stopIds.join(' ')).toContain('b3 a3 b2');
  });

  it('keep a stop with the neighbours it was locked with', () => {
    const alone = { ...lock('stops', 'a3'), companionIds: [station('b3')] };
    const plan = solve(county({ maxStopsPerLine: 3 }, [alone]));
    const line = plan.lines.find(({ stopIds }) => stopIds.includes(station('a3')))!;
    expect(line.stopIds).toContain('b3');
  });

  it('leave a neighbour where it was put since', () => {
    // b3 was beside a3 when that was locked; then it was moved to b1 and locked there.
    const first = { ...lock('stops', 'a3'), companionIds: [station('a2'), station('b3')] };
    const later = { ...lock('stops', 'b3'), companionIds: [station('b1')] };
    const whole = lock('line', 'a1', 'b2');
    const plan = solve(county({ maxStopsPerLine: 2 }, [first, later, whole]));
    const mates = (id: string) => plan.lines.find(({ stopIds }) => stopIds.includes(station(id)))!.stopIds;
    expect(mates('b3')).toContain('b1');
    expect(mates('a3')).toContain('a2');
  });

  it('hold nothing when their vehicle or all their stops are gone', () => {
    const gone = { ...lock('line', 'a3', 'b1'), vehicleTypeId: asId<VehicleTypeId>('truck') };
    expect(lines(solve(county({}, [gone, lock('line', 'nowhere')])))).toEqual(['a1 a2 a3 b1 b2 b3']);
  });
});

describe('starting and stopping', () => {
  it('starts from given lines, locked ones staying as they are', () => {
    const first = solve(county({ maxStopsPerLine: 3 }));
    const locked = first.lines[0]!;
    const lock: LineLock = {
      keep: 'line',
      originId: locked.originId,
      vehicleTypeId: locked.vehicleTypeId,
      stationIds: locked.stopIds,
    };
    const again = solve(county({}, [lock]), { startFrom: first.lines });
    expect(again.lines.map((line) => line.stopIds.join(' '))).toContain(locked.stopIds.join(' '));
    expect(again.unserved).toEqual([]);
  });

  it('does not keep a line it starts from that breaks a limit', () => {
    // All six stops on one line, as if drawn by hand, where three a line are allowed; a1 is locked beside a2 and a3.
    const whole = solve(county()).lines[0]!;
    expect(whole.stopIds).toHaveLength(6);
    const lock: LineLock = {
      keep: 'stops',
      originId: whole.originId,
      vehicleTypeId: whole.vehicleTypeId,
      stationIds: [station('a1')],
      companionIds: [station('a2'), station('a3')],
    };
    const again = solve(county({ maxStopsPerLine: 3 }, [lock]), { startFrom: [whole] });
    expect(lines(again)).toEqual(['a1 a2 a3', 'b1 b2 b3']);
    expect(again.unserved).toEqual([]);
  });

  it('ends with the best plan so far when told to', () => {
    let asked = 0;
    const plan = solve(county(), { iterations: 1e9, isStopped: () => asked++ > 3 });
    expect(plan.lines.flatMap((line) => line.stopIds)).toHaveLength(6);
  });
});

describe('what is proven', () => {
  it('is never above the plan, and names the fewest lines', () => {
    // Three stops a line at most, six stops: two lines. Tree of roads 60 km, two vehicles 200 yuan: 260. Covering the
    // stops by all lines there could be proves 320, the plan itself: none is cheaper.
    const { quality } = solve(county({ maxStopsPerLine: 3 }));
    expect(quality).toMatchObject({
      objectiveYuanPerDay: 320,
      lowerBoundYuanPerDay: 320,
      fewestLines: 2,
    });
  });

  it('is nothing where stops may be left out', () => {
    const { quality } = solve(county({ optionalStops: [{ stationId: station('a3'), worthYuanPerDay: 5 }] }));
    expect(quality.lowerBoundYuanPerDay).toBeNull();
    expect(quality.fewestLines).toBeUndefined();
  });
});
