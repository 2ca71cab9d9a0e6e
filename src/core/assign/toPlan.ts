import { offDutyFromMin } from '../evaluate/duties.ts';
import { asId, type LineId, type StationId, type VehicleTypeId } from '../model/ids.ts';
import { hoursOnDay } from '../model/openHours.ts';
import type { PlannedDuty, PlannedLine, Unserved } from '../model/plan.ts';
import type { Problem } from '../model/problem.ts';
import type { ServiceDays, Station } from '../model/scenario.ts';
import type { Solution, SolutionRoute } from '../model/solution.ts';
import type { ClockMin, Minutes } from '../units.ts';
import type { AssignmentProblem, AssignmentTask, ProblemCall } from './buildProblem.ts';
import { type FleetUse, phasesOf } from './fleetUse.ts';
import { missedHours } from './missedHours.ts';
import { clockStepMin } from './problemUnits.ts';

export interface Timetable {
  readonly serviceDays: ServiceDays;
  readonly departureClockMin: readonly ClockMin[];
  /** null = the phases are shared out among the duties; a number = all lines run on these days. */
  readonly phase: number | null;
  /** Duties drawn before: a new one takes the days on which fewest vehicles and drivers are out. */
  readonly fleetUse: FleetUse;
  /** Time between a return and the departure of the same crew's next trip. */
  readonly turnaroundMin: Minutes;
  /** Vehicles that can be loaded at a time; the next ones leave when those are loaded. Absent or null = no limit. */
  readonly dockCount?: number | null;
}

/** The part of a plan that one assignment task yields. */
export interface PlanPart {
  readonly lines: readonly PlannedLine[];
  readonly duties: readonly PlannedDuty[];
  readonly unserved: readonly Unserved[];
}

/**
 * Minutes a route keeps its crew away from the origin, by the problem's own whole numbers. Where stations are waited for,
 * a trip that leaves later waits less.
 */
function awayMin(
  problem: Problem,
  { vehicleTypeIndex, stops }: SolutionRoute,
  waitedFor: readonly Station[] | null,
  departureClockMin: ClockMin,
): Minutes {
  const size = problem.depotCount + problem.stopCount;
  const type = problem.vehicleTypes[vehicleTypeIndex]!;
  const { durationS } = problem.profiles[type.profileIndex]!;
  let from = 0;
  let drivingS = 0;
  let serviceS = 0;
  let waitS = 0;
  for (const stop of stops) {
    const place = problem.depotCount + stop;
    drivingS += durationS[from * size + place]!;
    const hours = waitedFor ? hoursOnDay(waitedFor[stop]!, departureClockMin) : null;
    if (hours) waitS += Math.max(0, (hours.openMin - departureClockMin) * 60 - drivingS - serviceS - waitS);
    serviceS += problem.stops.serviceS[stop]!;
    from = place;
  }
  if (type.endDepotIndex !== null) drivingS += durationS[from * size + type.endDepotIndex]!;
  const breaks = problem.breakRule ? Math.max(0, Math.ceil(drivingS / problem.breakRule.drivingS) - 1) : 0;
  return (drivingS + serviceS + waitS + breaks * (problem.breakRule?.breakS ?? 0)) / 60;
}

/**
 * Parts of one station on the same line are one call: the first, or where more is taken up there than handed over, the
 * last, so that the vehicle is never fuller than before.
 */
function callsOf(
  { calls }: AssignmentProblem,
  { throughput, deliveryDays, pickupDays }: AssignmentTask,
  route: SolutionRoute,
): ProblemCall[] {
  const found = new Map<StationId, number>();
  for (const stop of route.stops) {
    const { stationId, share } = calls[stop]!;
    const before = found.get(stationId) ?? 0;
    const { deliveryParcelsPerDay, pickupParcelsPerDay } = throughput.get(stationId)!;
    if (pickupParcelsPerDay * pickupDays > deliveryParcelsPerDay * deliveryDays) found.delete(stationId);
    found.set(stationId, before + share);
  }
  return [...found].map(([stationId, share]) => ({ stationId, share }));
}

/** Indices become ids again; duties get their phases and later trips their departure after the crew is back. */
export function toPlanPart(
  assignment: AssignmentProblem,
  task: AssignmentTask,
  solution: Solution,
  timetable: Timetable,
  lineIdPrefix: string,
): PlanPart {
  const lines: PlannedLine[] = [];
  const duties: PlannedDuty[] = [];
  const takePhase = phaseTaker(timetable);
  for (const routeIndices of solution.duties) {
    const vehicleTypeIndex = solution.routes[routeIndices[0]!]!.vehicleTypeIndex;
    const vehicleTypeId = assignment.vehicleTypes[vehicleTypeIndex]!.id;
    const { phase, dutiesBefore } = takePhase(vehicleTypeId);
    const dockRound = timetable.dockCount ? Math.floor(dutiesBefore / timetable.dockCount) : 0;
    let shiftedByMin = dockRound * timetable.turnaroundMin;
    let dutyMin = 0;
    let isLate = false;
    const trips: { lineId: LineId; roundIndex: number }[] = [];
    for (const routeIndex of routeIndices) {
      const route = solution.routes[routeIndex]!;
      const id = asId<LineId>(`${lineIdPrefix}${lines.length + 1}`);
      const calls = callsOf(assignment, task, route);
      lines.push({
        id,
        kind: task.kind,
        originId: task.originId,
        stopIds: calls.map((call) => call.stationId),
        ...(calls.some((call) => call.share < 1) ? { stopShares: calls.map((call) => call.share) } : {}),
        vehicleTypeId: assignment.vehicleTypes[route.vehicleTypeIndex]!.id,
        departureClockMin: timetable.departureClockMin.map((clockMin) => clockMin + shiftedByMin),
        serviceDays: timetable.serviceDays,
        phase,
      });
      timetable.departureClockMin.forEach((_clock, roundIndex) => {
        trips.push({ lineId: id, roundIndex });
      });
      const { problem, waitedFor } = assignment;
      const busyMin = (clockMin: ClockMin): Minutes =>
        awayMin(problem!, route, waitedFor, clockMin + shiftedByMin) + timetable.turnaroundMin;
      for (const [round, clockMin] of timetable.departureClockMin.entries()) {
        dutyMin += busyMin(clockMin);
        const next = timetable.departureClockMin[round + 1];
        if (next === undefined) continue;
        // Short waits between two rounds are paid; a crew that is not back for the next one cannot drive it.
        const freeMin = next - clockMin - busyMin(clockMin);
        if (freeMin < offDutyFromMin) dutyMin += Math.max(0, freeMin);
        isLate ||= freeMin < 0;
      }
      shiftedByMin += Math.ceil(busyMin(timetable.departureClockMin[0]!) / clockStepMin) * clockStepMin;
    }
    const limitMin = assignment.problem!.vehicleTypes[vehicleTypeIndex]!.maxDurationS / 60;
    // Rounds that do not fit one crew's day get a crew each; they may still share the vehicle.
    if (timetable.departureClockMin.length > 1 && (dutyMin > limitMin || isLate)) {
      for (const trip of trips) duties.push({ vehicleTypeId, trips: [trip] });
    } else {
      duties.push({ vehicleTypeId, trips });
    }
  }
  return {
    lines,
    duties,
    unserved: [...assignment.unserved, ...unservedStations(assignment, solution)],
  };
}

/** Hands out phases one duty after the other; also tells how many duties of this part run on the same days already. */
function phaseTaker({ serviceDays, phase: fixedPhase, fleetUse }: Timetable) {
  const phases = phasesOf(serviceDays, fixedPhase);
  const taken = new Map<string, number>();
  const count = (key: string): number => taken.get(key) ?? 0;
  return (typeId: VehicleTypeId): { readonly phase: number; readonly dutiesBefore: number } => {
    const ranked = phases
      .map((phase) => ({
        phase,
        ofType: fleetUse.busiest(typeId, serviceDays, phase) + count(`${typeId} ${phase}`),
        ofAll: fleetUse.busiestOfAll(serviceDays, phase) + count(`${phase}`),
      }))
      .sort((a, b) => a.ofType - b.ofType || a.ofAll - b.ofAll || a.phase - b.phase);
    const { phase } = ranked[0]!;
    const dutiesBefore = count(`${phase}`);
    taken.set(`${typeId} ${phase}`, count(`${typeId} ${phase}`) + 1);
    taken.set(`${phase}`, dutiesBefore + 1);
    return { phase, dutiesBefore };
  };
}

/** A station is listed once, however many of its parts were left out. */
function unservedStations(assignment: AssignmentProblem, solution: Solution): Unserved[] {
  const byStation = new Map<StationId, Unserved>();
  for (const entry of solution.unserved) {
    const { stationId } = assignment.calls[entry.stopIndex]!;
    if (byStation.has(stationId)) continue;
    const { reason, params } = entry;
    byStation.set(
      stationId,
      reason === 'timeWindow'
        ? { stationId, reason: 'hours', params: missedHours(assignment, entry.stopIndex) }
        : { stationId, reason, params },
    );
  }
  return [...byStation.values()];
}
