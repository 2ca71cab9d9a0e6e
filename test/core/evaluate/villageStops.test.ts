import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakEvenParcelsPerDay } from '../../../src/core/cost/stopBreakEven.ts';
import { allocateCost } from '../../../src/core/evaluate/allocateCost.ts';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import { villageStops } from '../../../src/core/evaluate/villageStops.ts';
import { moveStop } from '../../../src/core/model/edit/moveStop.ts';
import type { Evaluation } from '../../../src/core/model/evaluation.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import type { Plan } from '../../../src/core/model/plan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import type { TravelMatrix } from '../../../src/core/model/travel.ts';
import type { VillageStop } from '../../../src/core/model/villageStop.ts';
import { aLine, aMatrix, aPlan, aScenario, graded } from '../../builders.ts';
import { rates, van } from './pricedVan.ts';

const stopsOf = (scenario: Scenario, matrix: TravelMatrix, plan: Plan): VillageStop[] => {
  const { lines } = evaluatePlan(scenario, matrix, plan);
  return villageStops(scenario, matrix, plan, lines, allocateCost(scenario, plan, lines));
};
const at = (stops: readonly VillageStop[], id: string): VillageStop =>
  stops.find(({ stationId }) => stationId === id)!;

describe('villageStops', () => {
  // depot -10 km, 20 min- V -10 km, 20 min- W -20 km, 40 min- depot; no dwell, no loading.
  const matrix = aMatrix(
    ['depot', 'V', 'W'],
    [
      ['depot', 'V', 10, 20],
      ['V', 'W', 10, 20],
    ],
  );
  const both = [
    { id: 'V', delivery: 30 },
    { id: 'W', delivery: 5, pickup: 5 },
  ];

  it('charges a village with its detour, not with the way the line takes anyway', () => {
    const scenario = aScenario(both, { vehicleTypes: [van], rates });
    const stops = stopsOf(scenario, matrix, aPlan([aLine('L', ['V', 'W'])]));
    // V lies on the way: 10 + 10 - 20 = 0 km, 0 minutes. Its keeper has 90 / 30 = 3 yuan a day.
    expect(at(stops, 'V')).toMatchObject({ detourKmPerDay: 0, stopMinPerDay: 0 });
    expect(at(stops, 'V').stopYuanPerDay).toBeCloseTo(3, 9);
    // W: 10 + 20 - 10 = 20 km, 40 minutes. The line is busy 80 minutes for 60 + 192 yuan: 3.15 yuan a minute.
    // 20 x 0.30 + 40 x 3.15 + 3 = 135.
    expect(at(stops, 'W')).toMatchObject({ detourKmPerDay: 20, stopMinPerDay: 40, suppliesOthers: false });
    expect(at(stops, 'W').stopYuanPerDay).toBeCloseTo(135, 9);
    // V: 0.08 + 0.30 + 0.65; W: the end-delivery fee on its inbound half only.
    expect(at(stops, 'V').yuanPerParcel).toBeCloseTo(1.03, 9);
    expect(at(stops, 'W').yuanPerParcel).toBeCloseTo(0.08 + 0.3 + 0.325, 9);
    // At 2.055 yuan a parcel W would need 135 / (2.055 - 0.705) = 100 parcels a day.
    expect(breakEvenParcelsPerDay(at(stops, 'W'), 2.055)).toBeCloseTo(100, 9);
  });

  it('counts calls of alternate days by half, and a line of one stop with all it takes to set out', () => {
    const scenario = aScenario(both, {
      vehicleTypes: [van],
      rates,
      serviceTimes: {
        loadingMin: graded(30),
        villageDwellMin: graded(5),
        townshipDwellMin: graded(5),
        urbanDwellMin: graded(5),
        handlingSecPerParcel: graded(0),
        hubHandoverMin: graded(0),
      },
    });
    const everyOther = { kind: 'everyNDays', n: 2 } as const;
    const plan = aPlan([aLine('L', ['V'], { serviceDays: everyOther }), aLine('M', ['W'])]);
    const stops = stopsOf(scenario, matrix, plan);
    // V: 20 km there and back, 40 minutes driving + 5 at the stop + 30 loading, every other day.
    expect(at(stops, 'V')).toMatchObject({ detourKmPerDay: 10, stopMinPerDay: 37.5 });
    expect(at(stops, 'W')).toMatchObject({ detourKmPerDay: 40, stopMinPerDay: 115 });
    // Nothing of the line is left without its only stop: kilometres, vehicle and driver, and the keeper's 3 yuan.
    const { lines } = evaluatePlan(scenario, matrix, plan);
    const { C2, C3, C4 } = lines[1]!.costByEntry;
    expect(at(stops, 'W').stopYuanPerDay).toBeCloseTo(C2 + C3 + C4 + 3, 9);
  });

  it('does not charge a way back that nobody drives', () => {
    const given = aScenario(both, { vehicleTypes: [van], rates });
    const plan = aPlan([aLine('L', ['V', 'W'])]);
    const endsThere: Scenario = {
      ...given,
      policy: { ...given.policy, lineRules: { ...given.policy.lineRules, endsAtVillage: true } },
    };
    // The line ends at W: 10 km from V, and none back.
    expect(at(stopsOf(endsThere, matrix, plan), 'W')).toMatchObject({
      detourKmPerDay: 10,
      stopMinPerDay: 20,
    });
    const startsThere: Scenario = {
      ...given,
      policy: { ...given.policy, lineRules: { ...given.policy.lineRules, startsAtVillage: true } },
    };
    // The way back is driven in the morning.
    expect(at(stopsOf(startsThere, matrix, plan), 'W')).toMatchObject({
      detourKmPerDay: 20,
      stopMinPerDay: 40,
    });
  });

  it('says of a village that supplies others that it does', () => {
    const scenario = aScenario(
      [
        { id: 'V', delivery: 30 },
        { id: 'W', delivery: 10, hubId: 'V' },
      ],
      { vehicleTypes: [van], rates },
    );
    const plan = aPlan([
      aLine('T', ['V'], { kind: 'trunk' }),
      aLine('B', ['W'], { kind: 'branch', originId: asId<StationId>('V') }),
    ]);
    const stops = stopsOf(scenario, matrix, plan);
    expect(stops.map(({ stationId, suppliesOthers }) => [stationId, suppliesOthers])).toEqual([
      ['V', true],
      ['W', false],
    ]);
    // Handled at the hub besides: 0.05.
    expect(at(stops, 'W').yuanPerParcel).toBeCloseTo(1.08, 9);
  });

  it('agrees with the plan evaluated without the village, and its shares add up to the plan', () => {
    const leg = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.record({ delivery: fc.integer({ min: 1, max: 60 }), km: leg, min: leg }), {
          minLength: 2,
          maxLength: 7,
        }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 3 }),
        (villages, cut, days) => {
          const ids = villages.map((_village, index) => `S${index}`);
          const roads = villages.map(({ km, min }, index): [string, string, number, number] => [
            index % 3 === 0 ? 'depot' : ids[index - 1]!,
            ids[index]!,
            km,
            min,
          ]);
          const roadsOf = aMatrix(['depot', ...ids], roads);
          const scenario = aScenario(
            villages.map(({ delivery }, index) => ({ id: ids[index]!, delivery })),
            { vehicleTypes: [van], rates },
          );
          const serviceDays =
            days === 1 ? ({ kind: 'daily' } as const) : ({ kind: 'everyNDays', n: days } as const);
          const plan = aPlan(
            [ids.slice(0, cut), ids.slice(cut)]
              .filter((stopIds) => stopIds.length > 0)
              .map((stopIds, index) => aLine(`L${index}`, stopIds, index === 0 ? { serviceDays } : {})),
          );
          const before = evaluatePlan(scenario, roadsOf, plan);
          const stops = stopsOf(scenario, roadsOf, plan);
          expect(stops.reduce((sum, { shareYuanPerDay }) => sum + shareYuanPerDay, 0)).toBeCloseTo(
            before.totalYuanPerDay,
            6,
          );
          for (const { stationId, lineIds, detourKmPerDay, stopMinPerDay } of stops) {
            const move = {
              stationId,
              fromLineId: lineIds[0]!,
              target: { kind: 'none' as const },
            };
            const without = evaluatePlan(scenario, roadsOf, moveStop(plan, move));
            expect(before.lineKmPerDay - without.lineKmPerDay).toBeCloseTo(detourKmPerDay, 6);
            expect(busyMinPerDay(before) - busyMinPerDay(without)).toBeCloseTo(stopMinPerDay, 6);
          }
        },
      ),
      { seed: 7, numRuns: 150 },
    );
  });
});

/** Driving and standing; rests come where they fall, and are in nobody's stop. */
const busyMinPerDay = ({ lines }: Evaluation): number =>
  lines.reduce(
    (sum, { trips, serviceDayShare }) =>
      sum +
      (trips.reduce((of, trip) => of + trip.drivingMin + trip.dwellMin, 0) / trips.length) * serviceDayShare,
    0,
  );
