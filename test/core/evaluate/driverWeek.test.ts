import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Scenario, ServiceDays } from '../../../src/core/model/scenario.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

const matrix = aMatrix(
  ['depot', 'A', 'B'],
  [
    ['depot', 'A', 20, 40],
    ['depot', 'B', 20, 40],
  ],
);

/** Two lines at a wage of 200 yuan and charges of a tenth. */
function county(paidDaysPerWeek?: number): Scenario {
  const base = aScenario(
    [
      { id: 'A', delivery: 10 },
      { id: 'B', delivery: 30 },
    ],
    {
      vehicleTypes: [aVehicleType('van', { driverYuanPerDay: graded(200) })],
      rates: someRates({ socialChargeShare: 0.1 }),
    },
  );
  return {
    ...base,
    dutyRules: { ...base.dutyRules, ...(paidDaysPerWeek === undefined ? {} : { paidDaysPerWeek }) },
  };
}

function evaluated(scenario: Scenario, serviceDays: ServiceDays) {
  const plan = aPlan([aLine('L1', ['A'], { serviceDays }), aLine('L2', ['B'], { serviceDays })]);
  const evaluation = evaluatePlan(scenario, matrix, plan);
  // The checker works the wages out by itself.
  expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  return evaluation;
}

describe('driverWeek', () => {
  it('two daily duties take three drivers and two days of relief, paid within C4', () => {
    const { driverCount, driverWeek, costYuanPerDay } = evaluated(county(), { kind: 'daily' });
    expect(driverCount).toBe(3);
    expect(driverWeek.dutyDays).toBeCloseTo(14, 9);
    expect(driverWeek.reliefDays).toBeCloseTo(2, 9);
    // 2 days x 220 yuan over 7 days.
    expect(driverWeek.reliefYuanPerDay).toBeCloseTo(440 / 7, 9);
    expect(driverWeek.standbyDays).toBe(0);
    expect(costYuanPerDay.C4).toBeCloseTo(440, 9);
  });

  it('lines with a day of rest of their own need no relief', () => {
    const days: ServiceDays = { kind: 'weekdays', days: [0, 1, 2, 3, 4, 5] };
    const { driverCount, driverWeek } = evaluated(county(), days);
    expect([driverCount, driverWeek.dutyDays, driverWeek.reliefDays]).toEqual([2, 12, 0]);
  });

  it.each([
    // 3 x 6 - 14 = 4 days at 220 yuan.
    [6, 4],
    [7, 7],
    // 3 x 4 = 12: all of them driven.
    [4, 0],
  ])('drivers paid for %i days a week cost their days without a duty', (paidDays, standbyDays) => {
    const { driverWeek, costYuanPerDay, lines } = evaluated(county(paidDays), { kind: 'daily' });
    expect(driverWeek.standbyDays).toBeCloseTo(standbyDays, 9);
    expect(costYuanPerDay.C4).toBeCloseTo(440 + (standbyDays * 220) / 7, 9);
    // Both lines bear it alike.
    expect(lines[0]!.costByEntry.C4).toBeCloseTo(lines[1]!.costByEntry.C4, 9);
  });

  it('counts a fortnight of alternate days', () => {
    // Both run on the even days: 7 and 8 duty days a fortnight each; two drivers, paid 12 days a week, 7 driven.
    const { driverCount, driverWeek } = evaluated(county(6), { kind: 'everyNDays', n: 2 });
    expect(driverCount).toBe(2);
    expect(driverWeek.dutyDays).toBeCloseTo(7, 9);
    expect(driverWeek.standbyDays).toBeCloseTo(5, 9);
  });
});
