import { evaluatePlan } from '../evaluate/evaluatePlan.ts';
import type { Baseline, BaselineKind } from '../model/report.ts';
import type { Scenario } from '../model/scenario.ts';
import { travelMatrix } from '../network/travelMatrix.ts';
import { baselineReach, baselineScenarios } from './baselineScenarios.ts';
import { combineOperators } from './combineOperators.ts';
import { leftOutOf } from './leftOut.ts';

/**
 * The "before" of a scenario whose roads are laid, with the lines its operators drive given (as many operators as
 * there are plans), at the scenario's prices. No search is run.
 */
export function priceOperators(
  scenario: Scenario,
  kind: BaselineKind,
  plans: readonly Pick<Baseline['operators'][number], 'courierId' | 'plan'>[],
): Baseline {
  const scenarios = baselineScenarios(scenario, kind, plans.length);
  // All operators of a baseline call at the same stations, so they share one table of travel times.
  const matrix = scenarios[0] ? travelMatrix(scenarios[0]).matrix : null;
  const operators = scenarios.map((operator) => {
    const courierId = operator.couriers[0]!.id;
    const { plan } = plans.find((each) => each.courierId === courierId)!;
    return { scenario: operator, courierId, plan, evaluation: evaluatePlan(operator, matrix!, plan) };
  });
  return {
    ...combineOperators(
      kind,
      operators.map(({ scenario: _of, ...operator }) => operator),
      baselineReach(scenario, kind),
    ),
    leftOut: leftOutOf(scenario, operators),
  };
}
