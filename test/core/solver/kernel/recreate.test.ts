import { describe, expect, it } from 'vitest';
import { createProblem } from '../../../../src/core/model/problem.ts';
import { Annealer, sourceSearch } from '../../../../src/core/solver/annealer.ts';
import type { Annealing } from '../../../../src/core/solver/kernel/annealing.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { defaultSettings } from '../../../../src/core/solver/solve.ts';
import { linesOf } from './linesOf.ts';

/** A depot and eight stops on a line, 10 m apart; vehicles for four. With a shift, the lines have segments. */
function started(maxDurationS: number | null): Annealing {
  const places = Array.from({ length: 9 }, (_, place) => place * 10);
  const table = Int32Array.from(places.flatMap((from) => places.map((to) => Math.abs(from - to))));
  const problem = createProblem({
    stops: Array.from({ length: 8 }, () => ({ delivery: [1] })),
    profiles: [{ lengthM: table, durationS: table }],
    vehicleTypes: [{ capacity: [4], ...(maxDurationS === null ? {} : { maxDurationS }) }],
  });
  const annealing = sourceSearch(buildKernelModel(problem), 1, defaultSettings);
  annealing.fill();
  annealing.begin();
  return annealing;
}

describe.each([
  ['capacity only', null],
  ['with a shift', 1000],
])('a round, %s', (_name, maxDurationS) => {
  const takeOff = ({ state, segments }: Annealing): Int32Array => {
    const removed = Int32Array.from([5, 6, 7]);
    for (const task of removed) state.unlink(task);
    for (let index = 0; index < state.touchedCount; index++) segments?.refreshAll(state.touched[index]!);
    return removed;
  };

  it('is given up once it costs too much, and can be undone', () => {
    const annealing = started(maxDurationS);
    const { state, recreate } = annealing;
    const before = linesOf(state);
    const lengthM = state.totalLengthM;
    expect(recreate.run(takeOff(annealing), 3, 1e-9)).toBe(false);
    state.undo();
    expect(linesOf(state)).toEqual(before);
    expect(state.totalLengthM).toBe(lengthM);
  });

  it('is finished where the limit is not reached', () => {
    const annealing = started(maxDurationS);
    const { state, recreate } = annealing;
    expect(recreate.run(takeOff(annealing), 3, annealing.bestCost + 1)).toBe(true);
    expect(recreate.absentCount).toBe(0);
    expect(linesOf(state).reduce((sum, { tasks }) => sum + tasks.length, 0)).toBe(8);
  });
});

it('leaves out what no vehicle is large enough for, and serves the rest', () => {
  const table = Int32Array.from([0, 10, 20, 30, 10, 0, 10, 20, 20, 10, 0, 10, 30, 20, 10, 0]);
  const problem = createProblem({
    stops: [{ delivery: [1] }, { delivery: [5] }, { delivery: [2] }],
    profiles: [{ lengthM: table, durationS: table }],
    vehicleTypes: [{ capacity: [4] }],
  });
  const annealing = new Annealer(buildKernelModel(problem), 1, defaultSettings);
  annealing.start(null);
  annealing.calibrate();
  annealing.coolTo(0.5, 100);
  annealing.run(100);
  const { lines, absent } = annealing.best();
  expect(absent).toEqual([1]);
  // Out to the stop 30 m away and back, past the one at 10 m.
  expect(lines.map(({ tasks }) => [...tasks].sort())).toEqual([[0, 2]]);
  expect(annealing.bestCost).toBe(60);
});
