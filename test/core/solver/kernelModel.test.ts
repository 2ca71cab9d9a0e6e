import { describe, expect, it } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import type { ProblemDraft } from '../../../src/core/model/problem.ts';
import { buildKernelModel } from '../../../src/core/solver/kernelModel.ts';
import { aProblem, randomDraft, runToEnd } from './randomProblem.ts';

/** A random county whose stops give a part of what they take. */
function givingBack(seed: number, share: number): ProblemDraft {
  const draft = randomDraft(seed, 25);
  const stops = draft.stops.map((stop) => ({ ...stop, pickup: [Math.floor(stop.delivery![0]! * share)] }));
  return { ...draft, stops, vehicleTypes: [{ capacity: [150], fixedCost: 1000, costPerKm: 800 }] };
}

describe('pickups', () => {
  const matters = (draft: ProblemDraft): boolean => buildKernelModel(aProblem(draft)).hasPickup;

  it('do not matter where no stop gives more than it takes: a vehicle is fullest when it sets out', () => {
    expect(matters(givingBack(1, 1))).toBe(false);
    expect(matters(givingBack(1, 0))).toBe(false);
  });

  it('matter where one stop does, or where lines are balanced by load', () => {
    const draft = givingBack(1, 0.5);
    const [first, ...others] = draft.stops;
    expect(matters({ ...draft, stops: [{ ...first, delivery: [20], pickup: [21] }, ...others] })).toBe(true);
    expect(matters({ ...draft, balance: { measure: 'load', costPerUnit: 10 } })).toBe(true);
  });

  it.each([1, 2, 3, 4, 5, 6])('left out of account make no plan the checker refuses, county %i', (seed) => {
    // 150 aboard at most; with all of it given back, every leg of a full line is at the limit.
    const problem = aProblem(givingBack(seed, 1));
    const plan = runToEnd(problem, { seed, iterations: 500 });
    expect(checkSolution(problem, plan).findings).toEqual([]);
    expect(plan.unserved).toEqual([]);
  });
});
