import { parentPort, workerData } from 'node:worker_threads';
import { readInstance } from '../core/io/instances/readInstance.ts';
import type { Solution } from '../core/model/solution.ts';
import { invariant } from '../core/result.ts';
import { type Budget, timedSolve } from './timedSolve.ts';

/** One island of a search over several threads: posts its best plan at every exchange and waits for the best of all. */
export interface IslandOrder {
  readonly text: string;
  readonly seed: number;
  readonly budget: Budget;
  readonly workers: number;
  readonly isWallClock: boolean;
}
export type IslandMessage =
  | { readonly kind: 'exchange'; readonly best: Solution }
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

const startMs = performance.now();
const startCpu = process.cpuUsage();
const clock = (): number => {
  if (order.isWallClock) return (performance.now() - startMs) / 1000;
  const used = process.cpuUsage(startCpu);
  return (used.user + used.system) / 1e6 / order.workers;
};

const exchange = (best: Solution): Promise<Solution | null> => {
  port.postMessage({ kind: 'exchange', best } satisfies IslandMessage);
  return new Promise((resolve) => port.once('message', resolve));
};

const { problem } = instance.value;
const result = await timedSolve(problem, { seed: order.seed, budget: order.budget, exchange }, clock);
port.postMessage({ kind: 'done', ...result } satisfies IslandMessage);
