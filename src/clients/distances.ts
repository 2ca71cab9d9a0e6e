import type { DistanceAnswer, DistancesApi, RunOutcome } from '../../workers/protocol.ts';
import type { RoadNetwork, TravelSettings } from '../core/model/scenario.ts';
import type { DistancePlace } from '../core/network/distances.ts';
import type { LegPath } from '../core/network/legPath.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { proxy, type Remote, wrap } from './remote.ts';

/** Looking up distances over one road network in a worker that lives as long as the looking up. */
export interface DistanceSession {
  readonly outcome: Promise<RunOutcome<DistanceAnswer>>;
  way(from: number, to: number): Promise<LegPath | null>;
  /** Ends the worker, whatever it is doing. */
  close(): void;
}

export interface DistanceRequest {
  readonly roads: RoadNetwork;
  readonly places: readonly DistancePlace[];
  readonly travel: TravelSettings;
}

export interface DistanceDesk {
  open(request: DistanceRequest, onProgress: (doneShare: number) => void): DistanceSession;
}

export const spawnDistanceWorker = (): Worker =>
  new Worker(new URL('../../workers/distances.worker.ts', import.meta.url), {
    type: 'module',
    name: 'distances',
  });

export const createDistanceDesk = (spawn: () => Worker = spawnDistanceWorker): DistanceDesk => ({
  open({ roads, places, travel }, onProgress) {
    const worker = spawn();
    const api: Remote<DistancesApi> = wrap<DistancesApi>(worker);
    let settle: (outcome: RunOutcome<DistanceAnswer>) => void = () => undefined;
    const ended = new Promise<RunOutcome<DistanceAnswer>>((resolve) => {
      settle = resolve;
    });
    worker.addEventListener('error', (event) =>
      settle({ status: 'failed', message: event.message, stack: '' }),
    );
    const run = async (): Promise<RunOutcome<DistanceAnswer>> => {
      const packed = await packedRoadsOf(roads);
      return await api.prepare(packed, [...places], travel, proxy(onProgress));
    };
    const failed = (error: unknown): RunOutcome<DistanceAnswer> => ({
      status: 'failed',
      message: String(error),
      stack: '',
    });
    return {
      outcome: Promise.race([run().catch(failed), ended]),
      way: async (from, to) => await api.way(from, to),
      close() {
        worker.terminate();
        settle({ status: 'cancelled' });
      },
    };
  },
});
