import { expect, test } from 'vitest';
import { createProblem } from '../../../../../src/core/model/problem.ts';
import { Individuals } from '../../../../../src/core/solver/kernel/genetic/individuals.ts';
import { Tours } from '../../../../../src/core/solver/kernel/genetic/tours.ts';
import { buildKernelModel } from '../../../../../src/core/solver/kernelModel.ts';
import { searchTables } from '../../../../../src/core/solver/searchTables.ts';
import { evenly } from '../../randomProblem.ts';
import { lineListOf } from './lineListOf.ts';

const n = 6;

function individuals(): Individuals {
  const problem = createProblem({ ...evenly(1, n), vehicleTypes: [{ capacity: [300] }] });
  return new Individuals(new Tours(searchTables(buildKernelModel(problem)), 5), 4);
}

test('a plan has a line in either direction, whole and alone', () => {
  const plans = individuals();
  const plan = plans.add(lineListOf(n, [[4, 1, 2], [3], [0, 5]]));
  const has = (...route: number[]): boolean => plans.hasLine(plan, lineListOf(n, [route]), 0);
  expect(has(4, 1, 2)).toBe(true);
  expect(has(2, 1, 4)).toBe(true);
  expect(has(3)).toBe(true);
  expect(has(4, 1)).toBe(false);
  expect(has(1, 2)).toBe(false);
  expect(has(4, 2, 1)).toBe(false);
  expect(has(4, 1, 2, 3)).toBe(false);
});

test('broken pairs are legs the other plan has neither way round', () => {
  const plans = individuals();
  const one = plans.add(lineListOf(n, [[4, 1, 2], [3], [0, 5]]));
  const turned = plans.add(lineListOf(n, [[3], [2, 1, 4], [5, 0]]));
  // 1-2 and 2-depot are gone, and the way to 3 and the way back are one leg each.
  const other = plans.add(
    lineListOf(n, [
      [4, 1],
      [2, 3],
      [0, 5],
    ]),
  );
  expect(plans.brokenPairs(one, turned)).toBe(0);
  expect(plans.brokenPairs(one, other)).toBe(1);
  expect(plans.brokenPairs(other, one)).toBe(2);
});
