import { expose, transfer } from 'comlink';
import type { Scenario } from '../src/core/model/scenario.ts';
import { type PackedRoads, unpackRoads } from '../src/core/network/packedRoads.ts';
import { runScenario } from '../src/core/run/runScenario.ts';
import { costsOf } from './costTasks.ts';
import type { PlannerApi, RunOutcome } from './protocol.ts';
import { createNextTask, runInOneGo, runInSlices, type SliceHooks } from './runInSlices.ts';
import { dayOfSimulation, shareOfSimulation, storyOfSimulation, sumOfSimulation } from './simulationTasks.ts';
import { toEnd } from './toEnd.ts';

/** Runs the pure pipeline off the main thread; knows how to stop it and nothing else. */
const cancelledRunIds = new Set<string>();
const stoppedRunIds = new Set<string>();
const nextTask = createNextTask();
const noRoads = { source: '', licence: '', nodes: [], roads: [] };

const whole = (scenario: Scenario, packedRoads: PackedRoads | null): Scenario =>
  packedRoads ? { ...scenario, roads: toEnd(unpackRoads(packedRoads)) } : scenario;

async function inSlices<Progress, Value>(
  runId: string,
  work: Iterator<Progress, Value, undefined>,
  onProgress: SliceHooks<Progress>['onProgress'],
): Promise<RunOutcome<Value>> {
  const outcome = await runInSlices(work, {
    onProgress,
    isCancelled: () => cancelledRunIds.has(runId),
    nowMs: () => performance.now(),
    nextTask,
  });
  cancelledRunIds.delete(runId);
  return outcome;
}

const planner: PlannerApi = {
  async run(runId, scenario, packedRoads, options, onProgress) {
    const isStopped = (): boolean => stoppedRunIds.has(runId);
    const search = runScenario(whole(scenario, packedRoads), { ...options, isStopped });
    const outcome = await inSlices(runId, search, onProgress);
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
  simulateShare: (runId, order, from, to, onProgress) =>
    inSlices(runId, shareOfSimulation(order, from, to), ({ replicationsDone }) =>
      onProgress(replicationsDone),
    ),
  sumSimulation: (order, outcomes) => runInOneGo(() => sumOfSimulation(order, outcomes)),
  dayOf: (order, replication, day) => runInOneGo(() => dayOfSimulation(order, replication, day)),
  storyOf: (order, request) => runInOneGo(() => storyOfSimulation(order, request)),
  priceBefores: (runId, scenario, packedRoads, request, onProgress) =>
    inSlices(runId, costsOf(whole(scenario, packedRoads), request), ({ doneShare }) => onProgress(doneShare)),
  cancel(runId) {
    cancelledRunIds.add(runId);
  },
  stop(runId) {
    stoppedRunIds.add(runId);
  },
};

expose(planner);
