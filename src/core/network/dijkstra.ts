import type { Csr } from './csr.ts';

/** Time of a node that has not been reached. */
export const unreachedDs = 0x7fffffff;

/**
 * One-to-all search. Ways are compared by time, then by length, so that equal times still give one answer.
 * The arrays belong to the search and are overwritten by the next run.
 */
export interface OneToAll {
  /** Tenths of a second from the source; `unreachedDs` where there is no way. */
  readonly durationDs: Int32Array;
  readonly lengthDm: Int32Array;
  /** Arc by which the best way enters each node; -1 at the source and where unreached. */
  readonly entryArc: Int32Array;
  /** Searches from `source`; stops early once every node of `targets` is settled. */
  run(source: number, targets?: Int32Array): void;
}

/**
 * Dijkstra's algorithm with a circular array of buckets, one per tenth of a second (Dial 1969, CACM 12(11)).
 * Empty buckets are skipped 32 at a time through a bit set.
 */
export function createOneToAll(csr: Csr): OneToAll {
  const { nodeCount, firstArc, head } = csr;
  const arcDs = csr.durationDs;
  const arcDm = csr.lengthDm;
  let bucketCount = 32;
  while (bucketCount <= csr.maxDurationDs) bucketCount *= 2;
  const mask = bucketCount - 1;
  const wordMask = bucketCount / 32 - 1;
  const durationDs = new Int32Array(nodeCount);
  const lengthDm = new Int32Array(nodeCount);
  const entryArc = new Int32Array(nodeCount);
  const firstInBucket = new Int32Array(bucketCount).fill(-1);
  const occupied = new Int32Array(bucketCount / 32);
  const next = new Int32Array(nodeCount);
  const previous = new Int32Array(nodeCount);
  const isTarget = new Uint8Array(nodeCount);

  const insert = (node: number, bucket: number): void => {
    const first = firstInBucket[bucket]!;
    next[node] = first;
    previous[node] = -1;
    if (first >= 0) previous[first] = node;
    else occupied[bucket >> 5]! |= 1 << (bucket & 31);
    firstInBucket[bucket] = node;
  };
  const remove = (node: number, bucket: number): void => {
    const after = next[node]!;
    const before = previous[node]!;
    if (after >= 0) previous[after] = before;
    if (before >= 0) next[before] = after;
    else {
      firstInBucket[bucket] = after;
      if (after < 0) occupied[bucket >> 5]! &= ~(1 << (bucket & 31));
    }
  };
  /** First bucket at or after `bucket`, going round, that holds a node; the caller knows that there is one. */
  const nextOccupied = (bucket: number): number => {
    let word = bucket >> 5;
    let bits = occupied[word]! & (-1 << (bucket & 31));
    while (bits === 0) {
      word = (word + 1) & wordMask;
      bits = occupied[word]!;
    }
    return (word << 5) + 31 - Math.clz32(bits & -bits);
  };

  const run = (source: number, targets?: Int32Array): void => {
    durationDs.fill(unreachedDs);
    entryArc.fill(-1);
    let openTargets = -1;
    if (targets) {
      openTargets = 0;
      for (const target of targets) {
        if (isTarget[target] === 0) openTargets++;
        isTarget[target] = 1;
      }
    }
    durationDs[source] = 0;
    lengthDm[source] = 0;
    insert(source, 0);
    let queued = 1;
    let bucket = 0;
    while (queued > 0 && openTargets !== 0) {
      bucket = nextOccupied(bucket);
      let node = firstInBucket[bucket]!;
      // Every arc takes at least one unit of time, so nothing new can enter the bucket being emptied.
      firstInBucket[bucket] = -1;
      occupied[bucket >> 5]! &= ~(1 << (bucket & 31));
      while (node >= 0) {
        queued--;
        if (openTargets > 0 && isTarget[node] === 1) openTargets--;
        const nodeDs = durationDs[node]!;
        const nodeDm = lengthDm[node]!;
        const lastArc = firstArc[node + 1]!;
        for (let arc = firstArc[node]!; arc < lastArc; arc++) {
          const tip = head[arc]!;
          const ds = nodeDs + arcDs[arc]!;
          const knownDs = durationDs[tip]!;
          if (ds > knownDs) continue;
          const dm = nodeDm + arcDm[arc]!;
          if (ds === knownDs) {
            if (dm < lengthDm[tip]!) {
              lengthDm[tip] = dm;
              entryArc[tip] = arc;
            }
            continue;
          }
          if (knownDs === unreachedDs) queued++;
          else remove(tip, knownDs & mask);
          durationDs[tip] = ds;
          lengthDm[tip] = dm;
          entryArc[tip] = arc;
          insert(tip, ds & mask);
        }
        node = next[node]!;
      }
    }
    if (queued > 0) {
      firstInBucket.fill(-1);
      occupied.fill(0);
    }
    if (targets) for (const target of targets) isTarget[target] = 0;
  };
  return { durationDs, lengthDm, entryArc, run };
}
