import type { RunOutcome } from '../../workers/protocol.ts';
import { type Remote, releaseProxy, wrap } from './remote.ts';

/** A small pool of workers that all do the same things: a queue, cancel and respawn. */

export interface WorkerJob<Api, Value> {
  /** Several jobs may share one id: a cancel stops all of them. */
  readonly runId: string;
  /** Urgent jobs go before the others in the queue. */
  readonly isUrgent: boolean;
  readonly onStart?: () => void;
  readonly call: (api: Remote<Api>) => Promise<RunOutcome<Value>>;
}

export interface WorkerPool<Api> {
  readonly size: number;
  run<Value>(job: WorkerJob<Api, Value>): Promise<RunOutcome<Value>>;
  cancel(runId: string): void;
}

export interface WorkerPoolOptions {
  readonly size: number;
  readonly spawn: () => Worker;
  /** A worker died by itself or ignored a cancel, and was replaced. */
  readonly onRespawn: (details: string) => void;
  readonly cancelLimitMs?: number;
}

interface Cancellable {
  cancel(runId: string): void;
}

interface Waiting<Api> {
  readonly job: WorkerJob<Api, unknown>;
  readonly settle: (outcome: RunOutcome<unknown>) => void;
}

interface Slot<Api> {
  worker: Worker;
  api: Remote<Api>;
  current: Waiting<Api> | null;
}

/** A worker that has not answered a cancel by then is taken to be stuck. */
const defaultCancelLimitMs = 2000;

export function createWorkerPool<Api extends Cancellable>(options: WorkerPoolOptions): WorkerPool<Api> {
  const cancelLimitMs = options.cancelLimitMs ?? defaultCancelLimitMs;
  const queue: Waiting<Api>[] = [];
  const slots: Slot<Api>[] = [];

  const openSlot = (): Slot<Api> => {
    const slot: Slot<Api> = { current: null, ...startWorker(() => slot) };
    return slot;
  };

  function startWorker(slotOf: () => Slot<Api>): Pick<Slot<Api>, 'worker' | 'api'> {
    const worker = options.spawn();
    const onDeath = (event: Event): void => {
      const details = event instanceof ErrorEvent ? event.message : event.type;
      const slot = slotOf();
      if (slot.worker === worker)
        replaceWorker(slot, { status: 'failed', message: details, stack: '' }, details);
    };
    worker.addEventListener('error', onDeath);
    worker.addEventListener('messageerror', onDeath);
    return { worker, api: wrap<Api>(worker) };
  }

  function replaceWorker(slot: Slot<Api>, outcome: RunOutcome<unknown>, details: string): void {
    slot.api[releaseProxy]();
    slot.worker.terminate();
    Object.assign(
      slot,
      startWorker(() => slot),
    );
    options.onRespawn(details);
    finish(slot, outcome);
  }

  function finish(slot: Slot<Api>, outcome: RunOutcome<unknown>): void {
    const { current } = slot;
    slot.current = null;
    current?.settle(outcome);
    startNext();
  }

  function startNext(): void {
    slots.forEach((slot, index) => {
      if (slot.current) return;
      // The first worker is kept free for what a person waits for.
      const isKept = index === 0 && slots.length > 1;
      const next = isKept ? queue.findIndex(({ job }) => job.isUrgent) : queue.length > 0 ? 0 : -1;
      const [waiting] = next < 0 ? [] : queue.splice(next, 1);
      if (waiting) void start(slot, waiting);
    });
  }

  async function start(slot: Slot<Api>, waiting: Waiting<Api>): Promise<void> {
    slot.current = waiting;
    const { worker } = slot;
    waiting.job.onStart?.();
    let outcome: RunOutcome<unknown>;
    try {
      outcome = await waiting.job.call(slot.api);
    } catch (error) {
      outcome = { status: 'failed', message: String(error), stack: '' };
    }
    // The slot may have been given a new worker and a new job meanwhile.
    if (slot.worker === worker && slot.current === waiting) finish(slot, outcome);
  }

  for (let index = 0; index < options.size; index++) slots.push(openSlot());

  return {
    size: options.size,
    run: <Value>(job: WorkerJob<Api, Value>) =>
      new Promise<RunOutcome<Value>>((resolve) => {
        const waiting: Waiting<Api> = {
          job,
          settle: (outcome) => resolve(outcome as RunOutcome<Value>),
        };
        if (job.isUrgent) {
          const firstPatient = queue.findIndex((each) => !each.job.isUrgent);
          queue.splice(firstPatient < 0 ? queue.length : firstPatient, 0, waiting);
        } else queue.push(waiting);
        startNext();
      }),
    cancel(runId) {
      const isMeant = ({ job }: Waiting<Api>): boolean => job.runId === runId;
      const queued = queue.filter(isMeant);
      queue.splice(0, queue.length, ...queue.filter((each) => !isMeant(each)));
      for (const waiting of queued) waiting.settle({ status: 'cancelled' });
      for (const slot of slots) {
        const { current } = slot;
        if (!current || !isMeant(current)) continue;
        // A dead worker never answers, which the time limit below deals with.
        void slot.api.cancel(runId);
        setTimeout(() => {
          if (slot.current === current) replaceWorker(slot, { status: 'cancelled' }, 'cancel not answered');
        }, cancelLimitMs);
      }
    },
  };
}
