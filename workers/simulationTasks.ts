import { hashDocument } from '../src/core/hash.ts';
import type { RunProgress } from '../src/core/model/progress.ts';
import type { Baseline } from '../src/core/model/report.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import type { SimulationProgress } from '../src/core/model/simulation.ts';
import { runBaselines } from '../src/core/run/runBaselines.ts';
import type { ReplicationOutcome } from '../src/core/sim/recorder.ts';
import { simulateReplications } from '../src/core/sim/simulate.ts';
import { buildSimulationModel } from '../src/core/sim/simulationModel.ts';
import { summarise } from '../src/core/sim/summarise.ts';
import type { BaselineRequest, SimulationAnswer, SimulationOrder } from './protocol.ts';

/** What the planner does with days and befores; works without a worker too. */

const modelOf = ({ scenario, matrix, plan, settings }: SimulationOrder) =>
  buildSimulationModel(scenario, matrix, plan, settings);

export const shareOfSimulation = (
  order: SimulationOrder,
  from: number,
  to: number,
): Generator<SimulationProgress, ReplicationOutcome[]> => simulateReplications(modelOf(order), from, to);

export function sumOfSimulation(
  order: SimulationOrder,
  outcomes: readonly ReplicationOutcome[],
): SimulationAnswer {
  const result = summarise(modelOf(order), outcomes);
  return { result, resultHash: hashDocument(result) };
}

export const baselinesOf = (
  scenario: Scenario,
  { kinds, seed, iterations, operatorCount }: BaselineRequest,
): Generator<RunProgress, Baseline[]> => runBaselines(scenario, kinds, { seed, iterations, operatorCount });
