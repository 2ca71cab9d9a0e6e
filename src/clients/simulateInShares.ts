import type { PlannerApi, RunOutcome, SimulationAnswer, SimulationOrder } from '../../workers/protocol.ts';
import type { ReplicationOutcome } from '../core/sim/recorder.ts';
import { proxy } from './remote.ts';
import type { WorkerPool } from './workerPool.ts';

export interface SimulationProgress {
  readonly replicationsDone: number;
  readonly replications: number;
}

/** Small shares, so that solving after an edit gets its turn in between; each builds its tables anew, so not too small. */
const replicationsPerShare = 8;

/**
 * Spreads the replications over the workers in consecutive shares and has them summed in their order, so that any
 * number of workers gives the same result.
 */
export async function simulateInShares(
  pool: Pick<WorkerPool<PlannerApi>, 'size' | 'run' | 'cancel'>,
  runId: string,
  order: SimulationOrder,
  onProgress: (progress: SimulationProgress) => void,
): Promise<RunOutcome<SimulationAnswer>> {
  const { replications } = order.settings;
  const wanted = Math.max(pool.size, Math.ceil(replications / replicationsPerShare));
  const shareCount = Math.max(1, Math.min(replications, wanted));
  const boundary = (share: number): number => Math.round((share * replications) / shareCount);
  const done = new Array<number>(shareCount).fill(0);
  const note = (share: number, replicationsDone: number): void => {
    done[share] = replicationsDone;
    onProgress({ replicationsDone: done.reduce((sum, each) => sum + each, 0), replications });
  };

  const outcomes = await Promise.all(
    Array.from({ length: shareCount }, (_, share) => {
      const from = boundary(share);
      const to = boundary(share + 1);
      const noteShare = (replicationsDone: number): void => note(share, replicationsDone);
      return pool.run<readonly ReplicationOutcome[]>({
        runId,
        isUrgent: true,
        call: async (api) => {
          const outcome = await api.simulateShare(runId, order, from, to, proxy(noteShare));
          if (outcome.status === 'failed') pool.cancel(runId);
          else if (outcome.status === 'done') noteShare(to - from);
          return outcome;
        },
      });
    }),
  );
  const shares: ReplicationOutcome[] = [];
  const failed = outcomes.find((outcome) => outcome.status === 'failed');
  if (failed) return failed;
  for (const outcome of outcomes) {
    if (outcome.status !== 'done') return { status: 'cancelled' };
    shares.push(...outcome.value);
  }
  return pool.run<SimulationAnswer>({
    runId,
    isUrgent: true,
    call: (api) => api.sumSimulation(order, shares),
  });
}
