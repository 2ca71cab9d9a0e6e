import type { Parcels } from '../units.ts';
import { loadTolerance } from './loading.ts';
import { noLot } from './lotChains.ts';
import type { ReplicationState } from './replicationState.ts';

/** Parcels that stand at a hub: waiting for branch lines, being handed over, and outbound ones waiting for the trunk. */
const occupied = (state: ReplicationState, hub: number): Parcels =>
  state.hubStock[hub]! + state.hubIncoming[hub]! + state.hubOutParcels[hub]!;

/**
 * A hub takes in no more than it has room for. What does not fit stays aboard, rides back to the depot and comes again
 * with the next departure; parcels for the hub's own villagers are handed over and need no room.
 */
export function turnAway(state: ReplicationState, tripIndex: number, at: number): void {
  const { model, lots, board } = state;
  const { flowFirstCall, flowSecondCall, boardCall, callStation } = model.columns;
  const call = boardCall[at]!;
  const hub = callStation[call]!;
  const { lineIndex } = model.trips[tripIndex]!;
  const room = Math.max(0, model.settings.hubSpaceParcels.value - occupied(state, hub));
  const isOnward = (lot: number): boolean => {
    const flow = lots.flow[lot]!;
    return flowSecondCall[flow]! >= 0 && flowFirstCall[flow] === call;
  };
  let onward: Parcels = 0;
  for (let lot = board.head[at]!; lot !== noLot; lot = lots.next[lot]!)
    if (isOnward(lot)) onward += lots.amount[lot]!;
  if (onward <= room + loadTolerance) return;
  const waiting: number[] = [];
  for (let lot = board.takeAll(at); lot !== noLot; ) {
    const next = lots.next[lot]!;
    if (isOnward(lot)) waiting.push(lot);
    else lots.append(board, at, lot);
    lot = next;
  }
  // The oldest go in first, or the same parcels would be turned away for ever.
  waiting.sort((left, right) => lots.age[left]! - lots.age[right]!);
  let taken: Parcels = 0;
  let turnedAway: Parcels = 0;
  for (const lot of waiting) {
    const left = turnedAway > 0 ? 0 : state.isFixed ? room - taken : Math.floor(room - taken);
    if (lots.amount[lot]! <= left) {
      taken += lots.amount[lot]!;
      lots.append(board, at, lot);
      continue;
    }
    if (left > loadTolerance) {
      taken += left;
      lots.append(board, at, lots.split(lot, left));
    }
    turnedAway += lots.amount[lot]!;
    state.trace(lot, 'hubFull', lineIndex);
    lots.append(state.broughtBack, tripIndex, lot);
  }
  if (!state.isInHorizon(state.tripDay[tripIndex]!)) return;
  state.recorder.hubTurnedAway[hub]! += turnedAway;
  state.recorder.incident('hub.overSpace', hub, state.tripDay[tripIndex]!);
}
