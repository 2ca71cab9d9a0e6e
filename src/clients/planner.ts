import type {
  BaselineRequest,
  PlannerApi,
  RunOptions,
  RunOutcome,
  SimulationAnswer,
  SimulationOrder,
} from '../../workers/protocol.ts';
import type { RunProgress } from '../core/model/progress.ts';
import type { Baseline, Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { proxy } from './remote.ts';
import { type SimulationProgress, simulateInShares } from './simulateInShares.ts';
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from './workerPool.ts';

/** The main thread's side of the planner workers. */

export interface PlannerRequest {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly options: RunOptions;
  readonly onStart: () => void;
  readonly onProgress: (progress: RunProgress) => void;
  /** Urgent requests go before the others in the queue. */
  readonly isUrgent: boolean;
}

export interface PlannerPool {
  run(request: PlannerRequest): Promise<RunOutcome<Report>>;
  /** Days of a plan, its replications spread over all workers. */
  simulate(
    runId: string,
    order: SimulationOrder,
    onProgress: (progress: SimulationProgress) => void,
  ): Promise<RunOutcome<SimulationAnswer>>;
  /** The "befores" of a scenario. */
  runBaselines(
    runId: string,
    scenario: Scenario,
    request: BaselineRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<readonly Baseline[]>>;
  cancel(runId: string): void;
}

export const spawnPlannerWorker = (): Worker =>
  new Worker(new URL('../../workers/planner.worker.ts', import.meta.url), {
    type: 'module',
    name: 'planner',
  });

export function createPlannerPool(options: WorkerPoolOptions): PlannerPool {
  const pool = createWorkerPool<PlannerApi>(options);
  return {
    run: ({ runId, scenario, isUrgent, onStart, onProgress, options: runOptions }) =>
      pool.run({
        runId,
        isUrgent,
        onStart,
        call: async (api) => {
          const { roads } = scenario;
          if (roads === null) return api.run(runId, scenario, null, runOptions, proxy(onProgress));
          const packed = await packedRoadsOf(roads);
          const bare = { ...scenario, roads: null };
          return withRoads(await api.run(runId, bare, packed, runOptions, proxy(onProgress)), scenario);
        },
      }),
    simulate: (runId, order, onProgress) => simulateInShares(pool, runId, order, onProgress),
    runBaselines: (runId, scenario, request, onProgress) =>
      runBaselinesIn(pool, runId, scenario, request, onProgress),
    cancel: pool.cancel,
  };
}

/** Not urgent: what a person sees first is the plan, and the befores may take their time. */
function runBaselinesIn(
  pool: WorkerPool<PlannerApi>,
  runId: string,
  scenario: Scenario,
  request: BaselineRequest,
  onProgress: (doneShare: number) => void,
): Promise<RunOutcome<readonly Baseline[]>> {
  return pool.run({
    runId,
    isUrgent: false,
    call: async (api) => {
      const packed = scenario.roads ? await packedRoadsOf(scenario.roads) : null;
      return api.runBaselines(runId, { ...scenario, roads: null }, packed, request, proxy(onProgress));
    },
  });
}

/** Puts the roads that stayed here back into a report. */
function withRoads(outcome: RunOutcome<Report>, scenario: Scenario): RunOutcome<Report> {
  if (outcome.status !== 'done' || scenario.roads === null) return outcome;
  return { status: 'done', value: { ...outcome.value, scenario, roads: scenario.roads } };
}
