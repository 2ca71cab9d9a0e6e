import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLayered } from '../../../src/core/audit/checkLayered.ts';
import { readLayered } from '../../../src/core/io/instances/readLayered.ts';
import { FirstLevelCost } from '../../../src/core/levels/firstLevel.ts';
import { searchLayered } from '../../../src/core/levels/layeredSearch.ts';
import type { LayeredProblem, LayeredSolution } from '../../../src/core/model/layeredProblem.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

function instanceOf(path: string) {
  const text = readFileSync(new URL(`../../fixtures/instances/${path}`, import.meta.url), 'utf8');
  const read = readLayered(text);
  if (!read?.ok) throw new Error(`${path} does not read`);
  return read.value;
}

function search(problem: LayeredProblem, iterations: number, seed = 1): LayeredSolution {
  return toEnd(searchLayered(problem, { seed, iterations }));
}

describe('searchLayered', () => {
  // Optima proved elsewhere: BKS.csv, column exact_optimum_recomputed; distances are real numbers.
  it.each([
    ['2evrp/Set2a_E-n22-k4-s6-17.dat', 417.069],
    ['2evrp/Set2a_E-n22-k4-s10-14.dat', 371.499],
  ])('finds the proved optimum of %s', (path, optimum) => {
    const { problem, costDivisor } = instanceOf(path);
    const solution = search(problem, 60_000);
    expect(checkLayered(problem, solution)).toEqual([]);
    expect(solution.cost / costDivisor).toBeCloseTo(optimum, 3);
  });

  it('comes within half a percent of the best known periodic plan', () => {
    const { problem, costDivisor } = instanceOf('pvrp-cordeau/p14');
    const solution = search(problem, 40_000);
    expect(checkLayered(problem, solution)).toEqual([]);
    expect(solution.cost / costDivisor).toBeLessThanOrEqual(954.81 * 1.005);
  });

  it('repeats itself for the same seed and iterations', () => {
    const { problem } = instanceOf('2evrp/Set3_E-n22-k4-s13-14.dat');
    expect(search(problem, 3000, 7)).toEqual(search(problem, 3000, 7));
  });

  it('splits a load over trucks when that saves one', () => {
    // Depot 0 and anchors at 10 and 20 on a line, loads 15 and 15, trucks of 10: three trucks carry 30 exactly.
    // Full loads go out and back: 20 + 40. The rest, 5 and 5, rides on one truck to 20 and back: 40. Together 100.
    const at = [0, 10, 20];
    const legCost = Float64Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
    const level = {
      legCost,
      capacity: 10,
      truckCount: 3,
      fixedCost: 0,
      openCost: new Float64Array(2),
      anchorCapacity: new Float64Array(2).fill(Number.POSITIVE_INFINITY),
    };
    const plan = new FirstLevelCost(level).plan(Float64Array.of(15, 15));
    expect(plan.cost).toBe(100);
    expect(plan.trucks.map(({ calls }) => calls.map(({ amount }) => amount))).toEqual([[10], [10], [5, 5]]);
    // Loads 12 and 6 with two trucks: 10 go out and back, then 2 and 6 together: 20 + 40.
    expect(new FirstLevelCost({ ...level, truckCount: 2 }).plan(Float64Array.of(12, 6)).cost).toBe(60);
    // One truck cannot carry 18.
    expect(new FirstLevelCost({ ...level, truckCount: 1 }).plan(Float64Array.of(12, 6)).cost).toBe(
      Number.POSITIVE_INFINITY,
    );
  });

  it('opens the anchors that enumeration finds cheapest', () => {
    // Two anchors on a line at 10 and 30, customers at 9, 11, 29, 31; opening an anchor costs 5.
    const places = [10, 30, 9, 11, 29, 31];
    const legCost = Float64Array.from(places.flatMap((from) => places.map((to) => Math.abs(from - to))));
    const stores = [0, 10, 30];
    const problem = (openCost: number): LayeredProblem => ({
      anchorCount: 2,
      customerCount: 4,
      dayCount: 1,
      legCost,
      load: new Float64Array(4).fill(1),
      service: new Float64Array(4),
      patterns: [[[0]], [[0]], [[0]], [[0]]],
      vehicle: {
        capacity: 2,
        maxDuration: Number.POSITIVE_INFINITY,
        fixedCost: 0,
        perDay: 4,
        perAnchor: 4,
      },
      firstLevel: {
        legCost: Float64Array.from(stores.flatMap((from) => stores.map((to) => Math.abs(from - to)))),
        capacity: 10,
        truckCount: 2,
        fixedCost: 0,
        openCost: new Float64Array(2).fill(openCost),
        anchorCapacity: new Float64Array(2).fill(Number.POSITIVE_INFINITY),
      },
    });
    // Both open: trucks 60, routes 4 + 4, opening 2 x 5 = 78. Only the near one: 20 + (4 + 42) + 5 = 71.
    const dear = search(problem(5), 2000);
    expect(dear.cost).toBe(71);
    // Only the near one also when opening is free: 66 against 68.
    expect(search(problem(0), 2000).cost).toBe(66);
  });
});

describe('checkLayered', () => {
  const { problem } = instanceOf('2evrp/Set2a_E-n22-k4-s6-17.dat');
  const sound = search(problem, 3000);
  const codes = (change: Partial<LayeredSolution>): string[] => [
    ...new Set(checkLayered(problem, { ...sound, ...change }).map(({ code }) => code)),
  ];

  it('accepts what the search finds', () => {
    expect(codes({})).toEqual([]);
  });
  it('finds a customer left out, an unsupplied satellite and a wrong cost', () => {
    const [first, ...rest] = sound.routes;
    const routes = [{ ...first!, customers: first!.customers.slice(1) }, ...rest];
    expect(codes({ routes })).toEqual(['customer.pattern', 'anchor.supply', 'cost.wrong']);
  });
  it('finds too many freighters and overloads', () => {
    const all = sound.routes.flatMap(({ customers }) => customers);
    const one = [{ day: 0, anchor: sound.routes[0]!.anchor, customers: all }];
    expect(codes({ routes: one })).toContain('route.overload');
    const single = all.map((customer) => ({
      day: 0,
      anchor: sound.routes[0]!.anchor,
      customers: [customer],
    }));
    expect(codes({ routes: single })).toContain('routes.tooMany');
  });
});
