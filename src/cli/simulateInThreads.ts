import type { SimulationResult } from '../core/model/simulation.ts';
import type { ReplicationOutcome } from '../core/sim/recorder.ts';
import { simulateReplications } from '../core/sim/simulate.ts';
import { buildSimulationModel } from '../core/sim/simulationModel.ts';
import { summarise } from '../core/sim/summarise.ts';
import { toEnd } from '../core/toEnd.ts';
import type { SimulationOrder } from './simulationShare.ts';
import { startThread } from './startThread.ts';

/**
 * Spreads the replications over threads in consecutive shares and sums them in their order, so that any number of
 * workers prints the same bytes.
 */
export async function simulateInThreads(
  order: Omit<SimulationOrder, 'from' | 'to'>,
  workers: number,
): Promise<SimulationResult> {
  const { replications } = order.settings;
  const shareCount = Math.max(1, Math.min(workers, replications));
  const model = buildSimulationModel(order.scenario, order.matrix, order.plan, order.settings);
  if (shareCount === 1) {
    const simulated = toEnd(simulateReplications(model, 0, replications));
    return summarise(model, simulated);
  }
  const boundary = (share: number): number => Math.round((share * replications) / shareCount);
  const shares = await Promise.all(
    Array.from({ length: shareCount }, (_, share) =>
      runShare({ ...order, from: boundary(share), to: boundary(share + 1) }),
    ),
  );
  return summarise(model, shares.flat());
}

function runShare(order: SimulationOrder): Promise<ReplicationOutcome[]> {
  return new Promise((resolve, reject) => {
    const worker = startThread('simulationShare', order);
    worker.on('error', reject);
    worker.on('message', resolve);
  });
}
