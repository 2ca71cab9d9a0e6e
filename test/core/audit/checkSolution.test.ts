import { describe, expect, test } from 'vitest';
import { type CheckCode, checkSolution } from '../../../src/core/audit/checkSolution.ts';
import { createProblem, type Problem } from '../../../src/core/model/problem.ts';
import type { Solution } from '../../../src/core/model/solution.ts';

// A depot at 0 km and stops at 10 km, 20 km and 30 km of one road, 60 km/h (1 km = 60 s).
const at = [0, 10_000, 20_000, 30_000];
const lengthM = Int32Array.from(at.flatMap((from) => at.map((to) => Math.abs(from - to))));
const durationS = lengthM.map((metres) => (metres * 60) / 1000);

const problem: Problem = createProblem({
  stops: [
    { delivery: [5], pickup: [2], serviceS: 600, visitCost: 500 },
    { delivery: [3], pickup: [9], serviceS: 600, windowS: [9 * 3600, 10 * 3600] },
    { delivery: [1], serviceS: 600, skipCost: 70_000 },
  ],
  profiles: [{ lengthM, durationS }],
  vehicleTypes: [
    {
      count: 1,
      capacity: [12],
      fixedCost: 300_000,
      costPerKm: 800,
      costPerHour: 6_000,
      shiftS: 3600,
      overtimeCostPerHour: 30_000,
      maxDurationS: 2 * 3600,
      maxLengthM: 50_000,
      loadingS: 900,
    },
  ],
  maxLines: 1,
});

/**
 * Line 0 -> stop 0 -> stop 1 -> 0: 40 km; leaves so that no time is lost: 15 min loading + 40 min driving + 20 min at
 * stops = 75 min = 4500 s. fixed 300.000, distance 40 x 0.8 = 32.000, time 1.25 h x 6 = 7.500, overtime 0.25 h x 30 =
 * 7.500, visits 0.500, left out 70.000 yuan: 417.500 yuan.
 */
const good: Solution = {
  routes: [{ vehicleTypeIndex: 0, startDepotIndex: 0, stops: [0, 1] }],
  unserved: [{ stopIndex: 2, reason: 'optional', params: {} }],
  cost: 417_500,
  components: {
    fixed: 300_000,
    distance: 32_000,
    time: 7_500,
    overtime: 7_500,
    visits: 500,
    penalties: 70_000,
  },
  longestLengthM: 40_000,
  longestDurationS: 4_500,
  duties: [[0]],
  missingVehicles: 0,
  iterations: 0,
  lowerBound: null,
};

const codes = (solution: Partial<Solution>, of: Problem = problem): CheckCode[] => [
  ...new Set(checkSolution(of, { ...good, ...solution }).findings.map((finding) => finding.code)),
];
const line = (...stops: number[]) => [{ vehicleTypeIndex: 0, startDepotIndex: 0, stops }];

describe('checkSolution', () => {
  test('accepts a correct plan, with its cost worked out by hand', () => {
    expect(checkSolution(problem, good)).toEqual({ isFeasible: true, findings: [] });
  });

  test('finds each kind of fault', () => {
    expect(codes({ routes: line(0, 1, 0) })).toContain('stop.servedTwice');
    expect(codes({ routes: line(0, 7) })).toEqual(['stop.unknown', 'stop.unaccounted', 'stop.leftOut']);
    expect(codes({ routes: line(0) })).toContain('stop.leftOut');
    expect(codes({ unserved: [] })).toEqual(['stop.unaccounted']);
    expect(codes({ routes: line(0, 1, 2) })).toContain('stop.servedAndUnserved');
    expect(codes({ routes: line(0, 1, 2) })).toContain('length.exceeded');
    expect(codes({ routes: [...line(0), ...line(1)], duties: [[0], [1]] })).toEqual([
      'line.count',
      'fleet.count',
      'cost.wrong',
    ]);
    expect(codes({ duties: [] })).toContain('duty.wrong');
    expect(codes({ cost: 417_499 })).toEqual(['cost.wrong']);
    expect(codes({ components: { ...good.components, overtime: 0 } })).toEqual(['cost.wrong']);
    expect(codes({ routes: [{ vehicleTypeIndex: 0, startDepotIndex: null, stops: [0, 1] }] })).toContain(
      'line.depot',
    );
  });

  test('follows the load along the line: 8 out, after the far stop 3 - 3 + 9 = 5 + 9 = 14 > 12', () => {
    // Far stop first: 8 aboard, then 8 - 3 + 9 = 14.
    expect(codes({ routes: line(1, 0) })).toContain('load.exceeded');
  });

  test('misses no window and no limit of duration', () => {
    const early = createProblem({
      stops: [{}, { windowS: [0, 1_000] }],
      profiles: [{ lengthM: tables(3), durationS: tables(3) }],
      vehicleTypes: [{ maxDurationS: 30_000 }],
    });
    const found = codes(
      {
        routes: line(0, 1),
        unserved: [],
        cost: 40_000,
        components: { fixed: 0, distance: 40_000, time: 0, overtime: 0, visits: 0, penalties: 0 },
      },
      early,
    );
    expect(found).toEqual(['window.missed', 'duration.exceeded']);
  });

  test('sees a broken lock', () => {
    const locked = (keep: 'stops' | 'sequence' | 'line', ...stops: number[]) =>
      createProblem({
        stops: [{}, {}, {}],
        profiles: [{ lengthM, durationS }],
        vehicleTypes: [{}],
        lockedLines: [{ vehicleTypeIndex: 0, stops, keep }],
      });
    const plan = { routes: line(0, 1, 2), unserved: [] };
    expect(codes(plan, locked('stops', 2, 0))).not.toContain('lock.broken');
    expect(codes(plan, locked('sequence', 2, 0))).toContain('lock.broken');
    expect(codes(plan, locked('sequence', 1, 2))).not.toContain('lock.broken');
    expect(codes(plan, locked('line', 1, 2))).toContain('lock.broken');
    expect(codes(plan, locked('line', 0, 1, 2))).not.toContain('lock.broken');
  });
});

function tables(size: number): Int32Array {
  return Int32Array.from({ length: size * size }, (_, cell) =>
    Math.abs(at[Math.floor(cell / size)]! - at[cell % size]!),
  );
}
