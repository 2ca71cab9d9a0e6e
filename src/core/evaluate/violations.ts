import type { Duty, Violation } from '../model/evaluation.ts';
import type { VehicleTypeId } from '../model/ids.ts';
import type { Scenario, VehicleType } from '../model/scenario.ts';
import { unreachable } from '../model/travel.ts';
import type { LineRun } from './cohorts.ts';

/** Loads, clocks and kilometres are sums of floating-point numbers: a hair above a limit is no violation. */
const tolerance = 1e-6;

/** Everything in an evaluated plan that a driver or vehicle cannot do, each with its numbers. */
export function findViolations(
  scenario: Scenario,
  runs: readonly LineRun[],
  duties: readonly Duty[],
  fleet: ReadonlyMap<VehicleTypeId, number>,
  vehicleTypeOf: (id: VehicleTypeId) => VehicleType,
): Violation[] {
  const violations: Violation[] = [];
  for (const { line, trips } of runs) {
    const type = vehicleTypeOf(line.vehicleTypeId);
    const worstLoad = Math.max(0, ...trips.map((trip) => trip.maxLoadParcels));
    if (worstLoad > type.capacityParcels.value + tolerance) {
      violations.push({
        code: 'capacity.exceeded',
        lineId: line.id,
        params: { loadParcels: worstLoad, capacityParcels: type.capacityParcels.value },
      });
    }
    const longestKm = Math.max(0, ...trips.map((trip) => trip.lengthKm));
    if (longestKm * 1000 >= unreachable) {
      violations.push({ code: 'leg.unreachable', lineId: line.id, params: {} });
    } else if (type.rangeKm !== null && longestKm > type.rangeKm + tolerance) {
      violations.push({
        code: 'range.exceeded',
        lineId: line.id,
        params: { lengthKm: longestKm, rangeKm: type.rangeKm },
      });
    }
  }
  const limitMin = scenario.dutyRules.shiftMin.value + scenario.dutyRules.overtimeLimitMin.value;
  for (const duty of duties) {
    if (duty.paidMin > limitMin + tolerance) {
      violations.push({
        code: 'shift.exceeded',
        lineId: duty.lineIds[0] ?? null,
        params: { dutyMin: duty.paidMin, limitMin },
      });
    }
    if (duty.overlapMin > tolerance) {
      violations.push({
        code: 'duty.overlap',
        lineId: duty.lineIds[0] ?? null,
        params: { overlapMin: duty.overlapMin },
      });
    }
  }
  for (const [vehicleTypeId, count] of fleet) {
    const type = vehicleTypeOf(vehicleTypeId);
    if (count > type.count) {
      violations.push({
        code: 'fleet.exceeded',
        lineId: null,
        params: { vehicleTypeId, neededVehicles: count, availableVehicles: type.count },
      });
    }
  }
  return violations;
}
