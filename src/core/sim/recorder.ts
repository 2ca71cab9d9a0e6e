import { type CostEntryKey, costEntryKeys } from '../model/rates.ts';
import {
  type Incident,
  type IncidentCode,
  incidentCodes,
  type ParcelAccount,
  type TraceEntry,
  type TraceStep,
} from '../model/simulation.ts';
import { type Minutes, minPerDay, minPerHour, type Parcels } from '../units.ts';
import { type LotChanges, noLotChanges } from './lotChanges.ts';
import { OutboundTimes } from './outboundTimes.ts';
import type { SimulationModel } from './simulationModel.ts';
import { TimeRecords } from './timeRecords.ts';
import { statisticCount, timeStatistics } from './timeStatistics.ts';

/** What befalls lines; everything else befalls stations, or nobody in particular. */
const lineCodes: ReadonlySet<IncidentCode> = new Set<IncidentCode>([
  'line.noVehicle',
  'line.closed',
  'line.overfull',
  'line.crewNotBack',
  'line.extraTrip',
  'vehicle.brokenDown',
]);
const codeIndex = Object.fromEntries(incidentCodes.map((code, index) => [code, index])) as Record<
  IncidentCode,
  number
>;
/** An incident that befalls no line or station in particular. */
export const noEntity = 0;

/** What one replication leaves behind: plain numbers, so that workers can send it. */
export interface ReplicationOutcome {
  /** Entries taken from the event queue. */
  readonly eventCount: number;
  readonly lotChanges: LotChanges;
  readonly account: ParcelAccount;
  /** Statistics of the measured tier, then of every station: `statisticCount` numbers each. */
  readonly overall: Float64Array;
  readonly villageShareWithin48h: number;
  readonly byStation: Float64Array;
  readonly stationParcels: Float64Array;
  readonly stationUndelivered: Float64Array;
  /** Parcel-minutes by part: sort, wait, drive, hub, closed; five per station. */
  readonly partMin: Float64Array;
  readonly histogram: Float64Array;
  /** Parcels of the measured tier by calendar days from arrival to availability: 0 = the same day. */
  readonly calendarDays: Float64Array;
  readonly lineTrips: Float64Array;
  readonly lineExtraTrips: Float64Array;
  readonly lineCancelled: Float64Array;
  readonly lineMaxLoad: Float64Array;
  readonly lineLeftBehind: Float64Array;
  /** Parcels handed over or taken on bus lines, by line. */
  readonly lineBusParcels: Float64Array;
  readonly hubPeak: Float64Array;
  readonly hubDockWaitMin: Float64Array;
  /** Parcels a hub had no room for, counted each time. */
  readonly hubTurnedAway: Float64Array;
  readonly backlogByDay: Float64Array;
  readonly createdByDay: Float64Array;
  /** By line (or hub) and hour of the day. */
  readonly hourVehicleMin: Float64Array;
  readonly hourParcelMin: Float64Array;
  readonly hubHourParcelMin: Float64Array;
  readonly cold: ColdSums;
  /** Duty-days of extra trips by vehicle type: vehicles beyond those kept. */
  readonly extraDutyDays: Float64Array;
  readonly handled: HandledSums;
  readonly dutyDays: number;
  readonly dutyYuan: number;
  readonly overtimeMin: number;
  readonly outboundParcels: number;
  /** The statistics of outbound parcels, in the order of `outboundStatisticKeys`. */
  readonly outbound: Float64Array;
  readonly incidents: readonly Incident[];
  readonly trace: readonly TraceEntry[];
}

/** Fresh parcels of the horizon that left with the outbound trunk. */
export interface ColdSums {
  parcels: number;
  warmParcelMin: number;
  spoiledParcels: number;
  precooledParcels: number;
}

/** Parcels handed over or taken on the trips of the horizon, by what the cost book asks for. */
export interface HandledSums {
  parcels: number;
  villageParcels: number;
  urbanParcels: number;
  endDeliveryParcels: number;
  passedOnParcels: number;
}

/** Notes of one replication while it runs. */
export class Recorder {
  readonly stationCreated: Float64Array;
  readonly stationParcels: Float64Array;
  readonly partMin: Float64Array;
  readonly lineTrips: Float64Array;
  readonly lineExtraTrips: Float64Array;
  readonly lineCancelled: Float64Array;
  readonly lineMaxLoad: Float64Array;
  readonly lineLeftBehind: Float64Array;
  readonly lineBusParcels: Float64Array;
  readonly hubPeak: Float64Array;
  readonly hubTurnedAway: Float64Array;
  readonly hubDockWaitMin: Float64Array;
  readonly backlogByDay: Float64Array;
  readonly createdByDay: Float64Array;
  readonly hourVehicleMin: Float64Array;
  readonly hourParcelMin: Float64Array;
  readonly hubHourParcelMin: Float64Array;
  readonly cold: ColdSums = { parcels: 0, warmParcelMin: 0, spoiledParcels: 0, precooledParcels: 0 };
  readonly extraDutyDays: Float64Array;
  readonly handled: HandledSums = {
    parcels: 0,
    villageParcels: 0,
    urbanParcels: 0,
    endDeliveryParcels: 0,
    passedOnParcels: 0,
  };
  readonly lotChanges = noLotChanges();
  dutyDays = 0;
  dutyYuan = 0;
  overtimeMin = 0;
  /** Outbound parcels handed in, and the hours of those that left. */
  outboundCreated: Parcels = 0;
  readonly outboundTimes = new OutboundTimes();
  account: ParcelAccount = { created: 0, delivered: 0, inSystem: 0 };
  /** By code and line or station: how often, and on which day first. */
  private readonly incidentCount: Int32Array;
  private readonly incidentDay: Int32Array;
  private readonly entityCount: number;
  readonly trace: TraceEntry[] = [];

  /** The times of another replication that is over give their room. */
  constructor(
    private readonly model: SimulationModel,
    readonly records = new TimeRecords(
      model.stations.length,
      model.settings.days * Math.max(1, model.waves.length),
    ),
  ) {
    const { stations, lines, settings } = model;
    records.clear();
    this.entityCount = Math.max(stations.length, lines.length, 1);
    this.incidentCount = new Int32Array(incidentCodes.length * this.entityCount);
    this.incidentDay = new Int32Array(incidentCodes.length * this.entityCount);
    this.hubTurnedAway = new Float64Array(stations.length);
    this.stationCreated = new Float64Array(stations.length);
    this.stationParcels = new Float64Array(stations.length);
    this.partMin = new Float64Array(stations.length * 5);
    this.lineTrips = new Float64Array(lines.length);
    this.lineCancelled = new Float64Array(lines.length);
    this.lineMaxLoad = new Float64Array(lines.length);
    this.lineLeftBehind = new Float64Array(lines.length);
    this.lineExtraTrips = new Float64Array(lines.length);
    this.lineBusParcels = new Float64Array(lines.length);
    this.hourVehicleMin = new Float64Array(lines.length * 24);
    this.hourParcelMin = new Float64Array(lines.length * 24);
    this.hubHourParcelMin = new Float64Array(stations.length * 24);
    this.extraDutyDays = new Float64Array(model.vehicleTypes.length);
    this.hubDockWaitMin = new Float64Array(stations.length);
    this.hubPeak = new Float64Array(stations.length);
    this.backlogByDay = new Float64Array(settings.days);
    this.createdByDay = new Float64Array(settings.days);
  }

  /** Parcels available at their stop so many minutes and calendar days after they were born. */
  arrived(station: number, amount: Parcels, minutes: Minutes, calendarDays: number): void {
    this.stationParcels[station]! += amount;
    this.records.add(station, minutes, amount, calendarDays);
  }

  /** Where their minutes went, but for those before a shut door. */
  parts(
    station: number,
    amount: Parcels,
    sortMin: Minutes,
    waitMin: Minutes,
    driveMin: Minutes,
    hubMin: Minutes,
  ): void {
    const { partMin } = this;
    const part = station * 5;
    partMin[part]! += amount * sortMin;
    partMin[part + 1]! += amount * waitMin;
    partMin[part + 2]! += amount * driveMin;
    partMin[part + 3]! += amount * hubMin;
  }

  stationClosed(station: number, amount: Parcels, closedMin: Minutes): void {
    this.partMin[station * 5 + 4]! += amount * closedMin;
  }

  /** One vehicle with `load` parcels is on the road or at a stop; spread over the hours of the day. */
  onRoad(line: number, fromMin: Minutes, toMin: Minutes, load: Parcels): void {
    const first = line * 24;
    for (let at = fromMin; at < toMin; ) {
      const hour = Math.floor(at / minPerHour);
      const until = Math.min(toMin, (hour + 1) * minPerHour);
      const slot = first + (((hour % 24) + 24) % 24);
      this.hourVehicleMin[slot]! += until - at;
      this.hourParcelMin[slot]! += (until - at) * load;
      at = until;
    }
  }

  /** A hub holds `parcels` for its branch lines; only the horizon counts. */
  atHub(hub: number, fromMin: Minutes, toMin: Minutes, parcels: Parcels): void {
    const until = Math.min(toMin, this.model.settings.days * minPerDay);
    for (let at = Math.max(0, fromMin); at < until; ) {
      const hour = Math.floor(at / minPerHour);
      const next = Math.min(until, (hour + 1) * minPerHour);
      this.hubHourParcelMin[hub * 24 + (hour % 24)]! += (next - at) * parcels;
      at = next;
    }
  }

  /** Something went wrong for a line or station, by its index. */
  incident(code: IncidentCode, entity: number, day: number): void {
    const at = codeIndex[code] * this.entityCount + entity;
    if (this.incidentCount[at]!++ === 0) this.incidentDay[at] = day;
  }

  private incidentRows(): Incident[] {
    const { lines, stations } = this.model;
    const rows: Incident[] = [];
    incidentCodes.forEach((code, index) => {
      for (let entity = 0; entity < this.entityCount; entity++) {
        const at = index * this.entityCount + entity;
        const count = this.incidentCount[at]!;
        if (count === 0) continue;
        const entityId =
          code === 'sorter.overloaded'
            ? null
            : lineCodes.has(code)
              ? lines[entity]!.line.id
              : stations[entity]!.id;
        rows.push({ code, entityId, firstDay: this.incidentDay[at]!, count });
      }
    });
    return rows;
  }

  step(
    step: TraceStep,
    cohort: number,
    atMin: Minutes,
    parcels: Parcels,
    lineIndex: number,
    lot: number,
    splitFromLot: number,
    nowMin: Minutes,
  ): void {
    const waveCount = this.model.waves.length;
    this.trace.push({
      bornDay: Math.floor(cohort / waveCount) - this.model.settings.warmUpDays,
      waveIndex: cohort % waveCount,
      step,
      atMin,
      parcels,
      lineId: lineIndex < 0 ? null : this.model.lines[lineIndex]!.line.id,
      lot,
      splitFromLot: splitFromLot < 0 ? null : splitFromLot,
      ...(step === 'available' ? { arrivedMin: nowMin } : {}),
    });
  }

  outcome(eventCount: number): ReplicationOutcome {
    const { model } = this;
    const undelivered = this.stationCreated.map((created, station) => {
      const missing = created - this.stationParcels[station]!;
      return missing < 1e-6 * (1 + created) ? 0 : missing;
    });
    model.stations.forEach((_station, index) => {
      if (undelivered[index]! > 0) this.incident('parcels.undelivered', index, model.settings.days);
      if (this.stationCreated[index]! > 0 && this.stationParcels[index] === 0)
        this.incident('station.nothingArrived', index, 0);
    });
    const statistics = timeStatistics(this.records, model.isMeasured, undelivered);
    let villages = 0;
    let villagesInTime = 0;
    model.stations.forEach((_station, index) => {
      if (!model.isMeasured[index] || this.stationCreated[index] === 0) return;
      villages += model.villages[index]!;
      const worstH = statistics.byStation[index * statisticCount + 4]!;
      if (undelivered[index] === 0 && worstH <= 48 + 1e-9) villagesInTime += model.villages[index]!;
    });
    return {
      eventCount,
      lotChanges: this.lotChanges,
      account: this.account,
      overall: statistics.overall,
      villageShareWithin48h: villages > 0 ? villagesInTime / villages : Number.NaN,
      byStation: statistics.byStation,
      stationParcels: this.stationParcels,
      stationUndelivered: undelivered,
      partMin: this.partMin,
      histogram: statistics.histogram,
      calendarDays: statistics.calendarDays,
      lineTrips: this.lineTrips,
      lineExtraTrips: this.lineExtraTrips,
      lineBusParcels: this.lineBusParcels,
      hubDockWaitMin: this.hubDockWaitMin,
      hubTurnedAway: this.hubTurnedAway,
      hubHourParcelMin: this.hubHourParcelMin,
      cold: this.cold,
      extraDutyDays: this.extraDutyDays,
      lineCancelled: this.lineCancelled,
      lineMaxLoad: this.lineMaxLoad,
      lineLeftBehind: this.lineLeftBehind,
      hubPeak: this.hubPeak,
      backlogByDay: this.backlogByDay,
      createdByDay: this.createdByDay,
      hourVehicleMin: this.hourVehicleMin,
      hourParcelMin: this.hourParcelMin,
      handled: this.handled,
      dutyDays: this.dutyDays,
      dutyYuan: this.dutyYuan,
      overtimeMin: this.overtimeMin,
      outboundParcels: this.outboundTimes.parcels,
      outbound: this.outboundTimes.statistics(Math.max(0, this.outboundCreated - this.outboundTimes.parcels)),
      incidents: this.incidentRows(),
      trace: this.trace,
    };
  }
}

/** Realised cost per day by entry; what does not move with the trips comes from the evaluation. */
export type CostByEntry = Record<CostEntryKey, number>;
export const noCost = (): CostByEntry => {
  const cost = {} as CostByEntry;
  for (const key of costEntryKeys) cost[key] = 0;
  return cost;
};
