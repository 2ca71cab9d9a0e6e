import type { LineId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { suppliedBy } from '../model/suppliedBy.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { payDuties, payParcels } from './payPlan.ts';
import { dayMin, walkDays } from './walkDays.ts';

/**
 * What a plan does, worked out a second time and in another way than `evaluatePlan`: parcels are piles that are walked
 * day by day through the calendar, departure by departure. Uses only the scenario, the travel tables and the plan.
 */
export interface Recomputed {
  readonly maxLoadParcels: ReadonlyMap<LineId, number>;
  readonly longestTripKm: ReadonlyMap<LineId, number>;
  /** Longest paid minutes of each duty, by its place in the plan. */
  readonly dutyMin: readonly number[];
  /** When each of them begins on its longest day; null = it never does. */
  readonly dutyStartClockMin: readonly (number | null)[];
  readonly lineKmPerDay: number;
  readonly dutyDaysPerDay: number;
  readonly vehicleCount: number;
  readonly totalYuanPerDay: number;
  readonly parcelsPerDay: number;
  readonly yuanPerParcel: number;
  readonly worstH: number;
  readonly shareWithin48h: number;
}

export function recomputePlan(given: Scenario, matrix: TravelMatrix, plan: Plan): Recomputed {
  const scenario = suppliedBy(given, plan);
  const cycle = wholeCycle(plan);
  const warmUpDays = cycle * Math.ceil(8 / cycle);
  const measuredDays = { from: warmUpDays, to: warmUpDays + cycle };
  const horizonDays = measuredDays.to + warmUpDays;
  const walk = walkDays(scenario, matrix, plan, horizonDays);

  const measured = walk.trips.filter((trip) => trip.day >= measuredDays.from && trip.day < measuredDays.to);
  const maxLoadParcels = new Map<LineId, number>();
  const longestTripKm = new Map<LineId, number>();
  for (const trip of measured) {
    maxLoadParcels.set(trip.line.id, Math.max(trip.maxLoad, maxLoadParcels.get(trip.line.id) ?? 0));
    longestTripKm.set(trip.line.id, Math.max(trip.km, longestTripKm.get(trip.line.id) ?? 0));
  }
  const deliveries = walk.deliveries.filter(
    ({ bornMin, parcels }) =>
      parcels > 0 && bornMin >= measuredDays.from * dayMin && bornMin < measuredDays.to * dayMin,
  );
  // Parcels that no line brings are late.
  const asked = cycle * walk.boundForMeasured;
  const inTime = deliveries.filter((entry) => entry.hours <= 48 + 1e-9);
  const duties = payDuties(scenario, plan, measured, cycle);
  const { dutyMin, dutyDays, paidYuan, vehicleYuan } = duties;
  const kmYuan = measured.reduce((sum, trip) => {
    const type = scenario.vehicleTypes.find((candidate) => candidate.id === trip.line.vehicleTypeId)!;
    return sum + trip.km * (type.energyYuanPerKm.value + type.maintenanceYuanPerKm.value);
  }, 0);
  const parcels = payParcels(scenario, plan);
  const totalYuanPerDay = vehicleYuan + (paidYuan + kmYuan) / cycle + parcels.yuanPerDay;
  return {
    maxLoadParcels,
    longestTripKm,
    dutyMin,
    dutyStartClockMin: duties.startClockMin,
    lineKmPerDay: measured.reduce((sum, trip) => sum + trip.km, 0) / cycle,
    dutyDaysPerDay: dutyDays / cycle,
    vehicleCount: duties.vehicleCount,
    totalYuanPerDay,
    parcelsPerDay: parcels.parcelsPerDay,
    yuanPerParcel: parcels.parcelsPerDay > 0 ? totalYuanPerDay / parcels.parcelsPerDay : Number.NaN,
    worstH:
      deliveries.length > 0
        ? deliveries.reduce((worst, entry) => Math.max(worst, entry.hours), 0)
        : Number.NaN,
    shareWithin48h: asked > 0 ? inTime.reduce((sum, entry) => sum + entry.parcels, 0) / asked : Number.NaN,
  };
}

/** A number of days after which every calendar starts again (not necessarily the smallest). */
function wholeCycle(plan: Plan): number {
  let cycle = 1;
  for (const { serviceDays } of plan.lines) {
    const period = serviceDays.kind === 'daily' ? 1 : serviceDays.kind === 'weekdays' ? 7 : serviceDays.n;
    if (cycle % period !== 0) cycle *= period;
  }
  return cycle;
}
