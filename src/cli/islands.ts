import type { Worker } from 'node:worker_threads';
import type { Solution } from '../core/model/solution.ts';
import { startThread } from './startThread.ts';
import type { TimedSolution } from './timedSolve.ts';
import type { IslandMessage, IslandOrder } from './vrpIsland.ts';

const isBetter = (left: Solution, right: Solution): boolean =>
  left.unserved.length !== right.unserved.length
    ? left.unserved.length < right.unserved.length
    : left.cost < right.cost;

/**
 * Runs `workers` searches with seeds of their own in threads. At every exchange all wait for each other and go on from
 * the best plan of all if it beats theirs, so a run by iterations is reproducible with several workers too.
 */
export function solveOnIslands(order: Omit<IslandOrder, 'seed'>, seed: number): Promise<TimedSolution> {
  const workers = Array.from({ length: order.workers }, (_, index) =>
    startThread(new URL('./vrpIsland.ts', import.meta.url), {
      ...order,
      seed: seed + 7919 * index,
    } satisfies IslandOrder),
  );
  const waiting = new Map<Worker, Solution>();
  const results = new Map<Worker, TimedSolution>();
  // By worker, not by arrival: of equal plans always the same one is taken.
  const inOrder = <Value>(values: ReadonlyMap<Worker, Value>): Value[] =>
    workers.flatMap((worker) => (values.has(worker) ? [values.get(worker)!] : []));
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (results.size === workers.length) {
        for (const worker of workers) void worker.terminate();
        resolve(merge(inOrder(results)));
      } else if (waiting.size + results.size === workers.length) {
        const best = inOrder(waiting).reduce((left, right) => (isBetter(right, left) ? right : left));
        for (const [worker, own] of waiting) worker.postMessage(isBetter(best, own) ? best : null);
        waiting.clear();
      }
    };
    for (const worker of workers) {
      worker.on('error', reject);
      worker.on('message', (message: IslandMessage) => {
        if (message.kind === 'exchange') waiting.set(worker, message.best);
        else results.set(worker, message);
        settle();
      });
    }
  });
}

/** Best plan of all, with the lower envelope of the traces. */
function merge(results: readonly TimedSolution[]): TimedSolution {
  const best = results.reduce((left, right) => (isBetter(right.solution, left.solution) ? right : left));
  const points = results.flatMap((result) => result.trace).sort((left, right) => left[0] - right[0]);
  const trace: (readonly [number, number])[] = [];
  for (const point of points)
    if (trace.length === 0 || point[1] < trace[trace.length - 1]![1]) trace.push(point);
  return { solution: best.solution, trace, seconds: Math.max(...results.map((result) => result.seconds)) };
}
