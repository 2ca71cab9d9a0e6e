import { describe, expect, test } from 'vitest';
import { createProblem, type ProblemDraft } from '../../../src/core/model/problem.ts';
import { lineCoverBound } from '../../../src/core/solver/exact/lineCoverBound.ts';
import { fullDraft, randomDraft, runToEnd } from './randomProblem.ts';

describe('lineCoverBound', () => {
  test('is the cost itself where lines hold one stop each', () => {
    // Stops 10 and 20 km out on two roads, loads of 8 on vehicles of 10: 2 x 100 yuan + (20 + 40) km x 1 yuan = 260.
    const lengthM = Int32Array.from([0, 10_000, 20_000, 10_000, 0, 30_000, 20_000, 30_000, 0]);
    const problem = createProblem({
      stops: [{ delivery: [8] }, { delivery: [8] }],
      profiles: [{ lengthM, durationS: lengthM }],
      vehicleTypes: [{ capacity: [10], fixedCost: 100_000 }],
    });
    expect(lineCoverBound(problem)).toBe(260_000);
  });

  test('counts the lines a halved load would need: three loads of 6 on vehicles of 10 take three lines', () => {
    const lengthM = Int32Array.from({ length: 16 }, (_, cell) =>
      Math.floor(cell / 4) === cell % 4 ? 0 : 1000,
    );
    const problem = createProblem({
      stops: [{ delivery: [6] }, { delivery: [6] }, { delivery: [6] }],
      profiles: [{ lengthM, durationS: lengthM }],
      vehicleTypes: [{ capacity: [10], fixedCost: 1, costPerKm: 0 }],
    });
    expect(lineCoverBound(problem)).toBe(3);
  });

  const drafts: [string, (seed: number) => ProblemDraft][] = [
    [
      'plain costs',
      (seed) => ({ ...randomDraft(seed, 9), vehicleTypes: [{ capacity: [150], fixedCost: 60_000 }] }),
    ],
    ['all rules at once', (seed) => fullDraft(seed, 8)],
    [
      'several trips per duty',
      (seed) => ({
        ...randomDraft(seed, 9),
        vehicleTypes: [{ capacity: [120], fixedCost: 300_000, shiftS: 8 * 3600, maxDurationS: 10 * 3600 }],
        severalTripsPerDuty: true,
      }),
    ],
  ];
  test.each(drafts)('no plan is cheaper: %s', (_name, draft) => {
    for (let seed = 1; seed <= 6; seed++) {
      const problem = createProblem(draft(seed));
      const bound = lineCoverBound(problem)!;
      const solution = runToEnd(problem, { seed, iterations: 600 });
      expect(bound).toBeGreaterThan(0);
      expect(solution.cost).toBeGreaterThanOrEqual(bound);
    }
  });

  test('proves small plans to be within a tenth of the best', () => {
    let worst = 0;
    for (let seed = 1; seed <= 6; seed++) {
      const problem = createProblem({
        ...randomDraft(seed, 12),
        vehicleTypes: [{ capacity: [150], fixedCost: 60_000 }],
      });
      const solution = runToEnd(problem, { seed, iterations: 3_000 });
      worst = Math.max(worst, solution.cost / lineCoverBound(problem)! - 1);
    }
    expect(worst).toBeLessThan(0.1);
  });

  test('is not attempted where lines are long, or where the longest line is what counts', () => {
    expect(lineCoverBound(createProblem({ ...randomDraft(1, 40), vehicleTypes: [{}] }))).toBeNull();
    expect(
      lineCoverBound(
        createProblem({ ...randomDraft(1, 5), objective: { kind: 'minMax', measure: 'length' } }),
      ),
    ).toBeNull();
  });
});
