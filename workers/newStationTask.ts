import { layGroundwork } from '../src/core/evaluate/groundwork.ts';
import { type NewStationPlace, rankNewStation } from '../src/core/evaluate/rankNewStation.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import { travelMatrix } from '../src/core/network/travelMatrix.ts';
import type { NewStationRequest } from './protocol.ts';

/** Lines for a new station of a scenario that holds it; the travel times to it are computed first. */
export function* rankedLines(
  scenario: Scenario,
  { plan, evaluation, stationId }: NewStationRequest,
): Generator<undefined, NewStationPlace[]> {
  const travel = travelMatrix(scenario);
  yield;
  const ground = layGroundwork({ ...scenario, roads: travel.roads }, travel.matrix);
  return yield* rankNewStation(ground, { plan, evaluation }, stationId);
}
