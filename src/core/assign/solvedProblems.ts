import { hashArrays, hashDocument } from '../hash.ts';
import type { Problem } from '../model/problem.ts';
import type { Solution } from '../model/solution.ts';

/** What a search goes by, besides the problem. */
export interface SearchBudget {
  readonly seed: number;
  readonly iterations: number;
}

export interface SolvedProblem {
  /** null = not searched to the end yet. */
  solution: Solution | null;
}

/**
 * Solutions of problems met before. Ways to run a county that differ in one township share the problems of all others,
 * and a search gives the same lines for the same problem.
 */
export class SolvedProblems {
  private readonly slots = new Map<string, SolvedProblem>();

  /** Where the solution of a problem is, or is to be put. */
  slotOf(problem: Problem, budget: SearchBudget): SolvedProblem {
    const key = this.keyOf(problem, budget);
    const slot = this.slots.get(key) ?? { solution: null };
    this.slots.set(key, slot);
    return slot;
  }

  private keyOf(problem: Problem, { seed, iterations }: SearchBudget): string {
    const { profiles, stops, windowOpenS, windowCloseS, groupSplitCost, ...rest } = problem;
    const tables = profiles.flatMap(({ lengthM, durationS }) => [lengthM, durationS]);
    const { delivery, pickup, serviceS, visitCost, skipCost, groupIndex } = stops;
    const ofStops = [delivery, pickup, serviceS, visitCost, skipCost, groupIndex];
    const others = [windowOpenS, windowCloseS, groupSplitCost];
    return `${hashDocument([rest, seed, iterations])} ${hashArrays([...tables, ...ofStops, ...others])}`;
  }
}
