import type { PartLine } from '../model/solution.ts';

/** A line on its way into or out of a search. */
export type LineSnapshot = PartLine;

/** A whole plan of a search: lines and the tasks left out. */
export interface PlanSnapshot {
  readonly lines: readonly LineSnapshot[];
  readonly absent: readonly number[];
}
