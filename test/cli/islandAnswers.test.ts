import { describe, expect, test } from 'vitest';
import { answersTo, type IslandState } from '../../src/cli/islandAnswers.ts';
import type { PartOffer, Solution } from '../../src/core/model/solution.ts';

const planOf = (cost: number): Solution => ({ cost, unserved: [] }) as unknown as Solution;
const offerOf = (cost: number): PartOffer => ({ present: [], best: [], cost });
const exchange = (cost: number): IslandState => ({ kind: 'exchange', best: planOf(cost) });
const part = (cost: number): IslandState => ({ kind: 'part', offer: offerOf(cost) });
const done: IslandState = { kind: 'done' };

describe('what islands that wait for each other are answered', () => {
  test('nothing while one is at work', () => {
    expect(answersTo([part(1), null], true).size).toBe(0);
  });

  test('parts of all to all', () => {
    const offers = [offerOf(1), offerOf(2)];
    const answers = answersTo([part(1), part(2)], false);
    expect([...answers]).toEqual([
      [0, offers],
      [1, offers],
    ]);
  });

  test('the best plan of all, or none where it is their own or the first goes alone', () => {
    const states = [exchange(9), exchange(7), exchange(8)];
    expect([...answersTo(states, false).values()]).toEqual([planOf(7), null, planOf(7)]);
    expect([...answersTo(states, true).values()]).toEqual([null, null, planOf(7)]);
  });

  test('one that has ended is not waited for', () => {
    expect([...answersTo([done, exchange(7)], true)]).toEqual([[1, null]]);
  });

  test('who waits for an exchange goes on while others wait for its part', () => {
    expect([...answersTo([part(5), exchange(7)], true)]).toEqual([[1, null]]);
    expect([...answersTo([exchange(7), part(5), exchange(6)], false)]).toEqual([
      [0, planOf(6)],
      [2, null],
    ]);
  });

  test('a part is never waited for from one that has ended: that would be for ever', () => {
    expect(() => answersTo([part(5), done], false)).toThrow('every island hands over as many parts');
  });
});
