import type { TraceStep } from '../model/simulation.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import type { DayLogger } from './dayLog.ts';
import { EventQueue } from './eventQueue.ts';
import { LotChains, noLot } from './lotChains.ts';
import { LotPool } from './lotPool.ts';
import { Recorder } from './recorder.ts';
import { type SimulationModel, simulatedDays } from './simulationModel.ts';
import { Streams } from './streams.ts';

/** What happens, in the order in which events of the same minute happen; the rest of the code says to whom. */
export const eventKind = {
  tripReturns: 0,
  drivenIn: 1,
  handedOver: 2,
  stationOpens: 3,
  trunkLeaves: 4,
  midnight: 5,
  dayBegins: 6,
  waveArrives: 7,
  loadingBegins: 8,
  tripCalls: 9,
  tripLeaves: 10,
} as const;
const kindShift = 27;
const subjectMask = (1 << kindShift) - 1;
export const eventCode = (kind: number, subject: number): number => (kind << kindShift) | subject;
export const kindOf = (code: number): number => code >> kindShift;
export const subjectOf = (code: number): number => code & subjectMask;

/** Draws of an entity on a day, each with a number of its own. */
export const draws = {
  delivery: 0,
  pickup: 1,
  absent: 0,
  waveRounding: 1,
  flowRounding: 2,
  pickupRounding: 3,
  closed: 0,
  /** Plus `perRound` for every round of the line, as those from 10 on. */
  morningTime: 1,
  badWeather: 0,
  /** Plus `perRound` for every round of the line. */
  tripTime: 10,
  breakdown: 11,
  breakdownLeg: 12,
  busBox: 13,
  perRound: 4,
} as const;

/** What a replication is asked to do beside its figures. */
export interface ReplicationOptions {
  /** Count parcels after every event: created = delivered + in the system. */
  readonly isChecking?: boolean;
  readonly log?: DayLogger;
  /** Follow the parcels of the traced station; by itself only the first replication does. */
  readonly isTracing?: boolean;
}

/**
 * Everything that moves in one replication. Days count from the horizon's first day; arrays from the warm-up's. A state
 * is used for one replication after the other: `begin` empties it, and nothing is allocated by the event.
 */
export class ReplicationState {
  readonly events = new EventQueue();
  readonly lots = new LotPool();
  recorder: Recorder;
  streams: Streams;
  readonly isFixed: boolean;
  nowMin: Minutes = 0;

  /** Parcels of all kinds that came into the system and left it so far. */
  created: Parcels = 0;
  delivered: Parcels = 0;
  /** Set aside because no line goes there; they stay in the system. */
  aside: Parcels = 0;
  horizonAside: Parcels = 0;
  /** The same of parcels born in the horizon. */
  horizonCreated: Parcels = 0;
  horizonDelivered: Parcels = 0;
  inboundInSystem: Parcels = 0;
  /** Parcels born in the horizon that are still in the system, those without a line left out. */
  outstanding: Parcels = 0;

  /** By cohort (wave of a day): day and minute of arrival; sorted; may leave with a line (sorted and cut off). */
  readonly cohortDay: Int32Array;
  readonly cohortBornMin: Float64Array;
  readonly cohortSortedMin: Float64Array;
  readonly cohortReadyMin: Float64Array;
  /** Cohorts born in the horizon: from the first to before the end. */
  readonly horizonFirstCohort: number;
  readonly horizonEndCohort: number;
  sorterFreeMin: Minutes = 0;
  /** Two days by station (a late wave may come after the next day is drawn), and what earlier waves of the day brought. */
  readonly dayDelivery: Float64Array;
  readonly dayArrived: Float64Array;
  readonly dayPickup: Float64Array;

  /** By call: inbound parcels at the line's origin; those of a wave not sorted yet, or not handed over, among them. */
  readonly queues: LotChains;
  /** By call: outbound parcels handed in and not yet fetched. */
  readonly callOut: LotChains;
  /** By station: outbound parcels that branch lines brought to a hub, and how many. */
  readonly hubOut: LotChains;
  readonly hubOutParcels: Float64Array;
  /** Parcels waiting at a hub for branch lines, and since when this number stands in the books. */
  readonly hubStock: Float64Array;
  readonly hubStockSinceMin: Float64Array;
  /** By hub: unloaded, not handed over yet; the same by board (trip and call). */
  readonly hubIncoming: Float64Array;
  readonly handover: Float64Array;
  /** By hub and dock: free again from then on. */
  readonly dockFreeMin: readonly Float64Array[];
  readonly log: DayLogger | null;
  isTracing = false;
  /** Inbound parcels at the depot, sorted or not. */
  depotStock: Parcels = 0;
  /** By call: outbound parcels of complete days up to a day, and the time up to which they are lots already. */
  readonly pickupCumulative: Float64Array;
  readonly accruedMin: Float64Array;
  readonly accrued: Float64Array;

  readonly tripActive: Uint8Array;
  /** Day whose departure waits for crew or vehicle; a large negative number = none. */
  readonly tripPendingDay: Int32Array;
  readonly tripDay: Int32Array;
  readonly tripPosition: Int32Array;
  readonly tripLeftMin: Float64Array;
  readonly tripSinceMin: Float64Array;
  readonly tripLoad: Float64Array;
  readonly tripMaxLoad: Float64Array;
  readonly tripCapacity: Float64Array;
  readonly tripFactor: Float64Array;
  readonly tripDrivingMin: Float64Array;
  readonly tripBreakdownLeg: Int32Array;
  /** By board, that is by trip and call of its line; the others by trip. */
  readonly board: LotChains;
  readonly boardOut: LotChains;
  readonly broughtBack: LotChains;

  /** Chain 0 is used during one hand-over, empty between events. */
  readonly scratch = new LotChains(1);

  readonly dutyBusyTrip: Int32Array;
  /** By day and duty: a duty that comes back past midnight still has trips of its own day when the next begins. */
  private readonly dutyTripsLeft: Int32Array;
  /** Trips of the horizon that are neither back nor cancelled. */
  horizonTripsLeft = 0;
  readonly dutyHasVehicle: Uint8Array;
  /** The vehicle stands at the last stop of the duty's last trip. */
  readonly dutyIsOut: Uint8Array;
  readonly dutyStartMin: Float64Array;
  readonly dutyEndMin: Float64Array;
  readonly dutyOffMin: Float64Array;
  readonly dutyDay: Int32Array;
  readonly freeVehicles: Int32Array;
  readonly waitingForVehicle: number[][];

  constructor(
    readonly model: SimulationModel,
    private readonly options: ReplicationOptions = {},
  ) {
    this.log = options.log ?? null;
    const { settings, stations, calls, trips, waves, columns } = model;
    const dayCount = simulatedDays(settings) + 1;
    this.recorder = new Recorder(model);
    this.streams = new Streams(settings.seed, 0, model.entityHashes);
    this.isFixed = settings.demandKind === 'fixed';
    this.cohortSortedMin = new Float64Array(dayCount * waves.length);
    this.cohortReadyMin = new Float64Array(dayCount * waves.length);
    this.cohortDay = Int32Array.from(
      this.cohortSortedMin,
      (_, cohort) => Math.floor(cohort / waves.length) - settings.warmUpDays,
    );
    this.cohortBornMin = Float64Array.from(
      this.cohortDay,
      (day, cohort) => day * minPerDay + waves[cohort % waves.length]!.clockMin,
    );
    this.horizonFirstCohort = settings.warmUpDays * waves.length;
    this.horizonEndCohort = (settings.warmUpDays + settings.days) * waves.length;
    this.dayDelivery = new Float64Array(stations.length * 2);
    this.dayArrived = new Float64Array(stations.length * 2);
    this.dayPickup = new Float64Array(stations.length);
    this.queues = new LotChains(calls.length);
    this.callOut = new LotChains(calls.length);
    this.hubOut = new LotChains(stations.length);
    this.hubOutParcels = new Float64Array(stations.length);
    this.hubStock = new Float64Array(stations.length);
    this.hubStockSinceMin = new Float64Array(stations.length);
    this.hubIncoming = new Float64Array(stations.length);
    this.dockFreeMin = stations.map((_station, index) => new Float64Array(model.dockCount[index]!));
    this.pickupCumulative = new Float64Array(calls.length * (dayCount + 1));
    this.accruedMin = new Float64Array(calls.length);
    this.accrued = new Float64Array(calls.length);

    this.tripActive = new Uint8Array(trips.length);
    this.tripPendingDay = new Int32Array(trips.length);
    this.tripDay = new Int32Array(trips.length);
    this.tripPosition = new Int32Array(trips.length);
    this.tripLeftMin = new Float64Array(trips.length);
    this.tripSinceMin = new Float64Array(trips.length);
    this.tripLoad = new Float64Array(trips.length);
    this.tripMaxLoad = new Float64Array(trips.length);
    this.tripCapacity = new Float64Array(trips.length);
    this.tripFactor = new Float64Array(trips.length);
    this.tripDrivingMin = new Float64Array(trips.length);
    this.tripBreakdownLeg = new Int32Array(trips.length);
    this.board = new LotChains(columns.boardCall.length);
    this.handover = new Float64Array(columns.boardCall.length);
    this.boardOut = new LotChains(trips.length);
    this.broughtBack = new LotChains(trips.length);

    const dutyCount = model.dutyTypeIndex.length;
    this.dutyBusyTrip = new Int32Array(dutyCount);
    this.dutyTripsLeft = new Int32Array(dutyCount * simulatedDays(model.settings));
    this.dutyHasVehicle = new Uint8Array(dutyCount);
    this.dutyIsOut = new Uint8Array(dutyCount);
    this.dutyStartMin = new Float64Array(dutyCount);
    this.dutyEndMin = new Float64Array(dutyCount);
    this.dutyOffMin = new Float64Array(dutyCount);
    this.dutyDay = new Int32Array(dutyCount);
    this.freeVehicles = new Int32Array(model.vehicleTypes.length);
    this.waitingForVehicle = model.vehicleTypes.map(() => []);
  }

  /** Nothing has happened yet: no parcels, every vehicle free. What a trip or cohort writes before it reads stays. */
  begin(replication: number): void {
    const { model } = this;
    const { settings } = model;
    this.isTracing = settings.traceStationId !== null && (this.options.isTracing ?? replication === 0);
    this.recorder = new Recorder(model, this.recorder.records);
    this.streams = new Streams(settings.seed, replication, model.entityHashes);
    this.events.clear();
    this.lots.clear();
    this.nowMin = 0;
    this.created = 0;
    this.delivered = 0;
    this.aside = 0;
    this.horizonAside = 0;
    this.horizonCreated = 0;
    this.horizonDelivered = 0;
    this.inboundInSystem = 0;
    this.outstanding = 0;
    this.depotStock = 0;
    this.sorterFreeMin = Number.NEGATIVE_INFINITY;
    for (const chains of [
      this.queues,
      this.callOut,
      this.hubOut,
      this.board,
      this.boardOut,
      this.broughtBack,
    ])
      chains.clear();
    for (const sums of [
      this.hubOutParcels,
      this.hubStock,
      this.hubStockSinceMin,
      this.hubIncoming,
      this.handover,
    ])
      sums.fill(0);
    for (const docks of this.dockFreeMin) docks.fill(Number.NEGATIVE_INFINITY);
    this.pickupCumulative.fill(0);
    this.accruedMin.fill(-settings.warmUpDays * minPerDay);
    this.accrued.fill(0);
    this.tripActive.fill(0);
    this.tripPendingDay.fill(noDay);
    this.dutyBusyTrip.fill(-1);
    this.dutyTripsLeft.fill(0);
    this.horizonTripsLeft = 0;
    this.dutyHasVehicle.fill(0);
    this.dutyStartMin.fill(Number.NaN);
    model.vehicleTypes.forEach((type, index) => {
      this.freeVehicles[index] = type.count;
      this.waitingForVehicle[index]!.length = 0;
    });
    this.dutyIsOut.fill(0);
  }

  schedule(timeMin: Minutes, kind: number, subject: number): void {
    this.events.push(timeMin, eventCode(kind, subject));
  }

  /** Row of a day in arrays that begin with the warm-up. */
  dayRow(day: number): number {
    return day + this.model.settings.warmUpDays;
  }

  /** Trips of a duty that are still to come back on a day's account. */
  tripsLeft(dutyIndex: number, day: number): number {
    return this.dutyTripsLeft[this.dayRow(day) * this.dutyHasVehicle.length + dutyIndex]!;
  }

  addTripsLeft(dutyIndex: number, day: number, trips: number): void {
    this.dutyTripsLeft[this.dayRow(day) * this.dutyHasVehicle.length + dutyIndex]! += trips;
    if (this.isInHorizon(day)) this.horizonTripsLeft += trips;
  }

  isInHorizon(day: number): boolean {
    return day >= 0 && day < this.model.settings.days;
  }

  isTraced(flow: number): boolean {
    const { settings, flows, stations } = this.model;
    return this.isTracing && stations[flows[flow]!.stationIndex]!.id === settings.traceStationId;
  }

  trace(lot: number, step: TraceStep, lineIndex: number, atMin = this.nowMin): void {
    const { flow, cohort, amount, serial, splitFrom } = this.lots;
    if (flow[lot]! < 0 || !this.isTraced(flow[lot]!)) return;
    this.recorder.step(
      step,
      cohort[lot]!,
      atMin,
      amount[lot]!,
      lineIndex,
      serial[lot]!,
      splitFrom[lot]!,
      this.nowMin,
    );
  }

  /** The same for everything that waits for a line. */
  traceQueue(lineIndex: number, step: TraceStep): void {
    if (!this.isTracing) return;
    const { firstCall, callCount } = this.model.lines[lineIndex]!;
    for (let call = firstCall; call < firstCall + callCount; call++)
      for (let lot = this.queues.head[call]!; lot !== noLot; lot = this.lots.next[lot]!)
        if (this.isReady(lot, lineIndex)) this.trace(lot, step, lineIndex);
  }

  /** A lot in the queue of a line may leave: sorted and cut off at the depot, handed over at a hub. */
  isReady(lot: number, lineIndex: number): boolean {
    const readyMin =
      this.model.lines[lineIndex]!.originIndex < 0
        ? this.cohortReadyMin[this.lots.cohort[lot]!]!
        : this.lots.readyMin[lot]!;
    return readyMin <= this.nowMin;
  }

  /** Parcels join or leave a hub's stock; the hours before go into the books. */
  changeHubStock(hub: number, parcels: Parcels): void {
    const { recorder } = this;
    const since = this.hubStockSinceMin[hub]!;
    const before = this.hubStock[hub]!;
    if (before !== 0) recorder.atHub(hub, since, this.nowMin, before);
    this.hubStockSinceMin[hub] = this.nowMin;
    const after = before + parcels;
    this.hubStock[hub] = after < 1e-9 && after > -1e-9 ? 0 : after;
    this.log?.hubStock(hub, this.nowMin, this.hubStock[hub]!);
    const day = Math.floor(this.nowMin / minPerDay);
    if (parcels > 0 && this.isInHorizon(day) && after > recorder.hubPeak[hub]!) recorder.hubPeak[hub] = after;
  }

  /** Counted lot by lot, not from the books: the account must add up by itself. */
  horizonParcelsInLots(): Parcels {
    const { lots } = this;
    let parcels = 0;
    for (let lot = 0; lot < lots.used; lot++) {
      const bornDay =
        lots.flow[lot]! < 0 ? Math.floor(lots.hereMin[lot]! / minPerDay) : this.cohortDay[lots.cohort[lot]!]!;
      if (this.isInHorizon(bornDay)) parcels += lots.amount[lot]!;
    }
    return parcels;
  }

  changeDepotStock(parcels: Parcels): void {
    this.depotStock += parcels;
    this.log?.depotStock(this.nowMin, this.depotStock);
  }

  /** Born in the horizon, so that its time counts. */
  isOfHorizon(cohort: number): boolean {
    return cohort >= this.horizonFirstCohort && cohort < this.horizonEndCohort;
  }

  /** An inbound parcel is available: it leaves the system. */
  leaveInbound(lot: number): void {
    const { lots } = this;
    const parcels = lots.amount[lot]!;
    this.delivered += parcels;
    this.inboundInSystem -= parcels;
    if (this.isOfHorizon(lots.cohort[lot]!)) {
      this.horizonDelivered += parcels;
      this.outstanding -= parcels;
    }
    lots.release(lot);
  }
}

export const noDay = -0x40000000;
