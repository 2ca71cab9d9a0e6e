import type { Problem } from '../model/problem.ts';
import type { Solution, SolverProgress } from '../model/solution.ts';
import { Annealing, type AnnealingSettings, type PlanSnapshot } from './annealing.ts';
import { describeSolution } from './describe.ts';
import { buildKernelModel, type KernelModel } from './kernelModel.ts';

export interface SolveOptions {
  readonly seed: number;
  /** Ruin-and-recreate rounds; the same seed and rounds give the same solution in every engine. */
  readonly iterations: number;
  readonly settings?: Partial<AnnealingSettings>;
}

export const defaultSettings: AnnealingSettings = {
  averageRemoved: 10,
  longestString: 10,
  granularity: 30,
  blinkOneIn: 100,
  startTemperature: 0.3,
  endTemperature: 0.003,
};

/** Rounds between two progress reports: a few milliseconds of work. */
const chunkRounds = 128;

/**
 * Assigns the stops to lines. Yields often, the first time with the start plan; the caller may stop at any yield and
 * keep the last incumbent. Returns the best plan found, never worse than any incumbent.
 */
export function* solve(problem: Problem, options: SolveOptions): Generator<SolverProgress, Solution> {
  const { seed, iterations } = options;
  if (problem.stopCount === 0) return describeSolution(problem, [], 0, 0);
  const model = buildKernelModel(problem);
  const annealing = new Annealing(model, seed, { ...defaultSettings, ...options.settings });
  annealing.start(null);
  let incumbent = describe(model, annealing.best(), 0);
  yield { iteration: 0, iterations, bestCost: incumbent.cost, incumbent };
  annealing.schedule(iterations);
  let version = annealing.bestVersion;
  for (let done = 0; done < iterations; ) {
    const rounds = Math.min(chunkRounds, iterations - done);
    annealing.run(rounds);
    done += rounds;
    const isImproved = annealing.bestVersion !== version;
    if (isImproved) {
      incumbent = describe(model, annealing.best(), done);
      version = annealing.bestVersion;
    }
    yield { iteration: done, iterations, bestCost: incumbent.cost, incumbent: isImproved ? incumbent : null };
  }
  return describe(model, annealing.best(), iterations);
}

function describe(model: KernelModel, plan: PlanSnapshot, iterations: number): Solution {
  const lines = plan.lines.map((line) => ({
    vehicleTypeIndex: line.vehicleType,
    stops: line.tasks.flatMap((task) => [...model.taskStops[task]!]),
  }));
  return describeSolution(model.problem, lines, iterations, null);
}
