import { dutyYuan } from '../cost/costBook.ts';
import { offDutyFromMin } from '../evaluate/duties.ts';
import { restsDue } from '../evaluate/schedule.ts';
import type { IncidentCode, TraceStep } from '../model/simulation.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import { accruePickups } from './depotEvents.ts';
import { driveIn, roadFactor } from './driveIn.ts';
import { type Loaded, loadTrip } from './loading.ts';
import { noLot } from './lotChains.ts';
import { draws, eventKind, noDay, type ReplicationState } from './replicationState.ts';
import { takeIn } from './takeIn.ts';

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
    recorder.incident(reason, lineIndex, day);
  }
  state.traceQueue(lineIndex, cancelSteps[reason] ?? 'lineClosed');
  tripDone(state, dutyIndex, day);
}

function begin(state: ReplicationState, tripIndex: number, day: number): void {
  const { model } = state;
  const { dutyIndex, clockMin, lineIndex } = model.trips[tripIndex]!;
  const { bus, originIndex } = model.lines[lineIndex]!;
  const loadingMin = bus ? 0 : model.scenario.serviceTimes.loadingMin.value;
  const isOut = state.dutyIsOut[dutyIndex] === 1;
  const inMin = isOut ? driveIn(state, tripIndex, day) : state.nowMin;
  let leavesMin = Math.max(day * minPerDay + clockMin, inMin + loadingMin);
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
  const startsMin = isOut ? state.nowMin : leavesMin - loadingMin;
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

const loaded: Loaded = { load: 0, leftBehind: 0 };

/** Loads the oldest parcels of the line's queue as far as there is room, and drives off. */
export function tripLeaves(state: ReplicationState, tripIndex: number): void {
  const { model, recorder } = state;
  const { settings } = model;
  const { lineIndex, roundIndex, isExtra } = model.trips[tripIndex]!;
  const { firstCall, callCount, originIndex, bus, capacityParcels } = model.lines[lineIndex]!;
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
  loadTrip(state, tripIndex, room, loaded);
  const { load, leftBehind } = loaded;
  if (state.isTracing) traceBoard(state, tripIndex, 'left');
  if (load > 0) {
    if (originIndex < 0) state.changeDepotStock(-load);
    else state.changeHubStock(originIndex, -load);
  }
  if (leftBehind > 0) noteLeftBehind(state, lineIndex, leftBehind, day);
  if (isExtra && state.isInHorizon(day)) {
    recorder.lineExtraTrips[lineIndex]!++;
    recorder.incident('line.extraTrip', lineIndex, day);
  }
  for (let call = firstCall; call < firstCall + callCount; call++) accruePickups(state, call, state.nowMin);

  const entity = model.entityOf.line + lineIndex;
  const draw = roundIndex * draws.perRound;
  const factor = roadFactor(state, lineIndex, day, draws.tripTime + draw);
  state.tripBreakdownLeg[tripIndex] = -1;
  const breakdown = settings.breakdownTripShare.value;
  if (breakdown > 0 && !bus && state.streams.uniform(entity, day, draws.breakdown + draw) < breakdown) {
    const uniform = state.streams.uniform(entity, day, draws.breakdownLeg + draw);
    state.tripBreakdownLeg[tripIndex] = Math.floor(uniform * (callCount + 1));
    if (state.isInHorizon(day)) recorder.incident('vehicle.brokenDown', lineIndex, day);
    if (state.isTracing) traceBoard(state, tripIndex, 'brokenDown');
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

function noteLeftBehind(state: ReplicationState, lineIndex: number, parcels: Parcels, day: number): void {
  const { recorder } = state;
  state.traceQueue(lineIndex, 'leftBehind');
  sendExtraTrip(state, lineIndex, parcels, day);
  if (!state.isInHorizon(day)) return;
  recorder.lineLeftBehind[lineIndex]! += parcels;
  recorder.incident('line.overfull', lineIndex, day);
}

/** Something happened to everything aboard. */
function traceBoard(state: ReplicationState, tripIndex: number, step: TraceStep): void {
  const { model, lots, board } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const first = model.columns.tripFirstBoard[tripIndex]!;
  for (let at = first; at < first + model.lines[lineIndex]!.callCount; at++)
    for (let lot = board.head[at]!; lot !== noLot; lot = lots.next[lot]!) state.trace(lot, step, lineIndex);
}

/** A vehicle that is free takes what was left behind, as soon as it is loaded. */
function sendExtraTrip(state: ReplicationState, lineIndex: number, parcels: Parcels, day: number): void {
  const { model, nowMin } = state;
  const { extraTripMinParcels, warmUpDays } = model.settings;
  const trip = model.extraTripOf[lineIndex]!;
  if (trip < 0 || parcels < extraTripMinParcels.value) return;
  const { dutyIndex } = model.trips[trip]!;
  const isBusy = state.tripActive[trip] || state.tripPendingDay[trip] !== noDay;
  if (isBusy || state.tripsLeft(dutyIndex, day) > 0) return;
  if (state.freeVehicles[model.dutyTypeIndex[dutyIndex]!]! === 0) return;
  state.addTripsLeft(dutyIndex, day, 1);
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
  state.recorder.incident('hub.dockWait', hub, day);
}

/** The next leg, rests and breakdown included. */
export function driveOn(state: ReplicationState, tripIndex: number, fromMin: Minutes): void {
  const { model } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { legMin, callCount } = model.lines[lineIndex]!;
  const position = state.tripPosition[tripIndex]!;
  if (position === callCount && model.trips[tripIndex]!.staysOut) {
    state.schedule(fromMin, eventKind.tripReturns, tripIndex);
    return;
  }
  const { breakAfterDrivingMin, breakMin, isBus } = model.numbers;
  const drivenMin = state.tripDrivingMin[tripIndex]!;
  const roadMin = legMin[position]! * state.tripFactor[tripIndex]!;
  const drivingMin = drivenMin + roadMin;
  let atMin = fromMin;
  if (!isBus[lineIndex] && drivingMin > breakAfterDrivingMin)
    atMin +=
      (restsDue(drivingMin, breakAfterDrivingMin) - restsDue(drivenMin, breakAfterDrivingMin)) * breakMin;
  atMin += roadMin;
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

/** A trip is back, or through with the stop at which its vehicle stays: crew and vehicle are free. */
export function tripReturns(state: ReplicationState, tripIndex: number): void {
  const { model, recorder, nowMin } = state;
  const { lineIndex, dutyIndex, staysOut } = model.trips[tripIndex]!;
  if (staysOut) state.dutyIsOut[dutyIndex] = 1;
  else takeIn(state, tripIndex);
  if (state.isInHorizon(state.tripDay[tripIndex]!)) {
    recorder.onRoad(lineIndex, state.tripSinceMin[tripIndex]!, nowMin, state.tripLoad[tripIndex]!);
    recorder.lineTrips[lineIndex]!++;
    recorder.lineMaxLoad[lineIndex]! += state.tripMaxLoad[tripIndex]!;
  }
  state.tripActive[tripIndex] = 0;
  state.dutyBusyTrip[dutyIndex] = -1;
  state.dutyEndMin[dutyIndex] = nowMin;
  tripDone(state, dutyIndex, state.tripDay[tripIndex]!);
  beginWaitingTrip(state, dutyIndex);
}

/**
 * One trip fewer to drive of a day; after the last one of that day the crew is paid, past midnight too, and the vehicle
 * goes to whoever waits.
 */
function tripDone(state: ReplicationState, dutyIndex: number, day: number): void {
  const { model } = state;
  state.addTripsLeft(dutyIndex, day, -1);
  if (state.tripsLeft(dutyIndex, day) > 0) return;
  const typeIndex = model.dutyTypeIndex[dutyIndex]!;
  if (!Number.isNaN(state.dutyStartMin[dutyIndex]!) && state.dutyDay[dutyIndex] === day) {
    if (typeIndex >= 0) payDuty(state, dutyIndex);
    state.dutyStartMin[dutyIndex] = Number.NaN;
  }
  if (typeIndex >= 0 && !isUnderWay(state, dutyIndex)) freeVehicle(state, dutyIndex);
}

function payDuty(state: ReplicationState, dutyIndex: number): void {
  const { model, recorder } = state;
  if (!state.isInHorizon(state.dutyDay[dutyIndex]!)) return;
  const { dutyRules, rates } = model.scenario;
  const typeIndex = model.dutyTypeIndex[dutyIndex]!;
  const paidMin =
    state.dutyEndMin[dutyIndex]! - state.dutyStartMin[dutyIndex]! - state.dutyOffMin[dutyIndex]!;
  const overtimeMin = Math.max(0, paidMin - dutyRules.shiftMin.value);
  recorder.dutyDays++;
  if (model.dutyIsExtra[dutyIndex]) recorder.extraDutyDays[typeIndex]!++;
  recorder.overtimeMin += overtimeMin;
  recorder.dutyYuan += dutyYuan(model.vehicleTypes[typeIndex]!, { paidMin, overtimeMin }, dutyRules, rates);
}

/** The crew is out, between two trips, or late for a trip of the next day already: it keeps its vehicle. */
function isUnderWay(state: ReplicationState, dutyIndex: number): boolean {
  const { trips } = state.model;
  if (!Number.isNaN(state.dutyStartMin[dutyIndex]!) || state.dutyBusyTrip[dutyIndex]! >= 0) return true;
  for (let tripIndex = 0; tripIndex < trips.length; tripIndex++)
    if (trips[tripIndex]!.dutyIndex === dutyIndex && state.tripPendingDay[tripIndex] !== noDay) return true;
  return false;
}

function freeVehicle(state: ReplicationState, dutyIndex: number): void {
  const { model } = state;
  const typeIndex = model.dutyTypeIndex[dutyIndex]!;
  // One that stands in its driver's village, or will tonight, serves no other crew.
  if (!state.dutyHasVehicle[dutyIndex] || model.homeTripOf[dutyIndex]! >= 0) return;
  state.dutyHasVehicle[dutyIndex] = 0;
  state.freeVehicles[typeIndex]!++;
  const waiting = state.waitingForVehicle[typeIndex]!;
  while (waiting.length > 0 && state.freeVehicles[typeIndex]! > 0) {
    const tripIndex = waiting.shift()!;
    const day = state.tripPendingDay[tripIndex]!;
    // Its crew got a vehicle by another trip, and has driven this one since.
    if (day === noDay) continue;
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

/** The duty's next trip whose time had come while the crew was still out; those of an earlier day first. */
function beginWaitingTrip(state: ReplicationState, dutyIndex: number): void {
  const { model } = state;
  const needsVehicle = model.dutyTypeIndex[dutyIndex]! >= 0;
  if ((needsVehicle && !state.dutyHasVehicle[dutyIndex]) || state.dutyBusyTrip[dutyIndex]! >= 0) return;
  let next = -1;
  for (let tripIndex = 0; tripIndex < model.trips.length; tripIndex++) {
    const day = state.tripPendingDay[tripIndex]!;
    if (model.trips[tripIndex]!.dutyIndex !== dutyIndex || day === noDay) continue;
    if (next < 0 || day < state.tripPendingDay[next]!) next = tripIndex;
  }
  if (next >= 0) begin(state, next, state.tripPendingDay[next]!);
}
