import type { SolverRandom } from '../solverRandom.ts';

/** Puts values into an order drawn by lot. */
export function shuffle(values: Int32Array, random: SolverRandom): void {
  for (let index = values.length - 1; index > 0; index--) {
    const other = random.below(index + 1);
    const value = values[index]!;
    values[index] = values[other]!;
    values[other] = value;
  }
}
