import { spoiledShare } from '../cost/coldChain.ts';
import { type Minutes, minPerHour } from '../units.ts';
import type { ReplicationState } from './replicationState.ts';

/** Kinds of place at which fresh outbound parcels wait and may be pre-cooled. */
export type CoolPlace = 'station' | 'hub' | 'depot';

/**
 * Fresh parcels have waited at a place since `leftDepotMin` (for outbound lots: the time up to which warmth is counted).
 * Where the pre-cooling is, they are warm until it is done and cold after; elsewhere a cooled box stays cold for a while.
 */
export function coolWaited(state: ReplicationState, lot: number, place: CoolPlace): void {
  const { cold } = state.model.settings;
  if (cold === null) return;
  const { lots, nowMin } = state;
  const minutes = nowMin - lots.leftDepotMin[lot]!;
  lots.leftDepotMin[lot] = nowMin;
  if (cold.precooling !== place) {
    warm(state, lot, minutes);
    return;
  }
  if (lots.exposedMin[lot]! < 0)
    lots.warmMin[lot]! += Math.min(minutes, state.model.operations.precoolingH.value * minPerHour);
  lots.exposedMin[lot] = 0;
}

/** Fresh parcels have ridden; a refrigerated vehicle cools what is warm as quickly as a pre-cooler and keeps the rest cold. */
export function coolRidden(state: ReplicationState, lot: number): void {
  const { cold } = state.model.settings;
  if (cold === null) return;
  const { lots, nowMin } = state;
  const minutes = nowMin - lots.leftDepotMin[lot]!;
  lots.leftDepotMin[lot] = nowMin;
  if (!cold.isReefer) {
    warm(state, lot, minutes);
    return;
  }
  if (lots.exposedMin[lot]! < 0)
    lots.warmMin[lot]! += Math.min(minutes, state.model.operations.precoolingH.value * minPerHour);
  lots.exposedMin[lot] = 0;
}

function warm(state: ReplicationState, lot: number, minutes: Minutes): void {
  const { lots, model } = state;
  const exposed = lots.exposedMin[lot]!;
  if (exposed < 0) {
    lots.warmMin[lot]! += minutes;
    return;
  }
  const holdMin = model.operations.coldHoldH.value * minPerHour;
  lots.warmMin[lot]! += Math.max(0, exposed + minutes - holdMin) - Math.max(0, exposed - holdMin);
  lots.exposedMin[lot] = exposed + minutes;
}

/** The outbound trunk takes the parcels: what they have suffered goes into the books. */
export function bookCold(state: ReplicationState, lot: number): void {
  const { cold } = state.model.settings;
  if (cold === null) return;
  const { lots, model, recorder } = state;
  const fresh = lots.amount[lot]! * cold.freshShare;
  const warmMin = lots.warmMin[lot]!;
  recorder.cold.parcels += fresh;
  recorder.cold.warmParcelMin += fresh * warmMin;
  recorder.cold.spoiledParcels += fresh * spoiledShare(model.operations, warmMin / minPerHour);
  if (cold.precooling !== 'none') recorder.cold.precooledParcels += fresh;
}
