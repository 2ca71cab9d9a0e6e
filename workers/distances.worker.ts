import { expose, transfer } from 'comlink';
import { hashArrays } from '../src/core/hash.ts';
import {
  type Distances,
  distanceTable,
  isHierarchyWorthwhile,
  prepareDistances,
  wayBetween,
} from '../src/core/network/distances.ts';
import { buildHierarchy, type Hierarchy } from '../src/core/network/hierarchy.ts';
import type { LegPath } from '../src/core/network/legPath.ts';
import { unpackRoads } from '../src/core/network/packedRoads.ts';
import { toEnd } from '../src/core/toEnd.ts';
import { findHierarchy, keepHierarchy } from './hierarchyShelf.ts';
import type { DistancesApi, RunOutcome } from './protocol.ts';
import { createNextTask, runInSlices } from './runInSlices.ts';

/** Distances between places over one road network; stays alive so that single ways are found at once. */
let prepared: Distances | null = null;
let isCancelled = false;
const nextTask = createNextTask();
/** Building a hierarchy is most of the work where one is built. */
const hierarchyShare = 0.9;

const inSlices = <Value>(
  work: Iterator<number, Value, undefined>,
  onProgress: (doneShare: number) => void,
): Promise<RunOutcome<Value>> =>
  runInSlices(work, {
    onProgress,
    isCancelled: () => isCancelled,
    nowMs: () => performance.now(),
    nextTask,
  });

async function hierarchyOf(
  { router }: Distances,
  onProgress: (doneShare: number) => void,
): Promise<{ outcome: RunOutcome<Hierarchy>; isKept: boolean }> {
  const { csr } = router;
  const key = hashArrays([csr.firstArc, csr.head, csr.durationDs, csr.lengthDm]);
  const kept = await findHierarchy(key, Date.now());
  if (kept) return { outcome: { status: 'done', value: kept }, isKept: true };
  const outcome = await inSlices(buildHierarchy(csr), (share) => onProgress(hierarchyShare * share));
  if (outcome.status === 'done') await keepHierarchy(key, outcome.value, Date.now());
  return { outcome, isKept: false };
}

const distances: DistancesApi = {
  async prepare(packedRoads, places, travel, onProgress) {
    isCancelled = false;
    prepared = prepareDistances(toEnd(unpackRoads(packedRoads)), places, travel);
    let hierarchy: Hierarchy | null = null;
    let use: 'none' | 'kept' | 'built' = 'none';
    if (isHierarchyWorthwhile(prepared)) {
      const { outcome, isKept } = await hierarchyOf(prepared, onProgress);
      if (outcome.status !== 'done') return outcome;
      hierarchy = outcome.value;
      use = isKept ? 'kept' : 'built';
    }
    const outcome = await inSlices(distanceTable(prepared, hierarchy), (share) =>
      onProgress(hierarchyShare + (1 - hierarchyShare) * share),
    );
    if (outcome.status !== 'done') return outcome;
    const table = outcome.value;
    const value = { table, hierarchy: use, nodeCount: prepared.router.csr.nodeCount };
    return transfer({ status: 'done', value }, [
      table.lengthKm.buffer,
      table.durationMin.buffer,
      table.snapM.buffer,
    ]);
  },
  way(from, to): LegPath | null {
    return prepared && wayBetween(prepared, from, to);
  },
  cancel() {
    isCancelled = true;
  },
};

expose(distances);
