import type { AssignOptions, AssignProgress } from '../assign/assignLines.ts';
import { checkPlan } from '../audit/checkPlan.ts';
import { evaluateOn } from '../evaluate/evaluatePlan.ts';
import { type Groundwork, layGroundwork, measuredTier } from '../evaluate/groundwork.ts';
import { handPlanOf } from '../evaluate/handPlan.ts';
import { kpiRows } from '../kpi/kpis.ts';
import { savingAgainst } from '../kpi/saving.ts';
import { planLines } from '../levels/planNetwork.ts';
import { mapProgress } from '../model/mapProgress.ts';
import { openLineIds, villageStartIds } from '../model/openLines.ts';
import type { Plan } from '../model/plan.ts';
import type { IncumbentLines, RunPhase, RunProgress, SearchAnswer } from '../model/progress.ts';
import type { Baseline, LinePath, Report } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { type Travel, travelMatrix } from '../network/travelMatrix.ts';
import { incumbentLines } from './incumbentLines.ts';
import { runBaseline } from './runBaselines.ts';

export interface RunOptions extends AssignOptions {
  /** The "before", where it is known already: it rests on the scenario alone, not on how well its lines are solved. */
  readonly baseline?: Baseline;
  /** A less thorough one to make do with when the run is stopped before its own is finished. */
  readonly baselineSoFar?: Baseline;
  /** Iterations for the "before"; absent = those of the lines. */
  readonly baselineIterations?: number;
}

/** For a "before" when a stopped run has none at all. */
const quickBaselineIterations = 400;

/** What screen and command line use unless told otherwise: published figures rest on these. */
export const defaultRunOptions: RunOptions = { seed: 1, iterations: 20_000 };

/** Parts of a run by their usual share of the time, for the progress bar. */
const phaseShares = { roads: 0.1, lines: 0.55, baseline: 0.35 } as const;

/**
 * The pipeline: scenario -> roads -> travel times -> lines -> evaluation, the same for the separate couriers of the
 * baseline, then KPI rows. Pure; the same scenario, seed and iterations give the same report on any machine.
 */
export function* runScenario(
  scenario: Scenario,
  options: RunOptions,
): Generator<RunProgress, Report, SearchAnswer | undefined> {
  let bestYuanPerParcel: number | null = null;
  let incumbent: IncumbentLines | null = null;
  const progress = (phase: RunPhase, doneShare: number): RunProgress => ({
    phase,
    doneShare,
    bestYuanPerParcel,
    incumbent,
  });
  yield progress('roads', 0);
  const travel = travelMatrix(scenario);
  // Baseline and plan must travel over the same roads, so a proxy is built once, from the scenario itself.
  const onRoads: Scenario = { ...scenario, roads: travel.roads };
  const linesFrom = phaseShares.roads;

  const ground = layGroundwork(onRoads, travel.matrix);
  const plan =
    handPlanOf(onRoads) ??
    (yield* mapProgress<AssignProgress, RunProgress, Plan, SearchAnswer>(
      planLines(onRoads, travel.matrix, options),
      (step) => {
        if (step.incumbent) {
          bestYuanPerParcel = bestSoFar(ground, step.incumbent) ?? bestYuanPerParcel;
          incumbent = incumbentLines(
            onRoads,
            step.incumbent,
            ground.indexById,
            (incumbent?.version ?? 0) + 1,
          );
        }
        const now = progress(step.phase, linesFrom + phaseShares.lines * step.doneShare);
        return step.offer ? { ...now, offer: step.offer } : now;
      },
    ));
  const evaluation = evaluateOn(ground, plan);
  bestYuanPerParcel = evaluation.yuanPerParcel;

  const baselineFrom = linesFrom + phaseShares.lines;
  const baseline = yield* baselineOf(onRoads, options, (share) =>
    progress('baseline', baselineFrom + phaseShares.baseline * share),
  );
  const saving = savingAgainst(baseline, {
    yuanPerParcel: evaluation.yuanPerParcel,
    reaches: measuredTier(scenario),
  });
  const report = { scenario, plan, evaluation, baseline, saving };
  return {
    ...report,
    kpis: kpiRows(report),
    linePaths: linePaths(onRoads, plan, travel),
    roads: travel.roads,
    matrix: travel.matrix,
    issues: travel.issues,
    faults: checkPlan(onRoads, travel.matrix, plan, evaluation),
  };
}

function* baselineOf(
  scenario: Scenario,
  options: RunOptions,
  progress: (share: number) => RunProgress,
): Generator<RunProgress, Baseline> {
  if (options.baseline) return options.baseline;
  const { seed, iterations, baselineIterations = iterations } = options;
  const run = runBaseline(scenario, 'B1', { seed, iterations: baselineIterations }, progress);
  while (!options.isStopped?.()) {
    const step = run.next();
    if (step.done) return step.value;
    yield step.value;
  }
  return (
    options.baselineSoFar ??
    (yield* runBaseline(scenario, 'B1', { seed, iterations: quickBaselineIterations }, progress))
  );
}

/** Yuan per parcel of an unfinished plan; null while it leaves stations unserved that the search may still serve. */
function bestSoFar(ground: Groundwork, plan: Plan): number | null {
  const served = new Set(plan.lines.flatMap((line) => line.stopIds));
  const isComplete = ground.scenario.stations.every(
    (station) => served.has(station.id) || plan.unserved.some((entry) => entry.stationId === station.id),
  );
  return isComplete ? evaluateOn(ground, plan).yuanPerParcel : null;
}

function linePaths(scenario: Scenario, plan: Plan, travel: Travel): LinePath[] {
  const open = openLineIds(scenario, plan);
  const starting = villageStartIds(scenario, plan);
  return plan.lines.map((line) => {
    const calls = [line.originId, ...line.stopIds, ...(open.has(line.id) ? [] : [line.originId])];
    const paths = travel.pathsOf.get(line.vehicleTypeId) ?? travel.paths;
    return {
      lineId: line.id,
      ...(starting.has(line.id) ? { startsAtVillage: true } : {}),
      legs: calls.slice(1).flatMap((stationId, index) => {
        const path = paths.legPath(calls[index]!, stationId);
        return path ? [{ coordinates: path.coordinates, isEstimated: path.isEstimated }] : [];
      }),
    };
  });
}
