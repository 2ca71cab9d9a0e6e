import { expect, test } from 'vitest';
import { createProblem } from '../../../src/core/model/problem.ts';
import { solve } from '../../../src/core/solver/solve.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

test('ends when every stop needs a line of its own and all lines are emptied in one round', () => {
  const lengthM = Int32Array.from([0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0, 9, 9, 9, 9, 0]);
  const problem = createProblem({
    stops: [{ delivery: [6] }, { delivery: [6] }, { delivery: [6] }],
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [{ capacity: [10] }],
  });
  const found = toEnd(solve(problem, { seed: 1, iterations: 2000 }));
  expect(found.routes.map((route) => route.stops).sort()).toEqual([[0], [1], [2]]);
});
