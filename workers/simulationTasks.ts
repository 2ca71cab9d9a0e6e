import type { DayLog } from '../src/core/model/dayLog.ts';
import type { ParcelStory, StoryRequest } from '../src/core/model/parcelStory.ts';
import type { SimulationProgress } from '../src/core/model/simulation.ts';
import { dayLog } from '../src/core/sim/dayLog.ts';
import { parcelStory } from '../src/core/sim/parcelStory.ts';
import type { ReplicationOutcome } from '../src/core/sim/recorder.ts';
import { simulateReplications } from '../src/core/sim/simulate.ts';
import { simulationHash } from '../src/core/sim/simulationHash.ts';
import { buildSimulationModel } from '../src/core/sim/simulationModel.ts';
import { summarise } from '../src/core/sim/summarise.ts';
import type { SimulationAnswer, SimulationOrder } from './protocol.ts';

/** What the planner does with simulated days; works without a worker too. */

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
  return { result, resultHash: simulationHash(result) };
}

export const dayOfSimulation = (order: SimulationOrder, replication: number, day: number): DayLog =>
  dayLog(modelOf(order), replication, day);

export const storyOfSimulation = (order: SimulationOrder, request: StoryRequest): ParcelStory | null =>
  parcelStory(modelOf(order), request);
