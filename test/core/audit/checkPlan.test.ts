import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import type { StationId } from '../../../src/core/model/ids.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

function sampleScenarios(): [name: string, scenario: Scenario][] {
  return ['heshui', 'yanling', 'luxi'].flatMap((countyId) => {
    const county = readCounty(readCountyFiles(countyId));
    if (!county.ok) throw new Error(`${countyId} does not read`);
    return county.value.scenarios.map((scenario): [string, Scenario] => [
      `${countyId} ${scenario.id}`,
      scenario,
    ]);
  });
}

function assign(scenario: Scenario, matrix: ReturnType<typeof aMatrix>): Plan {
  return toEnd(assignLines(scenario, matrix, { seed: 1, iterations: 400 }));
}

describe('checkPlan', () => {
  const scenarios = sampleScenarios();
  const alternate = scenarios.map(([name, scenario]): [string, Scenario] => [
    `${name} on alternate days`,
    {
      ...scenario,
      policy: {
        ...scenario.policy,
        lineCount: { min: 0, max: null },
        serviceDays: { kind: 'everyNDays', n: 2 },
        branchServiceDays: { kind: 'everyNDays', n: 2 },
      },
    },
  ]);
  const weekdays = scenarios.map(([name, scenario]): [string, Scenario] => [
    `${name} on Monday, Wednesday and Friday`,
    {
      ...scenario,
      policy: {
        ...scenario.policy,
        lineCount: { min: 0, max: null },
        serviceDays: { kind: 'weekdays', days: [0, 2, 4] },
        branchServiceDays: { kind: 'weekdays', days: [0, 2, 4] },
      },
    },
  ]);

  it.each([...scenarios, ...alternate, ...weekdays])(
    'accepts the plan and the figures of %s',
    (_name, scenario) => {
      const { matrix } = travelMatrix(scenario);
      const plan = assign(scenario, matrix);
      const published = evaluatePlan(scenario, matrix, plan);
      expect(checkPlan(scenario, matrix, plan, published)).toEqual([]);
      // Money comes from parcels that are there: what is handled is what is asked for, less what no line calls for. Of a
      // station in parts one may be left out.
      const lost = new Set(plan.unserved.map((entry) => entry.stationId));
      const servedShare = (id: StationId): number =>
        plan.lines.reduce((sum, { stopIds, stopShares }) => {
          const call = stopIds.indexOf(id);
          return call < 0 ? sum : sum + (stopShares?.[call] ?? 1);
        }, 0);
      const asked = scenario.stations
        .flatMap(({ id, servesPlaceIds }) => {
          const share = servedShare(id);
          if (!lost.has(id)) expect(share, id).toBeCloseTo(1, 9);
          return servesPlaceIds.map((placeId) => ({ placeId, share }));
        })
        .reduce((sum, { placeId, share }) => {
          const demand = scenario.demands.find((candidate) => candidate.placeId === placeId);
          return sum + (demand ? share * (demand.deliveryParcelsPerDay + demand.pickupParcelsPerDay) : 0);
        }, 0);
      expect(published.parcelsPerDay.delivery + published.parcelsPerDay.pickup).toBeCloseTo(asked, 6);
    },
  );

  const small = aScenario([
    { id: 'A', delivery: 200 },
    { id: 'B', delivery: 100 },
  ]);
  const matrix = aMatrix(
    ['depot', 'A', 'B'],
    [
      ['depot', 'A', 10, 30],
      ['A', 'B', 10, 30],
    ],
  );
  const codes = (plan: Plan, publishedOf: Plan = plan): string[] =>
    checkPlan(small, matrix, plan, evaluatePlan(small, matrix, publishedOf)).map((fault) => fault.code);

  it('finds a station left out without a reason', () => {
    expect(codes(aPlan([aLine('L1', ['A'])]))).toEqual(['station.forgotten']);
  });
  it('finds a station served twice', () => {
    expect(codes(aPlan([aLine('L1', ['A', 'B']), aLine('L2', ['B'])]))).toContain('station.shares');
  });
  it('finds an overload and a line nobody drives', () => {
    const heavy = aScenario([{ id: 'A', delivery: 400 }]);
    const table = aMatrix(['depot', 'A'], [['depot', 'A', 10, 30]]);
    const plan = aPlan([aLine('L1', ['A'])]);
    const undriven = { ...plan, duties: [] };
    const found = checkPlan(heavy, table, undriven, evaluatePlan(heavy, table, undriven));
    expect(found.map((fault) => fault.code)).toEqual(['duty.missing', 'load.exceedsCapacity']);
  });
  it('finds lines beyond the limits the planner set', () => {
    // Two lines of 20 km: there and back to A (10 km), and depot - B - depot (10 km each way).
    const rules = { maxStopsPerLine: 1, maxKmPerLine: 19, maxHoursPerLine: 0.5 };
    const stations = [{ id: 'A' }, { id: 'B' }];
    const table = aMatrix(
      ['depot', 'A', 'B'],
      [
        ['depot', 'A', 10, 30],
        ['depot', 'B', 10, 30],
        ['A', 'B', 10, 30],
      ],
    );
    const free = aScenario(stations);
    const limited = (max: number | null, lineRules?: typeof rules, min = 0): Scenario => ({
      ...free,
      policy: {
        ...free.policy,
        lineCount: { min, max },
        ...(lineRules ? { lineRules } : {}),
      },
    });
    const found = (scenario: Scenario, plan: Plan): string[] =>
      checkPlan(scenario, table, plan, evaluatePlan(scenario, table, plan)).map(({ code }) => code);
    const two = aPlan([aLine('L1', ['A']), aLine('L2', ['B'])]);
    const one = aPlan([aLine('L1', ['A', 'B'])]);
    expect(found(limited(null), two)).toEqual([]);
    expect(found(limited(null, undefined, 2), two)).toEqual([]);
    expect(found(limited(null, undefined, 2), one)).toEqual(['rule.fewLines']);
    expect(found(limited(1), two)).toEqual(['rule.lineCount']);
    // 20 km each against 19; an hour of driving and more against half an hour, twice.
    expect(found(limited(2, rules), two)).toEqual(['rule.km', 'rule.km', 'rule.hours', 'rule.hours']);
    // 30 km and two stops on one line.
    expect(found(limited(1, rules), one)).toEqual(['rule.stops', 'rule.km', 'rule.hours']);
  });
  it('ends the work of a crew whose trips overlap when the last of them is back', () => {
    // B is 300 km away, ten hours there and back; A is back long before. Shift of eight hours: two hours of overtime.
    const table = aMatrix(
      ['depot', 'A', 'B'],
      [
        ['depot', 'A', 10, 20],
        ['depot', 'B', 300, 300],
        ['A', 'B', 300, 300],
      ],
    );
    const county = aScenario(
      [
        { id: 'A', delivery: 5 },
        { id: 'B', delivery: 5 },
      ],
      { vehicleTypes: [aVehicleType('van', { driverYuanPerDay: graded(240) })] },
    );
    const lines = [aLine('far', ['B']), aLine('near', ['A'], { departureClockMin: [460] })];
    const trips = lines.map(({ id }) => ({ lineId: id, roundIndex: 0 }));
    const plan = { ...aPlan(lines), duties: [{ vehicleTypeId: lines[0]!.vehicleTypeId, trips }] };
    const evaluation = evaluatePlan(county, table, plan);
    // With 20 minutes of rest every four hours of driving: 10 h 40 min in all.
    expect(evaluation.duties[0]!.paidMin).toBeCloseTo(640);
    expect(checkPlan(county, table, plan, evaluation).map(({ code }) => code)).toEqual(['duty.exceedsShift']);
  });
  it('finds figures published for another plan', () => {
    const there = aPlan([aLine('L1', ['A', 'B'])]);
    const twice = aPlan([aLine('L1', ['A']), aLine('L2', ['B'])]);
    expect(codes(twice, there)).toContain('figure.differs'); // 40 km against 20 + 40 = 60 km
  });
});
