import { beforeAll, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { baselineScenarios } from '../../../src/core/baseline/baselineScenarios.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';
import { savingSwings, withPrice } from '../../../src/core/kpi/savingSwings.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { isVehiclePrice, type SavingSwings } from '../../../src/core/model/savingSwings.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { travelMatrix } from '../../../src/core/network/travelMatrix.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

const county = readCounty(readCountyFiles('heshui'));
if (!county.ok) throw new Error('heshui does not read');
const given = county.value.scenarios.find(({ id }) => id === county.value.defaultScenarioId)!;

let report: Report;
let scenario: Scenario;
let found: SavingSwings;
beforeAll(() => {
  report = toEnd(runScenario(given, { seed: 1, iterations: 100 }));
  scenario = { ...given, roads: report.roads };
  found = toEnd(savingSwings(scenario, report.matrix, report.plan, report.baseline));
}, 60_000);

/** The saving computed another way: operator by operator, without the function under test. */
function savingIn(variant: Scenario): number {
  const operators = baselineScenarios(variant, 'B1');
  const { matrix } = travelMatrix(operators[0]!);
  const before = operators.map((operator, index) =>
    evaluatePlan(operator, matrix, report.baseline.operators[index]!.plan),
  );
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const parcels = sum(before.map(({ parcelsPerDay }) => parcelsPerDay.delivery + parcelsPerDay.pickup));
  const beforeYuan = sum(before.map(({ totalYuanPerDay }) => totalYuanPerDay)) / parcels;
  return 1 - evaluatePlan(variant, report.matrix, report.plan).yuanPerParcel / beforeYuan;
}

describe('savingSwings', () => {
  it('begins with the saving of the report, and lists the widest swing first', () => {
    expect(found.share).toBeCloseTo(report.saving.share, 9);
    expect(found.targetShare).toBe(0.2);
    const widths = found.swings.map(({ lowShare, highShare }) => Math.abs(highShare - lowShare));
    expect(widths.length).toBeGreaterThan(3);
    expect(widths).toEqual(widths.toSorted((a, b) => b - a));
  });

  it('is the saving with the price at its ends', () => {
    for (const { price, lowShare, highShare } of found.swings.slice(0, 4)) {
      const at = (end: 'low' | 'high'): Scenario =>
        withPrice(scenario, price, (graded) => ({ ...graded, value: graded[end] ?? graded.value }));
      expect(lowShare, price).toBeCloseTo(savingIn(at('low')), 9);
      expect(highShare, price).toBeCloseTo(savingIn(at('high')), 9);
    }
  });

  it('meets the target exactly at the price it names, or at the multiple for vehicles', () => {
    const turning = found.swings.filter(({ turnsAt }) => turnsAt !== null);
    expect(turning.map(({ price }) => price)).toEqual(
      expect.arrayContaining(['overheadYuanPerDay', 'driverYuanPerDay']),
    );
    for (const { price, turnsAt } of turning) {
      const variant = withPrice(scenario, price, (graded) => ({
        ...graded,
        value: isVehiclePrice(price) ? graded.value * turnsAt! : turnsAt!,
      }));
      expect(savingIn(variant), price).toBeCloseTo(0.2, 9);
    }
  });

  it('says which prices turn the verdict within their range: management, which is counted as nothing', () => {
    // Management is 0 yuan a day here, up to some thousands; the saving falls below 20 % on the way.
    const { lowShare, highShare, isWithinRange } = found.swings.find(
      ({ price }) => price === 'overheadYuanPerDay',
    )!;
    expect(lowShare).toBeCloseTo(found.share, 9);
    expect(highShare).toBeLessThan(0.2);
    expect(isWithinRange).toBe(true);
    for (const swing of found.swings) {
      const ends = [swing.lowShare, swing.highShare];
      expect(swing.isWithinRange).toBe(Math.min(...ends) <= 0.2 && Math.max(...ends) >= 0.2);
    }
  });

  it('says nothing of a target where there is none', () => {
    const { targetShare, swings } = toEnd(
      savingSwings({ ...scenario, targets: [] }, report.matrix, report.plan, report.baseline),
    );
    expect(targetShare).toBeNull();
    expect(swings.every(({ turnsAt, isWithinRange }) => turnsAt === null && !isWithinRange)).toBe(true);
  });
});

it('changes one price wherever it occurs, and no other', () => {
  const double = withPrice(given, 'driverYuanPerDay', (graded) => ({ ...graded, value: 2 * graded.value }));
  for (const types of ['vehicleTypes', 'baselineVehicleTypes'] as const)
    double[types].forEach((type, index) => {
      const before = given[types][index]!;
      expect(type.driverYuanPerDay.value).toBe(2 * before.driverYuanPerDay.value);
      expect({ ...type, driverYuanPerDay: before.driverYuanPerDay }).toEqual(before);
    });
  const rate = withPrice(given, 'stationFeeYuanPerParcel', (graded) => ({ ...graded, value: 9 }));
  expect({ ...rate, rates: given.rates }).toEqual(given);
  expect(rate.rates.stationFeeYuanPerParcel.value).toBe(9);
});
