import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  breakEvenParcelsPerDay,
  chargedYuanPerDay,
  isShort,
  missingYuanPerDay,
  otherSurplusYuanPerDay,
  stopBases,
  stopBudget,
} from '../../../src/core/cost/stopBreakEven.ts';
import { asId, type StationId } from '../../../src/core/model/ids.ts';
import type { VillageStop } from '../../../src/core/model/villageStop.ts';

const aStop = (id: string, change: Partial<VillageStop> = {}): VillageStop => ({
  stationId: asId<StationId>(id),
  lineIds: [],
  parcelsPerDay: { delivery: 8, pickup: 2 },
  detourKmPerDay: 0,
  stopMinPerDay: 0,
  stopYuanPerDay: 9,
  yuanPerParcel: 1,
  shareYuanPerDay: 25,
  suppliesOthers: false,
  ...change,
});

describe('breakEvenParcelsPerDay', () => {
  it('is what the stop costs over what a parcel leaves', () => {
    // 9 / (1.60 - 1.00) = 15 parcels a day.
    expect(breakEvenParcelsPerDay(aStop('A'), 1.6)).toBeCloseTo(15, 9);
  });

  it('is never reached where a parcel leaves nothing, and at once where the stop costs nothing', () => {
    expect(breakEvenParcelsPerDay(aStop('A'), 1)).toBe(Number.POSITIVE_INFINITY);
    expect(breakEvenParcelsPerDay(aStop('A', { stopYuanPerDay: -2 }), 1.6)).toBe(0);
  });

  it('is where nothing is missing any more', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.5, max: 200, noNaN: true }),
        fc.double({ min: 0, max: 2, noNaN: true }),
        fc.double({ min: 0.05, max: 2, noNaN: true }),
        (stopYuanPerDay, yuanPerParcel, leftYuan) => {
          const income = yuanPerParcel + leftYuan;
          const parcels = breakEvenParcelsPerDay({ stopYuanPerDay, yuanPerParcel }, income);
          const there = aStop('A', {
            stopYuanPerDay,
            yuanPerParcel,
            parcelsPerDay: { delivery: parcels, pickup: 0 },
          });
          expect(missingYuanPerDay(there, 'own', income)).toBeCloseTo(0, 6);
        },
      ),
      { seed: 3, numRuns: 200 },
    );
  });
});

describe('stopBudget', () => {
  // A: own 9 + 10 x 1 = 19, share 25; B: own 2 + 10 = 12, share 14.
  const stops = [aStop('A'), aStop('B', { stopYuanPerDay: 2, shareYuanPerDay: 14 })];

  it('adds up what is missing and what is over, apart from each other', () => {
    expect(stops.map((stop) => chargedYuanPerDay(stop, 'own'))).toEqual([19, 12]);
    // Income 1.60 x 10 = 16: A lacks 3, B has 4 over; of the shares A lacks 9, B has 2 over.
    expect(stopBudget(stops, 'own', 1.6)).toEqual({
      stopCount: 2,
      shortCount: 1,
      missingYuanPerDay: 3,
      surplusYuanPerDay: 4,
    });
    expect(stopBudget(stops, 'share', 1.6)).toMatchObject({ missingYuanPerDay: 9, surplusYuanPerDay: 2 });
  });

  it('leaves the other stations what the villages do not bear', () => {
    // 100 parcels cost 180; the villages' 20 bear 25 + 14. The other 80 bring 128 and bear 141: 13 too little.
    const plan = { parcelsPerDay: { delivery: 90, pickup: 10 }, totalYuanPerDay: 180 };
    expect(otherSurplusYuanPerDay(stops, plan, 1.6)).toBeCloseTo(-13, 9);
    // At the mean price nothing is missing in all: the villages lack 39 - 36, which the others have over.
    expect(otherSurplusYuanPerDay(stops, plan, 1.8)).toBeCloseTo(3, 9);
  });

  it('takes no rounding for a shortage', () => {
    expect(isShort(aStop('A'), 'own', 1.9)).toBe(false);
    expect(isShort(aStop('A'), 'own', 1.89)).toBe(true);
  });

  it('balances: what is missing less what is over is charge less income', () => {
    for (const basis of stopBases) {
      const { missingYuanPerDay: missing, surplusYuanPerDay: over } = stopBudget(stops, basis, 1.37);
      const charged = stops.reduce((sum, stop) => sum + chargedYuanPerDay(stop, basis), 0);
      expect(missing - over).toBeCloseTo(charged - 20 * 1.37, 9);
    }
  });
});
