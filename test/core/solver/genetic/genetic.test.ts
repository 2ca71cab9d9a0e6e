import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../../src/core/audit/checkSolution.ts';
import { createProblem } from '../../../../src/core/model/problem.ts';
import { Genetic } from '../../../../src/core/solver/genetic/genetic.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { savingsPlan } from '../../../../src/core/solver/savings.ts';
import { evenly, runToEnd } from '../randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

const symmetric = (seed: number, stopCount: number) =>
  createProblem({ ...evenly(seed, stopCount), vehicleTypes: [{ capacity: [300] }] });

describe('genetic search', () => {
  test('every best plan serves all tasks once within capacity, at the cost it states', () => {
    const problem = symmetric(3, 60);
    const model = buildKernelModel(problem);
    const genetic = new Genetic(model, 5, [savingsPlan(model)], 2000);
    let last = Number.POSITIVE_INFINITY;
    for (let child = 0; child < 200; child++) {
      if (child < 5) genetic.addRandom();
      else genetic.generation();
      expect(genetic.bestCost).toBeLessThanOrEqual(last);
      last = genetic.bestCost;
    }
    const { lines } = genetic.best();
    expect(lines.flatMap((line) => [...line.tasks]).sort((a, b) => a - b)).toEqual([...model.taskOfStop]);
    const load = (tasks: readonly number[]): number =>
      tasks.reduce((sum, task) => sum + model.delivery[task]!, 0);
    expect(Math.max(...lines.map((line) => load(line.tasks)))).toBeLessThanOrEqual(300);
    const end = model.startPlace[0]! * model.width;
    const length = lines.reduce(
      (sum, { tasks }) =>
        sum +
        model.lengths[0]![end + tasks[0]!]! +
        tasks.reduce(
          (legs, task, index) =>
            legs + model.lengths[0]![task * model.width + (tasks[index + 1] ?? model.startPlace[0]!)]!,
          0,
        ),
      0,
    );
    expect(length).toBe(genetic.bestCost);
  });

  test('takes over in a long run, loses nothing, and repeats itself', () => {
    const problem = symmetric(4, 30);
    // 30 tasks: ten thousand rounds are annealing alone, the genetic search begins from 15,000.
    const short = runToEnd(problem, { seed: 2, iterations: 10_000 });
    const long = runToEnd(problem, { seed: 2, iterations: 80_000 });
    expect(checkSolution(problem, long).findings).toEqual([]);
    expect(long.cost).toBeLessThanOrEqual(short.cost);
    expect(runToEnd(problem, { seed: 2, iterations: 80_000 })).toEqual(long);
  });
});
