import type { Problem } from '../../model/problem.ts';
import { coveringBound } from './coveringBound.ts';
import { lineColumns } from './lineColumns.ts';

/** Sets of stops worth enumerating: some tenths of a second. */
const usualLimit = 20_000;

/**
 * Proven lower bound of the cost of any plan that serves every stop, by set covering over all lines there could be;
 * null when there are too many (long lines), or when the longest line is to be shortened rather than the cost.
 */
export function lineCoverBound(problem: Problem, limit = usualLimit): number | null {
  if (problem.objective.kind !== 'cost' || problem.stopCount === 0) return null;
  const columns = lineColumns(problem, limit);
  return columns && coveringBound(columns, problem.stopCount);
}
