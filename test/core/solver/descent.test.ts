import { describe, expect, test } from 'vitest';
import { createProblem } from '../../../src/core/model/problem.ts';
import { Descent } from '../../../src/core/solver/genetic/descent.ts';
import { hasRoute, individualOf } from '../../../src/core/solver/genetic/individual.ts';
import { buildKernelModel } from '../../../src/core/solver/kernelModel.ts';
import { seededRandom } from '../../../src/core/solver/seededRandom.ts';
import { evenly } from './randomProblem.ts';

const taskCount = 60;

function descents(seed: number): Descent {
  const problem = createProblem({ ...evenly(seed, taskCount), vehicleTypes: [{ capacity: [300] }] });
  return new Descent(buildKernelModel(problem), 20, seededRandom(seed));
}

/** Each task in turn on one of twelve lines. */
const scattered = Array.from({ length: 12 }, (_, line) =>
  Array.from({ length: taskCount / 12 }, (_, index) => index * 12 + line),
);

describe('local search', () => {
  test.each([1, 2, 3])('finds nothing more where it has been to the bottom (seed %i)', (seed) => {
    const descent = descents(seed);
    descent.run(scattered, 1000, []);
    const bottom = descent.tours.routes();
    descent.run(bottom, 1000, []);
    expect(descent.tours.moves).toBe(0);
    descent.run(
      bottom,
      1000,
      bottom.map(() => 1),
    );
    expect(descent.tours.routes()).toEqual(bottom);
  });

  test.each([1, 2, 3])('reaches the bottom from lines partly taken over from it (seed %i)', (seed) => {
    const descent = descents(seed);
    descent.run(scattered, 1000, []);
    const bottom = descent.tours.routes();
    // Two lines broken up into one another; the others are as they were.
    const [first, second, ...kept] = bottom;
    const mixed = [...first!, ...second!].filter((_, index) => index % 2 === 0);
    const rest = [...first!, ...second!].filter((_, index) => index % 2 === 1);
    descent.run([mixed, rest, ...kept], 1000, [0, 0, ...kept.map(() => 1)]);
    expect(descent.tours.moves).toBeGreaterThan(0);
    const found = descent.tours.routes();
    expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: taskCount }, (_, task) => task));
    descent.run(found, 1000, []);
    expect(descent.tours.moves).toBe(0);
  });
});

test('a plan has a route in either direction, whole and alone', () => {
  const { tours } = descents(1);
  const plan = individualOf(tours, [[4, 9, 2], [7]]);
  expect(hasRoute(plan, [4, 9, 2], tours.n)).toBe(true);
  expect(hasRoute(plan, [2, 9, 4], tours.n)).toBe(true);
  expect(hasRoute(plan, [7], tours.n)).toBe(true);
  expect(hasRoute(plan, [4, 9], tours.n)).toBe(false);
  expect(hasRoute(plan, [9, 2], tours.n)).toBe(false);
  expect(hasRoute(plan, [4, 2, 9], tours.n)).toBe(false);
  expect(hasRoute(plan, [4, 9, 2, 7], tours.n)).toBe(false);
});
