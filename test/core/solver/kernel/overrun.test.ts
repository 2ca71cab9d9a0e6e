import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { checkSolution } from '../../../../src/core/audit/checkSolution.ts';
import { Overrun } from '../../../../src/core/solver/kernel/overrun.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { searchTables } from '../../../../src/core/solver/searchTables.ts';
import { aProblem, randomDraft, runToEnd } from '../randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Duties of eight hours and one of overtime at 36 a second, trips of a whole duty: 20 stops on 40 x 40 km at 30 km/h. */
const duties = (seed: number) => ({
  ...randomDraft(seed, 20),
  vehicleTypes: [
    {
      capacity: [900],
      fixedCost: 288_000,
      costPerKm: 300,
      shiftS: 28_800,
      overtimeCostPerHour: 129_600,
      maxDurationS: 32_400,
    },
  ],
  severalTripsPerDuty: true,
});

describe('running over the longest duty', () => {
  const overrun = () => new Overrun(searchTables(buildKernelModel(aProblem(duties(1)))), 1800);

  it('is allowed by so much, or not at all', () => {
    const limits = overrun();
    expect([...limits.mostS]).toEqual([32_400]);
    limits.allow(true);
    expect([...limits.mostS]).toEqual([34_200]);
    limits.allow(false);
    expect([...limits.mostS]).toEqual([32_400]);
  });

  it('has a price that grows while there is some and falls while there is none', () => {
    const limits = overrun();
    // Three times the 36 a second of overtime.
    expect(limits.cost(0, 32_500)).toBeCloseTo(100 * 108, 6);
    limits.adapt(true);
    expect(limits.cost(0, 32_500)).toBeCloseTo(100 * 108 * 1.03, 6);
    limits.adapt(false);
    expect(limits.cost(0, 32_500)).toBeCloseTo((100 * 108 * 1.03) / 1.1, 6);
    for (let times = 0; times < 1000; times++) limits.adapt(false);
    expect(limits.cost(0, 32_401)).toBeCloseTo(0.2 * 36, 6);
    for (let times = 0; times < 1000; times++) limits.adapt(true);
    expect(limits.cost(0, 32_401)).toBeCloseTo(200 * 36, 6);
    expect(limits.cost(0, 32_400)).toBe(0);
  });

  it('never shows in a plan, whatever the search passed through', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1000 }), fc.integer({ min: 1, max: 5 }), (draft, seed) => {
        const problem = aProblem(duties(draft));
        const plan = runToEnd(problem, {
          seed,
          iterations: 1500,
          settings: { overrunS: 3600, dutyShareByTime: 0.7, pressesForFewerLines: false },
        });
        expect(checkSolution(problem, plan).findings).toEqual([]);
        expect(plan.unserved).toEqual([]);
      }),
      { numRuns: 25 },
    );
  });
});
