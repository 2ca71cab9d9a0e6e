import type { Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly ts: number;
  readonly pid: number;
  readonly tid: number;
  /** Thread time, microseconds. */
  readonly tdur?: number;
  readonly dur?: number;
  readonly args?: {
    readonly name?: string;
    readonly data?: { readonly functionName?: string; readonly url?: string };
  };
}

/** Events that only the page's own doing causes: script, style, layout, paint. */
const pageWork = new Set([
  'FunctionCall',
  'EvaluateScript',
  'EventDispatch',
  'HandlePostMessage',
  'FireIdleCallback',
  'FireAnimationFrame',
  'TimerFire',
  'UpdateLayoutTree',
  'Layout',
  'Paint',
  'MajorGC',
]);

export interface TaskRecord {
  readonly count: number;
  readonly longestCpuMs: number;
  readonly longestMs: number;
  /** What the longest task did, for the message of a failing test. */
  readonly longestParts: readonly string[];
}

/**
 * Tasks of the page's main thread while `action` runs. The limit of 50 ms is held against the processor time a task
 * takes: its time by the clock also counts the waiting for a processor that other programs keep busy.
 */
export async function recordTasks(page: Page, action: () => Promise<void>): Promise<TaskRecord> {
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: {
      includedCategories: [
        'devtools.timeline',
        'toplevel',
        'disabled-by-default-devtools.timeline',
        '__metadata',
      ],
    },
  });
  try {
    await action();
  } finally {
    // Also when the action fails: a recording left open would keep the next one from starting.
    const complete = new Promise<void>((resolve) => {
      session.once('Tracing.tracingComplete', () => resolve());
    });
    await session.send('Tracing.end');
    await complete;
    await session.detach();
  }
  const mainThreads = new Set(
    events
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid}/${tid}`),
  );
  const onMainThread = events.filter(({ ph, pid, tid }) => ph === 'X' && mainThreads.has(`${pid}/${tid}`));
  const work = onMainThread.filter(({ name }) => pageWork.has(name)).toSorted((a, b) => a.ts - b.ts);
  const tasks = onMainThread
    .filter(({ name }) => name === 'RunTask')
    // The recording itself runs tasks too; they hold none of the page's work.
    .filter((task) => {
      const first = work.find(({ ts }) => ts >= task.ts);
      return first !== undefined && first.ts < task.ts + (task.dur ?? 0);
    })
    .toSorted((a, b) => (b.tdur ?? 0) - (a.tdur ?? 0));
  const longest = tasks[0];
  const endOf = (event: TraceEvent): number => event.ts + (event.dur ?? 0);
  const parts = onMainThread.filter(
    (event) =>
      longest !== undefined &&
      event !== longest &&
      event.ts >= longest.ts &&
      endOf(event) <= endOf(longest) &&
      (event.tdur ?? 0) > 5000,
  );
  return {
    count: tasks.length,
    longestCpuMs: (longest?.tdur ?? 0) / 1000,
    longestMs: Math.max(0, ...tasks.map(({ dur }) => (dur ?? 0) / 1000)),
    longestParts: parts.map(
      ({ name, tdur, args }) =>
        `${name} ${Math.round((tdur ?? 0) / 1000)} ms ${args?.data?.functionName ?? ''} ${args?.data?.url ?? ''}`,
    ),
  };
}
