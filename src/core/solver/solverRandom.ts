import { createRandom } from '../random.ts';

/**
 * The solver's inner-loop generator: xorshift128 (Marsaglia 2003) with its state in a typed array, which engines with
 * 31-bit small integers update without allocating. Seeded by the project's generator; integer arithmetic only.
 */
export class SolverRandom {
  private readonly state = new Uint32Array(4);

  constructor(seed: number) {
    const seeding = createRandom(seed);
    for (let word = 0; word < 4; word++) this.state[word] = seeding.nextUint32() | 1;
  }

  /** Uniform in [0, 2^32). */
  next(): number {
    const state = this.state;
    let t = state[3]!;
    const s = state[0]!;
    state[3] = state[2]!;
    state[2] = state[1]!;
    state[1] = s;
    t ^= t << 11;
    t ^= t >>> 8;
    const result = (t ^ s ^ (s >>> 19)) >>> 0;
    state[0] = result;
    return result;
  }

  /** Uniform integer in [0, bound). */
  below(bound: number): number {
    return Math.floor(this.next() * 2.3283064365386963e-10 * bound);
  }

  /** Uniform in [0, 1). */
  unit(): number {
    return this.next() * 2.3283064365386963e-10;
  }
}
