import { noLimit, type Problem } from '../model/problem.ts';
import type { Solution, SolutionUnserved } from '../model/solution.ts';
import { describeSolution } from './describe.ts';
import { lineSums } from './lineSums.ts';

/** One place where a stop could be put in, with what it would change. */
export interface RankedInsertion {
  /** Line of the solution; null = a line of its own. */
  readonly routeIndex: number | null;
  readonly vehicleTypeIndex: number;
  /** Stops before it on the line. */
  readonly position: number;
  readonly addedCost: number;
  readonly addedLengthM: number;
  readonly addedDurationS: number;
  readonly violations: readonly InsertionViolation[];
}

export interface InsertionViolation {
  readonly code:
    | 'capacity'
    | 'shift'
    | 'vehicleRange'
    | 'timeWindow'
    | 'unreachable'
    | 'lineCount'
    | 'noVehicle';
  /** How much would have to be granted: load units, seconds, metres, lines or vehicles; 0 where it is yes or no. */
  readonly by: number;
}

/**
 * Every place for a stop in a plan that does not hold it, cheapest first: those that keep all limits, then the others
 * with the limits they would break. A new village is ranked by solving for a problem that contains it.
 */
export function rankInsertions(problem: Problem, solution: Solution, stopIndex: number): RankedInsertion[] {
  const ranked: RankedInsertion[] = [];
  for (const [routeIndex, route] of solution.routes.entries()) {
    if (isLockedWhole(problem, route.stops)) continue;
    for (let position = 0; position <= route.stops.length; position++)
      ranked.push(insertion(problem, solution, stopIndex, routeIndex, route.vehicleTypeIndex, position));
  }
  for (let type = 0; type < problem.vehicleTypes.length; type++)
    ranked.push(insertion(problem, solution, stopIndex, null, type, 0));
  return ranked.sort(
    (left, right) =>
      Number(left.violations.length > 0) - Number(right.violations.length > 0) ||
      left.addedCost - right.addedCost,
  );
}

/** Least that would have to be granted for an unserved stop to be served, and what serving it would then cost. */
export interface Relaxation {
  readonly stopIndex: number;
  readonly insertion: RankedInsertion;
}

/** For each unserved stop the cheapest place that breaks fewest limits; none where no road leads there. */
export function cheapestRelaxations(problem: Problem, solution: Solution): Relaxation[] {
  return solution.unserved.flatMap(({ stopIndex }) => {
    const candidates = rankInsertions(problem, solution, stopIndex).filter(
      (candidate) => !candidate.violations.some((violation) => violation.code === 'unreachable'),
    );
    candidates.sort(
      (left, right) => left.violations.length - right.violations.length || left.addedCost - right.addedCost,
    );
    return candidates.length === 0 ? [] : [{ stopIndex, insertion: candidates[0]! }];
  });
}

/** What each line costs, and what the plan would save without each of its stops. */
export interface LineCost {
  readonly routeIndex: number;
  readonly cost: number;
  readonly stops: readonly { readonly stopIndex: number; readonly savedWithout: number }[];
}

export function lineCosts(problem: Problem, solution: Solution): LineCost[] {
  return solution.routes.map((route, routeIndex) => {
    const cost = costOf(problem, [route]);
    return {
      routeIndex,
      cost,
      stops: route.stops.map((stopIndex) => ({
        stopIndex,
        savedWithout:
          cost - costOf(problem, [{ ...route, stops: route.stops.filter((stop) => stop !== stopIndex) }]),
      })),
    };
  });
}

/** Everything there is to say about a plan. */
export interface PlanExplanation {
  readonly lines: readonly LineCost[];
  /** Why each unserved stop is so, and the least that would serve it; null where no road leads there. */
  readonly unserved: readonly (SolutionUnserved & { readonly relaxation: RankedInsertion | null })[];
}

/**
 * One answer for the screen: what each line and stop costs, and for each stop left out its reason, the cheapest limit to
 * grant and what serving it would then cost. Plain data in and out, so a worker may compute it and post it as it is.
 */
export function explainPlan(problem: Problem, solution: Solution): PlanExplanation {
  const relaxations = new Map(
    cheapestRelaxations(problem, solution).map((entry) => [entry.stopIndex, entry.insertion]),
  );
  return {
    lines: lineCosts(problem, solution),
    unserved: solution.unserved.map((entry) => ({
      ...entry,
      relaxation: relaxations.get(entry.stopIndex) ?? null,
    })),
  };
}

/** Cost of lines taken by themselves: without the penalties that depend on the rest of the plan. */
function costOf(
  problem: Problem,
  routes: readonly { readonly vehicleTypeIndex: number; readonly stops: readonly number[] }[],
): number {
  const { components } = describeSolution(problem, routes, 0, null);
  return components.fixed + components.distance + components.time + components.overtime + components.visits;
}

const isLockedWhole = (problem: Problem, stops: readonly number[]): boolean =>
  problem.lockedLines.some((lock) => lock.keep === 'line' && lock.stops[0] === stops[0]);

function insertion(
  problem: Problem,
  solution: Solution,
  stopIndex: number,
  routeIndex: number | null,
  vehicleTypeIndex: number,
  position: number,
): RankedInsertion {
  const present = routeIndex === null ? [] : solution.routes[routeIndex]!.stops;
  const stops = [...present.slice(0, position), stopIndex, ...present.slice(position)];
  const lines = solution.routes.map((route, index) => (index === routeIndex ? { ...route, stops } : route));
  if (routeIndex === null) lines.push({ vehicleTypeIndex, startDepotIndex: null, stops });
  const before = lineSums(problem, vehicleTypeIndex, present);
  const after = lineSums(problem, vehicleTypeIndex, stops);
  return {
    routeIndex,
    vehicleTypeIndex,
    position,
    addedCost: describeSolution(problem, lines, 0, null).cost - solution.cost,
    addedLengthM: after.lengthM - before.lengthM,
    addedDurationS: after.durationS - before.durationS,
    violations: violationsOf(problem, solution, routeIndex, vehicleTypeIndex, after),
  };
}

function violationsOf(
  problem: Problem,
  solution: Solution,
  routeIndex: number | null,
  vehicleTypeIndex: number,
  line: ReturnType<typeof lineSums>,
): InsertionViolation[] {
  const type = problem.vehicleTypes[vehicleTypeIndex]!;
  const violations: InsertionViolation[] = [];
  const over = (code: InsertionViolation['code'], by: number): void => {
    if (by > 0) violations.push({ code, by });
  };
  if (!line.isReachable) violations.push({ code: 'unreachable', by: 0 });
  if (!line.isInTime) violations.push({ code: 'timeWindow', by: 0 });
  for (const [dimension, load] of line.peakLoad.entries()) over('capacity', load - type.capacity[dimension]!);
  over('vehicleRange', line.lengthM - type.maxLengthM);
  over('shift', line.durationS - type.maxDurationS);
  if (routeIndex === null) {
    over('lineCount', solution.routes.length + 1 - (problem.maxLines ?? noLimit));
    const used = solution.duties.filter(
      (duty) => solution.routes[duty[0]!]!.vehicleTypeIndex === vehicleTypeIndex,
    ).length;
    if (!problem.severalTripsPerDuty) over('noVehicle', used + 1 - (type.count ?? noLimit));
  }
  return violations;
}
