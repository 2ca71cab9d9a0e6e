import type { ImporterApi, RoadImportAnswer, RoadImportRequest, RunOutcome } from '../../workers/protocol.ts';
import type { RoadNetwork, Scenario } from '../core/model/scenario.ts';
import type { DrawnRoad } from '../core/network/edit/drawRoad.ts';
import { type PackedRoads, unpackRoads } from '../core/network/packedRoads.ts';
import { spawnImporterWorker } from './counties.ts';
import { inSlices } from './inSlices.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { proxy, type Remote, wrap } from './remote.ts';

/** The main thread's side of road work. Every task has a worker of its own, which ends with it. */

export interface ImportedRoadFiles extends Omit<RoadImportAnswer, 'packedRoads'> {
  /** null where no file held a usable road; the issues say why. */
  readonly network: RoadNetwork | null;
}

export interface CompletedRoads {
  readonly network: RoadNetwork;
  readonly addedCount: number;
}

export interface RoadImport {
  readonly outcome: Promise<RunOutcome<ImportedRoadFiles>>;
  cancel(): void;
}

export interface RoadImporter {
  importRoads(
    request: Omit<RoadImportRequest, 'files'> & { readonly files: readonly File[] },
    onProgress: (doneShare: number) => void,
  ): RoadImport;
  /** Rejects when the work fails; scenarios cross without their own roads. */
  completeRoads(network: RoadNetwork, scenarios: readonly Scenario[]): Promise<CompletedRoads>;
  drawRoad(network: RoadNetwork, drawn: DrawnRoad): Promise<RoadNetwork>;
}

const unpack = (packed: PackedRoads): Promise<RoadNetwork> => inSlices(unpackRoads(packed));

export function createRoadImporter(spawn: () => Worker = spawnImporterWorker): RoadImporter {
  async function aside<Value>(task: (api: Remote<ImporterApi>) => Promise<Value>): Promise<Value> {
    const worker = spawn();
    const death = new Promise<never>((_resolve, reject) => {
      worker.addEventListener('error', (event) => reject(new Error(event.message)));
    });
    try {
      return await Promise.race([task(wrap<ImporterApi>(worker)), death]);
    } finally {
      worker.terminate();
    }
  }

  return {
    importRoads(request, onProgress) {
      let api: Remote<ImporterApi> | null = null;
      let isCancelled = false;
      const run = async (): Promise<RunOutcome<ImportedRoadFiles>> => {
        const files: { name: string; bytes: Uint8Array }[] = [];
        for (const file of request.files) {
          files.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) });
        }
        if (isCancelled) return { status: 'cancelled' };
        const outcome = await aside<RunOutcome<RoadImportAnswer>>(async (remote) => {
          api = remote;
          return await remote.importRoads({ ...request, files }, proxy(onProgress));
        });
        if (outcome.status !== 'done') return outcome;
        const { packedRoads, ...answer } = outcome.value;
        return { status: 'done', value: { ...answer, network: packedRoads && (await unpack(packedRoads)) } };
      };
      return {
        outcome: run().catch(
          (error: unknown): RunOutcome<ImportedRoadFiles> => ({
            status: 'failed',
            message: String(error),
            stack: '',
          }),
        ),
        cancel() {
          isCancelled = true;
          void api?.cancelImport();
        },
      };
    },
    async completeRoads(network, scenarios) {
      const packed = await packedRoadsOf(network);
      const bare = scenarios.map((scenario) => ({ ...scenario, roads: null }));
      const answer = await aside((api) => api.completeRoads(packed, bare));
      return { network: await unpack(answer.packedRoads), addedCount: answer.addedCount };
    },
    async drawRoad(network, drawn) {
      const packed = await packedRoadsOf(network);
      return unpack(await aside((api) => api.drawRoad(packed, drawn)));
    },
  };
}
