import { parentPort, workerData } from 'node:worker_threads';
import type { Plan } from '../core/model/plan.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { SimulationSettings } from '../core/model/simulation.ts';
import type { TravelMatrix } from '../core/model/travel.ts';
import { invariant } from '../core/result.ts';
import { simulateReplications } from '../core/sim/simulate.ts';
import { buildSimulationModel } from '../core/sim/simulationModel.ts';
import { toEnd } from '../core/toEnd.ts';

/** One worker's share of the replications: computes from..to-1 and posts their outcomes. */
export interface SimulationOrder {
  readonly scenario: Scenario;
  readonly matrix: TravelMatrix;
  readonly plan: Plan;
  readonly settings: SimulationSettings;
  readonly from: number;
  readonly to: number;
}

const order = workerData as SimulationOrder;
invariant(parentPort, 'a share of a simulation runs in a worker thread');
const model = buildSimulationModel(order.scenario, order.matrix, order.plan, order.settings);
const simulated = toEnd(simulateReplications(model, order.from, order.to));
parentPort.postMessage(simulated);
