import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createProblem, noLimit, type Problem } from '../../../src/core/model/problem.ts';
import { packDuties } from '../../../src/core/solver/duties.ts';
import { overtimeCost } from '../../../src/core/solver/kernel/dutyRules.ts';

const hour = 3600;

/** A problem of which only what packing asks for matters: shift 9 h, overtime to 11 h at 30 yuan an hour. */
function problemOf(overrides: {
  fixedCost?: number;
  count?: number | null;
  severalTripsGapS?: number;
  severalTripsWithinS?: number;
}): Problem {
  const { fixedCost = 250_000, count = null, ...rules } = overrides;
  return createProblem({
    stops: [{ delivery: [1] }],
    profiles: [{ lengthM: Int32Array.of(0, 1, 1, 0), durationS: Int32Array.of(0, 1, 1, 0) }],
    vehicleTypes: [
      {
        capacity: [10],
        count,
        fixedCost,
        overtimeCostPerHour: 30_000,
        shiftS: 9 * hour,
        maxDurationS: 11 * hour,
      },
    ],
    severalTripsPerDuty: true,
    ...rules,
  });
}

const trips = (...hours: number[]) =>
  hours.map((hoursLong) => ({ vehicleTypeIndex: 0, durationS: Math.round(hoursLong * hour) }));

describe('packDuties', () => {
  test('an hour of overtime is cheaper than one more duty', () => {
    // 6 h + 4 h = 10 h: one hour over, 30 yuan, against 250 yuan for another duty.
    expect(packDuties(problemOf({}), trips(6, 4))).toEqual([[0, 1]]);
  });

  test('where a duty is cheaper than the overtime, it is opened', () => {
    // 1 h over costs 30 yuan, a duty 20.
    expect(packDuties(problemOf({ fixedCost: 20_000 }), trips(6, 4))).toEqual([[0], [1]]);
    // But for the last vehicle there is, which then runs over rather than being missing.
    expect(packDuties(problemOf({ fixedCost: 20_000, count: 1 }), trips(6, 4))).toEqual([[0, 1]]);
  });

  test('overtime is not taken where the shift would do', () => {
    // Filled with overtime first: 6 + 5 (11 h, 60 yuan) and 4 + 3. Within the shift: 6 + 3 and 5 + 4, without any.
    expect(packDuties(problemOf({}), trips(6, 5, 4, 3))).toEqual([
      [0, 3],
      [1, 2],
    ]);
  });

  test('what passes between two trips is left free, as is a shorter day', () => {
    // 6 h + 5 h = 11 h just fits; with 5 minutes between the trips it does not.
    expect(packDuties(problemOf({}), trips(6, 5))).toEqual([[0, 1]]);
    expect(packDuties(problemOf({ severalTripsGapS: 300 }), trips(6, 5))).toEqual([[0], [1]]);
    expect(packDuties(problemOf({ severalTripsWithinS: 10 * hour }), trips(6, 5))).toEqual([[0], [1]]);
  });

  test('every trip once, no duty too long, and never dearer than without overtime between trips', () => {
    const problem = problemOf({ severalTripsGapS: 300 });
    const [type] = problem.vehicleTypes;
    const costOf = (duties: readonly (readonly number[])[], lengths: readonly number[]): number =>
      duties.reduce(
        (sum, duty) =>
          sum +
          type!.fixedCost +
          overtimeCost(
            type!.shiftS,
            type!.overtimeCostPerHour,
            duty.reduce((total, trip) => total + lengths[trip]!, 0),
          ),
        0,
      );
    const withoutOvertime: Problem = { ...problem, severalTripsWithinS: type!.shiftS };
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 600, max: 11 * hour }), { maxLength: 14 }), (lengths) => {
        const given = lengths.map((durationS) => ({ vehicleTypeIndex: 0, durationS }));
        const duties = packDuties(problem, given);
        expect(duties.flat().sort((left, right) => left - right)).toEqual(lengths.map((_, index) => index));
        for (const duty of duties) {
          const onDutyS = duty.reduce((total, trip) => total + lengths[trip]!, 0);
          expect(onDutyS + 300 * (duty.length - 1)).toBeLessThanOrEqual(11 * hour);
        }
        expect(costOf(duties, lengths)).toBeLessThanOrEqual(
          costOf(packDuties(withoutOvertime, given), lengths),
        );
      }),
    );
  });

  test('overtime begins behind the shift', () => {
    expect(overtimeCost(9 * hour, 30_000, 9 * hour)).toBe(0);
    // Half an hour at 30 yuan.
    expect(overtimeCost(9 * hour, 30_000, 9.5 * hour)).toBe(15_000);
    expect(overtimeCost(noLimit, 30_000, 20 * hour)).toBe(0);
  });
});
