import { answersTo, type IslandState, isBetter } from './islandAnswers.ts';
import { startThread } from './startThread.ts';
import type { TimedSolution } from './timedSolve.ts';
import type { IslandMessage, IslandOrder } from './vrpIsland.ts';

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
  const states: IslandState[] = workers.map(() => null);
  const results: TimedSolution[] = [];
  let hadParts = false;
  return new Promise((resolve, reject) => {
    const settle = (): void => {
      if (states.every((state) => state?.kind === 'done')) {
        for (const worker of workers) void worker.terminate();
        resolve(merge(results));
        return;
      }
      hadParts ||= states.every((state) => state?.kind === 'part');
      for (const [index, answer] of answersTo(states, !hadParts)) {
        states[index] = null;
        workers[index]!.postMessage(answer);
      }
    };
    for (const [index, worker] of workers.entries()) {
      worker.on('error', reject);
      worker.on('message', (message: IslandMessage) => {
        states[index] = message;
        if (message.kind === 'done') results[index] = message;
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
