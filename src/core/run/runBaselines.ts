import { type AssignOptions, assignLines } from '../assign/assignLines.ts';
import { baselineReach, baselineScenarios } from '../baseline/baselineScenarios.ts';
import { combineOperators } from '../baseline/combineOperators.ts';
import { leftOutOf } from '../baseline/leftOut.ts';
import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import { mapProgress } from '../model/mapProgress.ts';
import type { RunProgress } from '../model/progress.ts';
import type { Baseline, BaselineKind } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { travelMatrix } from '../network/travelMatrix.ts';

export interface BaselineOptions extends AssignOptions {
  /** Operators the couriers have pooled into in B2. */
  readonly operatorCount?: number;
}

/** One "before" of a scenario whose roads are laid: every operator solved and priced like the plan itself. */
export function* runBaseline<Out>(
  scenario: Scenario,
  kind: BaselineKind,
  options: BaselineOptions,
  progress: (share: number) => Out,
): Generator<Out, Baseline> {
  const operatorScenarios = baselineScenarios(scenario, kind, options.operatorCount);
  const operators: (Baseline['operators'][number] & { readonly scenario: Scenario })[] = [];
  // All operators of a baseline call at the same stations, so they share one table of travel times.
  const matrix = operatorScenarios[0] ? travelMatrix(operatorScenarios[0]).matrix : null;
  for (const [index, operatorScenario] of operatorScenarios.entries()) {
    // Nobody asks how far a courier's own lines are from the best there could be.
    const plan = yield* mapProgress(
      assignLines(operatorScenario, matrix!, { ...options, isQuick: true }),
      (step) => progress((index + step.doneShare) / operatorScenarios.length),
    );
    operators.push({
      scenario: operatorScenario,
      courierId: operatorScenario.couriers[0]!.id,
      plan,
      evaluation: evaluatePlan(operatorScenario, matrix!, plan),
    });
  }
  const { iterations, seed } = options;
  const answers = operators.map(({ scenario: _of, ...answer }) => answer);
  return {
    ...combineOperators(kind, answers, baselineReach(scenario, kind)),
    leftOut: leftOutOf(scenario, operators),
    search: { iterations, seed },
  };
}

/** Several "befores", for those who ask; B3 solves the whole county once per courier, so few iterations do. */
export function* runBaselines(
  scenario: Scenario,
  kinds: readonly BaselineKind[],
  options: BaselineOptions,
): Generator<RunProgress, Baseline[]> {
  const onRoads: Scenario = { ...scenario, roads: travelMatrix(scenario).roads };
  const baselines: Baseline[] = [];
  for (const [index, kind] of kinds.entries()) {
    baselines.push(
      yield* runBaseline(onRoads, kind, options, (share) => ({
        phase: 'baseline' as const,
        doneShare: (index + share) / kinds.length,
        bestYuanPerParcel: null,
      })),
    );
  }
  return baselines;
}
