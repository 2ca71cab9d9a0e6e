import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem } from '../../../src/core/model/problem.ts';
import { unreachable } from '../../../src/core/model/travel.ts';
import { fullDraft, randomDraft, runToEnd } from './randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Places along one road, metres from the depot; 1 yuan/km, 1 m/s. */
const along = (...at: number[]) => {
  const lengthM = Int32Array.from([0, ...at].flatMap((from) => [0, ...at].map((to) => Math.abs(from - to))));
  return { lengthM, durationS: lengthM };
};

describe('rules one by one', () => {
  test('of two optional stops the one worth more is kept when there is room for one', () => {
    const solution = runToEnd(
      createProblem({
        stops: [
          { delivery: [6], skipCost: 50_000 },
          { delivery: [6], skipCost: 90_000 },
        ],
        profiles: [along(10_000, 10_000)],
        vehicleTypes: [{ capacity: [10], count: 1 }],
      }),
      { seed: 1, iterations: 100 },
    );
    expect(solution.routes.map((route) => route.stops)).toEqual([[1]]);
    // 2 x 10 km at 1 yuan, and 50 yuan for the stop left out.
    expect(solution.cost).toBe(70_000);
  });

  test('a road closed to a class of vehicle is driven by another, dearer one, or by none', () => {
    const open = along(10_000, 20_000);
    // The large van may not use the road to the second stop.
    const lengthM = open.lengthM.map((metres, cell) => (cell % 3 === 2 || cell >= 6 ? unreachable : metres));
    lengthM[8] = 0;
    const closed = { lengthM, durationS: lengthM };
    const build = (smallVans: number) =>
      createProblem({
        stops: [{ delivery: [5] }, { delivery: [5] }],
        profiles: [closed, open],
        vehicleTypes: [
          { capacity: [20], profileIndex: 0, costPerKm: 500 },
          { capacity: [5], profileIndex: 1, costPerKm: 1000, count: smallVans },
        ],
      });
    const solution = runToEnd(build(1), { seed: 1, iterations: 100 });
    expect(checkSolution(build(1), solution).findings).toEqual([]);
    // Large van to the first stop 2 x 10 km x 0.5, small van to the second 2 x 20 km x 1.
    expect(solution.cost).toBe(50_000);
    const without = runToEnd(build(0), { seed: 1, iterations: 100 });
    expect(without.unserved.map((entry) => entry.stopIndex)).toEqual([1]);
  });

  test('each capacity dimension counts: what fits by weight may not by volume', () => {
    const build = (volume: number) =>
      createProblem({
        dimensionCount: 2,
        stops: [{ delivery: [1, 6] }, { delivery: [1, 6] }],
        profiles: [along(10_000, 10_000)],
        vehicleTypes: [{ capacity: [10, volume] }],
      });
    expect(runToEnd(build(12), { seed: 1, iterations: 50 }).routes).toHaveLength(1);
    expect(runToEnd(build(11), { seed: 1, iterations: 50 }).routes).toHaveLength(2);
  });

  test('a search for fewer lines keeps locks and windows, and never ends with more lines than before it', () => {
    for (let seed = 1; seed <= 3; seed++) {
      const problem = createProblem({
        ...randomDraft(seed, 18),
        vehicleTypes: [{ capacity: [300], fixedCost: 500_000, maxDurationS: 6 * 3600 }],
        lockedLines: [{ vehicleTypeIndex: 0, stops: [2, 5], keep: 'line' }],
      });
      const solution = runToEnd(problem, { seed, iterations: 3_000 });
      expect(checkSolution(problem, solution).findings).toEqual([]);
      expect(solution.routes.map((route) => route.stops)).toContainEqual([2, 5]);
      const brief = runToEnd(problem, { seed, iterations: 300 });
      expect(solution.routes.length).toBeLessThanOrEqual(brief.routes.length);
    }
  });

  test('whatever is switched on, the checker accepts the plan', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10_000 }),
        fc.integer({ min: 4, max: 16 }),
        fc.record({
          severalTripsPerDuty: fc.boolean(),
          isBalanced: fc.boolean(),
          isFree: fc.boolean(),
          maxLines: fc.constantFrom(null, 3, 6),
        }),
        (seed, stopCount, rules) => {
          const draft = fullDraft(seed, stopCount);
          const problem = createProblem({
            ...draft,
            severalTripsPerDuty: rules.severalTripsPerDuty,
            balance: rules.isBalanced ? draft.balance! : null,
            maxLines: rules.maxLines,
            ...(rules.isFree ? { groupSplitCost: [0, 0, 0], compactnessCostPerKm: 0 } : {}),
          });
          const solution = runToEnd(problem, { seed, iterations: 200 });
          // Too few lines leave stops out, which is an answer; nothing else may be wrong.
          const findings = checkSolution(problem, solution).findings.filter(
            (finding) => finding.code !== 'stop.leftOut',
          );
          expect(findings).toEqual([]);
        },
      ),
      { numRuns: 25, seed: 7 },
    );
  });
});
