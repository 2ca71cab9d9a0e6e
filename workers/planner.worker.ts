import { expose, transfer } from 'comlink';
import { runScenario } from '../src/core/run/runScenario.ts';
import type { PlannerApi } from './protocol.ts';
import { createNextTask, runInSlices } from './runInSlices.ts';

/** Runs the pure pipeline off the main thread; knows how to stop it and nothing else. */
const cancelledRunIds = new Set<string>();
const nextTask = createNextTask();

const planner: PlannerApi = {
  async run(runId, scenario, options, onProgress) {
    const outcome = await runInSlices(runScenario(scenario, options), {
      onProgress,
      isCancelled: () => cancelledRunIds.has(runId),
      nowMs: () => performance.now(),
      nextTask,
    });
    cancelledRunIds.delete(runId);
    if (outcome.status !== 'done') return outcome;
    // The tables are handed over, not copied; the run that made them is finished with them.
    const { lengthM, durationS, isEstimated } = outcome.value.matrix;
    return transfer(outcome, [lengthM.buffer, durationS.buffer, isEstimated.buffer]);
  },
  cancel(runId) {
    cancelledRunIds.add(runId);
  },
};

expose(planner);
