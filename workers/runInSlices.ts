import type { RunOutcome } from './protocol.ts';

export interface SliceHooks<Progress, Answer = undefined> {
  /** Called once per slice with the newest progress; its answer is not waited for. */
  readonly onProgress: (progress: Progress) => void;
  readonly isCancelled: () => boolean;
  readonly nowMs: () => number;
  /** Ends the current task, so that waiting messages (a cancel) are read before the next slice. */
  readonly nextTask: () => Promise<void>;
  readonly sliceMs?: number;
  /** A promise where a step waits for an answer, which the next one is given. */
  readonly answerTo?: (progress: Progress) => Promise<Answer | undefined> | null;
}

/** Short enough for a cancel to be answered at once, long enough for the hand-over to cost nothing. */
const defaultSliceMs = 40;

/** Drives long work step by step. A throw inside the work becomes a failed outcome: nothing escapes the worker. */
export async function runInSlices<Progress, Value, Answer = undefined>(
  work: Iterator<Progress, Value, Answer | undefined>,
  hooks: SliceHooks<Progress, Answer>,
): Promise<RunOutcome<Value>> {
  const sliceMs = hooks.sliceMs ?? defaultSliceMs;
  let answer: Answer | undefined;
  try {
    for (;;) {
      if (hooks.isCancelled()) {
        work.return?.();
        return { status: 'cancelled' };
      }
      const sliceEndMs = hooks.nowMs() + sliceMs;
      let newest: { readonly progress: Progress } | null = null;
      let awaited: Promise<Answer | undefined> | null = null;
      do {
        const step = work.next(answer);
        answer = undefined;
        if (step.done) return { status: 'done', value: step.value };
        newest = { progress: step.value };
        awaited = hooks.answerTo?.(step.value) ?? null;
      } while (awaited === null && hooks.nowMs() < sliceEndMs);
      hooks.onProgress(newest.progress);
      if (awaited) answer = await awaited;
      await hooks.nextTask();
    }
  } catch (error) {
    return failed(error);
  }
}

/** Short work at once; a throw becomes a failed outcome here too. */
export function runInOneGo<Value>(work: () => Value): RunOutcome<Value> {
  try {
    return { status: 'done', value: work() };
  } catch (error) {
    return failed(error);
  }
}

const failed = (error: unknown): RunOutcome<never> =>
  error instanceof Error
    ? { status: 'failed', message: error.message, stack: error.stack ?? '' }
    : { status: 'failed', message: String(error), stack: '' };

/** A macrotask through a message channel: unlike a timer it is not held back to 4 ms. */
export function createNextTask(): () => Promise<void> {
  const channel = new MessageChannel();
  const waiting: (() => void)[] = [];
  channel.port1.onmessage = () => waiting.shift()?.();
  return () =>
    new Promise((resolve) => {
      waiting.push(resolve);
      channel.port2.postMessage(null);
    });
}
