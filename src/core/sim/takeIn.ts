import { minPerDay, type Parcels } from '../units.ts';
import { coolRidden } from './coldEvents.ts';
import { noLot } from './lotChains.ts';
import { eventKind, type ReplicationState } from './replicationState.ts';

/** What a trip brings to its start, at once or the next morning: outbound parcels go on, others wait for a departure. */
export function takeIn(state: ReplicationState, tripIndex: number): void {
  const { model, lots, nowMin } = state;
  const { originIndex } = model.lines[model.trips[tripIndex]!.lineIndex]!;
  const { boardOut, broughtBack } = state;
  if (model.settings.cold !== null)
    for (let lot = boardOut.head[tripIndex]!; lot !== noLot; lot = lots.next[lot]!) coolRidden(state, lot);
  if (boardOut.head[tripIndex] !== noLot) {
    if (originIndex < 0) {
      const day = Math.floor(nowMin / minPerDay);
      const todayMin = day * minPerDay + model.settings.outboundTrunkClockMin;
      const leavesMin = todayMin >= nowMin ? todayMin : todayMin + minPerDay;
      state.schedule(leavesMin, eventKind.trunkLeaves, boardOut.takeAll(tripIndex));
    } else {
      while (boardOut.head[tripIndex] !== noLot) {
        const lot = lots.shift(boardOut, tripIndex);
        state.hubOutParcels[originIndex]! += lots.amount[lot]!;
        lots.append(state.hubOut, originIndex, lot);
      }
    }
  }
  if (broughtBack.head[tripIndex] !== noLot) takeBack(state, tripIndex);
}

/** Parcels brought back wait for the next departure. */
function takeBack(state: ReplicationState, tripIndex: number): void {
  const { model, lots, broughtBack } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { originIndex } = model.lines[lineIndex]!;
  const { flowFirstCall, flowSecondCall } = model.columns;
  const callOfFlow = originIndex < 0 ? flowFirstCall : flowSecondCall;
  let parcels: Parcels = 0;
  while (broughtBack.head[tripIndex] !== noLot) {
    const lot = lots.shift(broughtBack, tripIndex);
    state.trace(lot, 'broughtBack', lineIndex);
    parcels += lots.amount[lot]!;
    lots.append(state.queues, callOfFlow[lots.flow[lot]!]!, lot);
  }
  if (originIndex >= 0) state.changeHubStock(originIndex, parcels);
  else state.changeDepotStock(parcels);
}
