import { availableMin } from '../evaluate/cohorts.ts';
import { minPerDay, type Parcels } from '../units.ts';
import { type CoolPlace, coolWaited } from './coldEvents.ts';
import { type LotChain, noLot, takeAll } from './lotPool.ts';
import { draws, eventKind, type ReplicationState } from './replicationState.ts';
import { driveOn, earliestDock, loadTolerance, noteDockWait, takeDock } from './tripEvents.ts';

function isShut(state: ReplicationState, station: number, day: number): boolean {
  const { settings, stations, entityOf } = state.model;
  const { id, role } = stations[station]!;
  for (const closure of settings.closures)
    if (
      closure.kind === 'station' &&
      (closure.stationId === null || closure.stationId === id) &&
      day >= closure.fromDay &&
      day <= closure.toDay
    )
      return true;
  const share = role === 'villageStation' ? settings.keeperAbsentDayShare.value : 0;
  return share > 0 && state.streams.uniform(entityOf.station + station, day, draws.absent) < share;
}

/** A trip at a stop: unloads, loads what was handed in, and drives on. A stop without its keeper gets and gives nothing. */
export function tripCalls(state: ReplicationState, tripIndex: number): void {
  const { model, lots, recorder, nowMin } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { firstCall } = model.lines[lineIndex]!;
  const position = state.tripPosition[tripIndex]!;
  const call = firstCall + position;
  const station = model.calls[call]!.stationIndex;
  const docks = model.dockCount[station]!;
  if (docks > 0) {
    const freeMin = earliestDock(state, station);
    if (freeMin > nowMin) {
      noteDockWait(state, station, freeMin - nowMin, state.tripDay[tripIndex]!);
      state.schedule(freeMin, eventKind.tripCalls, tripIndex);
      return;
    }
  }
  const chain = state.board[state.boardOffset[tripIndex]! + position]!;
  const isCounted = state.isInHorizon(state.tripDay[tripIndex]!);
  if (isCounted)
    recorder.onRoad(lineIndex, state.tripSinceMin[tripIndex]!, nowMin, state.tripLoad[tripIndex]!);
  state.tripSinceMin[tripIndex] = nowMin;
  const today = Math.floor(nowMin / minPerDay);
  let handled = 0;
  if (isShut(state, station, today)) {
    if (isCounted) recorder.incident('station.closed', model.stations[station]!.id, today);
    while (chain.head !== noLot) {
      const lot = lots.shift(chain);
      state.trace(lot, 'keeperAbsent', lineIndex);
      lots.append(state.broughtBack[tripIndex]!, lot);
    }
  } else {
    let unloaded = 0;
    for (let lot = chain.head; lot !== noLot; lot = lots.next[lot]!) unloaded += lots.amount[lot]!;
    const loadBefore = state.tripLoad[tripIndex]!;
    const room = state.tripCapacity[tripIndex]! + loadTolerance - (loadBefore - unloaded);
    const own = fetch(state, state.callOut[call]!, state.boardOut[tripIndex]!, room, 'station');
    if (isCounted) countHandled(state, lineIndex, station, own, 0);
    const fromHub = model.isHub[station]
      ? fetch(state, state.hubOut[station]!, state.boardOut[tripIndex]!, room - own, 'hub')
      : 0;
    const fetched = own + fromHub;
    handled = unloaded + fetched;
    state.tripLoad[tripIndex] = loadBefore + fetched - unloaded;
    state.tripMaxLoad[tripIndex] = Math.max(state.tripMaxLoad[tripIndex]!, state.tripLoad[tripIndex]!);
    if (chain.head !== noLot) handOver(state, tripIndex, call, chain, handled);
  }
  // The timetable of a bus holds its stops.
  const dwell = model.lines[lineIndex]!.bus
    ? 0
    : model.fixedDwellMin[station]! + (handled * model.scenario.serviceTimes.handlingSecPerParcel.value) / 60;
  if (docks > 0) takeDock(state, station, nowMin + dwell);
  state.tripPosition[tripIndex] = position + 1;
  driveOn(state, tripIndex, nowMin + dwell);
}

/** Takes outbound parcels on board as far as there is room. */
function fetch(
  state: ReplicationState,
  from: LotChain,
  onto: LotChain,
  room: Parcels,
  place: CoolPlace,
): Parcels {
  const { lots } = state;
  let fetched = 0;
  while (from.head !== noLot) {
    let lot = from.head;
    if (lots.amount[lot]! > room - fetched) {
      const part = state.isFixed ? room - fetched : Math.floor(room - fetched);
      if (part <= loadTolerance) break;
      lot = lots.split(lot, part);
    } else {
      lots.shift(from);
    }
    fetched += lots.amount[lot]!;
    coolWaited(state, lot, place);
    lots.append(onto, lot);
  }
  return fetched;
}

/** Unloads a chain at a call: parcels for the stop become available when it is open, others change lines at the hub. */
function handOver(
  state: ReplicationState,
  tripIndex: number,
  call: number,
  chain: LotChain,
  handled: Parcels,
): void {
  const { model, lots, recorder, nowMin } = state;
  const station = model.calls[call]!.stationIndex;
  const { lineIndex } = model.trips[tripIndex]!;
  const openMin = availableMin(model.stations[station]!, nowMin);
  const isCounted = state.isInHorizon(state.tripDay[tripIndex]!);
  const leftMin = state.tripLeftMin[tripIndex]!;
  const { onward, waiting } = state;
  let delivered = 0;
  while (chain.head !== noLot) {
    const lot = lots.shift(chain);
    const flow = model.flows[lots.flow[lot]!]!;
    if (flow.firstCall === call && flow.secondCall >= 0) {
      lots.hereMin[lot] = nowMin;
      state.trace(lot, 'atHub', lineIndex);
      lots.append(onward, lot);
      continue;
    }
    delivered += lots.amount[lot]!;
    const cohort = lots.cohort[lot]!;
    if (state.isInHorizon(state.cohortDay(cohort))) {
      const bornMin = state.cohortBornMin(cohort);
      const sortedMin = state.cohortSortedMin[cohort]!;
      const leftDepotMin = lots.leftDepotMin[lot]!;
      const isFromHub = flow.secondCall >= 0;
      const hereMin = lots.hereMin[lot]!;
      const driveMin = nowMin - leftMin + (isFromHub ? hereMin - leftDepotMin : 0);
      const hubMin = isFromHub ? leftMin - hereMin : 0;
      recorder.arrived(
        station,
        lots.amount[lot]!,
        bornMin,
        openMin,
        sortedMin - bornMin,
        leftDepotMin - sortedMin,
        driveMin,
        hubMin,
        openMin - nowMin,
      );
    }
    state.trace(lot, 'available', lineIndex, openMin);
    state.log?.available(station, openMin, lots.amount[lot]!);
    if (openMin > nowMin) lots.append(waiting, lot);
    else state.leaveInbound(lot);
  }
  if (isCounted) countHandled(state, lineIndex, station, delivered, delivered);
  if (waiting.head !== noLot) state.schedule(openMin, eventKind.stationOpens, takeAll(waiting));
  if (onward.head === noLot) return;
  const { handlingSecPerParcel, hubHandoverMin } = model.scenario.serviceTimes;
  const unloadedMin = nowMin + (model.fixedDwellMin[station]! + (handled * handlingSecPerParcel.value) / 60);
  state.schedule(unloadedMin + hubHandoverMin.value, eventKind.hubLotsReady, takeAll(onward));
}

function countHandled(
  state: ReplicationState,
  lineIndex: number,
  station: number,
  parcels: Parcels,
  inbound: Parcels,
): void {
  const { handled, lineBusParcels } = state.recorder;
  if (state.model.lines[lineIndex]!.bus) lineBusParcels[lineIndex]! += parcels;
  const { role, hubId } = state.model.stations[station]!;
  handled.parcels += parcels;
  if (role === 'villageStation') handled.villageParcels += parcels;
  if (role === 'urbanStation') handled.urbanParcels += parcels;
  else handled.endDeliveryParcels += inbound;
  if (hubId !== null) handled.passedOnParcels += parcels;
}
