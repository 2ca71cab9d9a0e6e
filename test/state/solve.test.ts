import { expect, test } from 'vitest';
import type { Report } from '../../src/core/model/report.ts';
import { createSolve } from '../../src/state/solve.ts';

const progress = (yuanPerParcel: number, unservedCount: number) => ({
  phase: 'lines' as const,
  doneShare: 0.5,
  bestYuanPerParcel: yuanPerParcel,
  incumbent: {
    version: 1,
    stops: new Int32Array(),
    starts: new Int32Array(),
    origins: new Int32Array(),
    comesBack: new Uint8Array(),
    unservedCount,
  },
});
const kept = (yuanPerParcel: number, unservedCount: number): Report =>
  ({
    evaluation: { yuanPerParcel },
    plan: { unserved: Array.from({ length: unservedCount }, (_, index) => ({ stationId: `s${index}` })) },
  }) as unknown as Report;
const curveOf = (solve: ReturnType<typeof createSolve>): (readonly [number, number])[] =>
  solve.store
    .getState()
    .lives['c/s']!.curve.map(({ yuanPerParcel, unservedCount }) => [yuanPerParcel, unservedCount]);

test('the curve ends at the plan that is kept, beside which cheaper lines that leave stops out say nothing', () => {
  const solve = createSolve();
  solve.begin('c/s', 0, true);
  solve.follow('c/s', progress(1.37, 2), 1000);
  solve.follow('c/s', progress(1.3, 2), 2000);
  expect(curveOf(solve)).toEqual([
    [1.37, 2],
    [1.3, 2],
  ]);
  solve.arrive('c/s', kept(1.42, 0), 3000);
  expect(curveOf(solve)).toEqual([[1.42, 0]]);
});

test('a plan that was the last best adds no point', () => {
  const solve = createSolve();
  solve.begin('c/s', 0, true);
  solve.follow('c/s', progress(1.5, 0), 1000);
  solve.arrive('c/s', kept(1.5, 0), 3000);
  expect(curveOf(solve)).toEqual([[1.5, 0]]);
});
