import type { PlannerApi, RunGiven, RunOptions, RunOutcome } from '../../workers/protocol.ts';
import type { RunProgress } from '../core/model/progress.ts';
import type { Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { packedRoadsOf } from './packedShelf.ts';
import { proxy, type Remote, releaseProxy, wrap } from './remote.ts';

/** The main thread's side of the planner workers: a small pool with a queue, cancel and respawn. */

export interface PlannerRequest {
  readonly runId: string;
  readonly scenario: Scenario;
  readonly options: RunOptions & RunGiven;
  readonly onStart: () => void;
  readonly onProgress: (progress: RunProgress) => void;
  /** Urgent requests go before the others in the queue. */
  readonly isUrgent: boolean;
}

export interface PlannerPool {
  run(request: PlannerRequest): Promise<RunOutcome<Report>>;
  cancel(runId: string): void;
  /** Ends the search of a run and lets it answer with the best so far; one that still waits is cancelled. */
  stop(runId: string): void;
}

export interface PlannerPoolOptions {
  readonly size: number;
  readonly spawn: () => Worker;
  /** A worker died by itself or ignored a cancel, and was replaced. */
  readonly onRespawn: (details: string) => void;
  readonly cancelLimitMs?: number;
}

interface Job {
  readonly request: PlannerRequest;
  readonly settle: (outcome: RunOutcome<Report>) => void;
}

interface Slot {
  worker: Worker;
  api: Remote<PlannerApi>;
  job: Job | null;
}

/** A worker that has not answered a cancel by then is taken to be stuck. */
const defaultCancelLimitMs = 2000;

export const spawnPlannerWorker = (): Worker =>
  new Worker(new URL('../../workers/planner.worker.ts', import.meta.url), {
    type: 'module',
    name: 'planner',
  });

export function createPlannerPool(options: PlannerPoolOptions): PlannerPool {
  const cancelLimitMs = options.cancelLimitMs ?? defaultCancelLimitMs;
  const queue: Job[] = [];
  const slots: Slot[] = [];

  const openSlot = (): Slot => {
    const slot: Slot = { job: null, ...startWorker(() => slot) };
    return slot;
  };

  function startWorker(slotOf: () => Slot): Pick<Slot, 'worker' | 'api'> {
    const worker = options.spawn();
    const onDeath = (event: Event): void => {
      const details = event instanceof ErrorEvent ? event.message : event.type;
      const slot = slotOf();
      if (slot.worker === worker)
        replaceWorker(slot, { status: 'failed', message: details, stack: '' }, details);
    };
    worker.addEventListener('error', onDeath);
    worker.addEventListener('messageerror', onDeath);
    return { worker, api: wrap<PlannerApi>(worker) };
  }

  function replaceWorker(slot: Slot, outcome: RunOutcome<Report>, details: string): void {
    slot.api[releaseProxy]();
    slot.worker.terminate();
    Object.assign(
      slot,
      startWorker(() => slot),
    );
    options.onRespawn(details);
    finish(slot, outcome);
  }

  function finish(slot: Slot, outcome: RunOutcome<Report>): void {
    const job = slot.job;
    slot.job = null;
    job?.settle(outcome);
    startNext();
  }

  function startNext(): void {
    slots.forEach((slot, index) => {
      if (slot.job) return;
      // The first worker is kept free for what a person waits for.
      const isKept = index === 0 && slots.length > 1;
      const next = isKept ? queue.findIndex((job) => job.request.isUrgent) : queue.length > 0 ? 0 : -1;
      const [job] = next < 0 ? [] : queue.splice(next, 1);
      if (job) void start(slot, job);
    });
  }

  async function start(slot: Slot, job: Job): Promise<void> {
    slot.job = job;
    const { worker } = slot;
    const { runId, scenario, options: runOptions, onProgress } = job.request;
    job.request.onStart();
    let outcome: RunOutcome<Report>;
    try {
      const { roads } = scenario;
      if (roads === null) outcome = await slot.api.run(runId, scenario, null, runOptions, proxy(onProgress));
      else {
        const packed = await packedRoadsOf(roads);
        // The worker may have been stopped and replaced meanwhile.
        if (slot.worker !== worker || slot.job !== job) return;
        const bare = { ...scenario, roads: null };
        outcome = withRoads(await slot.api.run(runId, bare, packed, runOptions, proxy(onProgress)), scenario);
      }
    } catch (error) {
      outcome = { status: 'failed', message: String(error), stack: '' };
    }
    // The slot may have been given a new worker and a new job meanwhile.
    if (slot.worker === worker && slot.job === job) finish(slot, outcome);
  }

  for (let index = 0; index < options.size; index++) slots.push(openSlot());

  const cancel = (runId: string): void => {
    const queued = queue.findIndex((job) => job.request.runId === runId);
    if (queued >= 0) {
      queue.splice(queued, 1)[0]?.settle({ status: 'cancelled' });
      return;
    }
    const slot = slots.find((each) => each.job?.request.runId === runId);
    const job = slot?.job;
    if (!slot || !job) return;
    // A dead worker never answers, which the time limit below deals with.
    void slot.api.cancel(runId);
    setTimeout(() => {
      if (slot.job === job) replaceWorker(slot, { status: 'cancelled' }, 'cancel not answered');
    }, cancelLimitMs);
  };

  return {
    run: (request) =>
      new Promise((resolve) => {
        const job: Job = { request, settle: resolve };
        if (request.isUrgent) {
          const firstPatient = queue.findIndex((each) => !each.request.isUrgent);
          queue.splice(firstPatient < 0 ? queue.length : firstPatient, 0, job);
        } else queue.push(job);
        startNext();
      }),
    cancel,
    stop(runId) {
      const slot = slots.find((each) => each.job?.request.runId === runId);
      if (slot) void slot.api.stop(runId);
      else cancel(runId);
    },
  };
}

/** Puts the roads that stayed here back into a report. */
function withRoads(outcome: RunOutcome<Report>, scenario: Scenario): RunOutcome<Report> {
  if (outcome.status !== 'done' || scenario.roads === null) return outcome;
  return { status: 'done', value: { ...outcome.value, scenario, roads: scenario.roads } };
}
