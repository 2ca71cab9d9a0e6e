import { searchLayered } from '../core/levels/layeredSearch.ts';
import type { LayeredProblem, LayeredSolution } from '../core/model/layeredProblem.ts';
import type { Budget } from './timedSolve.ts';

export interface TimedLayered {
  readonly solution: LayeredSolution;
  /** Best cost over time, in seconds of the clock. */
  readonly trace: readonly (readonly [seconds: number, cost: number])[];
  readonly seconds: number;
}

/** First guess of the rate, until it has been measured. */
const iterationsPerSecond = 50_000;

/** Runs a level search to its budget, keeping the cooling in step with the clock. */
export function timedLayered(
  problem: LayeredProblem,
  options: { readonly seed: number; readonly budget: Budget },
  clock: () => number,
): TimedLayered {
  const { seed, budget } = options;
  const isTimed = 'seconds' in budget;
  const iterations = isTimed ? Math.ceil(budget.seconds * iterationsPerSecond) : budget.iterations;
  const search = searchLayered(problem, { seed, iterations });
  const trace: [number, number][] = [];
  let lookedS = clock();
  let lookedIteration = 0;
  let step = search.next();
  while (!step.done) {
    const { iteration, bestCost } = step.value;
    const nowS = clock();
    if (bestCost < (trace.at(-1)?.[1] ?? Number.POSITIVE_INFINITY)) trace.push([nowS, bestCost]);
    let total: number | undefined;
    if (isTimed) {
      const leftS = budget.seconds - nowS;
      const elapsedS = nowS - lookedS;
      if (leftS <= 0) total = iteration;
      else if (elapsedS > Math.min(0.04 * budget.seconds, leftS / 2)) {
        const perSecond = (iteration - lookedIteration) / elapsedS;
        total = iteration + Math.max(1, Math.round(perSecond * leftS));
        lookedS = nowS;
        lookedIteration = iteration;
      }
    }
    step = total === undefined ? search.next() : search.next({ iterations: total });
  }
  return { solution: step.value, trace, seconds: clock() };
}
