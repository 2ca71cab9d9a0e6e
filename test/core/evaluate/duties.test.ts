import { describe, expect, it } from 'vitest';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { PlannedLine } from '../../../src/core/model/plan.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType } from '../../builders.ts';

const scenario = aScenario([{ id: 'V', delivery: 10 }, { id: 'W' }], { vehicleTypes: [aVehicleType('van')] });
const matrix = aMatrix(
  ['depot', 'V', 'W'],
  [
    ['depot', 'V', 60, 60],
    ['depot', 'W', 10, 10],
  ],
);
const vehicles = (lines: readonly PlannedLine[]): number =>
  evaluatePlan(scenario, matrix, aPlan(lines)).vehicleCount;

describe('vehicles needed', () => {
  it('counts a vehicle that is still out when the cycle begins again', () => {
    // L leaves at 23:00 (1380) every day, an hour there and an hour back: home at 01:00 of the next day (1500).
    // W's line leaves at 00:30 (30): the vehicle of yesterday's L is out until 60, so it takes a second one.
    const late = aLine('L', ['V'], { departureClockMin: [1380] });
    expect(vehicles([late, aLine('W', ['W'], { departureClockMin: [30] })])).toBe(2);
    // At 01:00 sharp the first is back and goes out again.
    expect(vehicles([late, aLine('W', ['W'], { departureClockMin: [60] })])).toBe(1);
  });

  it('carries it over the end of a cycle of two days too, in the right phase', () => {
    const alternate = { kind: 'everyNDays', n: 2 } as const;
    const late = aLine('L', ['V'], { departureClockMin: [1380], serviceDays: alternate, phase: 1 });
    const early = (phase: number): PlannedLine =>
      aLine('W', ['W'], { departureClockMin: [30], serviceDays: alternate, phase });
    // L is out from day 1 23:00 to day 2 01:00, which is day 0 of the next cycle: W on day 0 meets it, W on day 1 does not.
    expect(vehicles([late, early(0)])).toBe(2);
    expect(vehicles([late, early(1)])).toBe(1);
  });

  it('needs two vehicles for one line that is away longer than a day', () => {
    const far = aMatrix(['depot', 'V', 'W'], [['depot', 'V', 600, 800]]);
    const plan = aPlan([aLine('L', ['V'], { departureClockMin: [480] })]);
    // 800 min there and 800 back are 1600 of the 1440 of a day (and rests): the next day's crew needs its own.
    expect(evaluatePlan(scenario, far, plan).vehicleCount).toBe(2);
  });
});

describe('a duty whose lines run on different days', () => {
  // As after one of them was given other days by hand: V's line every other day, W's every third.
  const lines = [
    aLine('L', ['V'], { serviceDays: { kind: 'everyNDays', n: 2 }, phase: 1 }),
    aLine('W', ['W'], { serviceDays: { kind: 'everyNDays', n: 3 }, departureClockMin: [600] }),
  ];
  const trips = lines.map(({ id }) => ({ lineId: id, roundIndex: 0 }));
  const plan = { ...aPlan(lines), duties: [{ vehicleTypeId: lines[0]!.vehicleTypeId, trips }] };

  it('is worked whenever one of them runs, and is as long as on its longest day', () => {
    const evaluation = evaluatePlan(scenario, matrix, plan);
    const [duty] = evaluation.duties;
    // Of six days L runs on 1, 3, 5 and W on 0, 3: days 0, 1, 3 and 5 are worked.
    expect(duty!.dayShare).toBeCloseTo(4 / 6);
    // L is away 7:30 to 9:30, W 10:00 to 10:20: 170 minutes on day 3, the half hour between them included.
    expect([duty!.startClockMin, duty!.paidMin]).toEqual([450, 170]);
    expect(checkPlan(scenario, matrix, plan, evaluation)).toEqual([]);
  });

  it('counts phases round the days between two departures', () => {
    // Phase 3 of every other day is phase 1: the days were changed and the phase stayed.
    const [first, second] = lines;
    const later = { ...plan, lines: [{ ...first!, phase: 3 }, second!] };
    const evaluation = evaluatePlan(scenario, matrix, later);
    expect(evaluation).toEqual(evaluatePlan(scenario, matrix, plan));
    expect(checkPlan(scenario, matrix, later, evaluation)).toEqual([]);
  });
});
