import type { Problem } from '../model/problem.ts';
import type { Solution, SolverProgress } from '../model/solution.ts';
import { solve } from './solve.ts';

export interface StartsOptions {
  readonly seed: number;
  /** Rounds over all starts and the finish. */
  readonly iterations: number;
  /** Independent short searches; 1 = a single long one. */
  readonly starts: number;
}

/** Half of the rounds go to the short searches, half to a finish from the best of them. */
const finishShare = 0.5;

const isBetter = (candidate: Solution, best: Solution | null): boolean =>
  best === null ||
  candidate.unserved.length < best.unserved.length ||
  (candidate.unserved.length === best.unserved.length && candidate.cost < best.cost);

/**
 * Several short searches with seeds of their own, then a longer one from the best. With a few dozen stops the number of
 * duties decides the cost, and a search that has settled on one duty too many seldom gives it up: other starts may
 * never take it on. Yields as `solve` does, incumbents only when they are the best of all starts.
 */
export function* solveFromStarts(
  problem: Problem,
  options: StartsOptions,
): Generator<SolverProgress, Solution> {
  const { seed, iterations, starts } = options;
  if (starts <= 1) return yield* solve(problem, { seed, iterations });
  const perStart = Math.max(1, Math.floor((iterations * (1 - finishShare)) / starts));
  let best: Solution | null = null;
  let done = 0;
  for (let start = 0; start <= starts; start++) {
    const isFinish = start === starts;
    const rounds = isFinish ? Math.max(1, iterations - done) : perStart;
    const search = solve(problem, {
      seed: seed * (starts + 1) + start,
      iterations: rounds,
      ...(isFinish && best ? { startFrom: best } : {}),
    });
    for (;;) {
      const step = search.next();
      if (step.done) {
        if (isBetter(step.value, best)) best = step.value;
        break;
      }
      const { incumbent, iteration } = step.value;
      const isNews = incumbent !== null && isBetter(incumbent, best);
      if (isNews) best = incumbent;
      yield {
        iteration: Math.min(iterations, done + iteration),
        iterations,
        bestCost: best?.cost ?? step.value.bestCost,
        incumbent: isNews ? incumbent : null,
      };
    }
    done += rounds;
  }
  return { ...best!, iterations: done };
}
