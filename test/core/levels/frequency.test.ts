import fc from 'fast-check';
import { expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { ServiceDays } from '../../../src/core/model/scenario.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

const matrix = aMatrix(['depot', 'A'], [['depot', 'A', 20, 40]]);

/** Mean and worst hours to A with a departure on the given days. */
function timesOn(serviceDays: ServiceDays, clockMin: number, waveClockMin: number) {
  const scenario = aScenario([{ id: 'A', delivery: 10 }], {
    waves: [
      { arrivalClockMin: 360, share: 0.6 },
      { arrivalClockMin: waveClockMin, share: 0.4 },
    ],
  });
  const plan = aPlan([aLine('L1', ['A'], { serviceDays, departureClockMin: [clockMin] })]);
  const { times } = evaluatePlan(scenario, matrix, plan);
  return { meanH: times.meanH, worstH: times.worstH };
}

it('never lets parcels wait longer when a line runs on more days', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 6 }),
      fc.integer({ min: 0, max: 6 }),
      fc.integer({ min: 300, max: 1200 }),
      fc.integer({ min: 400, max: 1300 }),
      (days, added, clockMin, waveClockMin) => {
        const few = timesOn({ kind: 'weekdays', days }, clockMin, waveClockMin);
        const moreDays = [...new Set([...days, added])];
        const more = timesOn({ kind: 'weekdays', days: moreDays }, clockMin, waveClockMin);
        expect(more.meanH).toBeLessThanOrEqual(few.meanH + 1e-9);
        expect(more.worstH).toBeLessThanOrEqual(few.worstH + 1e-9);
        const daily = timesOn({ kind: 'daily' }, clockMin, waveClockMin);
        expect(daily.meanH).toBeLessThanOrEqual(more.meanH + 1e-9);
        const alternate = timesOn({ kind: 'everyNDays', n: 2 }, clockMin, waveClockMin);
        const third = timesOn({ kind: 'everyNDays', n: 4 }, clockMin, waveClockMin);
        expect(daily.worstH).toBeLessThanOrEqual(alternate.worstH + 1e-9);
        expect(alternate.worstH).toBeLessThanOrEqual(third.worstH + 1e-9);
        expect(alternate.meanH).toBeLessThanOrEqual(third.meanH + 1e-9);
      },
    ),
    { numRuns: 60, seed: 6 },
  );
});

it('adds half a day on average and a day at worst on alternate days', () => {
  // One wave at 06:00, departure 07:30, 40 minutes: 2 h 10 min on the day, and 24 h more for every other day's parcels.
  const daily = timesOn({ kind: 'daily' }, 450, 360);
  const alternate = timesOn({ kind: 'everyNDays', n: 2 }, 450, 360);
  expect(daily.meanH).toBeCloseTo(130 / 60, 9);
  expect(alternate.meanH - daily.meanH).toBeCloseTo(12, 9);
  expect(alternate.worstH - daily.worstH).toBeCloseTo(24, 9);
});
