import { expose, transfer } from 'comlink';
import type { Scenario } from '../src/core/model/scenario.ts';
import { unpackRoads } from '../src/core/network/packedRoads.ts';
import { runScenario } from '../src/core/run/runScenario.ts';
import type { PlannerApi } from './protocol.ts';
import { createNextTask, runInSlices } from './runInSlices.ts';
import { toEnd } from './toEnd.ts';

/** Runs the pure pipeline off the main thread; knows how to stop it and nothing else. */
const cancelledRunIds = new Set<string>();
const stoppedRunIds = new Set<string>();
const nextTask = createNextTask();
const noRoads = { source: '', licence: '', nodes: [], roads: [] };

const planner: PlannerApi = {
  async run(runId, scenario, packedRoads, options, onProgress) {
    const whole: Scenario = packedRoads ? { ...scenario, roads: toEnd(unpackRoads(packedRoads)) } : scenario;
    const isStopped = (): boolean => stoppedRunIds.has(runId);
    const outcome = await runInSlices(runScenario(whole, { ...options, isStopped }), {
      onProgress,
      isCancelled: () => cancelledRunIds.has(runId),
      nowMs: () => performance.now(),
      nextTask,
    });
    cancelledRunIds.delete(runId);
    stoppedRunIds.delete(runId);
    if (outcome.status !== 'done') return outcome;
    const { value } = outcome;
    // The tables are handed over, not copied; the run that made them is finished with them.
    const { lengthM, durationS, isEstimated } = value.matrix;
    const report = packedRoads ? { ...value, scenario, roads: noRoads } : value;
    return transfer({ status: 'done', value: report }, [
      lengthM.buffer,
      durationS.buffer,
      isEstimated.buffer,
    ]);
  },
  cancel(runId) {
    cancelledRunIds.add(runId);
  },
  stop(runId) {
    stoppedRunIds.add(runId);
  },
};

expose(planner);
