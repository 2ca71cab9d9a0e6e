import { parentPort, workerData } from 'node:worker_threads';
import { readInstance } from '../core/io/instances/readInstance.ts';
import { invariant } from '../core/result.ts';
import { clockFromNow } from './clock.ts';
import type { IslandQuestion } from './islandAnswers.ts';
import { type Budget, type Company, type TimedSolution, timedSolve } from './timedSolve.ts';

/** One island of a search over several threads: posts its best plan at every exchange and waits for the best of all. */
export interface IslandOrder {
  readonly text: string;
  readonly seed: number;
  readonly budget: Budget;
  readonly workers: number;
  /** Which of them this one is. */
  readonly index: number;
  readonly isWallClock: boolean;
}
export type IslandMessage = IslandQuestion | ({ readonly kind: 'done' } & TimedSolution);

const order = workerData as IslandOrder;
const port = parentPort;
invariant(port, 'an island runs in a worker thread');
const instance = readInstance(order.text);
invariant(instance.ok, 'the command has read the same text before');

const clock = clockFromNow({ isWall: order.isWallClock, workers: order.workers });

const ask = <Answer>(question: IslandQuestion): Promise<Answer> => {
  port.postMessage(question);
  return new Promise((resolve) => port.once('message', resolve));
};

const { problem } = instance.value;
const company: Company = {
  share: { index: order.index, count: order.workers },
  exchange: (best) => ask({ kind: 'exchange', best }),
  join: (offer) => ask({ kind: 'part', offer }),
};
const result = await timedSolve(problem, { seed: order.seed, budget: order.budget, company }, clock);
port.postMessage({ kind: 'done', ...result } satisfies IslandMessage);
