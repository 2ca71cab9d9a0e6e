import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../../src/core/audit/checkSolution.ts';
import { readInstance } from '../../../../src/core/io/instances/readInstance.ts';
import { describeSolution } from '../../../../src/core/solver/describe.ts';
import { runToEnd } from '../../solver/randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

const read = (path: string) => {
  const text = readFileSync(new URL(`../../../fixtures/instances/${path}`, import.meta.url), 'utf8');
  const instance = readInstance(text);
  if (!instance.ok) throw new Error(`cannot read ${path}`);
  return instance.value;
};

describe('readInstance', () => {
  test.each([
    ['cvrp-X/X-n101-k25.vrp', 100, 1, 1],
    ['vrptw-solomon/R101.txt', 100, 1, 1],
    ['vrpspd/CON3-0.vrpspd', 50, 1, 1],
    ['hfvrp-X/X115-HVRP.vrp', 114, 3, 1],
    ['mdvrp-cordeau/p01', 50, 4, 4],
  ])('reads %s', (path, stops, types, depots) => {
    const { problem } = read(path);
    expect(problem.stopCount).toBe(stops);
    expect(problem.vehicleTypes).toHaveLength(types);
    expect(problem.depotCount).toBe(depots);
  });

  test('refuses what it does not know', () => {
    expect(readInstance('hello')).toEqual({
      ok: false,
      issues: [{ code: 'instance.unknownFormat', severity: 'error', params: {} }],
    });
  });

  test('a published optimum has its published cost: A-n32-k5, 784', () => {
    const { problem, stopNumbers } = read('cvrp-classic/A-n32-k5.vrp');
    // Optimal routes by Augerat et al., numbers as in .sol files.
    const optimum = [
      [21, 31, 19, 17, 13, 7, 26],
      [12, 1, 16, 30],
      [27, 24],
      [29, 18, 8, 9, 22, 15, 10, 25, 5, 20],
      [14, 28, 11, 4, 23, 3, 2, 6],
    ];
    const lines = optimum.map((route) => ({
      vehicleTypeIndex: 0,
      stops: route.map((number) => stopNumbers.indexOf(number)),
    }));
    const solution = describeSolution(problem, lines, 0, null);
    expect(solution.cost).toBe(784);
    expect(checkSolution(problem, solution).isFeasible).toBe(true);
    expect(runToEnd(problem, { seed: 1, iterations: 10_000 }).cost).toBe(784);
  });

  test.each([
    ['vrpspd/CON3-0.vrpspd', 616.52, 0.02],
    ['mdvrp-cordeau/p01', 576.87, 0.01],
    ['vrptw-solomon/C101.txt', 827.3, 0.001],
    ['hfvrp-X/X110-HD.vrp', 15_859.34, 0.06],
  ])('solves %s close to its best known cost', (path, bestKnown, margin) => {
    const { problem, costDivisor } = read(path);
    const solution = runToEnd(problem, { seed: 1, iterations: 10_000 });
    expect(checkSolution(problem, solution).findings).toEqual([]);
    expect(solution.cost / costDivisor).toBeLessThanOrEqual(bestKnown * (1 + margin));
  });
});
