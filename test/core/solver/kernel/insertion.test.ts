import { describe, expect, it } from 'vitest';
import type { ProblemDraft } from '../../../../src/core/model/problem.ts';
import { sourceSearch } from '../../../../src/core/solver/annealer.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { defaultSettings } from '../../../../src/core/solver/solve.ts';
import { aProblem, evenly, randomDraft } from '../randomProblem.ts';
import { linesOf } from './linesOf.ts';

/** Every neighbour is looked at, and after the first place none is passed over by chance. */
const thorough = { ...defaultSettings, granularity: 1000, blinkOneIn: 1e9 };

const van = { capacity: [250], costPerKm: 800, fixedCost: 30_000 };
const draftsOf: Record<string, (seed: number) => ProblemDraft> = {
  'capacity only': (seed) => ({ ...evenly(seed, 24), vehicleTypes: [van] }),
  'way and time': (seed) => ({
    ...randomDraft(seed, 24),
    vehicleTypes: [
      { ...van, costPerHour: 30_000, shiftS: 10_800, overtimeCostPerHour: 20_000, maxDurationS: 21_600 },
    ],
    breakRule: { drivingS: 7200, breakS: 900 },
  }),
  'time alone': (seed) => ({
    ...randomDraft(seed, 24),
    vehicleTypes: [{ ...van, costPerKm: 0, costPerHour: 30_000, maxDurationS: 21_600 }],
  }),
};

describe.each(Object.entries(draftsOf))('a task taken off, %s', (_name, draftOf) => {
  it.each([1, 2, 3, 4, 5, 6])('goes to the cheapest place there is, county %i', (seed) => {
    const annealing = sourceSearch(buildKernelModel(aProblem(draftOf(seed))), seed, thorough);
    annealing.fill();
    annealing.begin();
    const { state, segments, recreate, tables } = annealing;
    const refresh = (): void => {
      for (let index = 0; index < state.touchedCount; index++) segments?.refreshAll(state.touched[index]!);
    };
    const cost = (): number =>
      segments ? segments.totalCost : (state.totalLengthM * tables.costPerKm[0]!) / 1000 + state.totalFixed;
    for (let task = 0; task < tables.n; task++) {
      state.unlink(task);
      refresh();
      state.settle();
      let cheapest = Number.POSITIVE_INFINITY;
      const places = linesOf(state).flatMap(({ tasks }) => {
        const end = tables.n + state.route[tasks[0]!]!;
        return [end, ...tasks];
      });
      for (const behind of [...places, -1]) {
        state.link(task, behind < 0 ? tables.n + state.open(0) : behind);
        refresh();
        const line = state.route[task]!;
        const fits = segments ? segments.isAllowed(line, 0) : state.load[line]! <= van.capacity[0]!;
        if (fits) cheapest = Math.min(cheapest, cost());
        state.undo();
        refresh();
        state.settle();
      }
      expect(recreate.run(Int32Array.of(task), 1, Number.POSITIVE_INFINITY)).toBe(true);
      refresh();
      state.settle();
      // Costs of a line are whole numbers, its places are compared before they are rounded.
      expect(cost()).toBeLessThanOrEqual(cheapest + 3);
    }
  });
});
