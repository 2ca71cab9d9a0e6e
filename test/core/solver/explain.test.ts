import { describe, expect, test } from 'vitest';
import { createProblem } from '../../../src/core/model/problem.ts';
import {
  cheapestRelaxations,
  explainPlan,
  lineCosts,
  rankInsertions,
} from '../../../src/core/solver/explain.ts';
import { runToEnd } from './randomProblem.ts';

// Depot at 0 km; stops at 10, 20 and 40 km of one road; 1 yuan/km, vehicle-day 100 yuan.
const at = [0, 10_000, 20_000, 40_000];
const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
const build = (type: object) =>
  createProblem({
    stops: [{ delivery: [4] }, { delivery: [4] }, { delivery: [4] }],
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [{ capacity: [8], fixedCost: 100_000, ...type }],
  });

describe('explain', () => {
  test('ranks the places for a stop by added cost, feasible ones first', () => {
    const problem = build({ capacity: [12] });
    const plan = {
      ...runToEnd(problem, { seed: 1, iterations: 20 }),
      routes: [{ vehicleTypeIndex: 0, startDepotIndex: 0, stops: [0, 2] }],
      duties: [[0]],
      cost: 180_000,
    };
    const ranked = rankInsertions(problem, plan, 1);
    // Between 10 km and 40 km (and on the way back) the 20 km stop costs nothing; before the first stop 2 x 10 km;
    // a line of its own 100 + 40 yuan.
    expect(ranked.map((entry) => entry.addedCost)).toEqual([0, 0, 20_000, 140_000]);
    expect(ranked.every((entry) => entry.violations.length === 0)).toBe(true);
    expect(ranked[2]).toMatchObject({ routeIndex: 0, position: 0, addedLengthM: 20_000 });
  });

  test('says what would have to be granted to serve what is left out', () => {
    const problem = build({ count: 1 });
    const solution = runToEnd(problem, { seed: 1, iterations: 100 });
    // One vehicle takes two stops; the nearest two are the cheapest, so the far one stays behind.
    expect(solution.unserved.map((entry) => entry.stopIndex)).toEqual([2]);
    const [relaxation] = cheapestRelaxations(problem, solution);
    // 4 more load on the vehicle there is: 2 x 20 km more; a second vehicle would cost 100 + 80 yuan.
    expect(relaxation).toMatchObject({ stopIndex: 2, insertion: { addedCost: 40_000 } });
    expect(relaxation!.insertion.violations).toEqual([{ code: 'capacity', by: 4 }]);
  });

  test('says all of it in one answer that a worker can post', () => {
    const problem = build({ count: 1 });
    const answer = explainPlan(problem, runToEnd(problem, { seed: 1, iterations: 100 }));
    expect(answer.lines.map((line) => line.cost)).toEqual([140_000]); // 100 yuan and 2 x 20 km
    expect(answer.unserved).toMatchObject([
      { stopIndex: 2, reason: 'noVehicle', relaxation: { violations: [{ code: 'capacity', by: 4 }] } },
    ]);
    expect(structuredClone(answer)).toEqual(answer);
  });

  test('tells what a line costs and what each stop adds to it', () => {
    const problem = build({ capacity: [12] });
    const solution = runToEnd(problem, { seed: 1, iterations: 100 });
    const [line] = lineCosts(problem, solution);
    expect(line!.cost).toBe(180_000);
    // Without the far stop the line turns round at 20 km: 40 km less.
    expect(line!.stops.find((stop) => stop.stopIndex === 2)!.savedWithout).toBe(40_000);
    expect(line!.stops.find((stop) => stop.stopIndex === 0)!.savedWithout).toBe(0);
  });
});
