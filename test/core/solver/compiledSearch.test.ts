import { describe, expect, it, test, vi } from 'vitest';
import { createProblem, type ProblemDraft } from '../../../src/core/model/problem.ts';
import { Annealer, type Engine } from '../../../src/core/solver/annealer.ts';
import type { AnnealingSettings } from '../../../src/core/solver/annealingSettings.ts';
import { SearchSettings, SearchTables } from '../../../src/core/solver/kernel/searchTables.ts';
import { kernelBinary } from '../../../src/core/solver/kernelBinary.ts';
import { buildKernelModel } from '../../../src/core/solver/kernelModel.ts';
import { defaultSettings, solve } from '../../../src/core/solver/solve.ts';
import { compileKernel } from '../../../src/kernelBuild/compileKernel.ts';
import { evenly, fullDraft, randomDraft } from './randomProblem.ts';

const van = { capacity: [250], costPerKm: 800, fixedCost: 30_000 };
const timed = {
  ...van,
  costPerHour: 30_000,
  shiftS: 14_400,
  overtimeCostPerHour: 45_000,
  maxDurationS: 21_600,
};
const truck = { ...timed, capacity: [600], costPerKm: 1300, fixedCost: 50_000 };

interface Case {
  readonly draft: (seed: number) => ProblemDraft;
  readonly settings?: Partial<AnnealingSettings>;
}

const cases: Record<string, Case> = {
  'capacity only': { draft: (seed) => ({ ...evenly(seed, 80), vehicleTypes: [van] }) },
  'optional stops': {
    draft: (seed) => {
      const { stops, profiles } = evenly(seed, 40);
      return {
        stops: stops.map((stop, index) => (index % 3 === 0 ? { ...stop, skipCost: 9000 } : stop)),
        profiles,
        vehicleTypes: [van],
      };
    },
  },
  'way and time, two vehicles': {
    draft: (seed) => ({ ...randomDraft(seed, 40), vehicleTypes: [timed, truck] }),
    settings: { wholeLinesOneIn: 8, blinkOneIn: 200 },
  },
  'duties of several trips that may run over': {
    draft: (seed) => ({
      ...randomDraft(seed, 40),
      vehicleTypes: [timed, { ...truck, count: 2 }],
      severalTripsPerDuty: true,
      severalTripsGapS: 600,
      breakRule: { drivingS: 7200, breakS: 900 },
    }),
    settings: { wholeLinesOneIn: 8, overrunS: 3600, dutyShareByTime: 0.7 },
  },
  'too few vehicles': {
    draft: (seed) => ({ ...randomDraft(seed, 40), vehicleTypes: [{ ...timed, count: 3 }] }),
  },
  'the longest line short': {
    draft: (seed) => ({
      ...randomDraft(seed, 30),
      vehicleTypes: [{ ...timed, maxDurationS: 86_400 }],
      maxLines: 4,
      objective: { kind: 'minMax', measure: 'duration' },
    }),
    settings: { averageRemoved: 25, longestString: 20 },
  },
  'everything at once': { draft: (seed) => fullDraft(seed, 40), settings: { wholeLinesOneIn: 8 } },
  'locked lines and few of them': {
    draft: (seed) => ({
      ...randomDraft(seed, 30),
      vehicleTypes: [timed, truck],
      maxLines: 6,
      lockedLines: [
        { vehicleTypeIndex: 1, stops: [0, 1, 2], keep: 'sequence' },
        { vehicleTypeIndex: 0, stops: [3, 4], keep: 'line' },
        { vehicleTypeIndex: 0, stops: [5, 6], keep: 'stops' },
      ],
    }),
  },
};

/** Everything a search tells on its way: cooled, pressed for fewer lines, sent on from another plan. */
function course(engine: Engine, { draft, settings }: Case, seed: number): unknown[] {
  const all = { ...defaultSettings, ...settings };
  const model = buildKernelModel(createProblem(draft(seed)), all.dutyShareByTime);
  const annealer = new Annealer(model, seed, all, engine);
  const told: unknown[] = [];
  const tell = (): void => {
    const { bestCost, bestLines, bestDuties, bestVersion, bestMandatoryAbsent } = annealer;
    told.push({ bestCost, bestLines, bestDuties, bestVersion, bestMandatoryAbsent });
    told.push(annealer.best(), annealer.presentPlan());
  };
  annealer.start(null);
  tell();
  const start = annealer.best();
  annealer.calibrate();
  for (let part = 0; part < 8; part++) {
    annealer.coolTo(part / 8, 2000);
    if (part === 3) annealer.press();
    if (part === 5) annealer.release();
    if (part === 6) annealer.adopt(start);
    annealer.run(250);
    tell();
  }
  return told;
}

describe.each(Object.entries(cases))('the compiled kernel, %s', (_name, one) => {
  it.each([1, 2, 3])('goes the way of its source, county %i', (seed) => {
    const compiled = course('compiled', one, seed);
    expect(compiled).toEqual(course('source', one, seed));
    // A search that found nothing would prove little.
    const costs = compiled.flatMap((told) => (told as { bestCost?: number }).bestCost ?? []);
    expect(costs.at(-1)).not.toBe(costs[0]);
  });
});

test('where nothing compiled may run, the source does the same', async () => {
  const problem = createProblem(fullDraft(5, 30));
  const planOf = (solver: { readonly solve: typeof solve }): unknown => {
    const search = solver.solve(problem, { seed: 3, iterations: 600 });
    for (;;) {
      const step = search.next();
      if (step.done) return step.value;
    }
  };
  const compiled = planOf({ solve });
  vi.resetModules();
  vi.stubGlobal('WebAssembly', undefined);
  try {
    const { compiledSearch } = await import('../../../src/core/solver/compiledSearch.ts');
    const nothing = [
      new SearchTables(),
      new SearchSettings(),
      new Uint32Array(4),
      new Float64Array(0),
    ] as const;
    expect(compiledSearch(...nothing)).toBeNull();
    expect(planOf(await import('../../../src/core/solver/solve.ts'))).toEqual(compiled);
  } finally {
    vi.unstubAllGlobals();
  }
});

test('the binary is what the compiler makes of the present source', async () => {
  const made = Buffer.from(await compileKernel()).toString('base64');
  expect(made === kernelBinary, 'the kernel was changed: npm run build:kernel').toBe(true);
});
