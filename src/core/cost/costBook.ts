import type { CostBook, Duty, DutyDay } from '../model/evaluation.ts';
import type { Operations } from '../model/operations.ts';
import type { Rates } from '../model/rates.ts';
import type { DutyRules, Station, VehicleType } from '../model/scenario.ts';
import { daysPerYear, type Hours, type Kg, type Km, type Parcels, type Yuan } from '../units.ts';

/** The cost book, one function per entry (model.md section 8; equations with the same names in public/manual/model.md). */

/** C1: fixed yuan a day plus yuan for every parcel sorted, in and out. */
export const sortingYuanPerDay = (rates: Rates, parcelsPerDay: Parcels): Yuan =>
  rates.sortingFixedYuanPerDay.value + rates.sortingYuanPerParcel.value * parcelsPerDay;

/** C2: depreciation, insurance, inspection of the vehicles kept, used that day or not. */
export const vehicleYuanPerDay = (vehicleType: VehicleType, vehicleCount: number): Yuan =>
  vehicleType.fixedYuanPerDay.value * vehicleCount;

/** C3: energy, tyres and maintenance. */
export const distanceYuan = (vehicleType: VehicleType, lengthKm: Km): Yuan =>
  (vehicleType.energyYuanPerKm.value + vehicleType.maintenanceYuanPerKm.value) * lengthKm;

/**
 * C4: one duty. Paid by the day, a worked day costs the full day wage; paid by the hour, the hours worked up to the
 * shift. Overtime is paid on top at the hourly wage times the overtime factor; social charges on everything.
 */
export function dutyYuan(vehicleType: VehicleType, duty: DutyDay, rules: DutyRules, rates: Rates): Yuan {
  const wageYuanPerMin = vehicleType.driverYuanPerDay.value / rules.shiftMin.value;
  const regularYuan =
    rules.wageBasis === 'day'
      ? vehicleType.driverYuanPerDay.value
      : wageYuanPerMin * Math.min(duty.paidMin, rules.shiftMin.value);
  const overtimeYuan = wageYuanPerMin * duty.overtimeMin * rates.overtimeWageFactor.value;
  return (regularYuan + overtimeYuan) * (1 + rates.socialChargeShare.value);
}

/** C4: one duty on an average one of its days. */
export const meanDutyYuan = (
  vehicleType: VehicleType,
  { days }: Pick<Duty, 'days'>,
  rules: DutyRules,
  rates: Rates,
): Yuan =>
  days.length === 0
    ? 0
    : days.reduce((sum, day) => sum + dutyYuan(vehicleType, day, rules, rates), 0) / days.length;

/** Premises and staff of one hub a day: its own where it has one, else the county's rent. */
export const hubRentYuanPerDay = (rates: Rates, hub: Pick<Station, 'hub'>): Yuan =>
  hub.hub?.openYuanPerDay?.value ?? rates.hubRentYuanPerDay.value;

/** C5: rent of the hubs in use and handling of the parcels they pass on. */
export const hubYuanPerDay = (
  rates: Rates,
  hubs: readonly Pick<Station, 'hub'>[],
  passedOnParcelsPerDay: Parcels,
): Yuan =>
  hubs.reduce((sum, hub) => sum + hubRentYuanPerDay(rates, hub), 0) +
  rates.hubHandlingYuanPerParcel.value * passedOnParcelsPerDay;

/** C6: fee per parcel of village and urban stations, and the keepers' monthly subsidy (30 days). */
export const stationFeeYuanPerDay = (
  rates: Rates,
  handled: {
    readonly villageParcelsPerDay: Parcels;
    readonly urbanParcelsPerDay: Parcels;
    readonly villageStationCount: number;
  },
): Yuan =>
  rates.stationFeeYuanPerParcel.value * handled.villageParcelsPerDay +
  rates.urbanStationFeeYuanPerParcel.value * handled.urbanParcelsPerDay +
  (rates.keeperSubsidyYuanPerMonth.value * handled.villageStationCount) / 30;

/** C7: end-delivery fee (派费) on inbound parcels for the township areas. */
export const endDeliveryYuanPerDay = (rates: Rates, inboundParcelsPerDay: Parcels): Yuan =>
  rates.endDeliveryFeeYuanPerParcel.value * inboundParcelsPerDay;

/** C8: what a passenger line asks for every parcel aboard, bus company and driver together. */
export const busCarriageYuanPerDay = (yuanPerParcel: Yuan, parcelsPerDay: Parcels): Yuan =>
  yuanPerParcel * parcelsPerDay;

/** C9, running part: management and systems. */
export const overheadYuanPerDay = (rates: Rates): Yuan => rates.overheadYuanPerDay.value;

/** C9, apart: straight-line depreciation of the project's publicly funded investment, 365 days a year. */
export const investmentYuanPerDay = (rates: Rates): Yuan =>
  rates.depreciationYears.value > 0
    ? rates.investmentYuan.value / rates.depreciationYears.value / daysPerYear
    : 0;

/** C10, apart: subsidy per parcel. */
export const subsidyYuanPerDay = (rates: Rates, parcelsPerDay: Parcels): Yuan =>
  rates.subsidyYuanPerParcel.value * parcelsPerDay;

/** Running cost: C1 to C9. The subsidy (C10) is never netted. */
export const totalYuanPerDay = (book: CostBook): Yuan =>
  book.C1 + book.C2 + book.C3 + book.C4 + book.C5 + book.C6 + book.C7 + book.C8 + book.C9;

/** Running cost less the subsidy: shown beside the running cost, never instead of it. */
export const afterSubsidyYuanPerDay = (book: CostBook): Yuan => totalYuanPerDay(book) - book.C10;

/** CO2 of the energy, beside the yuan. */
export const kgCo2PerDay = (vehicleType: VehicleType, lengthKmPerDay: Km): Kg =>
  vehicleType.energyKgCo2PerKm.value * lengthKmPerDay;

/**
 * S1: what villagers pay for parcels that stop short of their village: a second charge for some, the fare to the
 * township for the others. Apart from the cost book; their hours are not priced.
 */
export const socialYuanPerDay = (operations: Operations, stoppedShortParcelsPerDay: Parcels): Yuan => {
  const chargedShare = operations.secondChargeShare.value;
  const fareYuanPerParcel =
    operations.villagerFareYuanPerTrip.value / operations.villagerParcelsPerTrip.value;
  return (
    stoppedShortParcelsPerDay *
    (chargedShare * operations.secondChargeYuanPerParcel.value + (1 - chargedShare) * fareYuanPerParcel)
  );
};

/** S1, beside the yuan: hours villagers spend on fetching. */
export const villagerHoursPerDay = (operations: Operations, stoppedShortParcelsPerDay: Parcels): Hours =>
  ((1 - operations.secondChargeShare.value) * stoppedShortParcelsPerDay * operations.villagerTripH.value) /
  operations.villagerParcelsPerTrip.value;
