import { describe, expect, test, vi } from 'vitest';
import { checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem } from '../../../src/core/model/problem.ts';
import { fullDraft, randomDraft, runToEnd } from './randomProblem.ts';

vi.setConfig({ testTimeout: 60_000 });

describe('solve', () => {
  test('every plan passes the independent checker, with all constraints on', () => {
    for (let seed = 1; seed <= 8; seed++) {
      const problem = createProblem(fullDraft(seed, 10 + seed * 2));
      const solution = runToEnd(problem, { seed, iterations: 400 });
      expect(checkSolution(problem, solution).findings).toEqual([]);
    }
  });

  test('the same seed and iterations give the same plan, another seed a plan of its own', () => {
    const problem = createProblem(fullDraft(3, 30));
    const first = runToEnd(problem, { seed: 5, iterations: 400 });
    const second = runToEnd(problem, { seed: 5, iterations: 400 });
    expect(second).toEqual(first);
    expect(runToEnd(problem, { seed: 6, iterations: 1 }).routes).not.toEqual(
      runToEnd(problem, { seed: 5, iterations: 1 }).routes,
    );
  });

  test('more iterations of the same run are announced by progress and never lose the best plan', () => {
    const problem = createProblem(randomDraft(2, 40));
    const run = runToEnd(problem, { seed: 1, iterations: 0 });
    const longer = runToEnd(problem, { seed: 1, iterations: 2_000 });
    expect(longer.cost).toBeLessThanOrEqual(run.cost);
    expect(longer.iterations).toBe(2_000);
  });

  test('a fixed number of lines is kept, also where fewer would be cheaper', () => {
    for (const lines of [4, 6]) {
      const problem = createProblem({
        ...randomDraft(4, 24),
        vehicleTypes: [{ capacity: [2_000], fixedCost: 300_000 }],
        minLines: lines,
        maxLines: lines,
      });
      const solution = runToEnd(problem, { seed: 1, iterations: 500 });
      expect(checkSolution(problem, solution).findings).toEqual([]);
      expect(solution.routes).toHaveLength(lines);
    }
  });

  test('an optional stop is left out exactly when its detour costs more than leaving it out', () => {
    // Depot 0, stops at 10 km and 50 km on one road; 1 yuan/km: the far stop adds 80 km = 80 yuan.
    const at = [0, 10_000, 50_000];
    const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
    const build = (skipCost: number) =>
      createProblem({
        stops: [{}, { skipCost }],
        profiles: [{ lengthM, durationS: lengthM }],
        vehicleTypes: [{ costPerKm: 1000 }],
      });
    const dear = runToEnd(build(79_999), { seed: 1, iterations: 50 });
    expect(dear.unserved).toEqual([{ stopIndex: 1, reason: 'optional', params: { skipCost: 79_999 } }]);
    expect(dear.cost).toBe(20_000 + 79_999);
    expect(runToEnd(build(80_001), { seed: 1, iterations: 50 }).cost).toBe(100_000);
  });

  test('a stop that cannot be served comes back with its reason and numbers', () => {
    const at = [0, 10_000, 90_000];
    const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
    const base = {
      stops: [{ delivery: [5] }, { delivery: [50] }],
      profiles: [{ lengthM, durationS: lengthM }],
    };
    const reasonWith = (type: object) =>
      runToEnd(createProblem({ ...base, vehicleTypes: [type] }), { seed: 1, iterations: 20 }).unserved;
    expect(reasonWith({ capacity: [40] })).toEqual([
      { stopIndex: 1, reason: 'capacity', params: { load: 50, capacity: 40 } },
    ]);
    // Out and back 2 x 90 km.
    expect(reasonWith({ maxLengthM: 150_000 })).toEqual([
      { stopIndex: 1, reason: 'vehicleRange', params: { lengthM: 180_000, maxLengthM: 150_000 } },
    ]);
    expect(reasonWith({ maxDurationS: 150_000 })).toEqual([
      { stopIndex: 1, reason: 'shift', params: { durationS: 180_000, maxDurationS: 150_000 } },
    ]);
    expect(reasonWith({ capacity: [50], count: 1 })).toEqual([
      { stopIndex: 1, reason: 'noVehicle', params: { vehicles: 1, used: 1 } },
    ]);
  });

  test('pickups and deliveries share the vehicle: load falls and rises along the line', () => {
    // Capacity 10. Stop 0 delivers 10, stop 1 picks up 10: one line only in the order 0, 1.
    const at = [0, 20_000, 10_000];
    const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
    const problem = createProblem({
      stops: [{ delivery: [10] }, { pickup: [10] }],
      profiles: [{ lengthM, durationS: lengthM }],
      vehicleTypes: [{ capacity: [10], fixedCost: 100_000 }],
    });
    const solution = runToEnd(problem, { seed: 1, iterations: 50 });
    expect(checkSolution(problem, solution).findings).toEqual([]);
    expect(solution.routes.map((route) => route.stops)).toEqual([[0, 1]]);
  });

  test('takes the small cheap vehicle where it is enough and the large one where it is not', () => {
    const at = [0, 10_000, -10_000];
    const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
    const problem = createProblem({
      stops: [{ delivery: [30] }, { delivery: [90] }],
      profiles: [{ lengthM, durationS: lengthM }],
      vehicleTypes: [
        { capacity: [100], fixedCost: 300_000 },
        { capacity: [40], fixedCost: 100_000 },
      ],
    });
    const solution = runToEnd(problem, { seed: 1, iterations: 100 });
    // 300 + 20 yuan for the large van, 100 + 20 for the small one.
    expect(solution.cost).toBe(440_000);
    expect(solution.components.fixed).toBe(400_000);
  });
});

describe('several trips per duty', () => {
  test('short lines share a duty and its fixed cost', () => {
    // Three stops 10 km out in three directions, load 8 of 10 each: three lines of 20 km and 40 min at 30 km/h.
    // One duty of 2 h for one vehicle: 300 yuan + 60 km x 1 yuan = 360; three duties would cost 960.
    const lengthM = Int32Array.from({ length: 16 }, (_, cell) => {
      const [from, to] = [Math.floor(cell / 4), cell % 4];
      if (from === to) return 0;
      return from === 0 || to === 0 ? 10_000 : 20_000;
    });
    const problem = createProblem({
      stops: [{ delivery: [8] }, { delivery: [8] }, { delivery: [8] }],
      profiles: [{ lengthM, durationS: lengthM.map((metres) => (metres * 3.6) / 30) }],
      vehicleTypes: [
        { capacity: [10], count: 1, fixedCost: 300_000, costPerKm: 1000, shiftS: 7200, maxDurationS: 9000 },
      ],
      severalTripsPerDuty: true,
    });
    const solution = runToEnd(problem, { seed: 1, iterations: 100 });
    expect(checkSolution(problem, solution).findings).toEqual([]);
    expect(solution.duties).toEqual([[0, 1, 2]]);
    expect(solution.cost).toBe(360_000);
  });
});
