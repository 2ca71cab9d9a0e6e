import { expect, test } from 'vitest';
import { createProblem } from '../../../../src/core/model/problem.ts';
import { createRandom } from '../../../../src/core/random.ts';
import { RouteState } from '../../../../src/core/solver/kernel/routeState.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { searchTables } from '../../../../src/core/solver/searchTables.ts';
import { randomDraft } from '../randomProblem.ts';
import { linesOf, tasksOf } from './linesOf.ts';

/** Twelve stops; the second vehicle type takes ways a tenth longer. */
function emptyState(): RouteState {
  const draft = randomDraft(7, 12);
  const [first] = draft.profiles;
  const longer = {
    lengthM: first!.lengthM.map((length) => Math.round(length * 1.1)),
    durationS: first!.durationS,
  };
  const problem = createProblem({
    ...draft,
    profiles: [first!, longer],
    vehicleTypes: [draft.vehicleTypes[0]!, { ...draft.vehicleTypes[0]!, profileIndex: 1 }],
  });
  return new RouteState(searchTables(buildKernelModel(problem)));
}

function expectLegs(state: RouteState): void {
  const { tables } = state;
  let total = 0;
  for (let route = 0; route < state.routeHigh; route++) {
    const table = tables.profile[state.type[route]!]! * tables.cells;
    const tasks = tasksOf(state, route);
    if (tasks.length === 0) continue;
    const places = [tables.startPlace[0]!, ...tasks, tables.endPlace[0]!];
    const legs = places
      .slice(1)
      .map((place, index) => tables.lengths[table + places[index]! * tables.width + place]!);
    for (const [index, task] of tasks.entries()) {
      expect(state.legPrev[task]).toBe(legs[index]);
      expect(state.legNext[task]).toBe(legs[index + 1]);
      expect(state.longerLeg[task]).toBe(Math.max(legs[index]!, legs[index + 1]!));
    }
    const length = legs.reduce((sum, leg) => sum + leg, 0);
    expect(state.lengthM[route]).toBe(length);
    total += length;
  }
  expect(state.totalLengthM).toBe(total);
  for (let task = 0; task < tables.n; task++)
    if (state.route[task]! < 0) expect(state.longerLeg[task]).toBeLessThan(0);
}

test('legs, the longer of both and all lengths follow every change, and undo takes changes back', () => {
  const random = createRandom(11);
  const state = emptyState();
  for (let round = 0; round < 60; round++) {
    const before = linesOf(state);
    const lengthM = state.totalLengthM;
    for (let change = 0; change < 8; change++) {
      const task = random.nextInt(state.tables.n);
      if (state.route[task]! >= 0) state.unlink(task);
      else {
        const other = random.nextInt(state.tables.n);
        const line = state.route[other]!;
        if (line >= 0) state.link(task, other);
        else state.link(task, state.tables.n + state.open(random.nextInt(2)));
      }
      const line = state.route[random.nextInt(state.tables.n)]!;
      if (line >= 0 && random.nextInt(4) === 0) state.changeType(line, 1 - state.type[line]!);
    }
    expectLegs(state);
    if (round % 2 === 0) {
      state.undo();
      expect(linesOf(state)).toEqual(before);
      expect(state.totalLengthM).toBe(lengthM);
      expectLegs(state);
    }
    state.settle();
  }
});
