import { cycleDays, departuresOf } from '../evaluate/calendar.ts';
import {
  deliveryDaysPerDeparture,
  depotCohorts,
  pickupDaysPerDeparture,
  runLine,
} from '../evaluate/cohorts.ts';
import { sortingRounds, sortWaves } from '../evaluate/sorting.ts';
import { hubIds, stationDemand, stationThroughput } from '../evaluate/stationDemand.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan, PlannedLine, PlanQuality } from '../model/plan.ts';
import type { LineKind, Scenario, ServiceDays } from '../model/scenario.ts';
import type { Solution } from '../model/solution.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { solve } from '../solver/solve.ts';
import { solveFromStarts } from '../solver/solveFromStarts.ts';
import { type AssignmentTask, buildProblem } from './buildProblem.ts';
import { type ProvenBound, provenBound } from './provenBound.ts';
import { startRoutes } from './startRoutes.ts';
import { type PlanPart, toPlanPart } from './toPlan.ts';

export interface AssignOptions {
  readonly seed: number;
  /** Solver iterations for a set of lines over 80 stops or more; fewer stops take proportionally fewer. */
  readonly iterations: number;
  /** Lines to start from, for example settled by hand, instead of from nothing. */
  readonly startFrom?: readonly PlannedLine[];
  /** Asked now and then; true ends the search with the best plan so far. */
  readonly isStopped?: () => boolean;
}

export interface AssignProgress {
  readonly phase: 'lines' | 'branches';
  readonly doneShare: number;
  /** The plan so far, when it has changed: always complete in itself, branch lines still missing in the first phase. */
  readonly incumbent: Plan | null;
}

const vehicleShare = (serviceDays: ServiceDays): number =>
  serviceDays.kind === 'everyNDays' ? serviceDays.n : 1;

/** Most days' worth of parcels one departure carries, in and out. */
function designDays(scenario: Scenario, serviceDays: ServiceDays, departureClockMin: readonly number[]) {
  const timetable = { serviceDays, phase: 0, departureClockMin };
  const cycle = cycleDays([timetable]);
  const delivery = [...stationDemand(scenario).values()].reduce(
    (sum, own) => sum + own.deliveryParcelsPerDay,
    0,
  );
  const rounds = sortingRounds(scenario.stations.length, scenario.sorting.chuteCount);
  const cohorts = depotCohorts(sortWaves(scenario, delivery, rounds), cycle, scenario.policy.cutoffLeadMin);
  const departures = departuresOf(timetable, cycle);
  return {
    deliveryDays: Math.max(...deliveryDaysPerDeparture(departures, cohorts, cycle)),
    pickupDays: Math.max(...pickupDaysPerDeparture(departures, cycle)),
  };
}

/** Draws the lines of a scenario: from the depot, and in the hub shape then from each hub. Same seed, same plan. */
export function* assignLines(
  scenario: Scenario,
  matrix: TravelMatrix,
  options: AssignOptions,
): Generator<AssignProgress, Plan> {
  const hubs = hubIds(scenario);
  const throughput = stationThroughput(scenario);
  const { policy } = scenario;
  const kind: LineKind =
    scenario.shape === 'urbanStar' ? 'urban' : scenario.shape === 'hub' ? 'trunk' : 'direct';
  const depotTask: AssignmentTask = {
    kind,
    originId: scenario.depot.id,
    stationIds: scenario.stations.filter((station) => station.hubId === null).map((station) => station.id),
    throughput,
    ...designDays(scenario, policy.serviceDays, policy.departureClockMin),
    linesPerVehicle: vehicleShare(policy.serviceDays),
    roundsPerDay: policy.departureClockMin.length,
    minLines: policy.lineCount.min,
    maxLines: policy.lineCount.max,
  };
  // Trunk lines of the hub shape all run on the same days, so that branch lines find the parcels of the whole county.
  const depotTimetable = {
    serviceDays: policy.serviceDays,
    departureClockMin: policy.departureClockMin,
    phase: kind === 'trunk' ? 0 : null,
    turnaroundMin: scenario.serviceTimes.loadingMin.value,
  };
  const depotShare = hubs.size === 0 ? 1 : 1 / (1 + hubs.size);
  const quality = { seed: options.seed, iterations: 0, objectiveYuanPerDay: 0, lowerBoundYuanPerDay: null };
  const depotPart = yield* assignTask(
    scenario,
    matrix,
    depotTask,
    depotTimetable,
    'L',
    options,
    (part, share) => ({
      phase: 'lines',
      doneShare: share * depotShare,
      incumbent: part && toPlan([part], quality),
    }),
  );
  const parts = [depotPart];

  for (const [hubIndex, hubId] of [...hubs].entries()) {
    const departureClockMin = branchDepartureClockMin(scenario, matrix, depotPart.part, hubId);
    if (departureClockMin === null) {
      parts.push({ part: unservedHub(scenario, hubId, depotPart.part), solution: null, bound: null });
      continue;
    }
    const days = vehicleShare(policy.branchServiceDays);
    const branchTask: AssignmentTask = {
      kind: 'branch',
      originId: hubId,
      stationIds: scenario.stations.filter((station) => station.hubId === hubId).map((station) => station.id),
      throughput,
      ...branchDays(policy.branchServiceDays),
      linesPerVehicle: days,
      roundsPerDay: 1,
      minLines: 0,
      maxLines: null,
    };
    const timetable = {
      serviceDays: policy.branchServiceDays,
      departureClockMin: [departureClockMin],
      phase: policy.serviceDays.kind === 'daily' ? null : 0,
      turnaroundMin: scenario.serviceTimes.loadingMin.value,
    };
    const prefix = `H${hubIndex + 1}-`;
    const before = parts.map((entry) => entry.part);
    parts.push(
      yield* assignTask(scenario, matrix, branchTask, timetable, prefix, options, (part, share) => ({
        phase: 'branches',
        doneShare: depotShare * (1 + hubIndex + share),
        incumbent: part && toPlan([...before, part], quality),
      })),
    );
  }

  return toPlan(
    parts.map((entry) => entry.part),
    qualityOf(parts, options.seed),
  );
}

/** What is known of the lines of all tasks together; nothing is proven where a task leaves a station out. */
function qualityOf(parts: readonly SolvedPart[], seed: number): PlanQuality {
  const solutions = parts.flatMap((entry) => (entry.solution ? [entry.solution] : []));
  const sum = (pick: (solution: Solution) => number): number =>
    solutions.reduce((total, solution) => total + pick(solution), 0);
  const bounds = parts.flatMap(({ solution, bound }) =>
    solution && solution.unserved.length === 0 && bound
      ? [{ ...bound, leastCost: Math.max(bound.leastCost, solution.lowerBound ?? 0) }]
      : [],
  );
  const isProven = solutions.length > 0 && bounds.length === solutions.length;
  return {
    seed,
    iterations: sum((solution) => solution.iterations),
    objectiveYuanPerDay: sum((solution) => solution.cost) / 1000,
    lowerBoundYuanPerDay: isProven
      ? bounds.reduce((total, bound) => total + bound.leastCost, 0) / 1000
      : null,
    ...(isProven ? { fewestLines: bounds.reduce((total, bound) => total + bound.fewestLines, 0) } : {}),
  };
}

function toPlan(parts: readonly PlanPart[], quality: PlanQuality): Plan {
  return {
    lines: parts.flatMap((part) => part.lines),
    duties: parts.flatMap((part) => part.duties),
    unserved: parts.flatMap((part) => part.unserved),
    quality,
  };
}

/** Few stops are settled in few iterations: the full number is for a whole county's villages. */
const fullIterationsStops = 80;
const iterationsFor = (stopCount: number, iterations: number): number =>
  Math.ceil(iterations * Math.min(1, stopCount / fullIterationsStops));

/**
 * Measured on the sample counties: up to about a hundred stops sixteen starts find fewer duties than one long search
 * of the same rounds; beyond, and for a quick first answer, one search is better.
 */
const manyStarts = 16;
const manyStartsUpTo = 100;
const fewStarts = 6;
const fewStartsUpTo = 300;
const manyStartsFrom = 5000;

function startsFor(stopCount: number, iterations: number): number {
  if (iterations < manyStartsFrom || stopCount > fewStartsUpTo) return 1;
  return stopCount <= manyStartsUpTo ? manyStarts : fewStarts;
}

interface SolvedPart {
  readonly part: PlanPart;
  readonly solution: Solution | null;
  readonly bound: ProvenBound | null;
}

function* assignTask(
  scenario: Scenario,
  matrix: TravelMatrix,
  task: AssignmentTask,
  timetable: Parameters<typeof toPlanPart>[3],
  lineIdPrefix: string,
  options: AssignOptions,
  report: (part: PlanPart | null, share: number) => AssignProgress,
): Generator<AssignProgress, SolvedPart> {
  const assignment = buildProblem(scenario, matrix, task);
  if (!assignment.problem) {
    return { part: { lines: [], duties: [], unserved: assignment.unserved }, solution: null, bound: null };
  }
  const stopCount = assignment.calls.length;
  const startFrom = options.startFrom ? startRoutes(options.startFrom, task, assignment) : null;
  const budget = { seed: options.seed, iterations: iterationsFor(stopCount, options.iterations) };
  const search = startFrom
    ? solve(assignment.problem, { ...budget, startFrom })
    : solveFromStarts(assignment.problem, {
        ...budget,
        starts: startsFor(stopCount, options.iterations),
      });
  let best: Solution | null = null;
  for (;;) {
    if (best && options.isStopped?.()) {
      const stopped: Solution = best;
      return {
        part: toPlanPart(assignment, task, stopped, timetable, lineIdPrefix),
        solution: stopped,
        bound: provenBound(assignment.problem),
      };
    }
    const step = search.next();
    if (step.done) {
      const part = toPlanPart(assignment, task, step.value, timetable, lineIdPrefix);
      return { part, solution: step.value, bound: provenBound(assignment.problem) };
    }
    const { incumbent, iteration, iterations } = step.value;
    if (incumbent) best = incumbent;
    const part = incumbent && toPlanPart(assignment, task, incumbent, timetable, lineIdPrefix);
    yield report(part, iteration / iterations);
  }
}

/** Days' worth of parcels a branch line carries: those since its last service day. */
function branchDays(serviceDays: ServiceDays) {
  const cycle = cycleDays([{ serviceDays }]);
  const departures = departuresOf({ serviceDays, phase: 0, departureClockMin: [0] }, cycle);
  const days = Math.max(...pickupDaysPerDeparture(departures, cycle));
  return { deliveryDays: days, pickupDays: days };
}

const branchStepMin = 5;

/** When the first trunk trip of a day has been unloaded and handed over at the hub; null when no trunk line calls there. */
function branchDepartureClockMin(
  scenario: Scenario,
  matrix: TravelMatrix,
  depotPart: PlanPart,
  hubId: StationId,
): number | null {
  const cycle = cycleDays(depotPart.lines);
  const cohorts = depotCohorts(sortWaves(scenario, 0, 1), cycle, 0);
  const stationById = new Map([scenario.depot, ...scenario.stations].map((station) => [station.id, station]));
  const indexById = new Map(matrix.stationIds.map((stationId, index) => [stationId, index]));
  const readyClocks: number[] = [];
  for (const line of depotPart.lines) {
    const callIndex = line.stopIds.indexOf(hubId);
    if (callIndex < 0) continue;
    const run = runLine({
      line,
      cycle,
      cohorts,
      throughput: stationThroughput(scenario),
      stationById,
      indexById,
      matrix,
      serviceTimes: scenario.serviceTimes,
      dutyRules: scenario.dutyRules,
    });
    // Several trunk lines may share a hub's parcels: the branch waits for the last of their first rounds.
    const firstRound = run.trips.filter((_trip, index) => run.departures[index]!.roundIndex === 0);
    readyClocks.push(Math.max(...firstRound.map((trip) => trip.visits[callIndex]!.departureClockMin)));
  }
  if (readyClocks.length === 0) return null;
  const readyMin = Math.max(...readyClocks) + scenario.serviceTimes.hubHandoverMin.value;
  return Math.ceil((readyMin + scenario.serviceTimes.loadingMin.value) / branchStepMin) * branchStepMin;
}

/** A hub without a trunk line leaves its stations without parcels, for the hub's own reason. */
function unservedHub(scenario: Scenario, hubId: StationId, depotPart: PlanPart): PlanPart {
  const { reason, params } = depotPart.unserved.find((entry) => entry.stationId === hubId)!;
  return {
    lines: [],
    duties: [],
    unserved: scenario.stations
      .filter((station) => station.hubId === hubId)
      .map((station) => ({ stationId: station.id, reason, params })),
  };
}
