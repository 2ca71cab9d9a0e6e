import type { Parcels } from '../units.ts';
import { noLot } from './lotChains.ts';
import type { ReplicationState } from './replicationState.ts';

/** Loads are sums of floating-point numbers when the demand is fixed: a hair above the limit still fits. */
export const loadTolerance = 1e-6;

/** What a departure took along, and what it had no room for. */
export interface Loaded {
  load: Parcels;
  leftBehind: Parcels;
}

/** Used while one departure is loaded: parcels by cohort, and the lots of the last cohort of which some go along. */
let byCohort = new Float64Array(64);
const lastCohort: number[] = [];

/** Takes parcels that are ready out of the queues of a line as far as there is room, the oldest first. */
export function loadTrip(state: ReplicationState, tripIndex: number, room: Parcels, into: Loaded): void {
  const { model, lots, queues, board } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { firstCall, callCount, originIndex } = model.lines[lineIndex]!;
  const { amount, next, cohort, readyMin } = lots;
  const { cohortReadyMin, nowMin } = state;
  const isDepot = originIndex < 0;
  const firstBoard = model.columns.tripFirstBoard[tripIndex]!;
  let ready = 0;
  let readyLots = 0;
  let isAllReady = true;
  for (let call = firstCall; call < firstCall + callCount; call++) {
    for (let lot = queues.head[call]!; lot !== noLot; lot = next[lot]!) {
      if ((isDepot ? cohortReadyMin[cohort[lot]!]! : readyMin[lot]!) <= nowMin) {
        ready += amount[lot]!;
        readyLots++;
      } else isAllReady = false;
    }
  }
  into.load = ready;
  into.leftBehind = 0;
  if (ready > room + loadTolerance) {
    takeOldest(state, tripIndex, room, into);
    return;
  }
  state.recorder.lotChanges.loaded += readyLots;
  for (let position = 0; position < callCount; position++) {
    const call = firstCall + position;
    if (isAllReady) {
      queues.moveAll(call, board, firstBoard + position);
      continue;
    }
    for (let lot = queues.takeAll(call); lot !== noLot; ) {
      const after = next[lot]!;
      if ((isDepot ? cohortReadyMin[cohort[lot]!]! : readyMin[lot]!) <= nowMin)
        lots.append(board, firstBoard + position, lot);
      else lots.append(queues, call, lot);
      lot = after;
    }
  }
}

/**
 * The same where there is more than there is room for. Whole cohorts go, oldest first; of the last one the lots in the
 * order of that day; what is left of the room takes part of a lot.
 */
function takeOldest(state: ReplicationState, tripIndex: number, capacity: Parcels, into: Loaded): void {
  const { model, lots, queues, board, isFixed, cohortReadyMin, nowMin } = state;
  const { lineIndex } = model.trips[tripIndex]!;
  const { firstCall, callCount, originIndex } = model.lines[lineIndex]!;
  const isDepot = originIndex < 0;
  const { flowFirstCall, flowSecondCall, tripFirstBoard } = model.columns;
  const callOfFlow = isDepot ? flowFirstCall : flowSecondCall;
  const firstBoard = tripFirstBoard[tripIndex]! - firstCall;
  const marginal = marginalCohort(state, lineIndex, capacity);
  const changes = state.recorder.lotChanges;
  let load = 0;
  let leftBehind = 0;
  lastCohort.length = 0;
  for (let call = firstCall; call < firstCall + callCount; call++) {
    for (let lot = queues.takeAll(call); lot !== noLot; ) {
      const next = lots.next[lot]!;
      const cohort = lots.cohort[lot]!;
      if ((isDepot ? cohortReadyMin[cohort]! : lots.readyMin[lot]!) > nowMin) {
        lots.append(queues, call, lot);
      } else if (cohort < marginal) {
        load += lots.amount[lot]!;
        changes.loaded++;
        lots.append(board, firstBoard + call, lot);
      } else if (cohort > marginal) {
        leftBehind += lots.amount[lot]!;
        lots.append(queues, call, lot);
      } else {
        lastCohort.push(lot);
      }
      lot = next;
    }
  }
  putOldestFirst(lastCohort, lots.age);
  let isFull = false;
  for (const lot of lastCohort) {
    const call = callOfFlow[lots.flow[lot]!]!;
    const left = capacity - load;
    if (!isFull && lots.amount[lot]! <= left + loadTolerance) {
      load += lots.amount[lot]!;
      changes.loaded++;
      lots.append(board, firstBoard + call, lot);
      continue;
    }
    if (!isFull) {
      isFull = true;
      const part = isFixed ? left : Math.floor(left);
      if (part > loadTolerance) {
        load += part;
        changes.loaded++;
        lots.append(board, firstBoard + call, lots.split(lot, part));
      }
    }
    leftBehind += lots.amount[lot]!;
    lots.append(queues, call, lot);
  }
  into.load = load;
  into.leftBehind = leftBehind;
}

/** Few lots, nearly in order: by insertion. */
function putOldestFirst(some: number[], age: Int32Array): void {
  for (let at = 1; at < some.length; at++) {
    const lot = some[at]!;
    const ageOfLot = age[lot]!;
    let slot = at;
    for (; slot > 0 && age[some[slot - 1]!]! > ageOfLot; slot--) some[slot] = some[slot - 1]!;
    some[slot] = lot;
  }
}

/** The oldest cohort that does not go whole. */
function marginalCohort(state: ReplicationState, lineIndex: number, capacity: Parcels): number {
  const { model, lots, queues, cohortReadyMin, nowMin } = state;
  const { firstCall, callCount, originIndex } = model.lines[lineIndex]!;
  const isDepot = originIndex < 0;
  if (byCohort.length < state.cohortDay.length) byCohort = new Float64Array(state.cohortDay.length);
  let oldest = state.cohortDay.length;
  let newest = -1;
  for (let call = firstCall; call < firstCall + callCount; call++) {
    for (let lot = queues.head[call]!; lot !== noLot; lot = lots.next[lot]!) {
      const cohort = lots.cohort[lot]!;
      if ((isDepot ? cohortReadyMin[cohort]! : lots.readyMin[lot]!) > nowMin) continue;
      byCohort[cohort]! += lots.amount[lot]!;
      if (cohort < oldest) oldest = cohort;
      if (cohort > newest) newest = cohort;
    }
  }
  let marginal = oldest;
  let load = 0;
  for (; marginal < newest && load + byCohort[marginal]! <= capacity; marginal++) load += byCohort[marginal]!;
  byCohort.fill(0, oldest, newest + 1);
  return marginal;
}
