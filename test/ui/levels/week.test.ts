import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Report } from '../../../src/core/model/report.ts';
import { runningLines } from '../../../src/ui/levels/runningLines.ts';
import { weekOf } from '../../../src/ui/levels/week.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

/** Two villages 20 km off: a every day, b on alternate days from Tuesday on. */
const scenario = aScenario([
  { id: 'a', delivery: 40 },
  { id: 'b', delivery: 10 },
]);
const matrix = aMatrix(
  ['depot', 'a', 'b'],
  [
    ['depot', 'a', 20, 30],
    ['depot', 'b', 20, 30],
  ],
);
const plan = aPlan([
  aLine('A', ['a']),
  aLine('B', ['b'], { serviceDays: { kind: 'everyNDays', n: 2 }, phase: 1 }),
]);
const report = {
  scenario,
  plan,
  matrix,
  evaluation: evaluatePlan(scenario, matrix, plan),
} as unknown as Report;

describe('the week strip', () => {
  const week = weekOf(report);

  it('covers two weeks where alternate days do not repeat within one', () => {
    expect(week.days).toHaveLength(14);
    // Tuesday, Thursday, Saturday, Monday of the second week, ...
    expect(week.lines[1]!.tripsByDay).toEqual([0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1]);
    expect(week.lines[0]!.tripsByDay).toEqual(new Array(14).fill(1));
  });

  it('adds up lines, duties, kilometres and parcels of a day', () => {
    expect(week.sums[0]).toMatchObject({ lineCount: 1, dutyCount: 1, lengthKm: 40, arrivingParcels: 40 });
    // b waits two days: 20 parcels beside the 40 of a.
    expect(week.sums[1]).toMatchObject({
      lineCount: 2,
      dutyCount: 2,
      lengthKm: 80,
      leavingParcels: 60,
      arrivingParcels: 60,
    });
  });

  it('gives every driver a day of rest in each week', () => {
    // 7 days of A and 3 or 4 of B are 10 or 11 duty days a week: two drivers, each at most six days.
    expect(week.drivers).toHaveLength(2);
    for (const { dutyByDay } of week.drivers)
      for (const from of [0, 7])
        expect(dutyByDay.slice(from, from + 7).filter((duty) => duty === null).length).toBeGreaterThan(0);
    for (const day of week.days) {
      const driven = week.drivers.flatMap(({ dutyByDay }) => dutyByDay[day] ?? []);
      expect(driven.sort()).toEqual(day % 2 === 1 ? [0, 1] : [0]);
    }
  });

  it('filters lines by day', () => {
    expect(runningLines(plan, null)).toBeNull();
    expect([...runningLines(plan, 0)!]).toEqual(['A']);
    expect([...runningLines(plan, 8)!]).toEqual(['A']);
    expect([...runningLines(plan, 7)!]).toEqual(['A', 'B']);
  });
});
