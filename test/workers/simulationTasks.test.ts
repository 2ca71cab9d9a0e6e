import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { simulateInShares } from '../../src/clients/simulateInShares.ts';
import type { WorkerJob, WorkerPool } from '../../src/clients/workerPool.ts';
import { assignLines } from '../../src/core/assign/assignLines.ts';
import { hashDocument } from '../../src/core/hash.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { defaultSimulationSettings } from '../../src/core/sim/settings.ts';
import { simulate } from '../../src/core/sim/simulate.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import type { PlannerApi, RunOutcome, SimulationOrder } from '../../workers/protocol.ts';
import { shareOfSimulation, sumOfSimulation } from '../../workers/simulationTasks.ts';

const read = readCounty(readCountyFiles('heshui'));
if (!read.ok) throw new Error('heshui cannot be read');
const scenario = read.value.scenarios.find(({ shape }) => shape === 'direct')!;
const travel = travelMatrix(scenario);
const plan = toEnd(
  assignLines({ ...scenario, roads: travel.roads }, travel.matrix, { seed: 1, iterations: 50 }),
);
const order = (replications: number): SimulationOrder => ({
  scenario,
  matrix: travel.matrix,
  plan,
  settings: { ...defaultSimulationSettings(scenario.travel.terrain), days: 5, replications },
});

/** A pool that does the work at once, in the given order of jobs. */
function poolOf(
  size: number,
  isBackwards = false,
): WorkerPool<PlannerApi> & { readonly cancelled: string[] } {
  const cancelled: string[] = [];
  const api = {
    simulateShare: async (_id: string, each: SimulationOrder, from: number, to: number) => {
      if (each.settings.seed === 13) return { status: 'failed', message: 'thirteen', stack: '' };
      if (each.settings.seed === 14 && from > 0) return { status: 'cancelled' };
      return { status: 'done', value: toEnd(shareOfSimulation(each, from, to)) };
    },
    sumSimulation: async (each: SimulationOrder, outcomes: Parameters<PlannerApi['sumSimulation']>[1]) => ({
      status: 'done',
      value: sumOfSimulation(each, outcomes),
    }),
  };
  let last: Promise<unknown> = Promise.resolve();
  const waiting: (() => void)[] = [];
  return {
    size,
    cancelled,
    run: <Value>(job: WorkerJob<PlannerApi, Value>): Promise<RunOutcome<Value>> => {
      const call = () => job.call(api as unknown as Parameters<typeof job.call>[0]);
      if (!isBackwards) return call();
      // Jobs asked for together run last first.
      return new Promise((resolve) => {
        waiting.push(() => void call().then(resolve));
        last = last.then(() => waiting.pop()?.());
      });
    },
    cancel: (runId) => cancelled.push(runId),
  };
}

describe('simulateInShares', () => {
  it('gives one worker, two workers, any order and the plain function the same result', async () => {
    const expected = hashDocument(toEnd(simulate(scenario, travel.matrix, plan, order(11).settings)));
    for (const pool of [poolOf(1), poolOf(2), poolOf(3, true)]) {
      const outcome = await simulateInShares(pool, 'run', order(11), () => undefined);
      expect(outcome.status).toBe('done');
      expect(outcome.status === 'done' && outcome.value.resultHash).toBe(expected);
    }
  });

  it('reports how many of all replications are done', async () => {
    const seen: number[] = [];
    await simulateInShares(poolOf(2), 'run', order(9), ({ replicationsDone, replications }) => {
      seen.push(replicationsDone);
      expect(replications).toBe(9);
    });
    expect(seen.at(-1)).toBe(9);
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
  });

  it('stops the other shares where one fails, and is cancelled where one was', async () => {
    const pool = poolOf(2);
    const withSeed = (seed: number): SimulationOrder => {
      const { settings, ...rest } = order(4);
      return { ...rest, settings: { ...settings, seed } };
    };
    const failed = await simulateInShares(pool, 'run-13', withSeed(13), () => undefined);
    expect(failed).toMatchObject({ status: 'failed', message: 'thirteen' });
    expect(pool.cancelled).toContain('run-13');
    const cancelled = await simulateInShares(poolOf(2), 'run-14', withSeed(14), () => undefined);
    expect(cancelled.status).toBe('cancelled');
  });
});

describe('shares by limit', () => {
  it('end where the statistics of the same parcels do', () => {
    const result = toEnd(simulate(scenario, travel.matrix, plan, order(3).settings));
    // Entry 0 is within 1 h, so entry 23 is within 24 h.
    expect(result.shareByHour[23]!.mean).toBeCloseTo(result.times.shareWithin24h.mean, 9);
    expect(result.shareByHour[47]!.mean).toBeCloseTo(result.times.shareWithin48h.mean, 9);
    expect(result.shareByHour[71]!.low).toBeCloseTo(result.times.shareWithin72h.low, 9);
    // Entry 0 is the same day, so entry 2 is within 2 calendar days.
    expect(result.shareByCalendarDays[2]!.mean).toBeCloseTo(result.times.shareWithin2CalendarDays.mean, 9);
  });
});
