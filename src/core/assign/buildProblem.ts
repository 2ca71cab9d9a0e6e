import { dwellMin } from '../evaluate/schedule.ts';
import type { StationDemand } from '../evaluate/stationDemand.ts';
import type { StationId, VehicleTypeId } from '../model/ids.ts';
import { visitsWhileOpen } from '../model/openHours.ts';
import { mayEndAtVillage } from '../model/openLines.ts';
import type { Unserved } from '../model/plan.ts';
import { createProblem, noLimit, type Problem, type StopDraft } from '../model/problem.ts';
import type { LineKind, Scenario, Station, VehicleType } from '../model/scenario.ts';
import { type TravelMatrix, type TravelTables, travelFor, unreachable } from '../model/travel.ts';
import { invariant } from '../result.ts';
import type { ClockMin, Parcels, Share } from '../units.ts';
import { balanceOf, dimensionCountOf, limitVehicle, skipCosts, townshipGroups } from './lineRules.ts';
import { lockedLines } from './lockedLines.ts';
import { clockStepMin, loadUnitsPerParcel, milliYuan } from './problemUnits.ts';
import { breakRuleOf, tripsWithinS, type VisitHours, visitHours } from './visitHours.ts';

/** Lines to draw from one origin. */
export interface AssignmentTask {
  readonly kind: LineKind;
  readonly originId: StationId;
  readonly stationIds: readonly StationId[];
  readonly throughput: ReadonlyMap<StationId, StationDemand>;
  /** Part of a station's parcels that rides on buses; absent = none. */
  readonly carriedShare?: ReadonlyMap<StationId, Share>;
  /** Most days' worth of parcels that one departure carries, in and out. */
  readonly deliveryDays: number;
  readonly pickupDays: number;
  /** Lines the vehicles of each type can serve: those still free, twice as many lines on alternate days. */
  readonly linesLeft: ReadonlyMap<VehicleTypeId, number>;
  /** The same crew drives the line this many times on a service day. */
  readonly roundsPerDay: number;
  readonly minLines: number;
  readonly maxLines: number | null;
  /** When its lines leave on a service day; absent = as the policy says. */
  readonly departureClockMin?: readonly ClockMin[];
  /** Vehicles that can be loaded at a time; absent or null = no limit. */
  readonly dockCount?: number | null;
  /** Stations with more than so many parcels a departure are called at in parts; absent = more than the largest vehicle holds. */
  readonly wholeUpToParcels?: number;
}

/** One stop of the problem: a station, or a part of one too big for a single vehicle. */
export interface ProblemCall {
  readonly stationId: StationId;
  readonly share: number;
}

export interface AssignmentProblem {
  /** null = nothing to solve: no station can be served. */
  readonly problem: Problem | null;
  /** By stop index. */
  readonly calls: readonly ProblemCall[];
  /** By vehicle type index. */
  readonly vehicleTypes: readonly VehicleType[];
  /** Stations left out beforehand because no road leads to them. */
  readonly unserved: readonly Unserved[];
  /** By stop index, where stops are made only while the station is open; null = at any time. */
  readonly waitedFor: readonly Station[] | null;
  readonly hours: VisitHours | null;
}

/** Vehicles that one station may fill at a departure, and stops of all in parts: more are an error in the figures. */
const mostParts = 500;
const mostCalls = 6000;

const leftShareOf = ({ carriedShare }: Pick<AssignmentTask, 'carriedShare'>, stationId: StationId): Share =>
  1 - (carriedShare?.get(stationId) ?? 0);

/** Most parcels a departure has aboard for a station, or from it, but for what buses carry. */
export function loadParcelsOf(
  task: Pick<AssignmentTask, 'throughput' | 'carriedShare' | 'deliveryDays' | 'pickupDays'>,
  stationId: StationId,
): Parcels {
  const { deliveryParcelsPerDay, pickupParcelsPerDay } = task.throughput.get(stationId)!;
  return (
    leftShareOf(task, stationId) *
    Math.max(deliveryParcelsPerDay * task.deliveryDays, pickupParcelsPerDay * task.pickupDays)
  );
}

/** Ids become indices, people's units become whole numbers. Vehicle types are those `usedFor` the task's kind of line. */
export function buildProblem(
  scenario: Scenario,
  matrix: TravelMatrix,
  task: AssignmentTask,
): AssignmentProblem {
  const vehicleTypes = scenario.vehicleTypes.filter(
    (type) => type.usedFor.includes(task.kind) && task.linesLeft.get(type.id)! > 0,
  );
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const stationById = new Map(scenario.stations.map((station) => [station.id, station]));
  const originIndex = indexById.get(task.originId);
  invariant(originIndex !== undefined, `no travel times for ${task.originId}`);
  const size = matrix.stationIds.length;
  const tables = vehicleTypes.map(({ id }) => travelFor(matrix, id));
  const profiles = [...new Set(tables.length > 0 ? tables : [matrix])];
  // A crew with several rounds a day comes back to load: only the last could end at a village, and lines are drawn alike.
  // Lines that start at a village are closed ones to the search: what they drive in the morning is the way back, in the same
  // direction and with the same rest, so that kilometres, minutes, range and wages of a duty are those of a line that comes
  // back; clocks and windows are set by the departure, which does not move. Only their vehicles are shared otherwise: see `linesLeft`.
  const isOpen = mayEndAtVillage(scenario, task.kind) && task.roundsPerDay === 1;
  const isReachable = (stationIndex: number): boolean =>
    profiles.some(
      ({ durationS }) =>
        durationS[originIndex * size + stationIndex]! < unreachable &&
        (isOpen || durationS[stationIndex * size + originIndex]! < unreachable),
    );
  const largestCapacity = Math.max(0, ...vehicleTypes.map((type) => type.capacityParcels.value));
  const wholeUpTo = Math.min(largestCapacity, task.wholeUpToParcels ?? largestCapacity);

  const unserved: Unserved[] = [];
  const calls: ProblemCall[] = [];
  for (const stationId of task.stationIds) {
    const stationIndex = indexById.get(stationId)!;
    if (!isReachable(stationIndex)) {
      unserved.push({ stationId, reason: 'unreachable', params: {} });
      continue;
    }
    if (vehicleTypes.length === 0) {
      unserved.push({ stationId, reason: 'noVehicle', params: {} });
      continue;
    }
    const leftShare = leftShareOf(task, stationId);
    const loadParcels = loadParcelsOf(task, stationId);
    const partCount = loadParcels > 0 ? Math.max(1, Math.ceil(loadParcels / wholeUpTo)) : 1;
    if (partCount > mostParts || (partCount > 1 && calls.length + partCount > mostCalls)) {
      unserved.push({ stationId, reason: 'capacity', params: {} });
      continue;
    }
    for (let part = 0; part < partCount; part++) calls.push({ stationId, share: leftShare / partCount });
  }

  const hours = visitHours(scenario, task, calls.length);
  const stations = calls.map(({ stationId }) => stationById.get(stationId)!);
  const waitedFor = hours ? stations : null;
  if (calls.length === 0) return { problem: null, calls, vehicleTypes, unserved, waitedFor, hours };
  const rules = scenario.policy.lineRules ?? {};
  const groups = townshipGroups(scenario, calls);
  const skipCost = skipCosts(rules, calls);
  const locked = lockedLines(
    scenario.locks ?? [],
    task,
    calls,
    vehicleTypes.map(({ id }) => id),
  );
  // A line leaves the depot at one moment but comes back whenever it is through: then the way back ends at a second one.
  const hasEndDepot = hours !== null && !isOpen;
  const depotRows = hasEndDepot ? [originIndex, originIndex] : [originIndex];
  const stops = calls.map((call, index) => ({
    ...stopDraft(scenario, task, stations[index]!, call.share),
    ...(hours ? { windowS: hours.windowS(stations[index]!) } : {}),
    groupIndex: groups.groupIndex[index]!,
    skipCost: skipCost[index]!,
  }));
  const rows = [...depotRows, ...calls.map((call) => indexById.get(call.stationId)!)];
  const travel = profiles.map((profile) => subTables(profile, size, rows));
  const shortestTripS =
    Math.round(scenario.serviceTimes.loadingMin.value * 60) +
    Math.min(
      ...stops.map(({ serviceS = 0 }, index) => serviceS + shortestWayS(travel, depotRows.length + index)),
    );
  const problem = createProblem({
    ...(hours
      ? { depotCount: depotRows.length, depotWindowsS: [[hours.departureS, hours.departureS]] as const }
      : {}),
    dimensionCount: dimensionCountOf(rules),
    stops,
    groupSplitCost: groups.splitCost,
    balance: balanceOf(rules),
    compactnessCostPerKm: milliYuan(rules.compactYuanPerKm ?? 0),
    lockedLines: locked,
    profiles: travel,
    vehicleTypes: vehicleTypes.map((type, index) => ({
      ...limitVehicle(vehicleDraft(scenario, task, type), rules),
      profileIndex: profiles.indexOf(tables[index]!),
      endDepotIndex: isOpen ? null : depotRows.length - 1,
    })),
    breakRule: breakRuleOf(scenario),
    minLines: Math.min(task.minLines, calls.length),
    // What is locked stays, even where more is locked than lines are allowed.
    maxLines: task.maxLines === null ? null : Math.max(task.maxLines, locked.length),
    // A crew that drives its line several times a day, or that stays at its last stop, has no room for another line.
    severalTripsPerDuty: scenario.policy.allowSeveralTripsPerDuty && task.roundsPerDay === 1 && !isOpen,
    // The next trip leaves at a full step of the clock.
    severalTripsGapS: clockStepMin * 60,
    ...(hours ? { severalTripsWithinS: tripsWithinS(hours, stations, shortestTripS) } : {}),
  });
  return { problem, calls, vehicleTypes, unserved, waitedFor, hours };
}

function stopDraft(scenario: Scenario, task: AssignmentTask, station: Station, share: number): StopDraft {
  const demand = task.throughput.get(station.id)!;
  const deliveryParcels = demand.deliveryParcelsPerDay * share * task.deliveryDays;
  const pickupParcels = demand.pickupParcelsPerDay * share * task.pickupDays;
  const dwell = dwellMin(station, { deliveryParcels, pickupParcels }, scenario.serviceTimes);
  // A hair is taken off before rounding up: 209.3 x 10 is 2093.0000000000002 in floating point.
  const countedStops = dimensionCountOf(scenario.policy.lineRules ?? {}) > 1 ? [1] : [];
  const units = (parcels: number): number => Math.ceil(parcels * loadUnitsPerParcel - 1e-6);
  return {
    delivery: [units(deliveryParcels), ...countedStops],
    pickup: [units(pickupParcels), ...countedStops.map(() => 0)],
    // Rounded up where a second too little would come after closing.
    serviceS: visitsWhileOpen(scenario) ? Math.ceil(dwell * 60 - 1e-6) : Math.round(dwell * 60),
  };
}

const wholeUpToLimit = (value: number): number => Math.min(noLimit, Math.floor(value));

function vehicleDraft(scenario: Scenario, task: AssignmentTask, type: VehicleType) {
  const { dutyRules, rates } = scenario;
  const withCharges = 1 + rates.socialChargeShare.value;
  const wageYuanPerHour = (type.driverYuanPerDay.value / dutyRules.shiftMin.value) * 60;
  const isPaidByDay = dutyRules.wageBasis === 'day';
  const rounds = task.roundsPerDay;
  // The rounds of a line share one crew where they fit its day: each gets its part of the shift and the day is paid
  // once. A longer round costs overtime here, which stands for the second crew it will need (see toPlanPart).
  return {
    count: task.linesLeft.get(type.id)!,
    capacity: [wholeUpToLimit(type.capacityParcels.value * loadUnitsPerParcel)],
    fixedCost: milliYuan(
      type.fixedYuanPerDay.value + (isPaidByDay ? type.driverYuanPerDay.value * withCharges : 0),
    ),
    costPerKm: milliYuan((type.energyYuanPerKm.value + type.maintenanceYuanPerKm.value) * rounds),
    costPerHour: isPaidByDay ? 0 : milliYuan(wageYuanPerHour * withCharges * rounds),
    overtimeCostPerHour: milliYuan(wageYuanPerHour * withCharges * rates.overtimeWageFactor.value * rounds),
    shiftS: wholeUpToLimit((dutyRules.shiftMin.value * 60) / rounds),
    maxDurationS: wholeUpToLimit((dutyRules.shiftMin.value + dutyRules.overtimeLimitMin.value) * 60),
    maxLengthM: type.rangeKm === null ? noLimit : wholeUpToLimit(type.rangeKm * 1000),
    loadingS: Math.round(scenario.serviceTimes.loadingMin.value * 60),
  };
}

/** Out to a stop and back by whichever vehicle is there first. */
function shortestWayS(travel: readonly Pick<TravelTables, 'durationS'>[], place: number): number {
  return Math.min(
    ...travel.map(({ durationS }) => {
      const size = Math.round(Math.sqrt(durationS.length));
      return durationS[place]! + durationS[place * size]!;
    }),
  );
}

/** The travel tables among the given rows, in their order. */
function subTables(matrix: TravelTables, size: number, rows: readonly number[]) {
  const lengthM = new Int32Array(rows.length * rows.length);
  const durationS = new Int32Array(rows.length * rows.length);
  rows.forEach((from, fromRow) => {
    rows.forEach((to, toRow) => {
      // Two parts of one station lie at the same place.
      lengthM[fromRow * rows.length + toRow] = from === to ? 0 : matrix.lengthM[from * size + to]!;
      durationS[fromRow * rows.length + toRow] = from === to ? 0 : matrix.durationS[from * size + to]!;
    });
  });
  return { lengthM, durationS };
}
