import type { Worker } from 'node:worker_threads';
import type { PartOffer, Solution } from '../core/model/solution.ts';
import { startThread } from './startThread.ts';
import type { TimedSolution } from './timedSolve.ts';
import type { IslandMessage, IslandOrder } from './vrpIsland.ts';

const isBetter = (left: Solution, right: Solution): boolean =>
  left.unserved.length !== right.unserved.length
    ? left.unserved.length < right.unserved.length
    : left.cost < right.cost;

/**
 * Runs `workers` searches with seeds of their own in threads. At every exchange all wait for each other, so a run by
 * iterations is reproducible with several workers too. While they work on one plan each is given the parts of all; after
 * that the best plan of all, if it beats their own. The first goes its own way where there was no such plan, so that
 * several are never worse than it alone.
 */
export function solveOnIslands(
  order: Omit<IslandOrder, 'seed' | 'index'>,
  seed: number,
): Promise<TimedSolution> {
  const workers = Array.from({ length: order.workers }, (_, index) =>
    startThread('vrpIsland', {
      ...order,
      index,
      seed: seed + 7919 * index,
    } satisfies IslandOrder),
  );
  const waiting = new Map<Worker, Solution>();
  const parts = new Map<Worker, PartOffer>();
  const results = new Map<Worker, TimedSolution>();
  let hadParts = false;
  // By worker, not by arrival: of equal plans always the same one is taken.
  const inOrder = <Value>(values: ReadonlyMap<Worker, Value>): Value[] =>
    workers.flatMap((worker) => (values.has(worker) ? [values.get(worker)!] : []));
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (results.size === workers.length) {
        for (const worker of workers) void worker.terminate();
        resolve(merge(inOrder(results)));
      } else if (parts.size === workers.length) {
        const offers = inOrder(parts);
        hadParts = true;
        parts.clear();
        for (const worker of workers) worker.postMessage(offers);
      } else if (waiting.size > 0 && waiting.size + results.size === workers.length) {
        const best = inOrder(waiting).reduce((left, right) => (isBetter(right, left) ? right : left));
        for (const [worker, own] of waiting) {
          const goesOn = worker === workers[0] && !hadParts;
          worker.postMessage(!goesOn && isBetter(best, own) ? best : null);
        }
        waiting.clear();
      }
    };
    for (const worker of workers) {
      worker.on('error', reject);
      worker.on('message', (message: IslandMessage) => {
        if (message.kind === 'exchange') waiting.set(worker, message.best);
        else if (message.kind === 'part') parts.set(worker, message.offer);
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
