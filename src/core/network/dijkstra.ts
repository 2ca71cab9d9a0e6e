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
  // A node is queued again whenever it gets nearer; entries it has outrun are skipped when they come up.
  const firstInBucket = new Int32Array(bucketCount).fill(-1);
  const occupied = new Int32Array(bucketCount / 32);
  const entryNode = new Int32Array(csr.arcCount + 1);
  const nextEntry = new Int32Array(csr.arcCount + 1);
  const isTarget = new Uint8Array(nodeCount);

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
    entryNode[0] = source;
    nextEntry[0] = -1;
    firstInBucket[0] = 0;
    occupied[0] = 1;
    let entryCount = 1;
    let queued = 1;
    let bucket = 0;
    let ds = 0;
    while (queued > 0 && openTargets !== 0) {
      const occupiedBucket = nextOccupied(bucket);
      ds += (occupiedBucket - bucket) & mask;
      bucket = occupiedBucket;
      let entry = firstInBucket[bucket]!;
      // Every arc takes at least one unit of time, so nothing new can enter the bucket being emptied.
      firstInBucket[bucket] = -1;
      occupied[bucket >> 5]! &= ~(1 << (bucket & 31));
      for (; entry >= 0; entry = nextEntry[entry]!) {
        queued--;
        const node = entryNode[entry]!;
        if (durationDs[node]! !== ds) continue;
        if (openTargets > 0 && isTarget[node] === 1) openTargets--;
        const nodeDm = lengthDm[node]!;
        const lastArc = firstArc[node + 1]!;
        for (let arc = firstArc[node]!; arc < lastArc; arc++) {
          const tip = head[arc]!;
          const tipDs = ds + arcDs[arc]!;
          const knownDs = durationDs[tip]!;
          if (tipDs > knownDs) continue;
          const tipDm = nodeDm + arcDm[arc]!;
          if (tipDs === knownDs) {
            if (tipDm < lengthDm[tip]!) {
              lengthDm[tip] = tipDm;
              entryArc[tip] = arc;
            }
            continue;
          }
          durationDs[tip] = tipDs;
          lengthDm[tip] = tipDm;
          entryArc[tip] = arc;
          const tipBucket = tipDs & mask;
          const first = firstInBucket[tipBucket]!;
          if (first < 0) occupied[tipBucket >> 5]! |= 1 << (tipBucket & 31);
          entryNode[entryCount] = tip;
          nextEntry[entryCount] = first;
          firstInBucket[tipBucket] = entryCount++;
          queued++;
        }
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
