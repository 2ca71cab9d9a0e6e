import { meanDutyYuan } from '../cost/costBook.ts';
import type { DriverWeek, Duty } from '../model/evaluation.ts';
import type { VehicleTypeId } from '../model/ids.ts';
import type { Rates } from '../model/rates.ts';
import type { DutyRules, VehicleType } from '../model/scenario.ts';
import { defaultWorkDaysPerWeek } from './roster.ts';

const daysPerWeek = 7;

/**
 * What the days of rest come to: a duty that runs more days a week than a driver may work is driven by a relief driver
 * on the others, at the wage of the duty (already in C4); drivers who are paid by the week cost their days without a
 * duty besides, at the mean wage of the duties.
 */
export function driverWeek(
  duties: readonly Duty[],
  driverCount: number,
  { rules, rates }: { readonly rules: DutyRules; readonly rates: Rates },
  vehicleTypeOf: (id: VehicleTypeId) => VehicleType,
): DriverWeek {
  const workDays = rules.workDaysPerWeek ?? defaultWorkDaysPerWeek;
  const withCharges = 1 + rates.socialChargeShare.value;
  let dutyDays = 0;
  let wageYuanPerWeek = 0;
  let reliefDays = 0;
  let reliefYuanPerDay = 0;
  for (const duty of duties) {
    const type = vehicleTypeOf(duty.vehicleTypeId);
    const days = duty.dayShare * daysPerWeek;
    const relief = Math.max(0, days - workDays);
    dutyDays += days;
    wageYuanPerWeek += days * type.driverYuanPerDay.value * withCharges;
    reliefDays += relief;
    reliefYuanPerDay += (relief * meanDutyYuan(type, duty, rules, rates)) / daysPerWeek;
  }
  const paidDays = rules.paidDaysPerWeek ?? 0;
  const standbyDays = Math.max(0, driverCount * paidDays - dutyDays);
  const meanWageYuan = dutyDays > 0 ? wageYuanPerWeek / dutyDays : 0;
  return {
    dutyDays,
    reliefDays,
    reliefYuanPerDay,
    standbyDays,
    standbyYuanPerDay: (standbyDays * meanWageYuan) / daysPerWeek,
  };
}
