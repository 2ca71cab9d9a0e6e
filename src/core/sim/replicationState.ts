import type { TraceStep } from '../model/simulation.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import type { DayLogger } from './dayLog.ts';
import { EventQueue } from './eventQueue.ts';
import { emptyChain, type LotChain, LotPool, noLot } from './lotPool.ts';
import { Recorder } from './recorder.ts';
import { type SimulationModel, simulatedDays } from './simulationModel.ts';
import { Streams } from './streams.ts';

/** What happens, in the order in which events of the same minute happen; the rest of the code says to whom. */
export const eventKind = {
  tripReturns: 0,
  lotsReady: 1,
  hubLotsReady: 2,
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

/** Everything that moves in one replication. Days count from the horizon's first day; arrays from the warm-up's. */
export class ReplicationState {
  readonly events = new EventQueue();
  readonly lots = new LotPool();
  readonly recorder: Recorder;
  readonly streams: Streams;
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

  readonly cohortSortedMin: Float64Array;
  private readonly dayOfCohort: Int32Array;
  sorterFreeMin: Minutes = Number.NEGATIVE_INFINITY;
  readonly dayDelivery: Float64Array;
  readonly dayPickup: Float64Array;

  readonly lineQueues: LotChain[];
  /** Outbound parcels handed in for a call and not yet fetched. */
  readonly callOut: LotChain[];
  /** Outbound parcels that branch lines brought to a hub. */
  readonly hubOut: LotChain[];
  /** Parcels waiting at a hub for branch lines, and since when this number stands in the books. */
  readonly hubStock: Float64Array;
  readonly hubStockSinceMin: Float64Array;
  /** By hub and dock: free again from then on. */
  readonly dockFreeMin: readonly Float64Array[];
  readonly log: DayLogger | null;
  readonly isTracing: boolean;
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
  /** By trip and call of its line. */
  readonly board: LotChain[];
  readonly boardOffset: Int32Array;
  readonly boardOut: LotChain[];
  readonly broughtBack: LotChain[];

  /** Used during one hand-over, empty between events. */
  readonly onward = emptyChain();
  readonly waiting = emptyChain();

  readonly dutyBusyTrip: Int32Array;
  readonly dutyTripsLeft: Int32Array;
  readonly dutyHasVehicle: Uint8Array;
  readonly dutyStartMin: Float64Array;
  readonly dutyEndMin: Float64Array;
  readonly dutyOffMin: Float64Array;
  readonly dutyDay: Int32Array;
  readonly freeVehicles: Int32Array;
  readonly waitingForVehicle: number[][];

  constructor(
    readonly model: SimulationModel,
    readonly replication: number,
    options: ReplicationOptions = {},
  ) {
    this.log = options.log ?? null;
    this.isTracing = options.isTracing ?? replication === 0;
    const { settings, stations, calls, lines, trips, waves } = model;
    const dayCount = simulatedDays(settings) + 1;
    const chains = (count: number): LotChain[] => Array.from({ length: count }, emptyChain);
    this.recorder = new Recorder(model);
    this.streams = new Streams(settings.seed, replication, model.entityHashes);
    this.isFixed = settings.demandKind === 'fixed';
    this.cohortSortedMin = new Float64Array(dayCount * waves.length);
    this.dayOfCohort = new Int32Array(dayCount * waves.length);
    for (let cohort = 0; cohort < this.dayOfCohort.length; cohort++)
      this.dayOfCohort[cohort] = Math.floor(cohort / waves.length) - settings.warmUpDays;
    this.dayDelivery = new Float64Array(stations.length);
    this.dayPickup = new Float64Array(stations.length);
    this.lineQueues = chains(lines.length);
    this.callOut = chains(calls.length);
    this.hubOut = chains(stations.length);
    this.hubStock = new Float64Array(stations.length);
    this.hubStockSinceMin = new Float64Array(stations.length);
    this.dockFreeMin = stations.map((_station, index) =>
      new Float64Array(model.dockCount[index]!).fill(Number.NEGATIVE_INFINITY),
    );
    this.pickupCumulative = new Float64Array(calls.length * (dayCount + 1));
    this.accruedMin = new Float64Array(calls.length).fill(-settings.warmUpDays * minPerDay);
    this.accrued = new Float64Array(calls.length);

    this.tripActive = new Uint8Array(trips.length);
    this.tripPendingDay = new Int32Array(trips.length).fill(noDay);
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
    this.boardOffset = new Int32Array(trips.length);
    let offset = 0;
    trips.forEach((trip, index) => {
      this.boardOffset[index] = offset;
      offset += lines[trip.lineIndex]!.callCount;
    });
    this.board = chains(offset);
    this.boardOut = chains(trips.length);
    this.broughtBack = chains(trips.length);

    const dutyCount = model.dutyTypeIndex.length;
    this.dutyBusyTrip = new Int32Array(dutyCount).fill(-1);
    this.dutyTripsLeft = new Int32Array(dutyCount);
    this.dutyHasVehicle = new Uint8Array(dutyCount);
    this.dutyStartMin = new Float64Array(dutyCount).fill(Number.NaN);
    this.dutyEndMin = new Float64Array(dutyCount);
    this.dutyOffMin = new Float64Array(dutyCount);
    this.dutyDay = new Int32Array(dutyCount);
    this.freeVehicles = Int32Array.from(model.vehicleTypes, (type) => type.count);
    this.waitingForVehicle = model.vehicleTypes.map(() => []);
  }

  schedule(timeMin: Minutes, kind: number, subject: number): void {
    this.events.push(timeMin, eventCode(kind, subject));
  }

  /** Row of a day in arrays that begin with the warm-up. */
  dayRow(day: number): number {
    return day + this.model.settings.warmUpDays;
  }

  isInHorizon(day: number): boolean {
    return day >= 0 && day < this.model.settings.days;
  }

  cohortDay(cohort: number): number {
    return this.dayOfCohort[cohort]!;
  }

  cohortBornMin(cohort: number): Minutes {
    const { waves } = this.model;
    return this.cohortDay(cohort) * minPerDay + waves[cohort % waves.length]!.clockMin;
  }

  isTraced(flow: number): boolean {
    const { settings, flows, stations } = this.model;
    return (
      settings.traceStationId !== null &&
      this.isTracing &&
      stations[flows[flow]!.stationIndex]!.id === settings.traceStationId
    );
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
    if (this.model.settings.traceStationId === null) return;
    const { lots } = this;
    for (let lot = this.lineQueues[lineIndex]!.head; lot !== noLot; lot = lots.next[lot]!)
      this.trace(lot, step, lineIndex);
  }

  /** Parcels join or leave a hub's stock; the hours before go into the books. */
  changeHubStock(hub: number, parcels: Parcels): void {
    const { recorder, model } = this;
    const since = this.hubStockSinceMin[hub]!;
    const before = this.hubStock[hub]!;
    if (before !== 0) recorder.atHub(hub, since, this.nowMin, before);
    this.hubStockSinceMin[hub] = this.nowMin;
    const after = before + parcels;
    this.hubStock[hub] = after < 1e-9 && after > -1e-9 ? 0 : after;
    this.log?.hubStock(hub, this.nowMin, this.hubStock[hub]!);
    const day = Math.floor(this.nowMin / minPerDay);
    if (parcels <= 0 || !this.isInHorizon(day)) return;
    if (after > recorder.hubPeak[hub]!) recorder.hubPeak[hub] = after;
    const space = model.settings.hubSpaceParcels.value;
    if (space > 0 && after > space) recorder.incident('hub.overSpace', model.stations[hub]!.id, day);
  }

  /** Counted lot by lot, not from the books: the account must add up by itself. */
  horizonParcelsInLots(): Parcels {
    const { lots } = this;
    let parcels = 0;
    for (let lot = 0; lot < lots.used; lot++) {
      const bornDay =
        lots.flow[lot]! < 0 ? Math.floor(lots.hereMin[lot]! / minPerDay) : this.cohortDay(lots.cohort[lot]!);
      if (this.isInHorizon(bornDay)) parcels += lots.amount[lot]!;
    }
    return parcels;
  }

  changeDepotStock(parcels: Parcels): void {
    this.depotStock += parcels;
    this.log?.depotStock(this.nowMin, this.depotStock);
  }

  /** An inbound parcel is available: it leaves the system. */
  leaveInbound(lot: number): void {
    const { lots } = this;
    const parcels = lots.amount[lot]!;
    this.delivered += parcels;
    this.inboundInSystem -= parcels;
    if (this.isInHorizon(this.cohortDay(lots.cohort[lot]!))) {
      this.horizonDelivered += parcels;
      this.outstanding -= parcels;
    }
    lots.release(lot);
  }
}

export const noDay = -0x40000000;
