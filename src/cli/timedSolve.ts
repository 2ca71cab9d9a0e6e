import type { Problem } from '../core/model/problem.ts';
import type { PartOffer, Solution } from '../core/model/solution.ts';
import type { Share } from '../core/solver/jointWork.ts';
import { type SolverSteering, solve } from '../core/solver/solve.ts';

/** seconds: stop by the clock, iterations being reckoned from the measured rate; iterations: stop by count. */
export type Budget = { readonly seconds: number } | { readonly iterations: number };

export interface TimedSolution {
  readonly solution: Solution;
  /** Best cost over time, in seconds of the clock. */
  readonly trace: readonly (readonly [seconds: number, cost: number])[];
  readonly seconds: number;
}

/** Exchange with other searches: hands over the best plan and waits for the best of all (null = own). */
export type Exchange = (best: Solution) => Promise<Solution | null>;

/** Several searches of one problem: parts of one plan first, where the problem allows that, then plans of their own. */
export interface Company {
  readonly share: Share;
  readonly exchange: Exchange;
  /** Hands over this search's part and waits for those of all. */
  readonly join: (offer: PartOffer) => Promise<readonly PartOffer[]>;
}

const exchanges = 24;
/** First guess of the rate, until it has been measured. */
const iterationsPerSecond = 100_000;

/** Runs a search to its budget, keeping the cooling in step with the clock. `clock` tells seconds since the start. */
export async function timedSolve(
  problem: Problem,
  options: { readonly seed: number; readonly budget: Budget; readonly company?: Company },
  clock: () => number,
): Promise<TimedSolution> {
  const { seed, budget, company } = options;
  const isTimed = 'seconds' in budget;
  const iterations = isTimed ? Math.ceil(budget.seconds * iterationsPerSecond) : budget.iterations;
  const search = solve(problem, { seed, iterations, ...(company ? { share: company.share } : {}) });
  const trace: [number, number][] = [];
  let incumbent: Solution | null = null;
  let step = search.next();
  const startedS = clock();
  let lookedS = startedS;
  let lookedIteration = 0;
  let exchanged = 0;
  while (!step.done) {
    const { iteration, bestCost, offer } = step.value;
    if (company) incumbent = step.value.incumbent ?? incumbent;
    const nowS = clock();
    if (bestCost < lastCost(trace)) trace.push([nowS, bestCost]);
    let steering: SolverSteering | undefined;
    if (isTimed) {
      const elapsedS = nowS - lookedS;
      const leftS = budget.seconds - nowS;
      if (leftS <= 0) steering = { iterations: iteration };
      else if (elapsedS > Math.min(0.04 * budget.seconds, leftS / 2)) {
        const perSecond = (iteration - lookedIteration) / elapsedS;
        steering = { iterations: iteration + Math.max(1, Math.round(perSecond * leftS)) };
        lookedS = nowS;
        lookedIteration = iteration;
      }
    }
    const doneShare = isTimed ? nowS / budget.seconds : iteration / step.value.iterations;
    if (offer !== undefined) exchanged = Math.floor(doneShare * exchanges);
    if (offer && company) steering = { ...steering, offers: await company.join(offer) };
    else if (
      offer === undefined &&
      company &&
      incumbent &&
      doneShare * exchanges >= exchanged + 1 &&
      doneShare < 1
    ) {
      exchanged++;
      const rival = await company.exchange(incumbent);
      if (rival) steering = { ...steering, rival };
    }
    step = search.next(steering);
  }
  const seconds = clock();
  // Without stops the search is over before it has told of anything.
  if (step.value.cost < lastCost(trace)) trace.push([seconds, step.value.cost]);
  return { solution: step.value, trace, seconds };
}

const lastCost = (trace: readonly (readonly [number, number])[]): number =>
  trace.at(-1)?.[1] ?? Number.POSITIVE_INFINITY;
