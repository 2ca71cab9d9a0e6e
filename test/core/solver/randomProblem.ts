import { createProblem, type Problem, type ProblemDraft } from '../../../src/core/model/problem.ts';
import type { Solution } from '../../../src/core/model/solution.ts';
import { createRandom } from '../../../src/core/random.ts';
import { type SolveOptions, solve } from '../../../src/core/solver/solve.ts';
import { toEnd } from '../../../src/core/toEnd.ts';

/** A random county: depots and stops on a 40 x 40 km square, 30 km/h, integer metres and seconds, slightly asymmetric. */
export function randomDraft(seed: number, stopCount: number, depotCount = 1): ProblemDraft {
  const random = createRandom(seed);
  const size = depotCount + stopCount;
  const points = Array.from({ length: size }, () => [random.nextInt(40_000), random.nextInt(40_000)]);
  const lengthM = new Int32Array(size * size);
  const durationS = new Int32Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < size; to++) {
      if (from === to) continue;
      const dx = points[from]![0]! - points[to]![0]!;
      const dy = points[from]![1]! - points[to]![1]!;
      const metres = Math.round(Math.sqrt(dx * dx + dy * dy) * 1.3) + (from < to ? 100 : 0);
      lengthM[from * size + to] = metres;
      durationS[from * size + to] = Math.round((metres * 3.6) / 30);
    }
  return {
    depotCount,
    stops: Array.from({ length: stopCount }, () => ({
      delivery: [10 + random.nextInt(60)],
      pickup: [random.nextInt(30)],
      serviceS: 300 + random.nextInt(600),
    })),
    profiles: [{ lengthM, durationS }],
    vehicleTypes: [{ capacity: [400], fixedCost: 300_000, costPerKm: 800 }],
  };
}

/** Stops of a random county with deliveries alone, the same length both ways. */
export function evenly(seed: number, stopCount: number): Pick<ProblemDraft, 'stops' | 'profiles'> {
  const draft = randomDraft(seed, stopCount);
  const size = stopCount + 1;
  const { lengthM } = draft.profiles[0]!;
  const even = lengthM.map((_, cell) => {
    const [from, to] = [Math.floor(cell / size), cell % size];
    return Math.min(lengthM[from * size + to]!, lengthM[to * size + from]!);
  });
  return {
    stops: draft.stops.map(({ delivery }) => ({ delivery: delivery! })),
    profiles: [{ lengthM: even, durationS: even }],
  };
}

/** The same with everything switched on that can be at once. */
export function fullDraft(seed: number, stopCount: number): ProblemDraft {
  const draft = randomDraft(seed, stopCount, 2);
  const random = createRandom(seed + 1000);
  const day = 8 * 3600;
  const van = {
    capacity: [400, 900],
    fixedCost: 300_000,
    costPerKm: 800,
    costPerHour: 5_000,
    overtimeCostPerHour: 40_000,
    shiftS: day,
    maxDurationS: day + 7200,
    maxLengthM: 220_000,
    loadingS: 1800,
  };
  return {
    ...draft,
    dimensionCount: 2,
    stops: draft.stops.map((stop) => ({
      ...stop,
      delivery: [stop.delivery![0]!, random.nextInt(100)],
      pickup: [stop.pickup![0]!, random.nextInt(100)],
      windowS: random.nextInt(3) === 0 ? [9 * 3600, 14 * 3600] : [7 * 3600, 18 * 3600],
      groupIndex: random.nextInt(4) - 1,
      visitCost: 1000,
      ...(random.nextInt(6) === 0 ? { skipCost: 60_000 } : {}),
    })),
    depotWindowsS: [
      [7 * 3600, 20 * 3600],
      [7 * 3600, 20 * 3600],
    ],
    vehicleTypes: [
      van,
      { ...van, capacity: [200, 400], fixedCost: 200_000, costPerKm: 500, count: 3 },
      { ...van, startDepotIndex: 1, endDepotIndex: 1 },
      { ...van, endDepotIndex: null, count: 2 },
    ],
    groupSplitCost: [20_000, 20_000, 20_000],
    breakRule: { drivingS: 4 * 3600, breakS: 1200 },
    balance: { measure: 'duration', costPerUnit: 10_000 },
    compactnessCostPerKm: 300,
  };
}

export function runToEnd(problem: Problem, options: SolveOptions): Solution {
  return toEnd(solve(problem, options));
}

export const aProblem = (draft: ProblemDraft): Problem => createProblem(draft);
