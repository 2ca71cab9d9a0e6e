/**
 * The solver's inner-loop generator: xorshift128 (Marsaglia 2003) with its state in a typed array, which engines with
 * 31-bit small integers update without allocating. Integer arithmetic only.
 */
export class SolverRandom {
  /** From four words, none of them 0 (see `seededRandom`). */
  constructor(private readonly state: Uint32Array) {}

  /** Uniform in [0, 2^32). */
  next(): u32 {
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
  below(bound: i32): i32 {
    return Math.floor((this.next() as f64) * 2.3283064365386963e-10 * (bound as f64)) as i32;
  }

  /** Uniform in [0, 1). */
  unit(): f64 {
    return (this.next() as f64) * 2.3283064365386963e-10;
  }
}
