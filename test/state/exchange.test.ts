import { describe, expect, it } from 'vitest';
import type { LinesOffer } from '../../src/core/model/progress.ts';
import { createExchange } from '../../src/state/exchange.ts';
import { aLine } from '../builders.ts';

const offer = (key: string, cost: number, missingCount = 0): LinesOffer => ({
  key,
  cost,
  missingCount,
  lines: [aLine(`of ${cost}`, ['a'])],
});

describe('two searches', () => {
  it('the second takes what the first had at the same point, where that is better', async () => {
    const { leader, follower } = createExchange();
    expect(await leader(offer('L1', 100))).toBeNull();
    expect(await leader(offer('L2', 90))).toBeNull();
    expect(await follower(offer('L1', 110))).toEqual([aLine('of 100', ['a'])]);
    expect(await follower(offer('L2', 80))).toBeNull();
  });

  it('counts stops left out before money', async () => {
    const { leader, follower } = createExchange();
    await leader(offer('L1', 100, 0));
    expect(await follower(offer('L1', 50, 2))).toEqual([aLine('of 100', ['a'])]);
  });

  it('the second waits for the first, but not when that is over', async () => {
    const { leader, follower, end } = createExchange();
    const waiting = follower(offer('L1', 100));
    await leader(offer('L1', 70));
    expect(await waiting).toEqual([aLine('of 70', ['a'])]);
    const inVain = follower(offer('L2', 100));
    end();
    expect(await inVain).toBeNull();
    expect(await follower(offer('L3', 100))).toBeNull();
  });
});
