import { type CostEntryKey, costEntryKeys } from '../model/rates.ts';
import type { Incident, IncidentCode, ParcelAccount, TraceEntry, TraceStep } from '../model/simulation.ts';
import { type Minutes, minPerDay, minPerHour, type Parcels } from '../units.ts';
import type { SimulationModel } from './simulationModel.ts';
import { statisticCount, type TimeRecords, timeStatistics } from './timeStatistics.ts';

export const histogramHours = 120;
/** Calendar days told apart; the last entry holds all beyond. */
export const calendarDayCount = 8;
const incidentKey = (code: IncidentCode, entityId: string | null): string => `${code} ${entityId ?? ''}`;

/** What one replication leaves behind: plain numbers, so that workers can send it. */
export interface ReplicationOutcome {
  readonly eventCount: number;
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
  readonly outboundParcelMin: number;
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
  private readonly stationCount: number;
  private records: TimeRecords;
  readonly stationCreated: Float64Array;
  readonly stationParcels: Float64Array;
  readonly partMin: Float64Array;
  readonly histogram = new Float64Array(histogramHours + 1);
  readonly calendarDays = new Float64Array(calendarDayCount);
  readonly lineTrips: Float64Array;
  readonly lineExtraTrips: Float64Array;
  readonly lineCancelled: Float64Array;
  readonly lineMaxLoad: Float64Array;
  readonly lineLeftBehind: Float64Array;
  readonly lineBusParcels: Float64Array;
  readonly hubPeak: Float64Array;
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
  dutyDays = 0;
  dutyYuan = 0;
  overtimeMin = 0;
  outboundParcels = 0;
  outboundParcelMin = 0;
  account: ParcelAccount = { created: 0, delivered: 0, inSystem: 0 };
  private readonly incidents = new Map<
    string,
    { code: IncidentCode; entityId: string | null; firstDay: number; count: number }
  >();
  readonly trace: TraceEntry[] = [];

  constructor(private readonly model: SimulationModel) {
    const { stations, lines, settings, waves } = model;
    this.stationCount = stations.length;
    const capacity = stations.length * settings.days * Math.max(1, waves.length) + 64;
    this.records = {
      count: 0,
      station: new Int32Array(capacity),
      minutes: new Float64Array(capacity),
      amount: new Float64Array(capacity),
      calendarDays: new Int32Array(capacity),
    };
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

  /** Parcels available at their stop: when they were born, and the minutes of their way by part. */
  arrived(
    station: number,
    amount: Parcels,
    bornMin: Minutes,
    availableMin: Minutes,
    sortMin: Minutes,
    waitMin: Minutes,
    driveMin: Minutes,
    hubMin: Minutes,
    closedMin: Minutes,
  ): void {
    const records = this.records;
    if (records.count === records.minutes.length) this.growRecords();
    const { count } = this.records;
    const minutes = availableMin - bornMin;
    this.records.station[count] = station;
    this.records.minutes[count] = minutes;
    this.records.amount[count] = amount;
    const calendarDays = Math.floor(availableMin / minPerDay) - Math.floor(bornMin / minPerDay);
    this.records.calendarDays[count] = calendarDays;
    this.records.count++;
    this.stationParcels[station]! += amount;
    const part = station * 5;
    this.partMin[part]! += amount * sortMin;
    this.partMin[part + 1]! += amount * waitMin;
    this.partMin[part + 2]! += amount * driveMin;
    this.partMin[part + 3]! += amount * hubMin;
    this.partMin[part + 4]! += amount * closedMin;
    if (!this.model.isMeasured[station]) return;
    // Hours end inclusively: a parcel of 24.0 h is within 24.
    const hour = Math.max(0, Math.ceil(minutes / minPerHour - 1e-9) - 1);
    this.histogram[Math.min(histogramHours, hour)]! += amount;
    this.calendarDays[Math.min(calendarDayCount - 1, calendarDays)]! += amount;
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

  incident(code: IncidentCode, entityId: string | null, day: number): void {
    const key = incidentKey(code, entityId);
    const known = this.incidents.get(key);
    if (known) known.count++;
    else this.incidents.set(key, { code, entityId, firstDay: day, count: 1 });
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
    model.stations.forEach((station, index) => {
      if (undelivered[index]! > 0) this.incident('parcels.undelivered', station.id, model.settings.days);
      if (this.stationCreated[index]! > 0 && this.stationParcels[index] === 0)
        this.incident('station.nothingArrived', station.id, 0);
    });
    const statistics = timeStatistics(this.records, this.stationCount, model.isMeasured, undelivered);
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
      account: this.account,
      overall: statistics.overall,
      villageShareWithin48h: villages > 0 ? villagesInTime / villages : 0,
      byStation: statistics.byStation,
      stationParcels: this.stationParcels,
      stationUndelivered: undelivered,
      partMin: this.partMin,
      histogram: this.histogram,
      calendarDays: this.calendarDays,
      lineTrips: this.lineTrips,
      lineExtraTrips: this.lineExtraTrips,
      lineBusParcels: this.lineBusParcels,
      hubDockWaitMin: this.hubDockWaitMin,
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
      outboundParcels: this.outboundParcels,
      outboundParcelMin: this.outboundParcelMin,
      incidents: [...this.incidents.values()],
      trace: this.trace,
    };
  }

  private growRecords(): void {
    const { count, station, minutes, amount, calendarDays } = this.records;
    const grown: TimeRecords = {
      count,
      station: new Int32Array(count * 2),
      minutes: new Float64Array(count * 2),
      amount: new Float64Array(count * 2),
      calendarDays: new Int32Array(count * 2),
    };
    grown.station.set(station);
    grown.minutes.set(minutes);
    grown.amount.set(amount);
    grown.calendarDays.set(calendarDays);
    this.records = grown;
  }
}

/** Realised cost per day by entry; what does not move with the trips comes from the evaluation. */
export type CostByEntry = Record<CostEntryKey, number>;
export const noCost = (): CostByEntry => {
  const cost = {} as CostByEntry;
  for (const key of costEntryKeys) cost[key] = 0;
  return cost;
};
