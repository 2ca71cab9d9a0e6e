import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import {
  createProblem,
  type LockedLine,
  type Problem,
  type ProblemDraft,
} from '../../../src/core/model/problem.ts';
import { describeSolution } from '../../../src/core/solver/describe.ts';
import { lowerBounds } from '../../../src/core/solver/lowerBounds.ts';
import { fullDraft, randomDraft, runToEnd } from './randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

/** All ways to share out stops over ordered lines: every stop goes to every position of every line, or to a new one. */
function* allPlans(stopCount: number): Generator<number[][]> {
  function* place(stop: number, lines: number[][]): Generator<number[][]> {
    if (stop === stopCount) {
      yield lines;
      return;
    }
    for (const [index, line] of lines.entries())
      for (let position = 0; position <= line.length; position++)
        yield* place(
          stop + 1,
          lines.with(index, [...line.slice(0, position), stop, ...line.slice(position)]),
        );
    yield* place(stop + 1, [...lines, [stop]]);
  }
  yield* place(0, []);
}

/** Least cost of any feasible plan of one vehicle type, by looking at all of them. */
function provenOptimum(problem: Problem): number {
  let best = Number.POSITIVE_INFINITY;
  for (const plan of allPlans(problem.stopCount)) {
    const lines = plan.map((stops) => ({ vehicleTypeIndex: 0, stops }));
    const solution = describeSolution(problem, lines, 0, null);
    if (solution.cost < best && checkSolution(problem, solution).isFeasible) best = solution.cost;
  }
  return best;
}

/** Six stops under tight load, pickups, windows, overtime and a longest duration. */
function tightDraft(seed: number): ProblemDraft {
  const draft = randomDraft(seed, 6);
  return {
    ...draft,
    stops: draft.stops.map((stop, index) => ({
      ...stop,
      windowS: index % 2 === 0 ? [7 * 3600, 10 * 3600] : [9 * 3600, 16 * 3600],
    })),
    depotWindowsS: [[7 * 3600, 18 * 3600]],
    vehicleTypes: [
      {
        capacity: [130],
        fixedCost: 60_000,
        costPerKm: 800,
        costPerHour: 10_000,
        shiftS: 4 * 3600,
        overtimeCostPerHour: 30_000,
        maxDurationS: 6 * 3600,
      },
    ],
  };
}

describe('proven optimum of small cases', () => {
  test('the solver reaches it', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = createProblem(tightDraft(seed));
      expect(runToEnd(problem, { seed, iterations: 1_500 }).cost).toBe(provenOptimum(problem));
    }
  });

  test('relaxing a constraint never costs more', () => {
    const draft = tightDraft(5);
    const [vehicle] = draft.vehicleTypes;
    const cost = (changed: Partial<ProblemDraft>): number =>
      runToEnd(createProblem({ ...draft, ...changed }), { seed: 1, iterations: 1_500 }).cost;
    const strict = cost({});
    expect(strict).toBe(provenOptimum(createProblem(draft)));
    expect(cost({ vehicleTypes: [{ ...vehicle, capacity: [200] }] })).toBeLessThanOrEqual(strict);
    expect(cost({ vehicleTypes: [{ ...vehicle, maxDurationS: 8 * 3600 }] })).toBeLessThanOrEqual(strict);
    expect(cost({ vehicleTypes: [{ ...vehicle, shiftS: 5 * 3600 }] })).toBeLessThanOrEqual(strict);
    const anyTime = draft.stops.map(({ windowS: _, ...stop }) => stop);
    expect(cost({ stops: anyTime })).toBeLessThanOrEqual(strict);
    const noPickup = draft.stops.map(({ pickup: _, ...stop }) => stop);
    expect(cost({ stops: noPickup })).toBeLessThanOrEqual(strict);
  });

  test('numbering the stops otherwise changes nothing', () => {
    const draft = tightDraft(6);
    const order = [3, 0, 5, 1, 4, 2];
    const places = [0, ...order.map((stop) => stop + 1)];
    const reordered = (table: Int32Array): Int32Array =>
      Int32Array.from(places.flatMap((from) => places.map((to) => table[from * 7 + to]!)));
    const profile = draft.profiles[0]!;
    const shuffled = createProblem({
      ...draft,
      stops: order.map((stop) => draft.stops[stop]!),
      profiles: [{ lengthM: reordered(profile.lengthM), durationS: reordered(profile.durationS) }],
    });
    const cost = runToEnd(createProblem(draft), { seed: 1, iterations: 1_500 }).cost;
    expect(runToEnd(shuffled, { seed: 1, iterations: 1_500 }).cost).toBe(cost);
  });
});

describe('locks', () => {
  test('locked parts never move, whatever the rest does', () => {
    const lockedLines: LockedLine[] = [
      { vehicleTypeIndex: 0, stops: [4, 9], keep: 'line' },
      { vehicleTypeIndex: 0, stops: [12, 3, 17], keep: 'sequence' },
      { vehicleTypeIndex: 0, stops: [1, 15], keep: 'stops' },
    ];
    for (let seed = 1; seed <= 4; seed++) {
      const problem = createProblem({ ...randomDraft(seed, 20), lockedLines });
      const solution = runToEnd(problem, { seed, iterations: 300 });
      expect(checkSolution(problem, solution).findings).toEqual([]);
      expect(solution.routes.map((route) => route.stops)).toContainEqual([4, 9]);
    }
  });
});

describe('bounds and warm starts', () => {
  test('no plan is below the lower bounds', () => {
    for (let seed = 1; seed <= 4; seed++) {
      const problem = createProblem({
        ...randomDraft(seed, 14),
        vehicleTypes: [{ capacity: [150], maxDurationS: 5 * 3600 }],
      });
      const bounds = lowerBounds(problem);
      const solution = runToEnd(problem, { seed, iterations: 300 });
      expect(solution.unserved).toEqual([]);
      expect(solution.routes.length).toBeGreaterThanOrEqual(bounds.fewestLines);
      expect(solution.components.distance).toBeGreaterThanOrEqual(bounds.treeLengthM);
      expect(solution.longestLengthM).toBeGreaterThanOrEqual(bounds.farthestLengthM);
    }
  });

  test('a search started from a plan never returns a worse one', () => {
    const problem = createProblem(fullDraft(9, 24));
    const first = runToEnd(problem, { seed: 1, iterations: 300 });
    const second = runToEnd(problem, { seed: 2, iterations: 100, startFrom: first });
    expect(second.cost).toBeLessThanOrEqual(first.cost);
    expect(checkSolution(problem, second).findings).toEqual([]);
  });
});
