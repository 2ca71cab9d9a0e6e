import type { Problem } from '../../model/problem.ts';

/** A published benchmark problem as the solver takes it. */
export interface Instance {
  readonly name: string;
  readonly problem: Problem;
  /** Cost of the literature = cost of our solution / costDivisor. */
  readonly costDivisor: number;
  /** Number the file gives each stop, for printing routes. */
  readonly stopNumbers: readonly number[];
}
