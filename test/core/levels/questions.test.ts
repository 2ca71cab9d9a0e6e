import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { compareVariants } from '../../../src/core/levels/compareVariants.ts';
import { variantsFor } from '../../../src/core/levels/questions.ts';
import type { ComparisonQuestion } from '../../../src/core/model/comparison.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
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
