import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { layGroundwork } from '../../../src/core/evaluate/groundwork.ts';
import { rankNewStation } from '../../../src/core/evaluate/rankNewStation.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded } from '../../builders.ts';

/** Two valleys: depot-a (10 km), depot-b (10 km); the new village n lies 4 km beyond a. 1 yuan/km, 100 yuan a vehicle-day. */
const vehicleTypes = [
  aVehicleType('van', {
    capacityParcels: graded(25),
    fixedYuanPerDay: graded(100),
    energyYuanPerKm: graded(1),
  }),
];
const drafts = [
  { id: 'a', delivery: 10 },
  { id: 'b', delivery: 10 },
];
const legs = [
  ['depot', 'a', 10, 20],
  ['depot', 'b', 10, 20],
] as const;
const today = (() => {
  const plan = aPlan([aLine('A', ['a']), aLine('B', ['b'])]);
  const matrix = aMatrix(['depot', 'a', 'b'], legs);
  return { plan, evaluation: evaluatePlan(aScenario(drafts, { vehicleTypes }), matrix, plan) };
})();
const newStation = (delivery: number, isReached = true) => {
  const scenario = aScenario([...drafts, { id: 'n', delivery }], { vehicleTypes });
  const matrix = aMatrix(['depot', 'a', 'b', 'n'], isReached ? [...legs, ['a', 'n', 4, 8]] : legs);
  return { scenario, matrix, ground: layGroundwork(scenario, matrix) };
};
const n = asId<StationId>('n');

describe('lines for a new station', () => {
  it('are ranked by what they add to the plan of today', () => {
    // On A, before or after a: 8 km more. On B: 10 + 24 + 14 - 20 = 28 km more. On its own: a van for 100 yuan and 28 km.
    const { ground } = newStation(5);
    const ranked = toEnd(rankNewStation(ground, today, n));
    expect(ranked.map(({ move, addedYuanPerDay }) => [move.target, Math.round(addedYuanPerDay)])).toEqual([
      [{ kind: 'line', lineId: 'A', position: 0 }, 8],
      [{ kind: 'line', lineId: 'B', position: expect.any(Number) as number }, 28],
      [{ kind: 'newLine', likeLineId: 'A' }, 128],
    ]);
    expect(ranked[0]!.addedMin).toEqual([{ lineId: 'A', minutes: 16 }]);
    expect(ranked[0]!.newViolations).toEqual([]);
  });

  it('put those that break a limit last', () => {
    // 20 parcels beside 10 do not fit a van for 25.
    const ranked = toEnd(rankNewStation(newStation(20).ground, today, n));
    expect(ranked[0]!.move.target.kind).toBe('newLine');
    expect(ranked[1]!.newViolations.map(({ code }) => code)).toEqual(['capacity.exceeded']);
  });

  it('give plans whose figures are those of evaluating them', () => {
    const { scenario, matrix, ground } = newStation(5);
    for (const { plan, addedYuanPerDay } of toEnd(rankNewStation(ground, today, n))) {
      expect(plan.unserved).toEqual([]);
      const { totalYuanPerDay } = evaluatePlan(scenario, matrix, plan);
      expect(totalYuanPerDay - today.evaluation.totalYuanPerDay).toBeCloseTo(addedYuanPerDay);
    }
  });

  it('are none where no road leads', () => {
    expect(toEnd(rankNewStation(newStation(5, false).ground, today, n))).toEqual([]);
  });
});
