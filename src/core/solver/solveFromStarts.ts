import type { Problem } from '../model/problem.ts';
import type { Solution, SolverProgress } from '../model/solution.ts';
import { type SolveOptions, type SolverSteering, solve } from './solve.ts';

export interface StartsOptions {
  readonly seed: number;
  /** Rounds over all starts and the finish. */
  readonly iterations: number;
  /** Independent short searches; 1 = a single long one. */
  readonly starts: number;
  /** Of a single long search. */
  readonly settings?: SolveOptions['settings'];
}

/** Half of the rounds go to the short searches, half to a finish from the best of them. */
const finishShare = 0.5;

/** Stops left out and vehicles wanting weigh alike, as they do in the search. */
const missing = ({ unserved, missingVehicles }: Solution): number => unserved.length + missingVehicles;

const isBetter = (candidate: Solution, best: Solution | null): boolean =>
  best === null ||
  missing(candidate) < missing(best) ||
  (missing(candidate) === missing(best) && candidate.cost < best.cost);

/** A favoured vehicle type's kilometres and days cost these shares of what they do while a start is outlined. */
const favourKm = 0.4;
const favourDay = 0.6;

/**
 * The problem with one vehicle type made cheap, each in turn; null for a start that takes costs as they are. One long
 * trip of a large vehicle can save a duty, but a search that fills the cheapest vehicles first never gets there step by
 * step.
 */
function favouring(problem: Problem): readonly (Problem | null)[] {
  const types = problem.vehicleTypes;
  if (types.length < 2) return [null];
  const favoured = types.map((_, chosen) => ({
    ...problem,
    vehicleTypes: types.map((type, index) =>
      index === chosen
        ? {
            ...type,
            costPerKm: Math.round(type.costPerKm * favourKm),
            fixedCost: Math.round(type.fixedCost * favourDay),
          }
        : type,
    ),
  }));
  return [null, ...favoured];
}

function outline(problem: Problem, seed: number, iterations: number): Solution {
  const search = solve(problem, { seed, iterations });
  for (;;) {
    const step = search.next();
    if (step.done) return step.value;
  }
}

/**
 * Several short searches with seeds of their own, then a longer one from the best. With a few dozen stops the number of
 * duties decides the cost, and a search that has settled on one duty too many seldom gives it up: other starts may
 * never take it on. Yields as `solve` does, incumbents only when they are the best of all starts; a rival counts as one
 * more start.
 */
export function* solveFromStarts(
  problem: Problem,
  options: StartsOptions,
): Generator<SolverProgress, Solution, SolverSteering | undefined> {
  const { seed, iterations, starts } = options;
  if (starts <= 1)
    return yield* solve(problem, {
      seed,
      iterations,
      ...(options.settings ? { settings: options.settings } : {}),
    });
  const variants = favouring(problem);
  const perStart = Math.max(1, Math.floor((iterations * (1 - finishShare)) / starts));
  let best: Solution | null = null;
  let told: Solution | null = null;
  const searchCosts: number[] = [];
  let done = 0;
  for (let start = 0; start <= starts; start++) {
    const isFinish = start === starts;
    const rounds = isFinish ? Math.max(1, iterations - done) : perStart;
    const ownSeed = seed * (starts + 1) + start;
    const favoured = isFinish ? null : variants[start % variants.length]!;
    const outlineRounds = favoured ? Math.floor(rounds / 2) : 0;
    const startFrom = favoured ? outline(favoured, ownSeed, outlineRounds) : isFinish ? best : null;
    const search = solve(problem, {
      seed: ownSeed,
      iterations: rounds - outlineRounds,
      ...(startFrom ? { startFrom } : {}),
    });
    let steering: SolverSteering | undefined;
    for (;;) {
      const step = search.next(steering);
      steering = undefined;
      if (step.done) {
        if (isBetter(step.value, best)) best = step.value;
        if (!isFinish && missing(step.value) === 0) searchCosts.push(step.value.cost);
        break;
      }
      const { incumbent, iteration } = step.value;
      if (incumbent !== null && isBetter(incumbent, best)) best = incumbent;
      // What a search ended with is told at the beginning of the next: who stops then keeps it.
      const isNews: boolean = best !== told;
      told = best;
      const given: SolverSteering | undefined = yield {
        iteration: Math.min(iterations, done + iteration),
        iterations,
        bestCost: best?.cost ?? step.value.bestCost,
        incumbent: isNews ? best : null,
      };
      if (given?.rival && isBetter(given.rival, best)) {
        best = given.rival;
        if (isFinish) steering = { rival: given.rival };
      }
    }
    done += rounds;
  }
  return { ...best!, iterations: done, searchCosts: searchCosts.sort((left, right) => left - right) };
}
