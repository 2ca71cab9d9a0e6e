import { aVehicleType, graded, someRates } from '../../builders.ts';

/** A van and prices of which every entry of the cost book has some. */
export const van = aVehicleType('van', {
  fixedYuanPerDay: graded(60),
  energyYuanPerKm: graded(0.2),
  maintenanceYuanPerKm: graded(0.1),
  driverYuanPerDay: graded(192),
});
export const rates = someRates({
  sortingYuanPerParcel: 0.08,
  sortingFixedYuanPerDay: 10,
  hubRentYuanPerDay: 30,
  hubHandlingYuanPerParcel: 0.05,
  stationFeeYuanPerParcel: 0.3,
  keeperSubsidyYuanPerMonth: 90,
  endDeliveryFeeYuanPerParcel: 0.65,
  overheadYuanPerDay: 40,
  subsidyYuanPerParcel: 0.1,
});
