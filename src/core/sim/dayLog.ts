import { type DayLog, depotPlace } from '../model/dayLog.ts';
import { type Minutes, minPerDay, type Parcels } from '../units.ts';
import { runReplication } from './runReplication.ts';
import type { SimulationModel } from './simulationModel.ts';

/** Writes down where the vehicles of one day are and what lies where; told of everything, it keeps what is of the day. */
export class DayLogger {
  private readonly startMin: Minutes;
  private readonly endMin: Minutes;
  private readonly legRows: number[][] = [];
  private readonly stockRows: number[][] = [];
  private readonly latest = new Map<number, Parcels>();
  private readonly availableAt: Float64Array;
  private hasBegun = false;

  constructor(
    private readonly model: SimulationModel,
    readonly day: number,
  ) {
    this.startMin = day * minPerDay;
    this.endMin = (day + 1) * minPerDay;
    this.availableAt = new Float64Array(model.stations.length);
  }

  leg(
    lineIndex: number,
    tripIndex: number,
    position: number,
    ofDay: number,
    departMin: Minutes,
    arriveMin: Minutes,
    parcels: Parcels,
  ): void {
    if (ofDay !== this.day) return;
    const { firstCall, callCount, originIndex } = this.model.lines[lineIndex]!;
    const place = (call: number): number =>
      call < 0 || call >= callCount ? originIndex : this.model.calls[firstCall + call]!.stationIndex;
    this.drive(lineIndex, tripIndex, place(position - 1), place(position), departMin, arriveMin, parcels);
  }

  /** From the village where a vehicle stood, at the end of its duty's last trip, to load for `tripIndex`. */
  driveIn(
    tripIndex: number,
    homeTrip: number,
    ofDay: number,
    departMin: Minutes,
    arriveMin: Minutes,
    parcels: Parcels,
  ): void {
    if (ofDay !== this.day) return;
    const { lines, trips, calls } = this.model;
    const { firstCall, callCount, originIndex } = lines[trips[homeTrip]!.lineIndex]!;
    const from = callCount === 0 ? originIndex : calls[firstCall + callCount - 1]!.stationIndex;
    this.drive(trips[tripIndex]!.lineIndex, tripIndex, from, originIndex, departMin, arriveMin, parcels);
  }

  private drive(
    lineIndex: number,
    tripIndex: number,
    from: number,
    to: number,
    departMin: Minutes,
    arriveMin: Minutes,
    parcels: Parcels,
  ): void {
    const minutes = [departMin - this.startMin, arriveMin - this.startMin];
    this.legRows.push([lineIndex, tripIndex, from, to, ...minutes, parcels]);
  }

  depotStock(atMin: Minutes, parcels: Parcels): void {
    this.step(depotPlace, atMin, parcels);
  }

  hubStock(hub: number, atMin: Minutes, parcels: Parcels): void {
    this.step(hub, atMin, parcels);
  }

  available(station: number, atMin: Minutes, parcels: Parcels): void {
    if (this.model.isHub[station] || atMin < this.startMin || atMin >= this.endMin) return;
    this.availableAt[station]! += parcels;
    this.stockRows.push([station, atMin - this.startMin, this.availableAt[station]!]);
  }

  private step(place: number, atMin: Minutes, parcels: Parcels): void {
    if (atMin >= this.endMin) return;
    if (atMin < this.startMin) {
      this.latest.set(place, parcels);
      return;
    }
    this.begin();
    this.stockRows.push([place, atMin - this.startMin, parcels]);
  }

  /** What lay there at midnight stands first. */
  private begin(): void {
    if (this.hasBegun) return;
    this.hasBegun = true;
    for (const [place, parcels] of this.latest) this.stockRows.push([place, 0, parcels]);
  }

  toLog(replication: number): DayLog {
    this.begin();
    const legs = this.legRows.sort((a, b) => a[4]! - b[4]! || a[1]! - b[1]!);
    const stock = this.stockRows.sort((a, b) => a[1]! - b[1]!);
    const whole = (rows: number[][], column: number): Int32Array =>
      Int32Array.from(rows, (row) => row[column]!);
    const real = (rows: number[][], column: number): Float64Array =>
      Float64Array.from(rows, (row) => row[column]!);
    return {
      day: this.day,
      replication,
      lineIds: this.model.lines.map(({ line }) => line.id),
      stationIds: this.model.stations.map((station) => station.id),
      legs: {
        lineIndex: whole(legs, 0),
        tripIndex: whole(legs, 1),
        fromPlace: whole(legs, 2),
        toPlace: whole(legs, 3),
        departMin: real(legs, 4),
        arriveMin: real(legs, 5),
        parcels: real(legs, 6),
      },
      stock: { place: whole(stock, 0), atMin: real(stock, 1), parcels: real(stock, 2) },
    };
  }
}

/** The log of one day of one replication: that replication is run again, which takes milliseconds. */
export function dayLog(model: SimulationModel, replication: number, day: number): DayLog {
  const log = new DayLogger(model, day);
  runReplication(model, replication, { log });
  return log.toLog(replication);
}
