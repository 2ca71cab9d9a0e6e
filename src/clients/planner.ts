import type {
  ComparisonProgress,
  CostAnswer,
  CostRequest,
  NewStationRequest,
  OnOffer,
  PlannerApi,
  RunGiven,
  RunOptions,
  RunOutcome,
  SimulationAnswer,
  SimulationOrder,
  SplitRequest,
} from '../../workers/protocol.ts';
import type { NewStationPlace } from '../core/evaluate/rankNewStation.ts';
import type { ComparedVariant } from '../core/levels/compareVariants.ts';
import type { ComparisonQuestion } from '../core/model/comparison.ts';
import type { DayLog } from '../core/model/dayLog.ts';
import type { ParcelStory, StoryRequest } from '../core/model/parcelStory.ts';
import type { RunProgress } from '../core/model/progress.ts';
import type { Report } from '../core/model/report.ts';
import type { SavingSplit } from '../core/model/savingSplit.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { packedScenarioOf } from './packedShelf.ts';
import { proxy, type Remote } from './remote.ts';
import { type SimulationProgress, simulateInShares } from './simulateInShares.ts';
import { createWorkerPool, type WorkerPool, type WorkerPoolOptions } from './workerPool.ts';

/** The main thread's side of the planner workers. */

export interface PlannerRequest {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly options: RunOptions & RunGiven;
  readonly onStart: () => void;
  readonly onProgress: (progress: RunProgress) => void;
  /** Present where several searches for the same lines exchange them. */
  readonly onOffer?: OnOffer;
  /** Urgent requests go before the others in the queue. */
  readonly isUrgent: boolean;
}

export interface ComparisonRequest {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly options: RunOptions;
  readonly question: ComparisonQuestion;
  readonly onProgress: (progress: ComparisonProgress) => void;
  readonly onVariant: (variant: ComparedVariant) => void;
}

export interface PlannerPool {
  run(request: PlannerRequest): Promise<RunOutcome<Report>>;
  /** Days of a plan, its replications spread over all workers. */
  simulate(
    runId: string,
    order: SimulationOrder,
    onProgress: (progress: SimulationProgress) => void,
  ): Promise<RunOutcome<SimulationAnswer>>;
  /** A day of a simulation to play, and the way of one parcel: one replication is run again. */
  dayOf(runId: string, order: SimulationOrder, replication: number, day: number): Promise<RunOutcome<DayLog>>;
  storyOf(
    runId: string,
    order: SimulationOrder,
    request: StoryRequest,
  ): Promise<RunOutcome<ParcelStory | null>>;
  /** A plan's cost taken apart and read against its "befores". */
  priceBefores(
    runId: string,
    scenario: Scenario,
    request: CostRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<CostAnswer>>;
  /** The cost of the pooled network split among the couriers, by several rules. */
  splitSaving(
    runId: string,
    scenario: Scenario,
    request: SplitRequest,
    onProgress: (doneShare: number) => void,
  ): Promise<RunOutcome<SavingSplit>>;
  /** A scenario beside others made from it (see `ComparisonQuestion`), behind what the person waits for. */
  compareVariants(request: ComparisonRequest): Promise<RunOutcome<readonly ComparedVariant[]>>;
  /** Lines for a station the scenario holds and the plan does not, ranked. */
  rankNewStation(
    runId: string,
    scenario: Scenario,
    request: NewStationRequest,
  ): Promise<RunOutcome<readonly NewStationPlace[]>>;
  cancel(runId: string): void;
  /** Ends the search of a run and lets it answer with the best so far; one that still waits is cancelled. */
  stop(runId: string): void;
}

export const spawnPlannerWorker = (): Worker =>
  new Worker(new URL('../../workers/planner.worker.ts', import.meta.url), {
    type: 'module',
    name: 'planner',
  });

export function createPlannerPool(options: WorkerPoolOptions): PlannerPool {
  const pool = createWorkerPool<PlannerApi>(options);
  const searching = new Map<string, Remote<PlannerApi>>();
  return {
    run: ({ runId, scenario, isUrgent, onStart, onProgress, onOffer, options: runOptions }) =>
      pool.run({
        runId,
        isUrgent,
        onStart,
        call: async (api) => {
          const packed = await packedScenarioOf(scenario);
          searching.set(runId, api);
          try {
            const toldOf = proxy(onProgress);
            const outcome = onOffer
              ? await api.run(runId, packed, runOptions, toldOf, proxy(onOffer))
              : await api.run(runId, packed, runOptions, toldOf);
            return withOwn(outcome, scenario);
          } finally {
            searching.delete(runId);
          }
        },
      }),
    simulate: (runId, order, onProgress) => simulateInShares(pool, runId, order, onProgress),
    dayOf: (runId, order, replication, day) =>
      pool.run({ runId, isUrgent: true, call: (api) => api.dayOf(order, replication, day) }),
    storyOf: (runId, order, request) =>
      pool.run({ runId, isUrgent: true, call: (api) => api.storyOf(order, request) }),
    // Not urgent: what a person sees first is the plan, and the befores may take their time.
    priceBefores: (runId, scenario, request, onProgress) =>
      pool.run({
        runId,
        isUrgent: false,
        call: async (api) =>
          api.priceBefores(runId, await packedScenarioOf(scenario), request, proxy(onProgress)),
      }),
    splitSaving: (runId, scenario, request, onProgress) =>
      pool.run({
        runId,
        isUrgent: false,
        call: async (api) =>
          api.splitSaving(runId, await packedScenarioOf(scenario), request, proxy(onProgress)),
      }),
    compareVariants: (request) => compareVariantsIn(pool, request),
    rankNewStation: (runId, scenario, request) =>
      pool.run({
        runId,
        isUrgent: true,
        call: async (api) => api.rankNewStation(runId, await packedScenarioOf(scenario), request),
      }),
    cancel: pool.cancel,
    stop(runId) {
      const api = searching.get(runId);
      if (api) void api.stop(runId);
      else pool.cancel(runId);
    },
  };
}

/** Variants come without roads; they go back with those of the scenario. */
async function compareVariantsIn(
  pool: WorkerPool<PlannerApi>,
  { runId, scenario, options, question, onProgress, onVariant }: ComparisonRequest,
): Promise<RunOutcome<readonly ComparedVariant[]>> {
  const { roads } = scenario;
  const whole = (variant: ComparedVariant): ComparedVariant => ({
    ...variant,
    scenario: { ...variant.scenario, roads },
  });
  const outcome = await pool.run({
    runId,
    isUrgent: false,
    call: async (api) =>
      api.compareVariants(
        runId,
        await packedScenarioOf(scenario),
        options,
        question,
        proxy(onProgress),
        proxy((variant: ComparedVariant) => onVariant(whole(variant))),
      ),
  });
  return outcome.status === 'done' ? { status: 'done', value: outcome.value.map(whole) } : outcome;
}

/** Puts what stayed here back into a report. */
function withOwn(outcome: RunOutcome<Report>, scenario: Scenario): RunOutcome<Report> {
  if (outcome.status !== 'done') return outcome;
  const { value } = outcome;
  return { status: 'done', value: { ...value, scenario, roads: scenario.roads ?? value.roads } };
}
