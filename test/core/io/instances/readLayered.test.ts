import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readLayered } from '../../../../src/core/io/instances/readLayered.ts';

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
