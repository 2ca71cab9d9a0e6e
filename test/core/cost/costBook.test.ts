import { describe, expect, it } from 'vitest';
import {
  precoolingYuanPerDay,
  reeferYuanPerDay,
  spoilageYuanPerDay,
  spoiledShare,
} from '../../../src/core/cost/coldChain.ts';
import {
  afterSubsidyYuanPerDay,
  busCarriageYuanPerDay,
  distanceYuan,
  dutyYuan,
  endDeliveryYuanPerDay,
  hubYuanPerDay,
  investmentYuanPerDay,
  kgCo2PerDay,
  overheadYuanPerDay,
  socialYuanPerDay,
  sortingYuanPerDay,
  stationFeeYuanPerDay,
  subsidyYuanPerDay,
  totalYuanPerDay,
  vehicleYuanPerDay,
  villagerHoursPerDay,
} from '../../../src/core/cost/costBook.ts';
import type { CostBook } from '../../../src/core/model/evaluation.ts';
import { defaultOperations } from '../../../src/core/model/operations.ts';
import type { DutyRules } from '../../../src/core/model/scenario.ts';
import { aVehicleType, graded, someRates } from '../../builders.ts';

const van = aVehicleType('van', {
  fixedYuanPerDay: graded(60),
  energyYuanPerKm: graded(0.2),
  maintenanceYuanPerKm: graded(0.1),
  driverYuanPerDay: graded(192),
  energyKgCo2PerKm: graded(0.14),
});
const rules = (wageBasis: DutyRules['wageBasis']): DutyRules => ({
  shiftMin: graded(480),
  overtimeLimitMin: graded(120),
  breakAfterDrivingMin: graded(240),
  breakMin: graded(20),
  wageBasis,
});

describe('the cost book', () => {
  it('C1: 50 fixed + 0.08 x 1,000', () => {
    const rates = someRates({ sortingFixedYuanPerDay: 50, sortingYuanPerParcel: 0.08 });
    expect(sortingYuanPerDay(rates, 1000)).toBeCloseTo(130, 12);
  });

  it('C2: three vans at 60, C3: 60 km at 0.20 + 0.10', () => {
    expect(vehicleYuanPerDay(van, 3)).toBe(180);
    expect(distanceYuan(van, 60)).toBeCloseTo(18, 12);
  });

  it('C4: by the day the whole day, by the hour the hours, overtime at one and a half', () => {
    const rates = someRates({ overtimeWageFactor: 1.5, socialChargeShare: 0.15 });
    // 192 x 1.15
    expect(dutyYuan(van, { paidMin: 236, overtimeMin: 0 }, rules('day'), rates)).toBeCloseTo(220.8, 9);
    // 192 / 480 x 236 = 94.4, x 1.15
    expect(dutyYuan(van, { paidMin: 236, overtimeMin: 0 }, rules('hour'), rates)).toBeCloseTo(108.56, 9);
    // 192 + 0.4 x 60 x 1.5 = 228, x 1.15
    expect(dutyYuan(van, { paidMin: 540, overtimeMin: 60 }, rules('day'), rates)).toBeCloseTo(262.2, 9);
  });

  it('C5: three hubs at 30 + 0.05 x 400', () => {
    const rates = someRates({ hubRentYuanPerDay: 30, hubHandlingYuanPerParcel: 0.05 });
    expect(hubYuanPerDay(rates, [{}, {}, {}], 400)).toBeCloseTo(110, 12);
  });

  it('C6: 0.30 x 100 in villages, 0.40 x 50 in town, 300 a month for two keepers', () => {
    const rates = someRates({
      stationFeeYuanPerParcel: 0.3,
      urbanStationFeeYuanPerParcel: 0.4,
      keeperSubsidyYuanPerMonth: 300,
    });
    const handled = { villageParcelsPerDay: 100, urbanParcelsPerDay: 50, villageStationCount: 2 };
    expect(stationFeeYuanPerDay(rates, handled)).toBeCloseTo(30 + 20 + 20, 12);
  });

  it('C7, C8, C9, C10', () => {
    expect(endDeliveryYuanPerDay(someRates({ endDeliveryFeeYuanPerParcel: 0.65 }), 200)).toBeCloseTo(130, 12);
    // Longde: 0.10 for the company and 0.10 for the driver.
    expect(busCarriageYuanPerDay(0.2, 60)).toBeCloseTo(12, 12);
    expect(overheadYuanPerDay(someRates({ overheadYuanPerDay: 80 }))).toBe(80);
    const invested = someRates({ investmentYuan: 3_650_000, depreciationYears: 10 });
    expect(investmentYuanPerDay(invested)).toBeCloseTo(1000, 9);
    expect(subsidyYuanPerDay(someRates({ subsidyYuanPerParcel: 0.2 }), 500)).toBe(100);
  });

  it('shows cost with and without the subsidy, and CO2 beside it', () => {
    const book: CostBook = { C1: 1, C2: 2, C3: 3, C4: 4, C5: 5, C6: 6, C7: 7, C8: 8, C9: 9, C10: 10 };
    expect(totalYuanPerDay(book)).toBe(45);
    expect(afterSubsidyYuanPerDay(book)).toBe(35);
    expect(kgCo2PerDay(van, 100)).toBeCloseTo(14, 12);
  });

  it('S1: a fifth pays 3 yuan, the others 6 yuan for 1.5 parcels', () => {
    const operations = defaultOperations('hills');
    // 100 x (0.2 x 3 + 0.8 x 4) = 380; 80 parcels / 1.5 x 2 h = 106.67 h
    expect(socialYuanPerDay(operations, 100)).toBeCloseTo(380, 9);
    expect(villagerHoursPerDay(operations, 100)).toBeCloseTo(106.6667, 4);
  });
});

describe('the cold chain', () => {
  const operations = defaultOperations('mountain');
  it('spoils nothing within 12 h, then 1 % of the rest every hour', () => {
    expect(spoiledShare(operations, 12)).toBe(0);
    // 1 - e^-0.24
    expect(spoiledShare(operations, 36)).toBeCloseTo(1 - Math.exp(-0.24), 12);
  });

  it('costs pre-cooling, refrigerated vehicles and what spoils', () => {
    expect(precoolingYuanPerDay(operations, 200)).toBe(100);
    // 2 vehicle-days at 80 + 150 km at 0.30
    expect(reeferYuanPerDay(operations, 2, 150)).toBeCloseTo(205, 12);
    expect(spoilageYuanPerDay(operations, 5)).toBe(200);
  });
});
