import type { Minutes, Parcels } from '../units.ts';
import { type LotChains, noLot } from './lotChains.ts';

/**
 * Parcels are counted in lots: those of one cohort (wave of a day) on one flow that are at the same place. A lot
 * is an index into these arrays; every lot lies in exactly one chain or waits as an event, so parcels are never copied.
 */
export class LotPool {
  amount: Float64Array;
  /** Flow of inbound parcels; -1 = outbound. */
  flow: Int32Array;
  /** Cohort of inbound parcels, station index of outbound ones. */
  cohort: Int32Array;
  next: Int32Array;
  /** Of parcels that change lines: departure from the depot. Of outbound ones: up to when warmth is counted. */
  leftDepotMin: Float64Array;
  /** Arrival at the hub; mean hand-in of outbound parcels. */
  hereMin: Float64Array;
  /** Handed over at the hub: a branch line may take the lot from then on. Outbound: half the time over which it was handed in. */
  readyMin: Float64Array;
  /** Number of its own, never used again, and that of the lot this one was split off; -1 = none. */
  serial: Int32Array;
  splitFrom: Int32Array;
  /** Serial of the first lot it was split off, so that a part is as old as the whole. */
  age: Int32Array;
  /** Fresh outbound parcels: minutes above temperature so far, and minutes out of the cold since they were last in it; -1 = not cooled yet. */
  warmMin: Float64Array;
  exposedMin: Float64Array;
  private freeHead = noLot;
  private created = 0;
  /** Lots ever created; free ones among them hold no parcels. */
  used = 0;

  constructor(private capacity = 1024) {
    this.amount = new Float64Array(capacity);
    this.flow = new Int32Array(capacity);
    this.cohort = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.leftDepotMin = new Float64Array(capacity);
    this.hereMin = new Float64Array(capacity);
    this.readyMin = new Float64Array(capacity);
    this.serial = new Int32Array(capacity);
    this.splitFrom = new Int32Array(capacity);
    this.age = new Int32Array(capacity);
    this.warmMin = new Float64Array(capacity);
    this.exposedMin = new Float64Array(capacity);
  }

  /** Forgets all lots; the room they took stays. */
  clear(): void {
    this.used = 0;
    this.created = 0;
    this.freeHead = noLot;
  }

  create(amount: Parcels, flow: number, cohort: number): number {
    let lot = this.freeHead;
    if (lot === noLot) {
      if (this.used === this.capacity) this.grow();
      lot = this.used++;
    } else {
      this.freeHead = this.next[lot]!;
    }
    const serial = this.created++;
    this.amount[lot] = amount;
    this.flow[lot] = flow;
    this.cohort[lot] = cohort;
    this.next[lot] = noLot;
    this.serial[lot] = serial;
    this.age[lot] = serial;
    this.splitFrom[lot] = noLot;
    return lot;
  }

  /** Outbound parcels of a station, handed in evenly around `hereMin` and not cooled yet. */
  createOutbound(amount: Parcels, station: number, hereMin: Minutes, halfSpanMin: Minutes): number {
    const lot = this.create(amount, -1, station);
    this.hereMin[lot] = hereMin;
    this.readyMin[lot] = halfSpanMin;
    this.leftDepotMin[lot] = hereMin;
    this.warmMin[lot] = 0;
    this.exposedMin[lot] = -1;
    return lot;
  }

  release(lot: number): void {
    this.next[lot] = this.freeHead;
    this.freeHead = lot;
    this.amount[lot] = 0;
  }

  append(chains: LotChains, chain: number, lot: number): void {
    this.next[lot] = noLot;
    const tail = chains.tail[chain]!;
    if (tail === noLot) chains.head[chain] = lot;
    else this.next[tail] = lot;
    chains.tail[chain] = lot;
  }

  /** Takes the first lot out; the chain is not empty. */
  shift(chains: LotChains, chain: number): number {
    const lot = chains.head[chain]!;
    const next = this.next[lot]!;
    chains.head[chain] = next;
    if (next === noLot) chains.tail[chain] = noLot;
    return lot;
  }

  /** Splits `amount` off a lot into a new one. */
  split(lot: number, amount: Parcels): number {
    const part = this.create(amount, this.flow[lot]!, this.cohort[lot]!);
    this.leftDepotMin[part] = this.leftDepotMin[lot]!;
    this.hereMin[part] = this.hereMin[lot]!;
    this.readyMin[part] = this.readyMin[lot]!;
    this.warmMin[part] = this.warmMin[lot]!;
    this.exposedMin[part] = this.exposedMin[lot]!;
    this.splitFrom[part] = this.serial[lot]!;
    this.age[part] = this.age[lot]!;
    this.amount[lot]! -= amount;
    return part;
  }

  /** Parcels in all lots in use: what the conservation check compares with the books. */
  total(): Parcels {
    let sum = 0;
    for (let lot = 0; lot < this.used; lot++) sum += this.amount[lot]!;
    return sum;
  }

  private grow(): void {
    this.capacity *= 2;
    const wider = <Kind extends Float64Array | Int32Array>(from: Kind, to: Kind): Kind => {
      to.set(from);
      return to;
    };
    this.amount = wider(this.amount, new Float64Array(this.capacity));
    this.leftDepotMin = wider(this.leftDepotMin, new Float64Array(this.capacity));
    this.hereMin = wider(this.hereMin, new Float64Array(this.capacity));
    this.readyMin = wider(this.readyMin, new Float64Array(this.capacity));
    this.warmMin = wider(this.warmMin, new Float64Array(this.capacity));
    this.exposedMin = wider(this.exposedMin, new Float64Array(this.capacity));
    this.serial = wider(this.serial, new Int32Array(this.capacity));
    this.splitFrom = wider(this.splitFrom, new Int32Array(this.capacity));
    this.age = wider(this.age, new Int32Array(this.capacity));
    this.flow = wider(this.flow, new Int32Array(this.capacity));
    this.cohort = wider(this.cohort, new Int32Array(this.capacity));
    this.next = wider(this.next, new Int32Array(this.capacity));
  }
}
