import { expect, it } from 'vitest';
import type { VariantFigures } from '../../../src/state/variants.ts';
import { isBest } from '../../../src/ui/levels/bestVariant.ts';

const figures = (change: Partial<VariantFigures>): VariantFigures => ({
  ...({
    yuanPerParcel: 1.5,
    worstH: 40,
    lineCount: 5,
    unservedStationCount: 0,
    violationCount: 0,
    meetsTimeTarget: true,
  } as VariantFigures),
  ...change,
});

it('marks the cheapest of those that keep the time target, never a cheaper one that misses it', () => {
  // Heshui's shapes: direct on alternate days is cheapest (1.176) but misses the target; direct with buses (1.302) meets it.
  const missed = figures({ yuanPerParcel: 1.176, worstH: 61, meetsTimeTarget: false });
  const buses = figures({ yuanPerParcel: 1.302 });
  const direct = figures({ yuanPerParcel: 1.343 });
  const all = [missed, buses, direct];
  expect(all.map((row) => isBest('yuanPerParcel', row, all))).toEqual([false, true, false]);
});

it('marks a late one in no column, not even one of time', () => {
  // Its own worst hour is the least of all; late it is all the same (by share within 48 h, say).
  const late = figures({ worstH: 20, meetsTimeTarget: false });
  const all = [late, figures({ worstH: 40 }), figures({ worstH: 45 })];
  expect(all.map((row) => isBest('worstH', row, all))).toEqual([false, true, false]);
});

it('marks none that leaves stations out or passes a limit, none alone, and no counts of lines', () => {
  const cheap = figures({ yuanPerParcel: 1, unservedStationCount: 1 });
  const narrow = figures({ yuanPerParcel: 1.1, violationCount: 1 });
  const whole = figures({ yuanPerParcel: 1.4 });
  expect(isBest('yuanPerParcel', whole, [cheap, narrow, whole])).toBe(false);
  const all = [cheap, narrow, whole, figures({ yuanPerParcel: 1.6 })];
  expect(all.map((row) => isBest('yuanPerParcel', row, all))).toEqual([false, false, true, false]);
  expect(isBest('lineCount', whole, all)).toBe(false);
});
