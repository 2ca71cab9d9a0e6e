import { expose, transfer } from 'comlink';
import type { PlannedLine } from '../src/core/model/plan.ts';
import type { RunProgress, SearchAnswer } from '../src/core/model/progress.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { unpackRoads } from '../src/core/network/packedRoads.ts';
import { runScenario } from '../src/core/run/runScenario.ts';
import { toEnd } from '../src/core/toEnd.ts';
import { costsOf, splitOf } from './costTasks.ts';
import { rankedLines } from './newStationTask.ts';
import { unpackTables } from './packedRows.ts';
import type { PackedScenario, PlannerApi, RunOutcome } from './protocol.ts';
import { createNextTask, runInOneGo, runInSlices, type SliceHooks } from './runInSlices.ts';
import { dayOfSimulation, shareOfSimulation, storyOfSimulation, sumOfSimulation } from './simulationTasks.ts';
import { variantsOf } from './variantTask.ts';

/** Runs the pure pipeline off the main thread; knows how to stop it and nothing else. */
const cancelledRunIds = new Set<string>();
const stoppedRunIds = new Set<string>();
const nextTask = createNextTask();
const noRoads = { source: '', licence: '', nodes: [], roads: [] };

const whole = async ({ bare, tables, roads }: PackedScenario): Promise<Scenario> => ({
  ...(await unpackTables(bare, tables)),
  roads: roads && toEnd(unpackRoads(roads)),
});

async function inSlices<Progress, Value, Answer = undefined>(
  runId: string,
  work: Iterator<Progress, Value, Answer | undefined>,
  onProgress: SliceHooks<Progress>['onProgress'],
  answerTo?: SliceHooks<Progress, Answer>['answerTo'],
): Promise<RunOutcome<Value>> {
  const outcome = await runInSlices(work, {
    onProgress,
    isCancelled: () => cancelledRunIds.has(runId),
    nowMs: () => performance.now(),
    nextTask,
    ...(answerTo ? { answerTo } : {}),
  });
  cancelledRunIds.delete(runId);
  return outcome;
}

const answered = async (
  rivalLines: Promise<readonly PlannedLine[] | null>,
): Promise<SearchAnswer | undefined> => {
  const lines = await rivalLines;
  return lines ? { rivalLines: lines } : undefined;
};

const planner: PlannerApi = {
  async run(runId, scenario, options, onProgress, onOffer) {
    const isStopped = (): boolean => stoppedRunIds.has(runId);
    const search = runScenario(await whole(scenario), { ...options, isStopped });
    const answerTo = ({ offer }: RunProgress): Promise<SearchAnswer | undefined> | null =>
      offer && onOffer ? answered(onOffer(offer)) : null;
    const outcome = await inSlices(runId, search, onProgress, answerTo);
    stoppedRunIds.delete(runId);
    if (outcome.status !== 'done') return outcome;
    const { value } = outcome;
    // The tables are handed over, not copied; the run that made them is finished with them.
    const { lengthM, durationS, isEstimated } = value.matrix;
    const report = { ...value, scenario: scenario.bare, roads: scenario.roads ? noRoads : value.roads };
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
  priceBefores: async (runId, scenario, request, onProgress) =>
    inSlices(runId, costsOf(await whole(scenario), request), ({ doneShare }) => onProgress(doneShare)),
  splitSaving: async (runId, scenario, request, onProgress) =>
    inSlices(runId, splitOf(await whole(scenario), request), ({ doneShare }) => onProgress(doneShare)),
  compareVariants: async (runId, scenario, options, question, onProgress, onVariant) =>
    inSlices(runId, variantsOf(await whole(scenario), options, question, onVariant), onProgress),
  rankNewStation: async (runId, scenario, request) =>
    inSlices(runId, rankedLines(await whole(scenario), request), () => undefined),
  cancel(runId) {
    cancelledRunIds.add(runId);
  },
  stop(runId) {
    stoppedRunIds.add(runId);
  },
};

expose(planner);
