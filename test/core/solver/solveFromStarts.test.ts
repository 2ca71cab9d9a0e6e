import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import type { Solution, SolverProgress } from '../../../src/core/model/solution.ts';
import { createRandom } from '../../../src/core/random.ts';
import { solveFromStarts } from '../../../src/core/solver/solveFromStarts.ts';

function someProblem(stopCount: number): Problem {
  const random = createRandom(5);
  const points = Array.from(
    { length: 1 + stopCount },
    () => [random.nextInt(1000), random.nextInt(1000)] as const,
  );
  const lengthM = Int32Array.from(
    points.flatMap(([x, y]) => points.map(([u, v]) => Math.round(Math.hypot(x - u, y - v)))),
  );
  return createProblem({
    stops: points.slice(1).map((_point, index) => ({ delivery: [3 + (index % 5)] })),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [{ capacity: [30], fixedCost: 500 }],
  });
}
const problem = someProblem(20);

function run(
  starts: number,
  iterations: number,
  of = problem,
): { solution: Solution; progress: SolverProgress[] } {
  const search = solveFromStarts(of, { seed: 3, iterations, starts });
  const progress: SolverProgress[] = [];
  for (;;) {
    const step = search.next();
    if (step.done) return { solution: step.value, progress };
    progress.push(step.value);
  }
}

describe('solveFromStarts', () => {
  it('gives the same sound plan again, as good as its best incumbent', () => {
    const { solution, progress } = run(8, 4000);
    expect(run(8, 4000).solution).toEqual(solution);
    expect(checkSolution(problem, solution)).toMatchObject({ isFeasible: true, findings: [] });
    const incumbents = progress.flatMap((step) => (step.incumbent ? [step.incumbent.cost] : []));
    expect(incumbents).toEqual([...incumbents].sort((a, b) => b - a));
    expect(solution.cost).toBeLessThanOrEqual(incumbents.at(-1)!);
  });

  it('has told the best plan whenever it tells its cost: who stops keeps what is on the screen', () => {
    const { progress } = run(3, 48_000, someProblem(150));
    let toldCost = Number.NaN;
    for (const { incumbent, bestCost } of progress) {
      toldCost = incumbent?.cost ?? toldCost;
      expect(toldCost).toBe(bestCost);
    }
  });

  it('spends the rounds it was given, and tells them in order', () => {
    const { solution, progress } = run(8, 4000);
    expect(solution.iterations).toBe(4000); // 8 x 250 and a finish of 2,000
    const rounds = progress.map((step) => step.iteration);
    expect(rounds).toEqual([...rounds].sort((a, b) => a - b));
    expect(rounds.at(-1)).toBeLessThanOrEqual(4000);
  });

  it('tells what each of the searches came to, the best first and none below the plan', () => {
    const { solution } = run(8, 4000);
    expect(solution.searchCosts).toHaveLength(8);
    expect(solution.searchCosts).toEqual([...solution.searchCosts!].sort((a, b) => a - b));
    expect(solution.searchCosts![0]).toBeGreaterThanOrEqual(solution.cost);
  });

  it('is a single search for one start', () => {
    expect(run(1, 500).solution.iterations).toBe(500);
    expect(run(1, 500).solution.searchCosts).toBeUndefined();
  });
});
