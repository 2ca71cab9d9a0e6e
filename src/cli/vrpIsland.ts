import { parentPort, workerData } from 'node:worker_threads';
import { readInstance } from '../core/io/instances/readInstance.ts';
import type { PartOffer, Solution } from '../core/model/solution.ts';
import { invariant } from '../core/result.ts';
import { clockFromNow } from './clock.ts';
import { type Budget, type Company, timedSolve } from './timedSolve.ts';

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
export type IslandMessage =
  | { readonly kind: 'exchange'; readonly best: Solution }
  | { readonly kind: 'part'; readonly offer: PartOffer }
  | {
      readonly kind: 'done';
      readonly solution: Solution;
      readonly trace: readonly (readonly [number, number])[];
      readonly seconds: number;
    };

const order = workerData as IslandOrder;
const port = parentPort;
invariant(port, 'an island runs in a worker thread');
const instance = readInstance(order.text);
invariant(instance.ok, 'the command has read the same text before');

const clock = clockFromNow({ isWall: order.isWallClock, workers: order.workers });

const ask = <Answer>(question: IslandMessage): Promise<Answer> => {
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
