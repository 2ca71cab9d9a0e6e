import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { checkLayered } from '../../../../src/core/audit/checkLayered.ts';
import { readLayered } from '../../../../src/core/io/instances/readLayered.ts';
import { searchLayered } from '../../../../src/core/levels/layeredSearch.ts';
import { toEnd } from '../../../../src/core/toEnd.ts';

const fixture = (path: string): string =>
  readFileSync(new URL(`../../../fixtures/instances/${path}`, import.meta.url), 'utf8');

describe('readLayered', () => {
  it('reads both levels of a two-echelon file', () => {
    const read = readLayered(fixture('2evrp/Set2b_E-n51-k5-s2-4-17-46.dat'));
    if (!read?.ok) throw new Error('unreadable');
    const { problem } = read.value;
    expect([problem.anchorCount, problem.customerCount, problem.dayCount]).toEqual([4, 50, 1]);
    expect(problem.vehicle).toMatchObject({ capacity: 160, perDay: 5, perAnchor: 5 });
    expect(problem.firstLevel).toMatchObject({ capacity: 400, truckCount: 4 });
    // Depot (30,40) to the first satellite (49,49): sqrt(361 + 81) = 21.023796.
    expect(problem.firstLevel!.legCost[1]).toBe(21_023_796);
  });

  it('takes limits of zero as none and costs by their factors', () => {
    const text = [
      '!Trucks: (total #, capacity, cost per distance, fixcost)',
      '0,10,2,50',
      '!CityFreighters: (max cf/sat, total #, cap, cost/dist, fixcost)',
      '0,0,5,1,25',
      '!Stores: (first: depot x,y; then: satellites x,y)',
      '0,0   3,4',
      '!Customers: (x,y,demand)',
      '3,5,1',
      '3,6,2',
    ].join('\n');
    const read = readLayered(text);
    if (!read?.ok) throw new Error('unreadable');
    expect(read.value.problem.vehicle).toMatchObject({ perDay: 2, perAnchor: 2, fixedCost: 25e6 });
    expect(read.value.problem.firstLevel).toMatchObject({ truckCount: 2, fixedCost: 50e6 });
    expect(read.value.problem.firstLevel!.legCost[1]).toBe(10e6);
  });

  it('reads days, patterns and loads of a periodic file', () => {
    const read = readLayered(fixture('pvrp-cordeau/p02'));
    if (!read?.ok) throw new Error('unreadable');
    const { problem } = read.value;
    expect([problem.customerCount, problem.dayCount, problem.vehicle.perDay]).toEqual([50, 5, 3]);
    // Customer 3 twice a week: 5 = 00101, 10 = 01010, 20 = 10100, the first day highest.
    expect(problem.patterns[2]).toEqual([
      [2, 4],
      [1, 3],
      [0, 2],
    ]);
  });

  it('reads two-echelon files as people write them: headings, blanks and rows of their own', () => {
    // Two satellites on the way to two villages each; all on the axes, so that lengths are whole numbers.
    const text = [
      '\uFEFF! Truck (total, capacity)',
      '2, 4',
      '!City Freighters: (max cf/sat, total, cap)',
      '-1 -1 2',
      '!  STORES',
      '0, 0   10, 0',
      '-10,0',
      '!Customer',
      '12 0 1',
      '14 0 1',
      '-12 0 1 99',
      '-14 0 1',
    ].join('\r\n');
    const read = readLayered(text);
    if (!read?.ok) throw new Error('unreadable');
    const { problem } = read.value;
    expect([problem.anchorCount, problem.customerCount]).toEqual([2, 4]);
    expect(problem.vehicle).toMatchObject({ capacity: 2, perDay: 4, perAnchor: 4, fixedCost: 0 });
    expect(problem.firstLevel).toMatchObject({ truckCount: 2, capacity: 4, fixedCost: 0 });
    // One truck to both satellites and back is 40, a freighter from each to its two villages and back 8.
    const solution = toEnd(searchLayered(problem, { seed: 1, iterations: 300 }));
    expect(solution.cost / read.value.costDivisor).toBeCloseTo(56, 6);
    expect(checkLayered(problem, solution)).toEqual([]);
  });

  describe('periodic files as they vary', () => {
    // Three villages on a line; the second has no patterns of its own, the third lies on day 1 or day 2.
    const rows = ['0 0 0', '1 10 0 0 3 2 1 3', '2 20 0 5 2 1 0', '3 30 0 5 2 1 2 2 1'];
    const written = (head: string, limits: readonly string[]): string =>
      [head, ...limits, ...rows].join('\n');

    it('takes zeros as no limit, short rows as zeros, and any days where no pattern is given', () => {
      const read = readLayered(written('1 0 3 2', ['0 0', '0 0']));
      if (!read?.ok) throw new Error('unreadable');
      const { problem } = read.value;
      expect(problem.vehicle).toMatchObject({
        capacity: Number.POSITIVE_INFINITY,
        maxDuration: Number.POSITIVE_INFINITY,
        perDay: 3,
      });
      expect(problem.patterns).toEqual([[[0, 1]], [[0], [1]], [[0], [1]]]);
      expect([...problem.service]).toEqual([0, 5e6, 5e6]);
      // The first is visited on both days: 20 there and back; all on one day: 60.
      const solution = toEnd(searchLayered(problem, { seed: 1, iterations: 300 }));
      expect(solution.cost / read.value.costDivisor).toBeCloseTo(80, 6);
      expect(checkLayered(problem, solution)).toEqual([]);
    });

    it('reads limits of one day and the windows that may follow', () => {
      const text = ['1 2 1', '100 5', '0 0 0 0 0 0 0 0 999', '1 3 4 2 5 1 1 1 10 90'].join('\r\n');
      const read = readLayered(text);
      if (!read?.ok) throw new Error('unreadable');
      expect(read.value.problem.dayCount).toBe(1);
      expect(read.value.problem.patterns).toEqual([[[0]]]);
      expect(read.value.problem.vehicle).toMatchObject({ capacity: 5, maxDuration: 100e6, perDay: 2 });
    });

    it.each([
      ['limits that differ from day to day', written('1 2 3 2', ['0 10', '0 20'])],
      ['fewer customers than said', written('1 2 9 2', ['0 10', '0 10'])],
      [
        'a pattern outside the days',
        [...written('1 2 3 2', ['0 10', '0 10']).split('\n').slice(0, -1), '3 30 0 5 2 1 1 4'].join('\n'),
      ],
      [
        'patterns that are missing',
        [...written('1 2 3 2', ['0 10', '0 10']).split('\n').slice(0, -1), '3 30 0 5 2 1 2 1'].join('\n'),
      ],
      ['words', written('1 2 3 2', ['0 ten', '0 ten'])],
    ])('refuses %s and says so', (_what, text) => {
      const read = readLayered(text);
      expect(read?.ok).toBe(false);
      expect(read?.issues.length).toBe(1);
    });
  });

  it('leaves other families to their readers and refuses broken files', () => {
    expect(readLayered(fixture('mdvrp-cordeau/p01'))).toBeNull();
    expect(readLayered('1 3 50 5\n0 160\n')?.ok).toBe(false);
    expect(readLayered('!CityFreighters:\n1,2\n')?.ok).toBe(false);
    expect(
      readLayered('!Trucks:\n1,x,1,0\n!CityFreighters:\n1,1,1,1,0\n!Stores:\n0,0 1,1\n!Customers:\n1,1,1')
        ?.ok,
    ).toBe(false);
  });
});
