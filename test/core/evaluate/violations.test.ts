import { expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { TimeBound } from '../../../src/core/model/networkPolicy.ts';
import { aLine, aMatrix, aPlan, aScenario } from '../../builders.ts';

const matrix = aMatrix(['depot', 'A'], [['depot', 'A', 20, 40]]);

/** Alternate days, a wave at 06:00, departure 07:30, 40 minutes: 2 h 10 min on the day, 26 h 10 min after it. */
function violationsUnder(timeBound: TimeBound) {
  const base = aScenario([{ id: 'A', delivery: 10 }]);
  const scenario = { ...base, policy: { ...base.policy, timeBound } };
  const plan = aPlan([aLine('L1', ['A'], { serviceDays: { kind: 'everyNDays', n: 2 } })]);
  return evaluatePlan(scenario, matrix, plan).violations;
}

it.each<[TimeBound, number | null]>([
  [{ measure: 'worst', limitH: 26 }, 1 / 6],
  [{ measure: 'worst', limitH: 27 }, null],
  // Mean of 2 h 10 and 26 h 10.
  [{ measure: 'mean', limitH: 14 }, 1 / 6],
  [{ measure: 'percentile', share: 0.5, limitH: 2 }, 1 / 6],
  [{ measure: 'percentile', share: 0.5, limitH: 3 }, null],
  [{ measure: 'calendarDays', share: 1, limitDays: 0 }, 1],
])(
  'a limit on the time to the village is reported where it is missed, with nothing to choose: %j',
  (bound, excess) => {
    const violations = violationsUnder(bound);
    expect(violations.map(({ code }) => code)).toEqual(excess === null ? [] : ['time.boundExceeded']);
    if (excess !== null) expect(violations[0]!.params.excess).toBeCloseTo(excess, 9);
  },
);
