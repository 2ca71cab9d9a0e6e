import { dutyYuan } from '../cost/costBook.ts';
import { offDutyFromMin } from '../evaluate/duties.ts';
import { restsDue } from '../evaluate/schedule.ts';
import type { IncidentCode, TraceStep } from '../model/simulation.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import { coolRidden } from './coldEvents.ts';
import { accruePickups } from './depotEvents.ts';
import { drawFactor } from './distributions.ts';
import { type LotChain, noLot, takeAll } from './lotPool.ts';
import { draws, eventKind, noDay, type ReplicationState } from './replicationState.ts';

/** Loads are sums of floating-point numbers when the demand is fixed: a hair above the limit still fits. */
export const loadTolerance = 1e-6;

const isClosed = (state: ReplicationState, tripIndex: number, day: number): boolean => {
  const { settings, entityOf, lines, trips } = state.model;
  const { lineIndex } = trips[tripIndex]!;
  const { id } = lines[lineIndex]!.line;
  for (const closure of settings.closures)
    if (
      closure.kind === 'line' &&
      (closure.lineId === null || closure.lineId === id) &&
      day >= closure.fromDay &&
      day <= closure.toDay
    )
      return true;
  const share = settings.lineClosedDayShare.value;
  if (state.model.lines[lineIndex]!.bus) return false;
  return share > 0 && state.streams.uniform(entityOf.line + lineIndex, day, draws.closed) < share;
};

/** Why a trip of a day cannot be driven at all; null = it can, perhaps late. */
function obstacleTo(state: ReplicationState, tripIndex: number, day: number): IncidentCode | null {
  const { model } = state;
  if (isClosed(state, tripIndex, day)) return 'line.closed';
  if (state.tripActive[tripIndex] || state.tripPendingDay[tripIndex] !== noDay) return 'line.crewNotBack';
  const typeIndex = model.dutyTypeIndex[model.trips[tripIndex]!.dutyIndex]!;
  if (typeIndex < 0) return null;
  return model.vehicleTypes[typeIndex]!.count === 0 ? 'line.noVehicle' : null;
}

/** Time to load for a trip of a day: where road, crew and vehicle allow, the trip begins. */
export function loadingBegins(state: ReplicationState, subject: number): void {
  const { model } = state;
  const tripIndex = subject % model.trips.length;
  const day = Math.floor(subject / model.trips.length) - model.settings.warmUpDays;
  const { dutyIndex } = model.trips[tripIndex]!;
  const typeIndex = model.dutyTypeIndex[dutyIndex]!;
  const obstacle = obstacleTo(state, tripIndex, day);
  if (obstacle !== null) {
    cancel(state, tripIndex, day, obstacle);
    return;
  }
  if (state.dutyBusyTrip[dutyIndex]! >= 0) {
    state.tripPendingDay[tripIndex] = day;
    return;
  }
  if (typeIndex >= 0 && !state.dutyHasVehicle[dutyIndex]) {
    if (state.freeVehicles[typeIndex] === 0) {
      state.tripPendingDay[tripIndex] = day;
      state.waitingForVehicle[typeIndex]!.push(tripIndex);
      return;
    }
    state.freeVehicles[typeIndex]!--;
    state.dutyHasVehicle[dutyIndex] = 1;
  }
  begin(state, tripIndex, day);
}

const cancelSteps: Partial<Record<IncidentCode, TraceStep>> = {
  'line.noVehicle': 'noVehicle',
  'line.crewNotBack': 'crewNotBack',
};

function cancel(state: ReplicationState, tripIndex: number, day: number, reason: IncidentCode): void {
  const { model, recorder } = state;
  const { lineIndex, dutyIndex } = model.trips[tripIndex]!;
  if (state.isInHorizon(day)) {
    recorder.lineCancelled[lineIndex]!++;
    recorder.incident(reason, model.lines[lineIndex]!.line.id, day);
  }
  state.traceQueue(lineIndex, cancelSteps[reason] ?? 'lineClosed');
  tripDone(state, dutyIndex);
}

function begin(state: ReplicationState, tripIndex: number, day: number): void {
  const { model } = state;
  const { dutyIndex, clockMin, lineIndex } = model.trips[tripIndex]!;
  const { bus, originIndex } = model.lines[lineIndex]!;
  const loadingMin = bus ? 0 : model.scenario.serviceTimes.loadingMin.value;
  let leavesMin = Math.max(day * minPerDay + clockMin, state.nowMin + loadingMin);
  if (originIndex >= 0 && !bus && model.dockCount[originIndex]! > 0) {
    const freeMin = earliestDock(state, originIndex);
    const waitMin = Math.max(0, freeMin - (leavesMin - loadingMin));
    leavesMin += waitMin;
    noteDockWait(state, originIndex, waitMin, day);
    takeDock(state, originIndex, leavesMin);
  }
  state.tripPendingDay[tripIndex] = noDay;
  state.tripActive[tripIndex] = 1;
  state.tripDay[tripIndex] = day;
  state.dutyBusyTrip[dutyIndex] = tripIndex;
  const startsMin = leavesMin - loadingMin;
  if (Number.isNaN(state.dutyStartMin[dutyIndex]!)) {
    state.dutyStartMin[dutyIndex] = startsMin;
    state.dutyOffMin[dutyIndex] = 0;
    state.dutyDay[dutyIndex] = day;
  } else {
    const waitMin = startsMin - state.dutyEndMin[dutyIndex]!;
    if (waitMin >= offDutyFromMin) state.dutyOffMin[dutyIndex]! += waitMin;
  }
  state.schedule(leavesMin, eventKind.tripLeaves, tripIndex);
}

/** Loads the oldest parcels of the line's queue as far as there is room, and drives off. */
export function tripLeaves(state: ReplicationState, tripIndex: number): void {
  const { model, lots, recorder } = state;
  const { settings } = model;
  const { lineIndex, roundIndex, isExtra } = model.trips[tripIndex]!;
  const { firstCall, callCount, originIndex, bus, capacityParcels, line } = model.lines[lineIndex]!;
  const day = state.tripDay[tripIndex]!;
  let room = capacityParcels;
  if (bus && settings.busBoxTakenShare.value > 0) {
    // Passengers first: their luggage takes between none and twice its usual share of the box.
    const taken = state.streams.uniform(
      model.entityOf.line + lineIndex,
      day,
      draws.busBox + roundIndex * draws.perRound,
    );
    room *= Math.max(0, 1 - 2 * settings.busBoxTakenShare.value * taken);
  }
  state.tripCapacity[tripIndex] = room;
  const capacity = room + loadTolerance;
  const queue = state.lineQueues[lineIndex]!;
  const boardOffset = state.boardOffset[tripIndex]!;
  const isTracing = settings.traceStationId !== null;
  let load = 0;
  while (queue.head !== noLot) {
    let lot = queue.head;
    const amount = lots.amount[lot]!;
    const left = capacity - load;
    if (amount > left) {
      const part = state.isFixed ? left : Math.floor(left);
      if (part <= loadTolerance) break;
      lot = lots.split(lot, part);
    } else {
      lots.shift(queue);
    }
    load += lots.amount[lot]!;
    const flow = model.flows[lots.flow[lot]!]!;
    const call = originIndex < 0 ? flow.firstCall : flow.secondCall;
    if (originIndex < 0) lots.leftDepotMin[lot] = state.nowMin;
    lots.append(state.board[boardOffset + call - firstCall]!, lot);
    if (isTracing) state.trace(lot, 'left', lineIndex);
  }
  if (load > 0) {
    if (originIndex < 0) state.changeDepotStock(-load);
    else state.changeHubStock(originIndex, -load);
  }
  if (queue.head !== noLot) leaveBehind(state, lineIndex, queue, day);
  if (isExtra && state.isInHorizon(day)) {
    recorder.lineExtraTrips[lineIndex]!++;
    recorder.incident('line.extraTrip', line.id, day);
  }
  for (let call = firstCall; call < firstCall + callCount; call++) accruePickups(state, call, state.nowMin);

  const entity = model.entityOf.line + lineIndex;
  const draw = roundIndex * draws.perRound;
  let factor = 1;
  if (settings.tripTimeLogSd.value > 0)
    factor = drawFactor(model.tripFactors, state.streams.uniform(entity, day, draws.tripTime + draw));
  const badWeather = settings.badWeatherDayShare.value;
  if (badWeather > 0 && state.streams.uniform(model.entityOf.weather, day, draws.badWeather) < badWeather)
    factor /= settings.badWeatherSpeedFactor.value;
  state.tripBreakdownLeg[tripIndex] = -1;
  const breakdown = settings.breakdownTripShare.value;
  if (breakdown > 0 && !bus && state.streams.uniform(entity, day, draws.breakdown + draw) < breakdown) {
    const uniform = state.streams.uniform(entity, day, draws.breakdownLeg + draw);
    state.tripBreakdownLeg[tripIndex] = Math.floor(uniform * (callCount + 1));
    if (state.isInHorizon(day)) recorder.incident('vehicle.brokenDown', line.id, day);
    if (isTracing)
      for (let at = boardOffset; at < boardOffset + callCount; at++)
        for (let lot = state.board[at]!.head; lot !== noLot; lot = lots.next[lot]!)
          state.trace(lot, 'brokenDown', lineIndex);
  }
  state.tripFactor[tripIndex] = factor;
  state.tripDrivingMin[tripIndex] = 0;
  state.tripPosition[tripIndex] = 0;
  state.tripLoad[tripIndex] = load;
  state.tripMaxLoad[tripIndex] = load;
  state.tripLeftMin[tripIndex] = state.nowMin;
  state.tripSinceMin[tripIndex] = state.nowMin;
  driveOn(state, tripIndex, state.nowMin);
}

function leaveBehind(state: ReplicationState, lineIndex: number, queue: LotChain, day: number): void {
  const { lots, model, recorder } = state;
  let parcels: Parcels = 0;
  for (let lot = queue.head; lot !== noLot; lot = lots.next[lot]!) {
    parcels += lots.amount[lot]!;
    if (model.settings.traceStationId !== null) state.trace(lot, 'leftBehind', lineIndex);
  }
  sendExtraTrip(state, lineIndex, parcels, day);
  if (!state.isInHorizon(day)) return;
  recorder.lineLeftBehind[lineIndex]! += parcels;
  recorder.incident('line.overfull', model.lines[lineIndex]!.line.id, day);
}

/** A vehicle that is free takes what was left behind, as soon as it is loaded. */
function sendExtraTrip(state: ReplicationState, lineIndex: number, parcels: Parcels, day: number): void {
  const { model, nowMin } = state;
  const { extraTripMinParcels, warmUpDays } = model.settings;
  const trip = model.extraTripOf[lineIndex]!;
  if (trip < 0 || parcels < extraTripMinParcels.value) return;
  const { dutyIndex } = model.trips[trip]!;
  const isBusy = state.tripActive[trip] || state.tripPendingDay[trip] !== noDay;
  if (isBusy || state.dutyTripsLeft[dutyIndex]! > 0) return;
  if (state.freeVehicles[model.dutyTypeIndex[dutyIndex]!]! === 0) return;
  state.dutyTripsLeft[dutyIndex] = 1;
  state.schedule(nowMin, eventKind.loadingBegins, (day + warmUpDays) * model.trips.length + trip);
}

/** When the first dock of a hub is free again. */
export function earliestDock(state: ReplicationState, hub: number): Minutes {
  let freeMin = Number.POSITIVE_INFINITY;
  for (const dockMin of state.dockFreeMin[hub]!) if (dockMin < freeMin) freeMin = dockMin;
  return freeMin;
}

/** Takes the dock that is free first, until a given minute. */
export function takeDock(state: ReplicationState, hub: number, untilMin: Minutes): void {
  const docks = state.dockFreeMin[hub]!;
  docks[docks.indexOf(earliestDock(state, hub))] = untilMin;
}

export function noteDockWait(state: ReplicationState, hub: number, waitMin: Minutes, day: number): void {
  if (waitMin <= 0 || !state.isInHorizon(day)) return;
  state.recorder.hubDockWaitMin[hub]! += waitMin;
  state.recorder.incident('hub.dockWait', state.model.stations[hub]!.id, day);
}

/** The next leg, rests and breakdown included. */
export function driveOn(state: ReplicationState, tripIndex: number, fromMin: Minutes): void {
  const { model } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { legMin, callCount, bus } = model.lines[lineIndex]!;
  const position = state.tripPosition[tripIndex]!;
  const { breakAfterDrivingMin, breakMin } = model.scenario.dutyRules;
  const drivenMin = state.tripDrivingMin[tripIndex]!;
  const drivingMin = drivenMin + legMin[position]! * state.tripFactor[tripIndex]!;
  const limitMin = bus ? Number.POSITIVE_INFINITY : breakAfterDrivingMin.value;
  let atMin = fromMin + (restsDue(drivingMin, limitMin) - restsDue(drivenMin, limitMin)) * breakMin.value;
  atMin += legMin[position]! * state.tripFactor[tripIndex]!;
  if (state.tripBreakdownLeg[tripIndex] === position) atMin += model.settings.breakdownDelayMin.value;
  state.tripDrivingMin[tripIndex] = drivingMin;
  state.log?.leg(
    lineIndex,
    tripIndex,
    position,
    state.tripDay[tripIndex]!,
    fromMin,
    atMin,
    state.tripLoad[tripIndex]!,
  );
  state.schedule(atMin, position < callCount ? eventKind.tripCalls : eventKind.tripReturns, tripIndex);
}

/** A trip is back: outbound parcels go on, those brought back go first next time, crew and vehicle are free. */
export function tripReturns(state: ReplicationState, tripIndex: number): void {
  const { model, lots, recorder, nowMin } = state;
  const { lineIndex, dutyIndex } = model.trips[tripIndex]!;
  const { originIndex } = model.lines[lineIndex]!;
  const out = state.boardOut[tripIndex]!;
  if (model.settings.cold !== null)
    for (let lot = out.head; lot !== noLot; lot = lots.next[lot]!) coolRidden(state, lot);
  if (out.head !== noLot) {
    if (originIndex < 0) {
      const day = Math.floor(nowMin / minPerDay);
      const todayMin = day * minPerDay + model.settings.outboundTrunkClockMin;
      const leavesMin = todayMin >= nowMin ? todayMin : todayMin + minPerDay;
      state.schedule(leavesMin, eventKind.trunkLeaves, takeAll(out));
    } else {
      while (out.head !== noLot) lots.append(state.hubOut[originIndex]!, lots.shift(out));
    }
  }
  const back = state.broughtBack[tripIndex]!;
  if (back.head !== noLot) {
    let parcels: Parcels = 0;
    for (let lot = back.head; lot !== noLot; lot = lots.next[lot]!) {
      state.trace(lot, 'broughtBack', lineIndex);
      parcels += lots.amount[lot]!;
    }
    if (originIndex >= 0) state.changeHubStock(originIndex, parcels);
    else state.changeDepotStock(parcels);
    lots.prepend(state.lineQueues[lineIndex]!, back);
  }
  if (state.isInHorizon(state.tripDay[tripIndex]!)) {
    recorder.onRoad(lineIndex, state.tripSinceMin[tripIndex]!, nowMin, state.tripLoad[tripIndex]!);
    recorder.lineTrips[lineIndex]!++;
    recorder.lineMaxLoad[lineIndex]! += state.tripMaxLoad[tripIndex]!;
  }
  state.tripActive[tripIndex] = 0;
  state.dutyBusyTrip[dutyIndex] = -1;
  state.dutyEndMin[dutyIndex] = nowMin;
  tripDone(state, dutyIndex);
  beginWaitingTrip(state, dutyIndex);
}

/** One trip fewer to drive today; after the last one the crew is paid and the vehicle goes to whoever waits. */
function tripDone(state: ReplicationState, dutyIndex: number): void {
  const { model, recorder } = state;
  if (--state.dutyTripsLeft[dutyIndex]! > 0) return;
  const startMin = state.dutyStartMin[dutyIndex]!;
  const typeIndex = model.dutyTypeIndex[dutyIndex]!;
  if (typeIndex < 0) {
    state.dutyStartMin[dutyIndex] = Number.NaN;
    return;
  }
  if (!Number.isNaN(startMin)) {
    const { dutyRules, rates } = model.scenario;
    const paidMin = state.dutyEndMin[dutyIndex]! - startMin - state.dutyOffMin[dutyIndex]!;
    const overtimeMin = Math.max(0, paidMin - dutyRules.shiftMin.value);
    if (state.isInHorizon(state.dutyDay[dutyIndex]!)) {
      recorder.dutyDays++;
      if (model.dutyIsExtra[dutyIndex]) recorder.extraDutyDays[typeIndex]!++;
      recorder.overtimeMin += overtimeMin;
      recorder.dutyYuan += dutyYuan(
        model.vehicleTypes[typeIndex]!,
        { paidMin, overtimeMin },
        dutyRules,
        rates,
      );
    }
    state.dutyStartMin[dutyIndex] = Number.NaN;
  }
  if (!state.dutyHasVehicle[dutyIndex]) return;
  state.dutyHasVehicle[dutyIndex] = 0;
  state.freeVehicles[typeIndex]!++;
  const waiting = state.waitingForVehicle[typeIndex]!;
  while (waiting.length > 0 && state.freeVehicles[typeIndex]! > 0) {
    const tripIndex = waiting.shift()!;
    const day = state.tripPendingDay[tripIndex]!;
    state.tripPendingDay[tripIndex] = noDay;
    const { dutyIndex: waitingDuty } = model.trips[tripIndex]!;
    if (day < Math.floor(state.nowMin / minPerDay)) {
      cancel(state, tripIndex, day, 'line.noVehicle');
      continue;
    }
    if (!state.dutyHasVehicle[waitingDuty]) {
      state.freeVehicles[typeIndex]!--;
      state.dutyHasVehicle[waitingDuty] = 1;
    }
    if (state.dutyBusyTrip[waitingDuty]! >= 0) state.tripPendingDay[tripIndex] = day;
    else begin(state, tripIndex, day);
  }
}

/** The duty's next trip whose time had come while the crew was still out. */
function beginWaitingTrip(state: ReplicationState, dutyIndex: number): void {
  const { model } = state;
  const needsVehicle = model.dutyTypeIndex[dutyIndex]! >= 0;
  if ((needsVehicle && !state.dutyHasVehicle[dutyIndex]) || state.dutyBusyTrip[dutyIndex]! >= 0) return;
  for (let tripIndex = 0; tripIndex < model.trips.length; tripIndex++) {
    const day = state.tripPendingDay[tripIndex]!;
    if (model.trips[tripIndex]!.dutyIndex !== dutyIndex || day === noDay) continue;
    begin(state, tripIndex, day);
    return;
  }
}
