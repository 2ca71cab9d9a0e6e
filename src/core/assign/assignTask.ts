import type { StationId } from '../model/ids.ts';
import type { Plan, PlannedLine, PlanQuality, SearchSpread } from '../model/plan.ts';
import type { LinesOffer, SearchAnswer } from '../model/progress.ts';
import type { Scenario } from '../model/scenario.ts';
import type { Solution } from '../model/solution.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { describeSolution } from '../solver/describe.ts';
import { type SolveOptions, type SolverSteering, solve } from '../solver/solve.ts';
import { type StartsOptions, solveFromStarts } from '../solver/solveFromStarts.ts';
import { type AssignmentTask, buildProblem } from './buildProblem.ts';
import { type ProvenBound, provenBound } from './provenBound.ts';
import type { SolvedProblems } from './solvedProblems.ts';
import { startRoutes } from './startRoutes.ts';
import { type PlanPart, toPlanPart } from './toPlan.ts';

export interface AssignOptions {
  readonly seed: number;
  /** Solver iterations for a set of lines over some thirty stops; fewer take proportionally fewer, more up to four times as many. */
  readonly iterations: number;
  /** Lines to start from, for example settled by hand, instead of from nothing. */
  readonly startFrom?: readonly PlannedLine[];
  /** Stations whose parcels ride on buses as far as there is room; absent = as the bus policy says. */
  readonly busStationIds?: readonly StationId[];
  /** How often a search offers its best lines to others; absent = never. */
  readonly offers?: number;
  /** One of many tries, or a before: nothing is proven of it. */
  readonly isQuick?: boolean;
  /** Problems solved before, for one of many tries. */
  readonly solved?: SolvedProblems;
  /** Asked now and then; true ends the search with the best plan so far. */
  readonly isStopped?: () => boolean;
}

export interface AssignProgress {
  readonly phase: 'lines' | 'branches';
  readonly doneShare: number;
  /** The plan so far, when it has changed: always complete in itself, branch lines still missing in the first phase. */
  readonly incumbent: Plan | null;
  readonly offer?: LinesOffer;
}

/** What is known of the lines of all tasks together; nothing is proven where a task leaves a station out. */
export function qualityOf(parts: readonly SolvedPart[], seed: number): PlanQuality {
  const solutions = parts.flatMap((entry) => (entry.solution ? [entry.solution] : []));
  const sum = (pick: (solution: Solution) => number): number =>
    solutions.reduce((total, solution) => total + pick(solution), 0);
  const bounds = parts.flatMap(({ solution, bound }) =>
    solution && solution.unserved.length === 0 && bound
      ? [{ ...bound, leastCost: Math.max(bound.leastCost, solution.lowerBound ?? 0) }]
      : [],
  );
  const isProven = solutions.length > 0 && bounds.length === solutions.length;
  const leastCost = bounds.reduce((total, bound) => total + bound.leastCost, 0);
  const isProvenBest = isProven && leastCost >= sum((solution) => solution.cost);
  const spread = isProvenBest ? null : spreadOf(solutions);
  return {
    seed,
    iterations: sum((solution) => solution.iterations),
    objectiveYuanPerDay: sum((solution) => solution.cost) / 1000,
    lowerBoundYuanPerDay: isProven ? leastCost / 1000 : null,
    ...(isProven ? { fewestLines: bounds.reduce((total, bound) => total + bound.fewestLines, 0) } : {}),
    ...(spread ? { spread } : {}),
  };
}

/** Best, median and worst of the searches, summed over the tasks; null where one task had a single search. */
function spreadOf(solutions: readonly Solution[]): SearchSpread | null {
  const lists = solutions.map(({ searchCosts }) => searchCosts ?? []);
  if (lists.length === 0 || lists.some((costs) => costs.length < 2)) return null;
  const yuan = (pick: (costs: readonly number[]) => number): number =>
    lists.reduce((total, costs) => total + pick(costs), 0) / 1000;
  return {
    searches: Math.min(...lists.map((costs) => costs.length)),
    bestYuanPerDay: yuan((costs) => costs[0]!),
    medianYuanPerDay: yuan((costs) => costs[costs.length >> 1]!),
    worstYuanPerDay: yuan((costs) => costs[costs.length - 1]!),
  };
}

/**
 * Measured on the sample counties: the number of duties and their vehicles decide the cost, and one long search settles
 * on them early. Up to a hundred stops 32 short searches and one from the best of them find the best mix most often;
 * beyond, too few rounds are left for each, and one search that starts hotter and may run over the longest duty does. A
 * quick answer is one search.
 */
const manyStarts = 32;
const manyStartsUpTo = 100;
const manyStartsFrom = 5000;
const longSearchSettings: SolveOptions['settings'] = {
  startTemperature: 3,
  endTemperature: 0.03,
  // So much heat finds fewer duties by itself; rounds under pressure would be lost.
  pressesForFewerLines: false,
  overrunS: 3600,
  dutyShareByTime: 0.7,
};

/**
 * Stops that take the number of iterations as it is; others take them in proportion. A quick answer, for the villages of a
 * county, never takes more; a thorough one is as hard to find for those of one hub, where one duty too many weighs more,
 * and takes up to four times as many (Heshui's 80: the best plan known from 15 seeds of 16 instead of 13).
 */
const quickStops = 80;
const thoroughStops = 30;
const mostThorough = 4;

function iterationsFor(stopCount: number, iterations: number): number {
  const times =
    iterations < manyStartsFrom
      ? Math.min(1, stopCount / quickStops)
      : Math.min(mostThorough, stopCount / thoroughStops);
  return Math.ceil(iterations * times);
}

const isLongSearch = (stopCount: number, iterations: number): boolean =>
  iterations >= manyStartsFrom && stopCount > manyStartsUpTo;

/** How a search for so many stops is made. */
function searchFor(stopCount: number, iterations: number): Pick<StartsOptions, 'starts' | 'settings'> {
  if (isLongSearch(stopCount, iterations)) return { starts: 1, settings: longSearchSettings };
  return { starts: iterations < manyStartsFrom ? 1 : manyStarts };
}

export interface SolvedPart {
  readonly part: PlanPart;
  readonly solution: Solution | null;
  readonly bound: ProvenBound | null;
}

/** Solves one task and turns its routes into lines. */
export function* assignTask(
  scenario: Scenario,
  matrix: TravelMatrix,
  task: AssignmentTask,
  timetable: Parameters<typeof toPlanPart>[3],
  lineIdPrefix: string,
  options: AssignOptions,
  report: (part: PlanPart | null, share: number) => AssignProgress,
): Generator<AssignProgress, SolvedPart, SearchAnswer | undefined> {
  const assignment = buildProblem(scenario, matrix, task);
  const { problem } = assignment;
  if (!problem) {
    return { part: { lines: [], duties: [], unserved: assignment.unserved }, solution: null, bound: null };
  }
  const stopCount = assignment.calls.length;
  const startFrom = options.startFrom ? startRoutes(options.startFrom, task, assignment) : null;
  const budget = { seed: options.seed, iterations: iterationsFor(stopCount, options.iterations) };
  const { offers = 0 } = options;
  // Lines to start from, and those of other searches, make another search of it.
  const slot = startFrom || offers > 0 ? undefined : options.solved?.slotOf(problem, options);
  const finished = (solution: Solution): SolvedPart => ({
    part: toPlanPart(assignment, task, solution, timetable, lineIdPrefix),
    solution,
    bound: options.isQuick ? null : provenBound(problem),
  });
  if (slot?.solution) return finished(slot.solution);
  const search = startFrom
    ? solve(problem, { ...budget, startFrom })
    : solveFromStarts(problem, {
        ...budget,
        ...searchFor(stopCount, options.iterations),
      });
  let best: Solution | null = null;
  let offered = 0;
  let steering: SolverSteering | undefined;
  for (;;) {
    if (best && options.isStopped?.()) {
      return finished(best);
    }
    const step = search.next(steering);
    steering = undefined;
    if (step.done) {
      if (slot) slot.solution = step.value;
      return finished(step.value);
    }
    const { incumbent, iteration, iterations } = step.value;
    if (incumbent) best = incumbent;
    const part = incumbent && toPlanPart(assignment, task, incumbent, timetable, lineIdPrefix);
    const isDue = best !== null && offered < offers && iteration * (offers + 1) >= iterations * (offered + 1);
    if (!isDue || !best) {
      yield report(part, iteration / iterations);
      continue;
    }
    offered++;
    const { lines } = toPlanPart(assignment, task, best, timetable, lineIdPrefix);
    const { cost, unserved, missingVehicles } = best;
    const offer = {
      key: `${lineIdPrefix}${offered}`,
      lines,
      missingCount: unserved.length + missingVehicles,
      cost,
    };
    const answer = yield { ...report(part, iteration / iterations), offer };
    const rival = answer && startRoutes(answer.rivalLines, task, assignment);
    if (rival) steering = { rival: describeSolution(problem, rival.routes, iteration, null) };
  }
}
