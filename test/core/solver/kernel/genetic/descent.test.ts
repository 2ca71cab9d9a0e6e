import { describe, expect, test } from 'vitest';
import { createProblem } from '../../../../../src/core/model/problem.ts';
import { Descent } from '../../../../../src/core/solver/kernel/genetic/descent.ts';
import { Tours } from '../../../../../src/core/solver/kernel/genetic/tours.ts';
import { buildKernelModel } from '../../../../../src/core/solver/kernelModel.ts';
import { searchTables } from '../../../../../src/core/solver/searchTables.ts';
import { seededRandom } from '../../../../../src/core/solver/seededRandom.ts';
import { evenly } from '../../randomProblem.ts';
import { lineListOf, linesOfList } from './lineListOf.ts';

const taskCount = 60;

/** A local search that also tells how many moves it made. */
function descents(seed: number) {
  const problem = createProblem({ ...evenly(seed, taskCount), vehicleTypes: [{ capacity: [300] }] });
  const tables = searchTables(buildKernelModel(problem));
  const tours = new Tours(tables, 20);
  const descent = new Descent(tables, tours, seededRandom(seed));
  return (routes: readonly (readonly number[])[], origins: readonly number[] = []) => {
    const lines = lineListOf(taskCount, routes, origins);
    descent.run(lines, 1000);
    return { found: linesOfList(lines), moves: tours.moves };
  };
}

/** Each task in turn on one of twelve lines. */
const scattered = Array.from({ length: 12 }, (_, line) =>
  Array.from({ length: taskCount / 12 }, (_, index) => index * 12 + line),
);

describe('local search', () => {
  test.each([1, 2, 3])('finds nothing more where it has been to the bottom (seed %i)', (seed) => {
    const descend = descents(seed);
    const bottom = descend(scattered).found;
    expect(descend(bottom).moves).toBe(0);
    const again = descend(
      bottom,
      bottom.map(() => 1),
    );
    expect(again.found).toEqual(bottom);
  });

  test.each([1, 2, 3])('reaches the bottom from lines partly taken over from it (seed %i)', (seed) => {
    const descend = descents(seed);
    // Two lines broken up into one another; the others are as they were.
    const [first, second, ...kept] = descend(scattered).found;
    const mixed = [...first!, ...second!].filter((_, index) => index % 2 === 0);
    const rest = [...first!, ...second!].filter((_, index) => index % 2 === 1);
    const { found, moves } = descend([mixed, rest, ...kept], [0, 0, ...kept.map(() => 1)]);
    expect(moves).toBeGreaterThan(0);
    expect(found.flat().sort((a, b) => a - b)).toEqual(Array.from({ length: taskCount }, (_, task) => task));
    expect(descend(found).moves).toBe(0);
  });

  test('opens a line for what is too much for one', () => {
    const descend = descents(1);
    const everything = Array.from({ length: taskCount }, (_, task) => task);
    expect(descend([everything]).found.length).toBeGreaterThan(1);
  });
});
