import { describe, expect, it } from 'vitest';
import { evaluatePlan } from '../../../src/core/evaluate/evaluatePlan.ts';
import type { Scenario } from '../../../src/core/model/scenario.ts';
import { aLine, aMatrix, aPlan, aScenario, aVehicleType, graded, someRates } from '../../builders.ts';

/**
 * The 8-village line of domain.md section 9b: a 60 km loop driven at 25 km/h, 22 parcels per village = 176,
 * EV van 60 yuan/day + 0.20 yuan/km, driver 192 yuan/day, 40 min loading, 5 min + 4 s/parcel per village.
 */
const villages = Array.from({ length: 8 }, (_, index) => `V${index + 1}`);
const legKm = 60 / 9; // depot - V1 - ... - V8 - depot: nine equal legs
const legMin = (legKm / 25) * 60; // 16 min
const loop = aMatrix(
  ['depot', ...villages],
  [...villages, 'depot'].map((to, index) => [
    index === 0 ? 'depot' : villages[index - 1]!,
    to,
    legKm,
    legMin,
  ]),
);
const eightVillages = (change: Partial<Scenario> = {}): Scenario =>
  aScenario(
    villages.map((id) => ({ id, delivery: 22 })),
    {
      vehicleTypes: [
        aVehicleType('van', {
          fixedYuanPerDay: graded(60),
          energyYuanPerKm: graded(0.2),
          driverYuanPerDay: graded(192),
        }),
      ],
      serviceTimes: {
        loadingMin: graded(40),
        townshipDwellMin: graded(12),
        villageDwellMin: graded(5),
        urbanDwellMin: graded(5),
        handlingSecPerParcel: graded(4),
        hubHandoverMin: graded(30),
      },
      ...change,
    },
  );
const plan = aPlan([aLine('L1', villages)]);

describe('evaluatePlan on the 8-village line', () => {
  it('takes 236 minutes including loading', () => {
    const evaluation = evaluatePlan(eightVillages(), loop, plan);
    const trip = evaluation.lines[0]!.trips[0]!;
    expect(trip.lengthKm).toBeCloseTo(60, 1);
    // 60 km / 25 km/h = 144 min; 8 x 5 min + 176 x 4 s / 60 = 40 + 11.73 = 51.73 min
    expect(trip.drivingMin).toBeCloseTo(144, 6);
    expect(trip.dwellMin).toBeCloseTo(40 + (176 * 4) / 60, 6);
    // 40 + 144 + 51.73 = 235.73 min; no break below 240 min of driving
    expect(evaluation.duties[0]!.paidMin).toBeCloseTo(235.733, 3);
    expect(trip.breakMin).toBe(0);
  });

  it('costs 264 yuan, 1.50 yuan a parcel, when the driver is paid by the day', () => {
    const evaluation = evaluatePlan(eightVillages(), loop, plan);
    expect(evaluation.costYuanPerDay.C2).toBeCloseTo(60, 9);
    expect(evaluation.costYuanPerDay.C3).toBeCloseTo(12, 2); // 60 km x 0.20, metres rounded
    expect(evaluation.costYuanPerDay.C4).toBeCloseTo(192, 9);
    expect(evaluation.totalYuanPerDay).toBeCloseTo(264, 2);
    expect(evaluation.yuanPerParcel).toBeCloseTo(264 / 176, 4); // 1.50
  });

  it('costs 166 yuan, 0.95 yuan a parcel, when the driver is paid by the hour', () => {
    const scenario = eightVillages();
    const byHour = { ...scenario, dutyRules: { ...scenario.dutyRules, wageBasis: 'hour' as const } };
    const evaluation = evaluatePlan(byHour, loop, plan);
    // 192 yuan / 480 min x 235.733 min = 94.29 yuan; 60 + 12 + 94.29 = 166.29
    expect(evaluation.costYuanPerDay.C4).toBeCloseTo(94.293, 3);
    expect(evaluation.totalYuanPerDay).toBeCloseTo(166.29, 1);
    expect(evaluation.yuanPerParcel).toBeCloseTo(0.9448, 3);
  });

  it('costs 300 yuan, 1.71 yuan a parcel, by a 4.2 m truck with the driver paid by the hour', () => {
    // Domain.md's 300 yuan: 140 + 60 x 1.1 = 206, and 235.733 min of a driver at 192 yuan per 480 min = 94.29.
    const scenario = eightVillages({
      vehicleTypes: [
        aVehicleType('van', {
          fixedYuanPerDay: graded(140),
          energyYuanPerKm: graded(1.1),
          driverYuanPerDay: graded(192),
        }),
      ],
    });
    const byHour = { ...scenario, dutyRules: { ...scenario.dutyRules, wageBasis: 'hour' as const } };
    expect(evaluatePlan(byHour, loop, plan).totalYuanPerDay).toBeCloseTo(300.3, 1);
  });

  it('brings the first village its parcels at 07:46 and the last at 10:23', () => {
    const visits = evaluatePlan(eightVillages(), loop, plan).lines[0]!.trips[0]!.visits;
    // 07:30 + 16 min = 466; V8: 450 + 8 x 16 + 7 x (5 + 22 x 4 / 60 = 6.467) = 623.27
    expect(visits[0]!.arrivalClockMin).toBeCloseTo(466, 1);
    expect(visits[7]!.arrivalClockMin).toBeCloseTo(623.27, 1);
    expect(visits[0]!.loadAfterParcels).toBe(154);
  });

  it('halves the duties and doubles the load on alternate days, and the mean wait grows by half a day', () => {
    const daily = evaluatePlan(eightVillages(), loop, plan);
    const alternate = evaluatePlan(
      eightVillages(),
      loop,
      aPlan([aLine('L1', villages, { serviceDays: { kind: 'everyNDays', n: 2 } })]),
    );
    expect(alternate.dutyCount).toBe(0.5);
    expect(alternate.lines[0]!.trips[0]!.maxLoadParcels).toBeCloseTo(352, 9);
    expect(alternate.violations.map((violation) => violation.code)).toEqual(['capacity.exceeded']); // 352 > 350
    const waitH = (evaluation: typeof daily): number => evaluation.stopTimes[0]!.parts.waitDepartureH;
    // Half of the parcels wait one day more: mean 0 x 0.5 + 24 x 0.5 = 12 h.
    expect(waitH(alternate) - waitH(daily)).toBeCloseTo(12, 9);
    expect(alternate.times.worstH - daily.times.worstH).toBeGreaterThan(23.9);
    // Paid half as often: C4 192 -> 96; the van is kept every day all the same: C2 stays 60.
    expect(alternate.costYuanPerDay.C4).toBeCloseTo(96, 9);
    expect(alternate.costYuanPerDay.C2).toBeCloseTo(60, 9);
  });

  it('splits the time of every village into parts that add up', () => {
    const scenario = eightVillages({
      waves: [
        { arrivalClockMin: 360, share: 0.7 },
        { arrivalClockMin: 810, share: 0.3 },
      ],
    });
    for (const stop of evaluatePlan(scenario, loop, plan).stopTimes) {
      const { sortH, waitDepartureH, driveH, hubWaitH, stationClosedH } = stop.parts;
      expect(sortH + waitDepartureH + driveH + hubWaitH + stationClosedH).toBeCloseTo(stop.meanH, 9);
    }
  });

  it('pays overtime beyond the shift and reports a duty nobody may drive', () => {
    const scenario = eightVillages({ rates: someRates({ overtimeWageFactor: 1.5 }) });
    const shortShift = { ...scenario.dutyRules, shiftMin: graded(200), overtimeLimitMin: graded(30) };
    const evaluation = evaluatePlan({ ...scenario, dutyRules: shortShift }, loop, plan);
    // Overtime 235.733 - 200 = 35.733 min at 192 / 200 x 1.5 = 1.44 yuan/min = 51.46 yuan on top of 192.
    expect(evaluation.costYuanPerDay.C4).toBeCloseTo(192 + 35.7333 * 1.44, 2);
    expect(evaluation.violations.map((violation) => violation.code)).toEqual(['shift.exceeded']);
  });
});

describe('evaluatePlan with a hub', () => {
  const scenario = aScenario(
    [
      { id: 'H', role: 'townshipStation', delivery: 100 },
      { id: 'V', hubId: 'H', delivery: 20, pickup: 4 },
    ],
    {
      shape: 'hub',
      rates: someRates({ hubRentYuanPerDay: 10, hubHandlingYuanPerParcel: 0.1 }),
      serviceTimes: {
        loadingMin: graded(10),
        townshipDwellMin: graded(12),
        villageDwellMin: graded(5),
        urbanDwellMin: graded(5),
        handlingSecPerParcel: graded(0),
        hubHandoverMin: graded(30),
      },
    },
  );
  const matrix = aMatrix(
    ['depot', 'H', 'V'],
    [
      ['depot', 'H', 30, 60],
      ['H', 'V', 10, 30],
    ],
  );
  const hubPlan = aPlan([
    aLine('L1', ['H'], { kind: 'trunk' }),
    aLine('H1-1', ['V'], { kind: 'branch', originId: 'H' as never, departureClockMin: [570] }),
  ]);

  it('carries the villages parcels on the trunk line and hands them over', () => {
    const evaluation = evaluatePlan(scenario, matrix, hubPlan);
    expect(evaluation.lines[0]!.trips[0]!.maxLoadParcels).toBeCloseTo(120, 9);
    expect(evaluation.lines[1]!.trips[0]!.maxLoadParcels).toBeCloseTo(20, 9);
    // Arrives 06:00; trunk 07:30 -> hub 08:30; branch 09:30 -> village 10:00: four hours in all.
    const village = evaluation.stopTimes[0]!;
    expect(village.meanH).toBeCloseTo(4, 9);
    expect(village.parts).toEqual({
      sortH: 0,
      waitDepartureH: 1.5,
      driveH: 1.5,
      hubWaitH: 1,
      stationClosedH: 0,
    });
    // 10 yuan rent + 24 parcels (20 in, 4 out) x 0.1
    expect(evaluation.costYuanPerDay.C5).toBeCloseTo(12.4, 9);
  });

  it('makes the parcels wait a day for a branch line that leaves before the hand-over is done', () => {
    const tooEarly = aPlan([
      hubPlan.lines[0]!,
      { ...hubPlan.lines[1]!, departureClockMin: [550] }, // unloaded 08:42 + 30 min = 09:12 = 552 > 550
    ]);
    expect(evaluatePlan(scenario, matrix, tooEarly).stopTimes[0]!.meanH).toBeCloseTo(24 + 4 - 20 / 60, 6);
  });

  it('adds the cost of the lines up to the total', () => {
    const evaluation = evaluatePlan(
      {
        ...scenario,
        rates: someRates({
          sortingYuanPerParcel: 0.08,
          endDeliveryFeeYuanPerParcel: 0.65,
          stationFeeYuanPerParcel: 0.3,
          hubRentYuanPerDay: 10,
          overheadYuanPerDay: 50,
        }),
      },
      matrix,
      hubPlan,
    );
    const ofLines = evaluation.lines.reduce((sum, line) => sum + line.costYuanPerDay, 0);
    expect(ofLines).toBeCloseTo(evaluation.totalYuanPerDay, 9);
  });
});

describe('station hours', () => {
  it('makes a parcel that comes after closing wait for the morning', () => {
    const scenario = aScenario([{ id: 'V', delivery: 10, openClockMin: 480, closeClockMin: 600 }]);
    const matrix = aMatrix(['depot', 'V'], [['depot', 'V', 50, 200]]);
    const stop = evaluatePlan(scenario, matrix, aPlan([aLine('L1', ['V'])])).stopTimes[0]!;
    // 07:30 + 200 min = 10:50, after 10:00; opens 08:00 next day = 32:00; arrived 06:00: 26 h, 21 h 10 min of them closed.
    expect(stop.meanH).toBeCloseTo(26, 9);
    expect(stop.parts.stationClosedH).toBeCloseTo(21 + 10 / 60, 9);
  });
});
