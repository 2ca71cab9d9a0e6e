import { createRandom } from '../random.ts';
import { SolverRandom } from './kernel/solverRandom.ts';

/** State of the solver's generator for a seed, by the project's generator. */
export function randomWords(seed: number): Uint32Array {
  const seeding = createRandom(seed);
  return Uint32Array.from({ length: 4 }, () => seeding.nextUint32() | 1);
}

export const seededRandom = (seed: number): SolverRandom => new SolverRandom(randomWords(seed));
