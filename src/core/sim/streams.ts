import { hashText } from '../hash.ts';

/**
 * Common random numbers. Every number belongs to (seed, replication, entity, day, draw) and is computed from these five
 * alone, so that two scenarios see the same luck wherever they share places, days and lines, and replications may run
 * in any order on any number of workers. The mixer is the 32-bit finaliser "triple32" of C. Wellons' hash search (2018).
 */
function mix(value: number): number {
  let x = value;
  x = Math.imul(x ^ (x >>> 17), 0xed5ad4bb);
  x = Math.imul(x ^ (x >>> 11), 0xac4c1b51);
  x = Math.imul(x ^ (x >>> 15), 0x31848bab);
  return x ^ (x >>> 14);
}

const golden = 0x9e3779b9;

/** One key pair per entity for one replication; the entities are numbered in the order of `names`. */
export class Streams {
  private readonly keys: Int32Array;

  constructor(
    seed: number,
    replication: number,
    private readonly nameHashes: Int32Array,
  ) {
    this.keys = new Int32Array(nameHashes.length * 2);
    const root = mix((mix(seed | 0) + Math.imul(replication + 1, golden)) | 0);
    for (let entity = 0; entity < nameHashes.length; entity++) {
      const key = mix(root ^ mix(this.nameHashes[entity]!));
      this.keys[2 * entity] = key;
      // Not `key + golden`: that is what day 1 adds, and the two would cancel out.
      this.keys[2 * entity + 1] = mix(~key);
    }
  }

  /** What all draws of an entity on a day have in common. */
  ofDay(entity: number, day: number): number {
    return mix((this.keys[2 * entity]! + Math.imul(day, golden)) | 0);
  }

  /** Uniform in (0, 1): the middle of one of 2^32 cells. */
  drawOf(entity: number, ofDay: number, draw: number): number {
    const bits = mix(ofDay ^ ((this.keys[2 * entity + 1]! + Math.imul(draw, 0x85ebca6b)) | 0));
    return ((bits >>> 0) + 0.5) * 2.3283064365386963e-10;
  }

  uniform(entity: number, day: number, draw: number): number {
    return this.drawOf(entity, this.ofDay(entity, day), draw);
  }
}

export const entityHashes = (names: readonly string[]): Int32Array => Int32Array.from(names, hashText);
