import { hashArrays, hashDocument } from '../hash.ts';
import type { Problem } from '../model/problem.ts';
import type { Solution } from '../model/solution.ts';

/** What a search goes by, besides the problem. */
export interface SearchBudget {
  readonly seed: number;
  readonly iterations: number;
}

/**
 * Solutions of problems met before. Ways to run a county that differ in one township share the problems of all others,
 * and a search gives the same lines for the same problem.
 */
export class SolvedProblems {
  private readonly solutions = new Map<string, Solution>();

  keyOf(problem: Problem, budget: SearchBudget): string {
    const { profiles, stops, windowOpenS, windowCloseS, groupSplitCost, ...rest } = problem;
    const tables = profiles.flatMap(({ lengthM, durationS }) => [lengthM, durationS]);
    const { delivery, pickup, serviceS, visitCost, skipCost, groupIndex } = stops;
    const ofStops = [delivery, pickup, serviceS, visitCost, skipCost, groupIndex];
    const others = [windowOpenS, windowCloseS, groupSplitCost];
    return `${hashDocument([rest, budget])} ${hashArrays([...tables, ...ofStops, ...others])}`;
  }

  find(key: string): Solution | null {
    return this.solutions.get(key) ?? null;
  }

  keep(key: string, solution: Solution): void {
    this.solutions.set(key, solution);
  }
}
