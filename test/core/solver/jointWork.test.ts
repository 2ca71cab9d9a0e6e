import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import type { PartOffer, Solution } from '../../../src/core/model/solution.ts';
import { isSeparable } from '../../../src/core/solver/jointWork.ts';
import { buildKernelModel } from '../../../src/core/solver/kernelModel.ts';
import { type SolveOptions, solve } from '../../../src/core/solver/solve.ts';
import { randomDraft, runToEnd } from './randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

/** Capacity only. */
function plain(seed: number, stopCount: number): Problem {
  const { stops, profiles } = randomDraft(seed, stopCount);
  return createProblem({
    stops: stops.map(({ delivery }) => ({ delivery: delivery! })),
    profiles,
    vehicleTypes: [{ capacity: [300] }],
  });
}

/** Runs two searches side by side and answers every offer with both. */
function together(problem: Problem, iterations: number, seed = 1): { solutions: Solution[]; joined: number } {
  const searches = [0, 1].map((index) =>
    solve(problem, { seed: seed + index, iterations, share: { index, count: 2 } } satisfies SolveOptions),
  );
  const solutions: Solution[] = [];
  let joined = 0;
  let answer: readonly PartOffer[] | null = null;
  for (;;) {
    const offers: PartOffer[] = [];
    for (const search of searches) {
      let step = search.next(answer ? { offers: answer } : undefined);
      while (!step.done && !step.value.offer) step = search.next();
      if (step.done) solutions.push(step.value);
      else offers.push(step.value.offer!);
    }
    if (offers.length === 0) return { solutions, joined };
    // No search waits for an answer that the other one owes it.
    expect(offers).toHaveLength(2);
    answer = offers;
    joined++;
  }
}

/** Lines as texts: each search numbers them in its own way. */
const linesOf = ({ routes }: Solution): string[] => routes.map(({ stops }) => stops.join(' ')).sort();

describe('two searches on one plan', () => {
  test('end with the same plan, which the checker accepts, and repeat themselves', () => {
    const problem = plain(4, 360);
    const { solutions, joined } = together(problem, 8000);
    expect(solutions).toHaveLength(2);
    const [first, second] = solutions;
    expect(checkSolution(problem, first!).findings).toEqual([]);
    expect(first!.unserved).toEqual([]);
    expect(linesOf(second!)).toEqual(linesOf(first!));
    // The start and at least 24 turns.
    expect(joined).toBeGreaterThanOrEqual(25);
    expect(together(problem, 8000).solutions[0]!.routes).toEqual(first!.routes);
  });

  test('reach about what one reaches with twice the rounds', () => {
    // One problem alone says little: some are as good as solved with half the rounds.
    const cases = [7, 8, 9].flatMap((name) => {
      const problem = plain(name, 360);
      return [1, 11, 21, 31, 41].map((seed) => ({ problem, seed }));
    });
    const sum = (costOf: (each: (typeof cases)[number]) => number): number =>
      cases.reduce((total, each) => total + costOf(each), 0);
    const one = sum(({ problem, seed }) => runToEnd(problem, { seed, iterations: 8000 }).cost);
    const two = sum(({ problem, seed }) => together(problem, 8000, seed).solutions[0]!.cost);
    const twice = sum(({ problem, seed }) => runToEnd(problem, { seed, iterations: 16_000 }).cost);
    expect(two).toBeLessThan(one);
    expect(two).toBeLessThan(twice * 1.005);
  });

  test('a stop that no vehicle can take stays out, in every turn', () => {
    const { stops, profiles } = randomDraft(5, 255);
    const problem = createProblem({
      stops: stops.map(({ delivery }, index) => ({ delivery: index === 17 ? [301] : delivery! })),
      profiles,
      vehicleTypes: [{ capacity: [300] }],
    });
    const { solutions } = together(problem, 4000);
    expect(solutions[0]!.unserved.map(({ stopIndex }) => stopIndex)).toEqual([17]);
    expect(checkSolution(problem, solutions[0]!).findings.map(({ code }) => code)).toEqual(['stop.leftOut']);
  });

  test('few stops, and lines that hang together, are searched for apart', () => {
    expect(isSeparable(buildKernelModel(plain(1, 360)))).toBe(true);
    expect(isSeparable(buildKernelModel(plain(1, 60)))).toBe(false);
    const problem = plain(1, 360);
    expect(isSeparable(buildKernelModel({ ...problem, maxLines: 40 }))).toBe(false);
    const counted = problem.vehicleTypes.map((type) => ({ ...type, count: 40 }));
    expect(isSeparable(buildKernelModel({ ...problem, vehicleTypes: counted }))).toBe(false);
  });
});
