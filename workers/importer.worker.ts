import { expose, transfer } from 'comlink';
import { readCounty } from '../src/core/io/readCounty.ts';
import type { PackedRoads } from '../src/core/network/packedRoads.ts';
import type { ImporterApi } from './protocol.ts';
import { completePackedRoads, drawOnPackedRoads } from './roadTasks.ts';
import { createNextTask, runInSlices } from './runInSlices.ts';

/** Reads tables and road files off the main thread, and does what is slow with roads. */
let isCancelled = false;
const nextTask = createNextTask();

/** The arrays move to the page instead of being copied. */
const buffersOf = (packed: PackedRoads | null): ArrayBuffer[] =>
  packed
    ? Object.values(packed).flatMap((part) => (ArrayBuffer.isView(part) ? [part.buffer as ArrayBuffer] : []))
    : [];

const importer: ImporterApi = {
  readCounty,
  async importRoads(request, onProgress) {
    isCancelled = false;
    const { importRoadFiles } = await import('./roadImport.ts');
    const outcome = await runInSlices(importRoadFiles(request), {
      onProgress,
      isCancelled: () => isCancelled,
      nowMs: () => performance.now(),
      nextTask,
    });
    return transfer(outcome, outcome.status === 'done' ? buffersOf(outcome.value.packedRoads) : []);
  },
  cancelImport() {
    isCancelled = true;
  },
  completeRoads(packedRoads, scenarios) {
    const completed = completePackedRoads(packedRoads, scenarios);
    return transfer(completed, buffersOf(completed.packedRoads));
  },
  drawRoad(packedRoads, drawn) {
    const packed = drawOnPackedRoads(packedRoads, drawn);
    return transfer(packed, buffersOf(packed));
  },
};

expose(importer);
