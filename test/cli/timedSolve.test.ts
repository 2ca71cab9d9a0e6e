import { readFileSync } from 'node:fs';
import { describe, expect, test, vi } from 'vitest';
import { timedSolve } from '../../src/cli/timedSolve.ts';
import { readInstance } from '../../src/core/io/instances/readInstance.ts';
import type { PartOffer } from '../../src/core/model/solution.ts';

vi.setConfig({ testTimeout: 60_000 });

const text = readFileSync(new URL('../fixtures/instances/cvrp-X/X-n401-k29.vrp', import.meta.url), 'utf8');

/** What a search asks the others first, when its clock stands at `firstS` as it begins. */
async function firstQuestion(firstS: number): Promise<string> {
  const instance = readInstance(text);
  if (!instance.ok) throw new Error('X-n401-k29 does not read');
  let asked = '';
  const stop = (question: string) => {
    asked = question;
    return Promise.reject(new Error('enough'));
  };
  let clockS = firstS;
  const clock = (): number => {
    clockS += 0.0001;
    return clockS;
  };
  const company = {
    share: { index: 0, count: 2 },
    exchange: () => stop('exchange'),
    join: (_: PartOffer) => stop('part'),
  };
  await timedSolve(instance.value.problem, { seed: 1, budget: { seconds: 3 }, company }, clock).catch(
    (error: Error) => {
      if (error.message !== 'enough') throw error;
    },
  );
  return asked;
}

describe('searches that work on one plan', () => {
  // Exchanges are due every 3 s / 24 = 0.125 s.
  test.each([0.12, 0.126, 0.3, 1])(
    'begin with their parts, however late they begin: %s s',
    async (firstS) => {
      expect(await firstQuestion(firstS)).toBe('part');
    },
  );
});

test('a problem without stops is solved before it has begun', async () => {
  const alone =
    'DIMENSION : 1\nCAPACITY : 9\nNODE_COORD_SECTION\n1 0 0\nDEMAND_SECTION\n1 0\nDEPOT_SECTION\n1\n-1\n';
  const instance = readInstance(alone);
  if (!instance.ok) throw new Error('not read');
  const { solution, trace } = await timedSolve(
    instance.value.problem,
    { seed: 1, budget: { iterations: 10 } },
    () => 2,
  );
  expect(solution).toMatchObject({ routes: [], unserved: [], cost: 0 });
  expect(trace).toEqual([[2, 0]]);
});
