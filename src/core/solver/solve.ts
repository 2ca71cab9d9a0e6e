import type { Problem } from '../model/problem.ts';
import type { PartOffer, Solution, SolverProgress } from '../model/solution.ts';
import { Annealer } from './annealer.ts';
import type { AnnealingSettings } from './annealingSettings.ts';
import { describeSolution } from './describe.ts';
import type { Share } from './jointWork.ts';
import { type KernelModel, kernelModelOf } from './kernelModel.ts';
import type { PlanSnapshot } from './planSnapshot.ts';
import { savingsPlan } from './savings.ts';
import { Stages } from './stages.ts';

/** Plans told of while a search runs, at most. */
const mostIncumbents = 40;

export interface SolveOptions {
  readonly seed: number;
  /** Ruin-and-recreate rounds; the same seed and rounds give the same solution in every engine. */
  readonly iterations: number;
  readonly settings?: Partial<AnnealingSettings>;
  /** Plan to start from, for example one edited by hand; its missing stops are put in first. */
  readonly startFrom?: Solution;
  /** One of several searches that work on one plan together, where the problem allows that; then offers must be answered. */
  readonly share?: Share;
}

/** What may be passed to next() of a running search. */
export interface SolverSteering {
  /** New total of iterations: the cooling is stretched or shortened to end there. */
  readonly iterations?: number;
  /** A plan of another search; the search goes on from it if it is better than its own best. */
  readonly rival?: Solution;
  /** Answer to an offer: those of all searches, this one's among them, in the same order for each. */
  readonly offers?: readonly PartOffer[];
}

export const defaultSettings: AnnealingSettings = {
  averageRemoved: 12,
  longestString: 10,
  radialOneIn: 6,
  wholeLinesOneIn: 0,
  granularity: 30,
  blinkOneIn: 100,
  startTemperature: 0.6,
  endTemperature: 0.012,
  tailMoveOneIn: 3,
  roundsPerTaskAndCycle: 4000,
  warmEndBelow: 0,
  warmEndAbove: Number.POSITIVE_INFINITY,
  pressesForFewerLines: true,
  overrunS: 0,
  dutyShareByTime: 1,
};

/**
 * Capacity-only problems: more is gained from ruined strings than from turned ends, by cooling once rather than often,
 * and, in short runs on many tasks, by ending warmer (measured on the X instances).
 */
const plainSettings: Partial<AnnealingSettings> = {
  tailMoveOneIn: 10,
  roundsPerTaskAndCycle: 100_000,
  warmEndBelow: 600,
};

/** Few tasks are soon worked through: looking further for places, and turning more ends, pays. */
const fewTasks = 350;
const fewTasksSettings: Partial<AnnealingSettings> = { granularity: 60, tailMoveOneIn: 4 };

/** Many tasks, and time enough to touch each of them thousands of times: the coldest rounds would find little more. */
const manyTasks = 600;
const manyTasksSettings: Partial<AnnealingSettings> = { warmEndAbove: 6000 };

/** On most tasks of all, pieces taken out around a place more often lead further than strings, the longer the run the more. */
const mostTasks = 800;
const mostTasksSettings: Partial<AnnealingSettings> = { radialOneIn: 3 };

const plainSettingsFor = (tasks: number): Partial<AnnealingSettings> => ({
  ...plainSettings,
  ...(tasks <= fewTasks ? fewTasksSettings : {}),
  ...(tasks > manyTasks ? manyTasksSettings : {}),
  ...(tasks > mostTasks ? mostTasksSettings : {}),
});

/** Lines are few and hang together when the longest is to be shortened: larger pieces must change hands at once. */
const minMaxSettings: Partial<AnnealingSettings> = { averageRemoved: 25, longestString: 20 };

/** Vehicles with a price of their own: lines are saved whole or not at all (measured on the sample counties). */
const pricedSettings: Partial<AnnealingSettings> = { wholeLinesOneIn: 8 };

/** Where places are compared by way and time, one between two neighbours seldom comes up twice: fewer are to be passed over. */
const timedSettings: Partial<AnnealingSettings> = { blinkOneIn: 200 };

const settingsFor = (
  { problem, isPlain, n, durationMode }: KernelModel,
  options: SolveOptions,
): AnnealingSettings => ({
  ...defaultSettings,
  ...(isPlain ? plainSettingsFor(n) : {}),
  ...(durationMode === 'sum' ? timedSettings : {}),
  ...(problem.objective.kind === 'minMax' ? minMaxSettings : {}),
  ...(!isPlain && problem.vehicleTypes.some(({ fixedCost }) => fixedCost > 0) ? pricedSettings : {}),
  ...options.settings,
});

/**
 * Assigns the stops to lines. Yields often, the first time with the start plan; the caller may stop at any yield and
 * keep the last incumbent. Reproducible from problem, seed and iterations, unless steered. Returns the best plan found.
 */
export function* solve(
  problem: Problem,
  options: SolveOptions,
): Generator<SolverProgress, Solution, SolverSteering | undefined> {
  const { seed, iterations } = options;
  if (problem.stopCount === 0) return describeSolution(problem, [], 0, 0);
  const model = kernelModelOf(problem, options.settings?.dutyShareByTime);
  const annealing = new Annealer(model, seed, settingsFor(model, options));
  // Nearly always the better start; with many tasks the other one takes more than it brings.
  const usesSavings = model.isPlain && !options.startFrom;
  const isFew = model.n <= fewTasks;
  if (usesSavings && !isFew) annealing.start(savingsPlan(model));
  else annealing.start(options.startFrom ? snapshot(model, options.startFrom) : null);
  if (usesSavings && isFew) annealing.adopt(savingsPlan(model));
  const stages = new Stages(model, annealing, seed, options.share ?? null, iterations);
  yield {
    iteration: 0,
    iterations,
    bestCost: annealing.bestCost,
    get incumbent() {
      return describe(model, annealing.best(), 0);
    },
    // Told from the first: a search that exchanged whole plans now would wait for others that wait for its part.
    ...(stages.isJoint ? { offer: null } : {}),
  };
  annealing.calibrate();
  let version = stages.bestVersion;
  let total = iterations;
  let described = 0;
  let done = 0;
  // Out of rounds, a search still owes the others the offers left.
  while (done < total || stages.isJoint) {
    if (done < total) done += Math.min(total - done, stages.step(done, total));
    const offer = stages.offer(done, total);
    const isDue = stages.bestVersion !== version && done - described >= total / mostIncumbents;
    if (isDue) {
      version = stages.bestVersion;
      described = done;
    }
    const at = done;
    const steering = yield {
      iteration: done,
      iterations: total,
      bestCost: stages.bestCost,
      get incumbent() {
        return isDue ? describe(model, stages.best(), at) : null;
      },
      ...(offer === undefined ? {} : { offer }),
    };
    if (offer && steering?.offers) stages.join(steering.offers);
    if (steering?.rival) stages.adopt(snapshot(model, steering.rival));
    if (steering?.iterations !== undefined) total = Math.max(done, steering.iterations);
  }
  return describe(model, stages.best(), done);
}

function snapshot(model: KernelModel, solution: Solution): PlanSnapshot {
  return {
    lines: solution.routes.map((route) => ({
      vehicleType: route.vehicleTypeIndex,
      tasks: [...new Set(route.stops.map((stop) => model.taskOfStop[stop]!))],
    })),
    absent: [],
  };
}

function describe(model: KernelModel, plan: PlanSnapshot, iterations: number): Solution {
  const lines = plan.lines.map((line) => ({
    vehicleTypeIndex: line.vehicleType,
    stops: line.tasks.flatMap((task) => [...model.taskStops[task]!]),
  }));
  return describeSolution(model.problem, lines, iterations, null);
}
