import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import { fullDraft, randomDraft, runToEnd } from './randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Vans that the stops fill to the brim, beside a dearer truck. */
function tight(seed: number): Problem {
  const draft = randomDraft(seed, 60);
  return createProblem({
    ...draft,
    vehicleTypes: [
      { capacity: [200], fixedCost: 250_000, costPerKm: 340, maxDurationS: 10 * 3600 },
      { capacity: [900], fixedCost: 370_000, costPerKm: 1450, maxDurationS: 10 * 3600 },
    ],
    severalTripsPerDuty: true,
  });
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;

describe('loads that may pass the limit for a while', () => {
  const priced = { overloadLegs: 40, pressesForFewerLines: false };

  test('never do so in a plan that is kept', () => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = seed % 2 === 0 ? tight(seed) : createProblem(fullDraft(seed, 24));
      const solution = runToEnd(problem, { seed, iterations: 1500, settings: priced });
      expect(checkSolution(problem, solution).findings).toEqual([]);
    }
  });

  test('find fuller vehicles sooner', () => {
    const costs = (overloadLegs: number): number[] =>
      [1, 2, 3, 4, 5, 6].map(
        (seed) =>
          runToEnd(tight(seed), { seed, iterations: 6000, settings: { ...priced, overloadLegs } }).cost,
      );
    expect(mean(costs(40))).toBeLessThan(mean(costs(0)));
  });

  test('repeat themselves', () => {
    const run = () => runToEnd(tight(3), { seed: 5, iterations: 1500, settings: priced });
    expect(run().routes).toEqual(run().routes);
  });
});
