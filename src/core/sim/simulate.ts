import type { Plan } from '../model/plan.ts';
import type { Scenario } from '../model/scenario.ts';
import type { SimulationProgress, SimulationResult, SimulationSettings } from '../model/simulation.ts';
import type { TravelMatrix } from '../model/travel.ts';
import { invariant } from '../result.ts';
import type { ReplicationOutcome } from './recorder.ts';
import { ReplicationState } from './replicationState.ts';
import { runReplication } from './runReplication.ts';
import { buildSimulationModel, type SimulationModel } from './simulationModel.ts';
import { summarise } from './summarise.ts';

/**
 * Day-by-day simulation of a plan (model.md sections 4 and 7): parcels from the arrival of a wave to the open station,
 * and back to the outbound trunk. Yields after every replication; stopping to ask for more cancels it. The same
 * settings give the same result on any machine.
 */
export function* simulate(
  scenario: Scenario,
  matrix: TravelMatrix,
  plan: Plan,
  settings: SimulationSettings,
): Generator<SimulationProgress, SimulationResult> {
  const model = buildSimulationModel(scenario, matrix, plan, settings);
  const outcomes = yield* simulateReplications(model, 0, settings.replications);
  return summarise(model, outcomes);
}

/** Replications from..to-1 only: the share of one worker. `summarise` puts the shares together. */
export function* simulateReplications(
  model: SimulationModel,
  from: number,
  to: number,
): Generator<SimulationProgress, ReplicationOutcome[]> {
  invariant(to > from, 'a simulation has at least one replication');
  const outcomes: ReplicationOutcome[] = [];
  const state = new ReplicationState(model);
  for (let replication = from; replication < to; replication++) {
    outcomes.push(runReplication(model, replication, {}, state));
    const replicationsDone = replication + 1 - from;
    yield { doneShare: replicationsDone / (to - from), replicationsDone };
  }
  return outcomes;
}
