import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignLines } from '../../../src/core/assign/assignLines.ts';
import { shareLines } from '../../../src/core/assign/shareLines.ts';
import { checkPlan } from '../../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario, ServiceDays } from '../../../src/core/model/scenario.ts';
import { aMatrix, aScenario } from '../../builders.ts';

describe('lines shared out over groups of stations', () => {
  it('one each, the rest by largest remainder', () => {
    // Two lines beyond one each; 60 : 20 of 80 are 1.5 and 0.5, equal remainders: the larger group first.
    expect(shareLines(4, [60, 20])).toEqual([3, 1]);
    // Two beyond one each: 50 : 30 : 20 of 100 are 1.0, 0.6 and 0.4.
    expect(shareLines(5, [20, 50, 30])).toEqual([1, 2, 2]);
    // Rounding each would have made 2 + 2 + 2 of five (5/3 = 1.67).
    expect(shareLines(5, [10, 10, 10]).toSorted()).toEqual([1, 2, 2]);
  });

  it('where there are fewer lines than groups, the largest groups have them', () => {
    expect(shareLines(2, [5, 30, 20])).toEqual([0, 1, 1]);
    expect(shareLines(0, [5, 30])).toEqual([0, 0]);
  });

  it('never more than there is, never less than there is room for, and a larger group never less', () => {
    fc.assert(
      fc.property(
        fc.nat(40),
        fc.array(fc.integer({ min: 1, max: 200 }), { minLength: 1, maxLength: 8 }),
        (lineCount, stationCounts) => {
          const shares = shareLines(lineCount, stationCounts);
          expect(shares.reduce((sum, share) => sum + share, 0)).toBe(lineCount);
          if (lineCount >= stationCounts.length) expect(Math.min(...shares)).toBeGreaterThanOrEqual(1);
          for (const [left, leftCount] of stationCounts.entries())
            for (const [right, rightCount] of stationCounts.entries())
              if (leftCount > rightCount) expect(shares[left]).toBeGreaterThanOrEqual(shares[right]!);
        },
      ),
    );
  });
});

describe('a limit on the number of lines with days of their own', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
  const days: readonly (ServiceDays | null)[] = [
    null,
    null,
    null,
    { kind: 'weekdays', days: [0] },
    { kind: 'weekdays', days: [0] },
    { kind: 'weekdays', days: [2] },
    { kind: 'weekdays', days: [2] },
  ];
  const matrix = aMatrix(
    ['depot', ...ids],
    ids.map((id, index) => ['depot', id, 5 + index, 10 + index] as const),
  );

  function solved(min: number, max: number | null): { plan: Plan; scenario: Scenario } {
    const base = aScenario(ids.map((id) => ({ id, delivery: 10 })));
    const scenario: Scenario = {
      ...base,
      stations: base.stations.map((station, index) => {
        const serviceDays = days[index];
        return serviceDays ? { ...station, calendar: { kind: 'given', serviceDays } } : station;
      }),
      policy: { ...base.policy, lineCount: { min, max } },
    };
    const search = assignLines(scenario, matrix, { seed: 1, iterations: 500 });
    for (;;) {
      const step = search.next();
      if (step.done) return { plan: step.value, scenario };
    }
  }

  it.each([2, 3, 4, 5])('%i lines are not passed, and the check agrees', (max) => {
    const { plan, scenario } = solved(0, max);
    expect(plan.lines.length).toBeLessThanOrEqual(max);
    expect(checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan))).toEqual([]);
    // Two lines for three groups: one of the small groups stays behind, and the reason is the number of lines.
    const behind = plan.unserved.map(({ reason }) => reason);
    expect(behind).toEqual(max === 2 ? ['lineCount', 'lineCount'] : []);
  });

  it('as many lines as are asked for are drawn, though fewer would do', () => {
    expect(solved(0, null).plan.lines.length).toBe(3);
    // Three lines beyond one each; of 3 : 2 : 2 stations 1.29, 0.86 and 0.86: two each.
    const { plan, scenario } = solved(6, 6);
    const daysOf = plan.lines.map(({ serviceDays }) => JSON.stringify(serviceDays));
    expect(daysOf.length).toBe(6);
    expect(new Set(daysOf).size).toBe(3);
    expect(plan.unserved).toEqual([]);
    expect(checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan))).toEqual([]);
  });
});
