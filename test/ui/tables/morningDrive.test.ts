import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import { driveInBefore } from '../../../src/ui/tables/morningDrive.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';

const base = aScenario([{ id: 'a' }, { id: 'b' }]);
const scenario = {
  ...base,
  serviceTimes: { ...base.serviceTimes, loadingMin: graded(20) },
  policy: { ...base.policy, lineRules: { startsAtVillage: true } },
};
const matrix = aMatrix(
  ['depot', 'a', 'b'],
  [
    ['depot', 'a', 10, 30],
    ['a', 'b', 8, 20],
    ['depot', 'b', 15, 40],
  ],
);
const first = aLine('first', ['a'], { departureClockMin: [450] });
const second = aLine('second', ['a', 'b'], { departureClockMin: [600] });
const reportOf = (plan: Plan) => ({ plan, evaluation: evaluatePlan(scenario, matrix, plan) });

describe('driveInBefore', () => {
  it('is the way back from the last stop, driven until loading begins', () => {
    // Loading from 600 - 20 = 580 on; b is 40 minutes and 15 km away.
    expect(driveInBefore(reportOf(aPlan([second])), second.id, 0)).toEqual({
      startClockMin: 540,
      endClockMin: 580,
      villageId: 'b',
      lengthKm: 15,
      ofLineIndex: null,
    });
  });

  it('stands above the first trip of a duty, and names the line whose way back it is', () => {
    const plan = aPlan([first, second]);
    const shared: Plan = {
      ...plan,
      duties: [
        {
          vehicleTypeId: first.vehicleTypeId,
          trips: [
            { lineId: first.id, roundIndex: 0 },
            { lineId: second.id, roundIndex: 0 },
          ],
        },
      ],
    };
    // The first trip loads from 450 - 20 = 430 on: from b it is left at 390.
    expect(driveInBefore(reportOf(shared), first.id, 0)).toMatchObject({
      startClockMin: 390,
      ofLineIndex: 1,
    });
    expect(driveInBefore(reportOf(shared), second.id, 0)).toBeNull();
  });
});
