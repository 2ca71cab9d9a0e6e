import type { Evaluation } from '../model/evaluation.ts';
import type { StationId } from '../model/ids.ts';
import type { Plan } from '../model/plan.ts';
import type { Groundwork } from './groundwork.ts';
import { type MoveJudgement, rankMoves } from './judgeMove.ts';

/** A place for a new station, without the figures of the rest of the plan. */
export type NewStationPlace = Omit<MoveJudgement, 'evaluation'>;

/**
 * All lines for a station the plan does not know yet, ranked as moves are. Added yuan and minutes are against the plan as
 * it is today, without the station: parcels its village has sent through a neighbour until now are then counted there.
 */
export function* rankNewStation(
  ground: Groundwork,
  today: { readonly plan: Plan; readonly evaluation: Evaluation },
  stationId: StationId,
): Generator<undefined, NewStationPlace[]> {
  const unserved = [...today.plan.unserved, { stationId, reason: 'byHand' as const, params: {} }];
  const before = { plan: { ...today.plan, unserved }, evaluation: today.evaluation };
  const ranked = yield* rankMoves(ground, before, stationId, null);
  return ranked.map(({ evaluation: _figures, ...place }) => place);
}
