import type { Evaluation } from '../model/evaluation.ts';
import type { Fault, FaultCode } from '../model/faults.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import { suppliedBy } from '../model/suppliedBy.ts';
import { type TravelMatrix, unreachable } from '../model/travel.ts';
import { checkBuses } from './checkBuses.ts';
import { checkDays } from './checkDays.ts';
import { checkHours } from './checkHours.ts';
import { checkHubs } from './checkHubs.ts';
import { checkRules } from './checkRules.ts';
import { type Recomputed, recomputePlan } from './recomputePlan.ts';

export type { Fault, FaultCode };

const tolerance = 1e-6;

/**
 * Checks a plan against its scenario, trusting neither solver nor evaluation: every station is served once or listed as
 * unserved, lines start where their stops are supplied from, vehicles and drivers can do it, and the published figures
 * are those of a second computation.
 */
export function checkPlan(given: Scenario, matrix: TravelMatrix, plan: Plan, published: Evaluation): Fault[] {
  const scenario = suppliedBy(given, plan);
  const again = recomputePlan(scenario, matrix, plan);
  return [
    ...checkStations(scenario, plan),
    ...checkLines(scenario, plan),
    ...checkLimits(scenario, plan, again),
    ...checkRules(scenario, plan, again),
    ...checkHours(scenario, matrix, plan),
    ...checkHubs(scenario, matrix, plan),
    ...checkDays(scenario, plan),
    ...checkBuses(scenario, plan, again.maxLoadParcels),
    ...checkFigures(again, published),
    ...checkClocks(again, published),
  ];
}

function checkStations(scenario: Scenario, plan: Plan): Fault[] {
  const served = new Map<StationId, number>();
  for (const line of plan.lines) {
    line.stopIds.forEach((id, index) => {
      served.set(id, (served.get(id) ?? 0) + (line.stopShares?.[index] ?? 1));
    });
  }
  const unserved = new Set(plan.unserved.map((entry) => entry.stationId));
  return scenario.stations.flatMap(({ id }): Fault[] => {
    const share = served.get(id) ?? 0;
    if (share === 0) return unserved.has(id) ? [] : [{ code: 'station.forgotten', params: { id } }];
    // A station served in part is served and listed: the rest of its parcels stays behind.
    if (Math.abs(share - 1) <= tolerance) {
      return unserved.has(id) ? [{ code: 'station.servedAndUnserved', params: { id } }] : [];
    }
    return share < 1 && unserved.has(id) ? [] : [{ code: 'station.shares', params: { id, share } }];
  });
}

function checkLines(scenario: Scenario, plan: Plan): Fault[] {
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  const driven = new Set(
    plan.duties.flatMap((duty) => duty.trips.map((trip) => `${trip.lineId} ${trip.roundIndex}`)),
  );
  return plan.lines.flatMap((line): Fault[] => {
    const faults: Fault[] = [];
    if (line.stopIds.length === 0) faults.push({ code: 'line.empty', params: { line: line.id } });
    for (const id of line.stopIds) {
      const suppliedFrom = stationById.get(id)?.hubId ?? scenario.depot.id;
      if (suppliedFrom !== line.originId) faults.push({ code: 'line.origin', params: { line: line.id, id } });
    }
    line.departureClockMin.forEach((_clock, round) => {
      if (line.kind !== 'bus' && !driven.has(`${line.id} ${round}`))
        faults.push({ code: 'duty.missing', params: { line: line.id, round } });
    });
    return faults;
  });
}

function checkLimits(scenario: Scenario, plan: Plan, again: Recomputed): Fault[] {
  const typeOf = (id: string) => scenario.vehicleTypes.find((type) => type.id === id)!;
  const ofLines = plan.lines.flatMap((line): Fault[] => {
    const type = typeOf(line.vehicleTypeId);
    const load = again.maxLoadParcels.get(line.id) ?? 0;
    const km = again.longestTripKm.get(line.id) ?? 0;
    const faults: Fault[] = [];
    if (line.kind !== 'bus' && load > type.capacityParcels.value + tolerance) {
      faults.push({
        code: 'load.exceedsCapacity',
        params: { line: line.id, load, capacity: type.capacityParcels.value },
      });
    }
    if (km * 1000 >= unreachable) faults.push({ code: 'trip.noRoad', params: { line: line.id } });
    else if (type.rangeKm !== null && km > type.rangeKm + tolerance) {
      faults.push({ code: 'trip.exceedsRange', params: { line: line.id, km, rangeKm: type.rangeKm } });
    }
    return faults;
  });
  const limitMin = scenario.dutyRules.shiftMin.value + scenario.dutyRules.overtimeLimitMin.value;
  const ofDuties = again.dutyMin.flatMap((dutyMin, duty): Fault[] =>
    // The solver counts whole seconds; a line of a hundred stops may round up by a minute.
    dutyMin > limitMin + 1 ? [{ code: 'duty.exceedsShift', params: { duty, dutyMin, limitMin } }] : [],
  );
  return [...ofLines, ...ofDuties];
}

/** A figure that is missing (NaN) is the same as one that is missing, and no other. */
const differs = (recomputed: number, claimed: number): boolean =>
  Number.isNaN(recomputed) || Number.isNaN(claimed)
    ? !Object.is(recomputed, claimed)
    : Math.abs(recomputed - claimed) > tolerance * Math.max(1, Math.abs(claimed));

function checkFigures(again: Recomputed, published: Evaluation): Fault[] {
  const pairs: readonly (readonly [name: string, again: number, published: number])[] = [
    ['totalYuanPerDay', again.totalYuanPerDay, published.totalYuanPerDay],
    ['yuanPerParcel', again.yuanPerParcel, published.yuanPerParcel],
    ['lineKmPerDay', again.lineKmPerDay, published.lineKmPerDay],
    ['dutyCount', again.dutyDaysPerDay, published.dutyCount],
    ['vehicleCount', again.vehicleCount, published.vehicleCount],
    ['parcelsPerDay', again.parcelsPerDay, published.parcelsPerDay.delivery + published.parcelsPerDay.pickup],
    ['worstH', again.worstH, published.times.worstH],
    ['shareWithin48h', again.shareWithin48h, published.times.shareWithin48h],
  ];
  return pairs.flatMap(([figure, recomputed, claimed]): Fault[] =>
    differs(recomputed, claimed)
      ? [{ code: 'figure.differs', params: { figure, recomputed, published: claimed } }]
      : [],
  );
}

/** When crews begin: with loading, or with the drive from the village where the vehicle stands at night. */
function checkClocks({ dutyStartClockMin }: Recomputed, { duties }: Evaluation): Fault[] {
  return dutyStartClockMin.flatMap((recomputed, duty): Fault[] => {
    const claimed = duties[duty]?.startClockMin;
    return recomputed === null || (claimed !== undefined && Math.abs(recomputed - claimed) <= 1e-4)
      ? []
      : [
          {
            code: 'figure.differs',
            params: { figure: 'dutyStartClockMin', recomputed, published: claimed ?? 0 },
          },
        ];
  });
}
