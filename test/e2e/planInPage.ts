import { assignLines } from '../../src/core/assign/assignLines.ts';
import { checkPlan } from '../../src/core/audit/checkPlan.ts';
import { evaluatePlan } from '../../src/core/evaluate/evaluatePlan.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import { travelMatrix } from '../../src/core/network/travelMatrix.ts';
import { toEnd } from '../../src/core/toEnd.ts';

/** Lines of a scenario drawn with a fixed seed and number of rounds, as the bytes of the plan; throws where it has faults. */
export function planOfScenario(scenarioText: string, seed: number, iterations: number): string {
  const given = JSON.parse(scenarioText) as Scenario;
  const { matrix, roads } = travelMatrix(given);
  const scenario = { ...given, roads };
  const plan = toEnd(assignLines(scenario, matrix, { seed, iterations }));
  const faults = checkPlan(scenario, matrix, plan, evaluatePlan(scenario, matrix, plan));
  if (faults.length > 0) throw new Error(JSON.stringify(faults));
  return JSON.stringify(plan);
}
