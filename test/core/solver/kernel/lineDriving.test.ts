import { expect, test } from 'vitest';
import { createRandom } from '../../../../src/core/random.ts';
import { LineDriving } from '../../../../src/core/solver/kernel/lineDriving.ts';
import { RouteState } from '../../../../src/core/solver/kernel/routeState.ts';
import { buildKernelModel } from '../../../../src/core/solver/kernelModel.ts';
import { searchTables } from '../../../../src/core/solver/searchTables.ts';
import { aProblem, randomDraft } from '../randomProblem.ts';
import { tasksOf } from './linesOf.ts';

const timed = (seed: number) =>
  buildKernelModel(
    aProblem({
      ...randomDraft(seed, 30),
      vehicleTypes: [{ costPerKm: 800, costPerHour: 30_000, maxDurationS: 36_000 }],
    }),
  );

test('two stops by hand', () => {
  const model = timed(1);
  const state = new RouteState(searchTables(model));
  const driving = new LineDriving(state.tables, state);
  const line = state.open(0);
  const end = model.n + line;
  state.link(4, end);
  state.link(7, 4);
  driving.refresh(line, end, end);
  const { durations, width, n } = model;
  const driveS = (from: number, to: number): number => durations[0]![from * width + to]!;
  expect(driving.drivingS[line]).toBe(driveS(n, 4) + driveS(4, 7) + driveS(7, n));
  expect(driving.serviceS[line]).toBe(model.taskServiceS[4]! + model.taskServiceS[7]!);
  // 0.8 yuan a km and 30 yuan an hour, in thousandths.
  const legCost = (lengthM: number, s: number): number => lengthM * 0.8 + (s * 30_000) / 3600;
  expect(driving.dearerLeg[4]).toBeCloseTo(
    Math.max(legCost(state.legNext[end]!, driveS(n, 4)), legCost(state.legNext[4]!, driveS(4, 7))),
    6,
  );
});

test.each([1, 2, 3, 4])('a stop put in adds up to the same as the whole line, county %i', (seed) => {
  const model = timed(seed);
  const random = createRandom(seed);
  const state = new RouteState(searchTables(model));
  const driving = new LineDriving(state.tables, state);
  const lines = [state.open(0), state.open(0)];
  for (let task = 0; task < model.n; task++) {
    const line = lines[random.nextInt(2)]!;
    const end = model.n + line;
    const places = [end, ...tasksOf(state, line)];
    const behind = places[random.nextInt(places.length)]!;
    const after = state.next[behind]!;
    state.link(task, behind);
    driving.refresh(line, behind, after);
    const anew = new LineDriving(state.tables, state);
    anew.refresh(line, end, end);
    expect(driving.drivingS[line]).toBe(anew.drivingS[line]);
    expect(driving.serviceS[line]).toBe(anew.serviceS[line]);
    for (const other of tasksOf(state, line)) expect(driving.dearerLeg[other]).toBe(anew.dearerLeg[other]);
  }
});
