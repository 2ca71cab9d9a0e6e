import type { Minutes, Parcels } from '../units.ts';

/** The time of every lot that became available, station by station; room for more is made where one has many. */
export class TimeRecords {
  /** By station. */
  readonly count: Int32Array;
  minutes: Float64Array;
  amount: Float64Array;
  calendarDays: Int32Array;

  constructor(
    readonly stationCount: number,
    /** Records there is room for at every station: station s has those from s x room on. */
    public room: number,
  ) {
    this.count = new Int32Array(stationCount);
    this.minutes = new Float64Array(stationCount * room);
    this.amount = new Float64Array(stationCount * room);
    this.calendarDays = new Int32Array(stationCount * room);
  }

  clear(): void {
    this.count.fill(0);
  }

  add(station: number, minutes: Minutes, amount: Parcels, calendarDays: number): void {
    if (this.count[station] === this.room) this.widen();
    const at = station * this.room + this.count[station]!++;
    this.minutes[at] = minutes;
    this.amount[at] = amount;
    this.calendarDays[at] = calendarDays;
  }

  private widen(): void {
    const room = this.room * 2;
    const spread = <Kind extends Float64Array | Int32Array>(from: Kind, to: Kind): Kind => {
      for (let station = 0; station < this.stationCount; station++)
        to.set(from.subarray(station * this.room, (station + 1) * this.room), station * room);
      return to;
    };
    this.minutes = spread(this.minutes, new Float64Array(this.stationCount * room));
    this.amount = spread(this.amount, new Float64Array(this.stationCount * room));
    this.calendarDays = spread(this.calendarDays, new Int32Array(this.stationCount * room));
    this.room = room;
  }
}
