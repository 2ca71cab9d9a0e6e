import type { Duty, TimeDistribution, Violation } from '../model/evaluation.ts';
import type { StationId, VehicleTypeId } from '../model/ids.ts';
import type { Scenario, VehicleType } from '../model/scenario.ts';
import { unreachable } from '../model/travel.ts';
import { type Minutes, minPerDay } from '../units.ts';
import { closedVisits } from './closedVisits.ts';
import type { LineRun } from './cohorts.ts';
import { stationDemand } from './stationDemand.ts';
import { timeBoundExcess } from './timeBound.ts';

/** Loads, clocks and kilometres are sums of floating-point numbers: a hair above a limit is no violation. */
const tolerance = 1e-6;

/**
 * Everything in an evaluated plan that a driver, vehicle or hub cannot do, and a time limit that is missed, each with
 * its numbers.
 */
export function findViolations(
  scenario: Scenario,
  runs: readonly LineRun[],
  duties: readonly Duty[],
  fleet: ReadonlyMap<VehicleTypeId, number>,
  vehicleTypeOf: (id: VehicleTypeId) => VehicleType,
  times: TimeDistribution,
  sortedMinPerDay: Minutes,
): Violation[] {
  const violations: Violation[] = [];
  if (sortedMinPerDay > minPerDay + tolerance)
    violations.push({
      code: 'sorting.overloaded',
      lineId: null,
      params: { sortingHours: sortedMinPerDay / 60 },
    });
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
  return [
    ...violations,
    ...closedVisits(scenario, runs),
    ...overfullHubs(scenario, runs),
    ...undersuppliedHubs(scenario, runs),
    ...missedBound(scenario, times),
  ];
}

/** Vehicles the duties take beyond those the scenario has, over all types. */
export const missingVehicleCount = (violations: readonly Violation[]): number =>
  violations.reduce(
    (sum, { code, params }) =>
      code === 'fleet.exceeded'
        ? sum + Number(params.neededVehicles) - Number(params.availableVehicles)
        : sum,
    0,
  );

/**
 * Hubs with lines of their own to which no line, or one for a part of the parcels only, comes: what their lines then
 * carry is less than is counted and paid for.
 */
function undersuppliedHubs(scenario: Scenario, runs: readonly LineRun[]): Violation[] {
  const suppliedShare = new Map<StationId, number>();
  for (const { line } of runs)
    line.stopIds.forEach((id, call) => {
      suppliedShare.set(id, (suppliedShare.get(id) ?? 0) + (line.stopShares?.[call] ?? 1));
    });
  const origins = new Set(runs.map(({ line }) => line.originId));
  origins.delete(scenario.depot.id);
  return [...origins].flatMap((stationId): Violation[] => {
    const share = suppliedShare.get(stationId) ?? 0;
    return share < 1 - tolerance
      ? [{ code: 'hub.partlySupplied', lineId: null, params: { stationId, suppliedShare: share } }]
      : [];
  });
}

/** Hubs through which more parcels of other stations go than they can take. `scenario` hangs stations as the plan runs. */
function overfullHubs(scenario: Scenario, runs: readonly LineRun[]): Violation[] {
  const passedOn = new Map<StationId, number>();
  const demand = stationDemand(scenario);
  for (const { line } of runs) {
    if (line.originId === scenario.depot.id) continue;
    line.stopIds.forEach((stationId, call) => {
      const own = demand.get(stationId)!;
      const parcels = (own.deliveryParcelsPerDay + own.pickupParcelsPerDay) * (line.stopShares?.[call] ?? 1);
      passedOn.set(line.originId, (passedOn.get(line.originId) ?? 0) + parcels);
    });
  }
  return scenario.stations.flatMap(({ id, hub }): Violation[] => {
    const parcelsPerDay = passedOn.get(id) ?? 0;
    const capacityParcelsPerDay = hub?.capacityParcelsPerDay ?? Number.POSITIVE_INFINITY;
    return parcelsPerDay > capacityParcelsPerDay + tolerance
      ? [
          {
            code: 'hub.capacityExceeded',
            lineId: null,
            params: { stationId: id, parcelsPerDay, capacityParcelsPerDay },
          },
        ]
      : [];
  });
}

function missedBound({ policy: { timeBound } }: Scenario, times: TimeDistribution): Violation[] {
  const excess = timeBoundExcess(timeBound, times);
  if (!timeBound || excess <= tolerance) return [];
  const limit = timeBound.measure === 'calendarDays' ? timeBound.limitDays : timeBound.limitH;
  const params = { measure: timeBound.measure, limit, excess };
  return [{ code: 'time.boundExceeded', lineId: null, params }];
}
