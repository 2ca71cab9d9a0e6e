import { openMinFrom } from '../evaluate/cohorts.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import { type CoolPlace, coolWaited } from './coldEvents.ts';
import { turnAway } from './hubSpace.ts';
import { loadTolerance } from './loading.ts';
import { type LotChains, noLot } from './lotChains.ts';
import { draws, eventKind, type ReplicationState } from './replicationState.ts';
import { driveOn, earliestDock, noteDockWait, takeDock } from './tripEvents.ts';

function isShut(state: ReplicationState, station: number, day: number): boolean {
  const { numbers, entityOf } = state.model;
  if (numbers.hasStationClosures && isClosedByOrder(state, station, day)) return true;
  const share = numbers.keeperAbsentDayShare;
  return (
    share > 0 &&
    numbers.isVillage[station] === 1 &&
    state.streams.uniform(entityOf.station + station, day, draws.absent) < share
  );
}

function isClosedByOrder({ model }: ReplicationState, station: number, day: number): boolean {
  const { id } = model.stations[station]!;
  for (const closure of model.settings.closures)
    if (
      closure.kind === 'station' &&
      (closure.stationId === null || closure.stationId === id) &&
      day >= closure.fromDay &&
      day <= closure.toDay
    )
      return true;
  return false;
}

/** A trip at a stop: unloads, loads what was handed in, and drives on. A stop without its keeper gets and gives nothing. */
export function tripCalls(state: ReplicationState, tripIndex: number): void {
  const { model, lots, recorder, nowMin } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { firstCall } = model.lines[lineIndex]!;
  const position = state.tripPosition[tripIndex]!;
  const call = firstCall + position;
  const station = model.columns.callStation[call]!;
  const { numbers } = model;
  if (numbers.isWaitedFor[station] && !numbers.isBus[lineIndex]) {
    // Open on the day on which it left; who is late hands over at the door, and the parcels wait for the next opening.
    const midnight = Math.floor(state.tripLeftMin[tripIndex]! / minPerDay) * minPerDay;
    const openMin = midnight + numbers.openClockMin[station]!;
    if (openMin > nowMin) {
      state.schedule(openMin, eventKind.tripCalls, tripIndex);
      return;
    }
  }
  const docks = model.dockCount[station]!;
  if (docks > 0) {
    const freeMin = earliestDock(state, station);
    if (freeMin > nowMin) {
      noteDockWait(state, station, freeMin - nowMin, state.tripDay[tripIndex]!);
      state.schedule(freeMin, eventKind.tripCalls, tripIndex);
      return;
    }
  }
  const at = model.columns.tripFirstBoard[tripIndex]! + position;
  const { board, broughtBack, boardOut } = state;
  const isCounted = state.isInHorizon(state.tripDay[tripIndex]!);
  if (isCounted)
    recorder.onRoad(lineIndex, state.tripSinceMin[tripIndex]!, nowMin, state.tripLoad[tripIndex]!);
  state.tripSinceMin[tripIndex] = nowMin;
  const today = Math.floor(nowMin / minPerDay);
  let handled = 0;
  if (isShut(state, station, today)) {
    if (isCounted) recorder.incident('station.closed', station, today);
    while (board.head[at] !== noLot) {
      const lot = lots.shift(board, at);
      state.trace(lot, 'keeperAbsent', lineIndex);
      lots.append(broughtBack, tripIndex, lot);
    }
  } else {
    if (model.isHub[station] && model.settings.hubSpaceParcels.value > 0) turnAway(state, tripIndex, at);
    let unloaded = 0;
    for (let lot = board.head[at]!; lot !== noLot; lot = lots.next[lot]!) unloaded += lots.amount[lot]!;
    const loadBefore = state.tripLoad[tripIndex]!;
    const room = state.tripCapacity[tripIndex]! - (loadBefore - unloaded);
    const own = fetch(state, state.callOut, call, boardOut, tripIndex, room, 'station');
    if (isCounted) countHandled(state, lineIndex, station, own, 0);
    let fetched = own;
    if (model.isHub[station]) {
      const fromHub = fetch(state, state.hubOut, station, boardOut, tripIndex, room - own, 'hub');
      state.hubOutParcels[station] =
        state.hubOut.head[station] === noLot ? 0 : state.hubOutParcels[station]! - fromHub;
      fetched += fromHub;
    }
    handled = unloaded + fetched;
    const load = loadBefore + fetched - unloaded;
    state.tripLoad[tripIndex] = load;
    if (load > state.tripMaxLoad[tripIndex]!) state.tripMaxLoad[tripIndex] = load;
    if (board.head[at] !== noLot) handOver(state, tripIndex, at, handled);
  }
  // The timetable of a bus holds its stops.
  const dwell = numbers.isBus[lineIndex]
    ? 0
    : model.fixedDwellMin[station]! + (handled * numbers.handlingSecPerParcel) / 60;
  if (docks > 0) takeDock(state, station, nowMin + dwell);
  state.tripPosition[tripIndex] = position + 1;
  driveOn(state, tripIndex, nowMin + dwell);
}

/** Takes outbound parcels on board as far as there is room. */
function fetch(
  state: ReplicationState,
  from: LotChains,
  fromChain: number,
  onto: LotChains,
  ontoChain: number,
  room: Parcels,
  place: CoolPlace,
): Parcels {
  const { lots } = state;
  let fetched = 0;
  while (from.head[fromChain] !== noLot) {
    let lot = from.head[fromChain]!;
    if (lots.amount[lot]! > room - fetched + loadTolerance) {
      const part = state.isFixed ? room - fetched : Math.floor(room - fetched);
      if (part <= loadTolerance) break;
      lot = lots.split(lot, part);
    } else {
      lots.shift(from, fromChain);
    }
    fetched += lots.amount[lot]!;
    state.recorder.lotChanges.fetched++;
    coolWaited(state, lot, place);
    lots.append(onto, ontoChain, lot);
  }
  return fetched;
}

/** Unloads a board at its call: parcels for the stop become available when it is open, others change lines at the hub. */
function handOver(state: ReplicationState, tripIndex: number, at: number, handled: Parcels): void {
  const { model, lots, recorder, board, scratch, nowMin } = state;
  const { flowFirstCall, flowSecondCall, boardCall, callStation } = model.columns;
  const { cohortBornMin, cohortSortedMin, cohortDay, horizonFirstCohort, horizonEndCohort } = state;
  const { amount, cohort, flow, next } = lots;
  const call = boardCall[at]!;
  const station = callStation[call]!;
  const { lineIndex } = model.trips[tripIndex]!;
  const { openClockMin, closeClockMin } = model.numbers;
  const openMin = openMinFrom(openClockMin[station]!, closeClockMin[station]!, nowMin);
  const openDay = Math.floor(openMin / minPerDay);
  const closedMin = openMin - nowMin;
  const leftMin = state.tripLeftMin[tripIndex]!;
  let delivered = 0;
  let ofHorizon = 0;
  let onward = 0;
  for (let lot = board.takeAll(at); lot !== noLot; ) {
    const after = next[lot]!;
    const parcels = amount[lot]!;
    recorder.lotChanges.unloaded++;
    const hasSecond = flowSecondCall[flow[lot]!]! >= 0;
    if (hasSecond && flowFirstCall[flow[lot]!] === call) {
      onward += parcels;
      lots.append(scratch, 0, lot);
      lot = after;
      continue;
    }
    delivered += parcels;
    const wave = cohort[lot]!;
    if (wave >= horizonFirstCohort && wave < horizonEndCohort) {
      ofHorizon += parcels;
      const bornMin = cohortBornMin[wave]!;
      const sortedMin = cohortSortedMin[wave]!;
      const minutes = openMin - bornMin;
      const sortMin = sortedMin - bornMin;
      const days = openDay - cohortDay[wave]!;
      if (hasSecond) {
        const hereMin = lots.hereMin[lot]!;
        const leftDepotMin = lots.leftDepotMin[lot]!;
        const drivenMin = nowMin - leftMin + hereMin - leftDepotMin;
        recorder.parts(station, parcels, sortMin, leftDepotMin - sortedMin, drivenMin, leftMin - hereMin);
      } else {
        recorder.parts(station, parcels, sortMin, leftMin - sortedMin, nowMin - leftMin, 0);
      }
      recorder.arrived(station, parcels, minutes, days);
    }
    if (state.isTracing) state.trace(lot, 'available', lineIndex, openMin);
    if (closedMin > 0) lots.append(scratch, 0, lot);
    else lots.release(lot);
    lot = after;
  }
  if (delivered > 0) {
    recorder.stationClosed(station, ofHorizon, closedMin);
    state.log?.available(station, openMin, delivered);
    if (state.isInHorizon(state.tripDay[tripIndex]!))
      countHandled(state, lineIndex, station, delivered, delivered);
    if (closedMin <= 0) {
      state.delivered += delivered;
      state.inboundInSystem -= delivered;
      state.horizonDelivered += ofHorizon;
      state.outstanding -= ofHorizon;
    }
  }
  if (scratch.head[0] === noLot) return;
  if (onward > 0) passOn(state, tripIndex, at, handled, onward, openMin);
  else state.schedule(openMin, eventKind.stationOpens, scratch.takeAll(0));
}

/** Parcels unloaded at a hub join the queues of their branch lines, which may take them once they are handed over. */
function passOn(
  state: ReplicationState,
  tripIndex: number,
  at: number,
  handled: Parcels,
  onward: Parcels,
  openMin: Minutes,
): void {
  const { model, lots, queues, scratch, nowMin } = state;
  const { flowFirstCall, flowSecondCall, boardCall, callStation } = model.columns;
  const { handlingSecPerParcel, hubHandoverMin } = model.numbers;
  const call = boardCall[at]!;
  const hub = callStation[call]!;
  const { lineIndex } = model.trips[tripIndex]!;
  const leftMin = state.tripLeftMin[tripIndex]!;
  const unloadedMin = nowMin + (model.fixedDwellMin[hub]! + (handled * handlingSecPerParcel) / 60);
  const readyMin = unloadedMin + hubHandoverMin;
  let shut = noLot;
  for (let lot = scratch.takeAll(0); lot !== noLot; ) {
    const after = lots.next[lot]!;
    const flow = lots.flow[lot]!;
    const second = flowSecondCall[flow]!;
    if (second >= 0 && flowFirstCall[flow] === call) {
      lots.hereMin[lot] = nowMin;
      lots.leftDepotMin[lot] = leftMin;
      lots.readyMin[lot] = readyMin;
      lots.append(queues, second, lot);
      if (state.isTracing) {
        state.trace(lot, 'atHub', lineIndex);
        state.trace(lot, 'readyAtHub', -1, readyMin);
      }
    } else {
      // For the hub itself, which is shut.
      lots.next[lot] = shut;
      shut = lot;
    }
    lot = after;
  }
  if (shut !== noLot) state.schedule(openMin, eventKind.stationOpens, shut);
  state.handover[at]! += onward;
  state.hubIncoming[hub]! += onward;
  state.schedule(readyMin, eventKind.handedOver, at);
}

function countHandled(
  state: ReplicationState,
  lineIndex: number,
  station: number,
  parcels: Parcels,
  inbound: Parcels,
): void {
  const { handled, lineBusParcels } = state.recorder;
  const { isBus, isVillage, isUrban, isBehindHub } = state.model.numbers;
  if (isBus[lineIndex]) lineBusParcels[lineIndex]! += parcels;
  handled.parcels += parcels;
  if (isVillage[station]) handled.villageParcels += parcels;
  if (isUrban[station]) handled.urbanParcels += parcels;
  else handled.endDeliveryParcels += inbound;
  if (isBehindHub[station]) handled.passedOnParcels += parcels;
}
