import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { solveOnIslands } from '../../src/cli/islands.ts';
import { timedSolve } from '../../src/cli/timedSolve.ts';
import { checkSolution } from '../../src/core/audit/checkSolution.ts';
import { readInstance } from '../../src/core/io/instances/readInstance.ts';

vi.setConfig({ testTimeout: 60_000 });

const read = (path: string) => {
  const text = readFileSync(new URL(`../fixtures/instances/${path}`, import.meta.url), 'utf8');
  const instance = readInstance(text);
  if (!instance.ok) throw new Error(`${path} does not read`);
  return { text, problem: instance.value.problem };
};

describe('searches in two threads', () => {
  test.each([
    ['few stops, searched apart', 'vrptw-solomon/R108.txt'],
    ['many stops, searched on one plan', 'cvrp-X/X-n303-k21.vrp'],
  ])('%s: no worse than one, accepted by the checker, the same twice', async (_, path) => {
    const { text, problem } = read(path);
    const budget = { iterations: 8000 };
    const order = { text, budget, workers: 2, isWallClock: true };
    const one = await timedSolve(problem, { seed: 1, budget }, () => 0);
    const two = await solveOnIslands(order, 1);
    expect(checkSolution(problem, two.solution).findings).toEqual([]);
    expect(two.solution.cost).toBeLessThanOrEqual(one.solution.cost);
    expect((await solveOnIslands(order, 1)).solution.routes).toEqual(two.solution.routes);
  });
});
