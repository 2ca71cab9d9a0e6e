import { allocateCost } from '../src/core/evaluate/allocateCost.ts';
import { costRange } from '../src/core/evaluate/costRange.ts';
import { costWarnings } from '../src/core/evaluate/costWarnings.ts';
import { evaluatePlan } from '../src/core/evaluate/evaluatePlan.ts';
import { villageStops } from '../src/core/evaluate/villageStops.ts';
import { savingSwings } from '../src/core/kpi/savingSwings.ts';
import { mapProgress } from '../src/core/model/mapProgress.ts';
import type { RunProgress } from '../src/core/model/progress.ts';
import type { SavingSplit } from '../src/core/model/savingSplit.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { travelMatrix } from '../src/core/network/travelMatrix.ts';
import { runBefores } from '../src/core/run/runBefores.ts';
import { splitSaving } from '../src/core/sharing/splitSaving.ts';
import type { CostAnswer, CostRequest, SplitRequest } from './protocol.ts';

/** What the planner does with a plan's cost; works without a worker too. */
export function* costsOf(
  scenario: Scenario,
  { plan, separate, seed, operatorCount }: CostRequest,
): Generator<RunProgress, CostAnswer> {
  const travel = travelMatrix(scenario);
  const onRoads: Scenario = { ...scenario, roads: travel.roads };
  const { lines } = evaluatePlan(onRoads, travel.matrix, plan);
  const befores = yield* runBefores(onRoads, plan, {
    seed,
    // As long as B1, which was searched as long as the plan: a "before" searched less would look dearer than it is.
    iterations: separate.search?.iterations ?? plan.quality.iterations,
    operatorCount,
    known: [separate],
  });
  const priced: RunProgress = { phase: 'baseline', doneShare: 1, bestYuanPerParcel: null, incumbent: null };
  const allocation = allocateCost(onRoads, plan, lines);
  return {
    befores,
    range: costRange(onRoads, travel.matrix, plan),
    swings: yield* mapProgress(savingSwings(onRoads, travel.matrix, plan, separate), () => priced),
    allocation,
    stops: villageStops(onRoads, travel.matrix, plan, lines, allocation),
    warnings: costWarnings(onRoads, plan, lines),
  };
}

/** What the planner does to split the cost among the couriers. */
export function splitOf(
  scenario: Scenario,
  { basis, seed, iterations }: SplitRequest,
): Generator<{ readonly doneShare: number }, SavingSplit> {
  const { roads } = travelMatrix(scenario);
  return splitSaving({ ...scenario, roads }, basis, { seed, iterations });
}
