import { runsOnDay } from '../evaluate/calendar.ts';
import { sortingMin } from '../evaluate/sorting.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import { bookCold, coolWaited } from './coldEvents.ts';
import { type CountTables, countTables, drawCount } from './distributions.ts';
import { noLot } from './lotChains.ts';
import { noEntity } from './recorder.ts';
import { draws, eventKind, type ReplicationState } from './replicationState.ts';
import { simulatedDays } from './simulationModel.ts';

/** Draws what every place sends and gets on a day, and puts the day's waves and departures into the queue. */
export function dayBegins(state: ReplicationState, row: number): void {
  const { model } = state;
  const day = row - model.settings.warmUpDays;
  drawDemand(state, day);
  model.waves.forEach((wave, waveIndex) => {
    state.schedule(
      day * minPerDay + wave.clockMin,
      eventKind.waveArrives,
      row * model.waves.length + waveIndex,
    );
  });
  const loadingMin = model.scenario.serviceTimes.loadingMin.value;
  const isHoliday = model.isHoliday(day);
  model.trips.forEach((trip, tripIndex) => {
    if (trip.isExtra || isHoliday) return;
    const { line, bus } = model.lines[trip.lineIndex]!;
    if (!runsOnDay(line.serviceDays, line.phase, day + model.settings.firstWeekday)) return;
    state.addTripsLeft(trip.dutyIndex, day, 1);
    state.schedule(
      day * minPerDay + trip.clockMin - (bus ? 0 : loadingMin) - model.tripLeadMin[tripIndex]!,
      eventKind.loadingBegins,
      row * model.trips.length + tripIndex,
    );
  });
  state.schedule((day + 1) * minPerDay, eventKind.midnight, row + 1);
  if (row + 1 < simulatedDays(model.settings))
    state.schedule((day + 1) * minPerDay - model.dayLeadMin, eventKind.dayBegins, row + 1);
}

function drawDemand(state: ReplicationState, day: number): void {
  const { model, dayDelivery, dayPickup } = state;
  const { settings, places, entityOf } = model;
  const weekdayFactor = settings.weekdayFactors[(((day + settings.firstWeekday) % 7) + 7) % 7] ?? 1;
  let deliveryFactor = weekdayFactor;
  let pickupFactor = weekdayFactor;
  for (const factor of settings.dayFactors) {
    if (day < factor.fromDay || day > factor.toDay) continue;
    deliveryFactor *= factor.deliveryFactor;
    pickupFactor *= factor.pickupFactor;
  }
  const ofDay = dayPlace(state, day);
  const { length: stationCount } = model.stations;
  dayDelivery.fill(0, ofDay, ofDay + stationCount);
  state.dayArrived.fill(0, ofDay, ofDay + stationCount);
  dayPickup.fill(0);
  if (state.isFixed) {
    for (const place of places) {
      dayDelivery[ofDay + place.stationIndex]! += place.deliveryParcelsPerDay * deliveryFactor;
      dayPickup[place.stationIndex]! += place.pickupParcelsPerDay * pickupFactor;
    }
  } else {
    const deliveryTables = tablesFor(state, 'deliveryParcelsPerDay', deliveryFactor);
    const pickupTables = tablesFor(state, 'pickupParcelsPerDay', pickupFactor);
    const { placeStation } = model;
    const { streams } = state;
    for (let place = 0; place < placeStation.length; place++) {
      const entity = entityOf.place + place;
      const station = placeStation[place]!;
      const key = streams.ofDay(entity, day);
      dayDelivery[ofDay + station]! += drawCount(
        deliveryTables,
        place,
        streams.drawOf(entity, key, draws.delivery),
      );
      dayPickup[station]! += drawCount(pickupTables, place, streams.drawOf(entity, key, draws.pickup));
    }
  }
  spreadPickups(state, day);
}

/** Where a day begins among the two days kept by station. */
const dayPlace = (state: ReplicationState, day: number): number =>
  (state.dayRow(day) & 1) * state.model.stations.length;

/** Tables of all places for one day factor; made once and kept with the model's other tables. */
function tablesFor(
  state: ReplicationState,
  key: 'deliveryParcelsPerDay' | 'pickupParcelsPerDay',
  factor: number,
): CountTables {
  const { model } = state;
  const known = model.countTables[key].get(factor);
  if (known) return known;
  const means = model.places.map((place) => place[key] * factor);
  const tables = countTables(means, model.settings.demandVariationCv.value);
  model.countTables[key].set(factor, tables);
  return tables;
}

/** Part of `count` that falls between two cumulative shares: whole parcels stay whole and are spread fairly by `uniform`. */
const partBetween = (
  count: Parcels,
  fromShare: number,
  toShare: number,
  uniform: number,
  isFixed: boolean,
): Parcels =>
  isFixed
    ? count * (toShare - fromShare)
    : Math.floor(count * toShare + uniform) - Math.floor(count * fromShare + uniform);

/** Shares a station's outbound parcels of the day out to the calls that fetch them. */
function spreadPickups(state: ReplicationState, day: number): void {
  const { model, dayPickup, pickupCumulative, streams } = state;
  const row = state.dayRow(day);
  const rowLength = pickupCumulative.length / Math.max(1, model.calls.length);
  const { wholePickupCall } = model.columns;
  for (let station = 0; station < wholePickupCall.length; station++) {
    const count = dayPickup[station]!;
    const whole = wholePickupCall[station]!;
    if (whole >= 0) {
      const at = whole * rowLength + row;
      pickupCumulative[at + 1] = pickupCumulative[at]! + count;
      continue;
    }
    const uniform = state.isFixed
      ? 0
      : streams.uniform(model.entityOf.station + station, day, draws.pickupRounding);
    let share = 0;
    for (const call of model.pickupCalls[station]!) {
      const upTo = Math.min(1, share + model.calls[call]!.share);
      const at = call * rowLength + row;
      pickupCumulative[at + 1] =
        pickupCumulative[at]! + partBetween(count, share, upTo, uniform, state.isFixed);
      share = upTo;
    }
    const rest = share >= 1 - 1e-9 ? 0 : partBetween(count, share, 1, uniform, state.isFixed);
    if (rest > 0) setAside(state, station, rest, day);
  }
}

/** Parcels for which there is no line: in the system for ever, and said so. */
function setAside(state: ReplicationState, station: number, parcels: Parcels, day: number): void {
  state.aside += parcels;
  state.created += parcels;
  if (!state.isInHorizon(day)) return;
  state.horizonAside += parcels;
  state.horizonCreated += parcels;
  state.recorder.incident('station.unserved', station, day);
}

/** Turns outbound parcels handed in for a call since the last time, evenly through each day, into a lot at the stop. */
export function accruePickups(state: ReplicationState, call: number, toMin: Minutes): void {
  const { model, lots, pickupCumulative } = state;
  const fromMin = state.accruedMin[call]!;
  if (toMin <= fromMin) return;
  const rowLength = pickupCumulative.length / model.calls.length;
  const day = Math.floor(toMin / minPerDay);
  const at = call * rowLength + state.dayRow(day);
  const before = pickupCumulative[at]!;
  // At midnight sharp the new day has not been drawn yet, and nothing of it has been handed in either.
  const ofDay = Math.max(0, pickupCumulative[at + 1]! - before) * (toMin / minPerDay - day);
  const total = before + (state.isFixed ? ofDay : Math.floor(ofDay + 0.5));
  const parcels = total - state.accrued[call]!;
  state.accruedMin[call] = toMin;
  if (parcels <= 0) return;
  state.accrued[call] = total;
  state.created += parcels;
  const bornMin = (fromMin + toMin) / 2;
  if (state.isInHorizon(Math.floor(bornMin / minPerDay))) {
    state.horizonCreated += parcels;
    state.outstanding += parcels;
    state.recorder.outboundCreated += parcels;
  }
  state.recorder.lotChanges.handedIn++;
  const lot = lots.createOutbound(parcels, model.columns.callStation[call]!, bornMin, (toMin - fromMin) / 2);
  lots.append(state.callOut, call, lot);
}

/** A wave reaches the depot: it is sorted when the sorter is free, then waits for the cut-off in the queues of its lines. */
export function waveArrives(state: ReplicationState, cohort: number): void {
  const { model } = state;
  const day = state.cohortDay[cohort]!;
  const share = model.waves[cohort % model.waves.length]!.share;
  const isMeasured = state.isInHorizon(day);
  const stationCount = model.stations.length;
  let parcels = 0;
  // Another station comes first every day, so that a full vehicle does not always leave the same village behind.
  let station = stationCount === 0 ? 0 : (state.dayRow(day) * 37) % stationCount;
  const ofDay = dayPlace(state, day);
  for (let step = 0; step < stationCount; step++) {
    if (state.dayDelivery[ofDay + station]! > 0) {
      const count = arrivals(state, station, cohort, day, ofDay + station);
      if (count > 0) parcels += shareOut(state, station, cohort, day, count);
    }
    if (++station === stationCount) station = 0;
  }
  state.created += parcels;
  state.inboundInSystem += parcels;
  state.changeDepotStock(parcels);
  if (isMeasured) {
    state.horizonCreated += parcels;
    state.outstanding += parcels;
    state.recorder.createdByDay[day]! += parcels;
  }
  const startMin = Math.max(state.nowMin, state.sorterFreeMin);
  if (startMin - state.nowMin > minPerDay) state.recorder.incident('sorter.overloaded', noEntity, day);
  const sortedMin =
    startMin +
    sortingMin(
      parcels + share * (model.scenario.sorting.alsoSorts?.parcelsPerDay ?? 0),
      model.sortingRounds,
      model.scenario.sorting,
    );
  state.sorterFreeMin = sortedMin;
  state.cohortSortedMin[cohort] = sortedMin;
  state.cohortReadyMin[cohort] = sortedMin + model.scenario.policy.cutoffLeadMin;
  if (state.isTracing) traceSorted(state, cohort);
}

/** Parcels of a wave for a station: whole parcels are spread fairly over the waves of a day, the last brings the rest. */
function arrivals(
  state: ReplicationState,
  station: number,
  cohort: number,
  day: number,
  at: number,
): Parcels {
  const { model, dayArrived } = state;
  const ofDay = state.dayDelivery[at]!;
  const waveIndex = cohort % model.waves.length;
  const wave = model.waves[waveIndex]!;
  if (state.isFixed) return ofDay * wave.share;
  if (waveIndex === model.waves.length - 1) return ofDay - dayArrived[at]!;
  const uniform = state.streams.uniform(model.entityOf.station + station, day, draws.waveRounding);
  const upTo = Math.floor(ofDay * wave.cumulativeShare + uniform);
  const count = upTo - dayArrived[at]!;
  dayArrived[at] = upTo;
  return count;
}

/** Shares a station's parcels of a wave out to the ways they can go; returns those that have one. */
function shareOut(
  state: ReplicationState,
  station: number,
  cohort: number,
  day: number,
  count: Parcels,
): Parcels {
  const { model, lots } = state;
  const { flowFirstCall, flowUpToShare } = model.columns;
  const isMeasured = state.isInHorizon(day);
  const from = model.firstFlow[station]!;
  const to = model.firstFlow[station + 1]!;
  if (to - from === 1 && flowUpToShare[from] === 1) {
    // One way for all, as at most stations.
    const lot = lots.create(count, from, cohort);
    lots.append(state.queues, flowFirstCall[from]!, lot);
    state.recorder.lotChanges.arrived++;
    if (isMeasured) state.recorder.stationCreated[station]! += count;
    if (state.isTracing) state.trace(lot, 'arrived', -1);
    return count;
  }
  const uniform =
    state.isFixed || to - from < 2
      ? 0.5
      : state.streams.uniform(model.entityOf.station + station, day, draws.flowRounding);
  let shared = 0;
  let parcels = 0;
  for (let flow = from; flow < to; flow++) {
    const upTo = flowUpToShare[flow]!;
    const amount = partBetween(count, shared, upTo, uniform, state.isFixed);
    shared = upTo;
    if (amount <= 0) continue;
    const lot = lots.create(amount, flow, cohort);
    state.recorder.lotChanges.arrived++;
    lots.append(state.queues, flowFirstCall[flow]!, lot);
    parcels += amount;
    if (state.isTracing) state.trace(lot, 'arrived', -1);
  }
  const rest = shared < 1 ? partBetween(count, shared, 1, uniform, state.isFixed) : 0;
  // What no line brings is asked for as well, and late for ever.
  if (isMeasured) state.recorder.stationCreated[station]! += parcels + rest;
  if (rest > 0) {
    setAside(state, station, rest, day);
    state.inboundInSystem += rest;
    if (isMeasured) state.recorder.createdByDay[day]! += rest;
  }
  return parcels;
}

/** When a wave will be sorted is known as it comes. */
function traceSorted(state: ReplicationState, cohort: number): void {
  const { lots, queues, cohortReadyMin } = state;
  const { flows, stations, settings } = state.model;
  const own = flows.filter(({ stationIndex }) => stations[stationIndex]!.id === settings.traceStationId);
  for (const call of new Set(own.map(({ firstCall }) => firstCall)))
    for (let lot = queues.head[call]!; lot !== noLot; lot = lots.next[lot]!)
      if (lots.cohort[lot] === cohort) state.trace(lot, 'sorted', -1, cohortReadyMin[cohort]!);
}

/** Parcels unloaded at a hub wait for their branch lines from now on. */
export function handedOver(state: ReplicationState, board: number): void {
  const { callStation, boardCall } = state.model.columns;
  const hub = callStation[boardCall[board]!]!;
  const parcels = state.handover[board]!;
  state.handover[board] = 0;
  state.hubIncoming[hub]! -= parcels;
  state.changeHubStock(hub, parcels);
}

export function stationOpens(state: ReplicationState, head: number): void {
  for (let lot = head; lot !== noLot; ) {
    const next = state.lots.next[lot]!;
    state.recorder.lotChanges.shelved++;
    state.leaveInbound(lot);
    lot = next;
  }
}

/** The outbound trunk takes along what a line brought in. */
export function trunkLeaves(state: ReplicationState, head: number): void {
  const { lots, recorder } = state;
  for (let lot = head; lot !== noLot; ) {
    const next = lots.next[lot]!;
    const parcels = lots.amount[lot]!;
    recorder.lotChanges.leftWithTrunk++;
    state.delivered += parcels;
    coolWaited(state, lot, 'depot');
    const bornMin = lots.hereMin[lot]!;
    if (state.isInHorizon(Math.floor(bornMin / minPerDay))) {
      state.horizonDelivered += parcels;
      state.outstanding -= parcels;
      bookCold(state, lot);
      recorder.outboundTimes.add(parcels, state.nowMin - bornMin, lots.readyMin[lot]!);
    }
    lots.release(lot);
    lot = next;
  }
}

/** Takes stock: backlog at the end of every day, the account of parcels at the end of the horizon. */
export function midnight(state: ReplicationState, row: number): void {
  const { model, recorder } = state;
  const { settings } = model;
  const day = row - settings.warmUpDays;
  if (state.isInHorizon(day - 1)) recorder.backlogByDay[day - 1] = state.inboundInSystem;
  if (day !== 0 && day !== settings.days) return;
  for (let call = 0; call < model.calls.length; call++) accruePickups(state, call, state.nowMin);
  if (day !== settings.days) return;
  recorder.account = {
    created: state.horizonCreated,
    delivered: state.horizonDelivered,
    inSystem: state.horizonAside + state.horizonParcelsInLots(),
  };
}
