import { beforeAll, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { splitTables } from '../../../src/core/kpi/splitTables.ts';
import { withCouriers } from '../../../src/core/model/couriers.ts';
import type { SavingSplit } from '../../../src/core/model/savingSplit.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { runBaseline } from '../../../src/core/run/runBaselines.ts';
import { coalitionScenarios } from '../../../src/core/sharing/coalitionScenarios.ts';
import { type SplitBasis, splitSaving } from '../../../src/core/sharing/splitSaving.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui does not read');
const given = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;
const options = { seed: 1, iterations: 100 };
const { roads } = travelMatrix(given);
const among = (shares: readonly number[]): Scenario => withCouriers({ ...given, roads }, shares);
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const parcelsOf = ({ demands }: Scenario): number =>
  sum(
    demands.map(
      ({ deliveryParcelsPerDay, pickupParcelsPerDay }) => deliveryParcelsPerDay + pickupParcelsPerDay,
    ),
  );

function split(scenario: Scenario, togetherYuanPerDay: number): SavingSplit {
  const separate = toEnd(runBaseline(scenario, 'B1', options, () => null));
  const basis: SplitBasis = {
    separate,
    townshipOnly: { totalYuanPerDay: togetherYuanPerDay },
    plan: { totalYuanPerDay: togetherYuanPerDay + 900 },
  };
  return toEnd(splitSaving(scenario, basis, options));
}

describe('a saving split among four couriers of Heshui', () => {
  const scenario = among([0.4, 0.3, 0.15, 0.15]);
  let found: SavingSplit;
  beforeAll(() => {
    found = split(scenario, 4400);
  }, 60_000);

  it('makes the shares add up to the cost of all, by every rule', () => {
    for (const { paysYuanPerDay } of found.rules) expect(sum(paysYuanPerDay)).toBeCloseTo(4400, 6);
    expect(found.onwardYuanPerDay).toBeCloseTo(900, 9);
    expect(sum(found.partners.map(({ parcelsPerDay }) => parcelsPerDay))).toBeCloseTo(parcelsOf(scenario), 6);
  });

  it('charges one price by parcels, saves one share by cost alone, and treats the two alike the same', () => {
    const [byParcels, byAlone, byContribution] = found.rules.map(({ paysYuanPerDay }) => paysYuanPerDay);
    const perParcel = byParcels!.map((yuan, index) => yuan / found.partners[index]!.parcelsPerDay);
    for (const price of perParcel) expect(price).toBeCloseTo(perParcel[0]!, 9);
    const paidShare = byAlone!.map((yuan, index) => yuan / found.partners[index]!.aloneYuanPerDay);
    for (const share of paidShare) expect(share).toBeCloseTo(paidShare[0]!, 9);
    expect(byContribution![2]).toBeCloseTo(byContribution![3]!, 9);
  });

  it('prices every coalition, none dearer than its members apart', () => {
    expect(found.coalitions).toHaveLength(15);
    const aloneOf = new Map(
      found.partners.map(({ courierId, aloneYuanPerDay }) => [courierId, aloneYuanPerDay]),
    );
    for (const { courierIds, yuanPerDay } of found.coalitions) {
      expect(yuanPerDay).toBeGreaterThan(0);
      expect(yuanPerDay).toBeLessThanOrEqual(sum(courierIds.map((id) => aloneOf.get(id)!)) + 1e-9);
    }
  });

  it('names only those who leave for less than they pay, as its own tables show', () => {
    const costOf = new Map(
      found.coalitions.map(({ courierIds, yuanPerDay }) => [courierIds.join('+'), yuanPerDay]),
    );
    for (const { leaving, paysYuanPerDay } of found.rules) {
      for (const { courierIds, yuanPerDay } of found.coalitions.slice(0, -1)) {
        const pays = sum(
          found.partners.map(({ courierId }, index) =>
            courierIds.includes(courierId) ? paysYuanPerDay[index]! : 0,
          ),
        );
        // 0.1 % of one's own cost moves nobody.
        if (!leaving) expect(pays).toBeLessThanOrEqual(yuanPerDay * 1.001 + 1e-6);
        else if (courierIds.join('+') === leaving.courierIds.join('+'))
          expect(leaving.gainYuanPerDay).toBeCloseTo(pays - costOf.get(courierIds.join('+'))!, 6);
      }
    }
    const [table, coalitions] = splitTables(found);
    expect([table!.rowCount, coalitions!.rowCount]).toEqual([12, 15]);
  });
});

it('finds that a courier leaves where the bill of all is higher than what it pays alone', () => {
  // Two couriers together at twice their cost apart: each pays more than alone, by every rule.
  const scenario = among([0.5, 0.5]);
  const apart = split(scenario, 1).partners.map(({ aloneYuanPerDay }) => aloneYuanPerDay);
  const { rules } = split(scenario, 2 * sum(apart));
  for (const { leaving } of rules) {
    expect(leaving?.courierIds).toHaveLength(1);
    expect(leaving?.gainYuanPerDay).toBeCloseTo(apart[0]!, 6);
  }
});

it('gives a coalition its own parcels and none of the locks, and leaves the scenario as it was', () => {
  const scenario = among([0.4, 0.3, 0.3]);
  const before = parcelsOf(scenario);
  const ways = coalitionScenarios(scenario, scenario.couriers.slice(0, 2));
  for (const way of ways) {
    expect(parcelsOf(way)).toBeCloseTo(0.7 * before, 6);
    expect([way.locks, way.handPlan]).toEqual([undefined, undefined]);
    expect(way.stations.every(({ role }) => role === 'townshipStation')).toBe(true);
  }
  expect(parcelsOf(scenario)).toBe(before);
});

it('refuses fewer than two couriers and more than it can price', () => {
  for (const count of [1, 9])
    expect(() => split(among(Array.from({ length: count }, () => 1 / count)), 100)).toThrow(RangeError);
});
