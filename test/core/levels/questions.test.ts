import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { compareVariants } from '../../../src/core/levels/compareVariants.ts';
import { variantsFor } from '../../../src/core/levels/questions.ts';
import type { ComparisonQuestion } from '../../../src/core/model/comparison.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aPlan } from '../../builders.ts';
import { smallCounty, smallMatrix } from './smallCounty.ts';

const { hubs: _hubs, calendar: _calendar, ...policy } = smallCounty().policy;
const scenario: Scenario = smallCounty({
  policy: { ...policy, lineCount: { min: 4, max: 4 } },
  shape: 'direct',
});
const lineCounts: ComparisonQuestion = { kind: 'lineCounts', from: 2, to: 4 };
const volumes: ComparisonQuestion = { kind: 'volumes', factors: [0.5, 2] };
const parcelsOf = ({ demands }: Scenario): number =>
  demands.reduce(
    (sum, { deliveryParcelsPerDay, pickupParcelsPerDay }) =>
      sum + deliveryParcelsPerDay + pickupParcelsPerDay,
    0,
  );

describe('variantsFor', () => {
  it('asks for exactly so many lines, and leaves fleet, days and shape alone', () => {
    const [asGiven, ...others] = variantsFor(lineCounts, scenario, smallMatrix());
    expect(asGiven!.scenario).toBe(scenario);
    expect(others.map(({ level }) => level)).toEqual([2, 3, 4]);
    for (const { scenario: other, level } of others) {
      expect(other.policy.lineCount).toEqual({ min: level, max: level });
      expect({ ...other, id: scenario.id, policy: scenario.policy }).toEqual(scenario);
    }
  });

  it('multiplies the parcels and nothing else', () => {
    const [asGiven, half, double] = variantsFor(volumes, scenario, smallMatrix());
    expect(asGiven!.level).toBe(1);
    expect(parcelsOf(half!.scenario)).toBeCloseTo(0.5 * parcelsOf(scenario), 9);
    expect(parcelsOf(double!.scenario)).toBeCloseTo(2 * parcelsOf(scenario), 9);
    const { demands } = scenario;
    // Four lines are set: more parcels may take more, fewer parcels fewer.
    expect([half, double].map((each) => each!.scenario.policy.lineCount)).toEqual([
      { min: 0, max: 4 },
      { min: 4, max: null },
    ]);
    expect({ ...double!.scenario, id: scenario.id, demands, policy: scenario.policy }).toEqual(scenario);
  });

  it('takes out what was drawn, locked or kept for the lines of today', () => {
    const settled: Scenario = {
      ...scenario,
      locks: [],
      handPlan: { lines: [], duties: [], moved: [] },
      todaysPlan: { lines: [], duties: [] },
      policy: { ...policy, stability: { mode: 'free', maxChangedStations: 0, yuanPerChangedStation: 0 } },
    };
    for (const question of [lineCounts, volumes]) {
      const [asGiven, ...others] = variantsFor(question, settled, smallMatrix());
      expect(asGiven!.scenario).toBe(settled);
      for (const { scenario: other } of others) {
        expect(Object.keys(other)).not.toEqual(expect.arrayContaining(['locks']));
        expect([other.handPlan, other.todaysPlan, other.policy.stability]).toEqual([
          undefined,
          undefined,
          undefined,
        ]);
      }
    }
  });

  it('gives every variant a key and a scenario of its own', () => {
    for (const question of [lineCounts, volumes, { kind: 'shapes' } as const]) {
      const variants = variantsFor(question, scenario, smallMatrix());
      expect(new Set(variants.map(({ key }) => key)).size).toBe(variants.length);
      expect(new Set(variants.map(({ scenario: { id } }) => id)).size).toBe(variants.length);
    }
  });
});

describe('how much may change', () => {
  // Today the townships are mixed up, which costs kilometres.
  const clumsy = aPlan([aLine('T1', ['a1', 'b1']), aLine('T2', ['b2', 'a2'])]);
  const driven: Scenario = {
    ...scenario,
    policy: { ...scenario.policy, lineCount: { min: 0, max: null } },
    handPlan: { lines: [], duties: [], moved: [] },
    todaysPlan: { lines: clumsy.lines, duties: clumsy.duties },
  };
  const question: ComparisonQuestion = { kind: 'changes', shares: [null, 0, 0.1, 0.5, 0.51] };

  it('asks from nothing to everything, each number of stations once', () => {
    const [asGiven, ...others] = variantsFor(question, driven, smallMatrix());
    expect(asGiven!.scenario).toBe(driven);
    // Of four stations 10 % are none, 50 and 51 % two.
    expect(others.map(({ level }) => level)).toEqual([0, 2, null]);
    for (const { scenario: other, level } of others) {
      expect(other.policy.stability).toEqual({
        mode: 'free',
        maxChangedStations: level,
        yuanPerChangedStation: 0,
      });
      expect([other.todaysPlan, other.handPlan]).toEqual([driven.todaysPlan, undefined]);
    }
  });

  it('has nothing to ask where nobody knows the lines of today', () => {
    expect(variantsFor(question, scenario, smallMatrix()).map(({ key }) => key)).toEqual(['asGiven']);
  });

  it('keeps within what may change, never dearer where more may, and the check accepts each plan', () => {
    const matrix = smallMatrix();
    const compared = toEnd(
      compareVariants(
        driven,
        matrix,
        { seed: 1, iterations: 300 },
        { kind: 'changes', shares: [0, 0.25, 0.5, 0.75, null] },
      ),
    ).slice(1);
    expect(compared.map(({ row }) => row.level)).toEqual([0, 1, 2, 3, null]);
    expect(compared[0]!.row.changedStationCount).toBe(0);
    for (const [index, { row, plan, scenario: variant }] of compared.entries()) {
      expect(row.changedStationCount).toBeLessThanOrEqual(row.level ?? Number.POSITIVE_INFINITY);
      expect(checkPlan(variant, matrix, plan, evaluatePlan(variant, matrix, plan)), row.key).toEqual([]);
      if (index > 0)
        expect(row.totalYuanPerDay).toBeLessThanOrEqual(compared[index - 1]!.row.totalYuanPerDay + 1e-6);
    }
    // Sorting the townships apart is worth something.
    expect(compared.at(-1)!.row.totalYuanPerDay).toBeLessThan(compared[0]!.row.totalYuanPerDay - 1);
  });
});

describe('how often stations are visited', () => {
  const question: ComparisonQuestion = {
    kind: 'frequency',
    dailyShares: [1, 0.5, 0],
    otherDays: { kind: 'everyNDays', n: 2 },
  };

  it('goes from all daily to none, by parcels, with as many lines as that takes', () => {
    const plain: Scenario = {
      ...scenario,
      stations: scenario.stations.map(({ hub: _hub, ...station }) => station),
    };
    const [asGiven, ...others] = variantsFor(question, plain, smallMatrix());
    expect(asGiven!.scenario).toBe(plain);
    // Six stations, two of them without parcels: b1 60, a1 40, a2 30 are the half with most.
    expect(others.map(({ level, name }) => [level, name.zh])).toEqual([
      [6, '各站都每日'],
      [3, '30 件起每日（3 站）'],
      [0, '各站都隔日'],
    ]);
    for (const { scenario: other } of others) {
      expect(other.policy.lineCount).toEqual({ min: 0, max: null });
      const { policy: _own, stations, ...rest } = other;
      expect({ ...rest, policy: plain.policy, stations: plain.stations, id: plain.id }).toEqual(plain);
      const daily = stations.filter(
        ({ calendar }) => calendar?.kind === 'given' && calendar.serviceDays.kind === 'daily',
      );
      const dailyIds = daily.map(({ id }) => id as string);
      expect(dailyIds).toEqual(
        { 6: stations.map(({ id }) => id), 3: ['a1', 'a2', 'b1'], 0: [] }[daily.length],
      );
    }
  });

  it('draws plans that the check accepts, each station on its own days', () => {
    const matrix = smallMatrix();
    const compared = toEnd(compareVariants(scenario, matrix, { seed: 1, iterations: 300 }, question));
    for (const { row, plan, scenario: variant } of compared) {
      expect(checkPlan(variant, matrix, plan, evaluatePlan(variant, matrix, plan)), row.key).toEqual([]);
      expect(plan.unserved, row.key).toEqual([]);
    }
    // Half the visits cost less where the van has room for two days' parcels.
    const [, every, , none] = compared.map(({ row }) => row);
    expect(none!.totalYuanPerDay).toBeLessThan(every!.totalYuanPerDay);
    expect(none!.worstH).toBeGreaterThan(every!.worstH + 23);
  });
});

it('says where so many lines cannot be had: no more than there are stations to go to', () => {
  const few: ComparisonQuestion = { kind: 'lineCounts', from: 4, to: 12 };
  const compared = toEnd(compareVariants(scenario, smallMatrix(), { seed: 1, iterations: 200 }, few));
  const withParcels = scenario.stations.length;
  for (const { row } of compared.slice(1)) {
    expect(row.hasFewerLines, row.key).toBe(row.depotLineCount < row.level!);
    if (row.level! > withParcels) expect(row.hasFewerLines, row.key).toBe(true);
  }
  expect(compared.some(({ row }) => row.hasFewerLines)).toBe(true);
  expect(compared.some(({ row }) => !row.hasFewerLines)).toBe(true);
});

it('leaves to the program what the scenario leaves to it', () => {
  const chosen: Scenario = { ...smallCounty(), shape: 'mixed' };
  expect(chosen.policy.hubs?.choice).toBe('chosen');
  const options = { seed: 1, iterations: 200, choices: 60 };
  const [asGiven, same] = toEnd(
    compareVariants(chosen, smallMatrix(), options, { kind: 'volumes', factors: [1] }),
  );
  // The same parcels: the same hubs and the same cost.
  expect(same!.row.totalYuanPerDay).toBeCloseTo(asGiven!.row.totalYuanPerDay, 6);
  expect(same!.row.hubCount).toBe(asGiven!.row.hubCount);
});

it.each([
  ['lines', lineCounts],
  ['parcels', volumes],
] as const)('draws every number of %s, and the check accepts each plan', (_what, question) => {
  const matrix = smallMatrix();
  const compared = toEnd(compareVariants(scenario, matrix, { seed: 1, iterations: 300 }, question));
  for (const { scenario: variant, plan, row } of compared) {
    expect(checkPlan(variant, matrix, plan, evaluatePlan(variant, matrix, plan)), row.key).toEqual([]);
    if (question.kind === 'lineCounts' && row.level !== null && row.unservedStationCount === 0)
      expect(row.depotLineCount, row.key).toBe(row.level);
  }
  const cost = compared.slice(1).map(({ row }) => row.totalYuanPerDay);
  // Four times the parcels cost more a day and less a parcel.
  if (question.kind === 'volumes') {
    expect(cost[1]!).toBeGreaterThan(cost[0]!);
    expect(compared[2]!.row.yuanPerParcel).toBeLessThan(compared[1]!.row.yuanPerParcel);
  }
});
