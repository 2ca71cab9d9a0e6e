import type { Minutes, Parcels } from '../units.ts';

/** End of a chain of lots. */
export const noLot = -1;

/** A chain of lots, first in first out. */
export interface LotChain {
  head: number;
  tail: number;
}
/** Empties a chain; its lots go on as the returned head. */
export function takeAll(chain: LotChain): number {
  const { head } = chain;
  chain.head = noLot;
  chain.tail = noLot;
  return head;
}
export const emptyChain = (): LotChain => ({ head: noLot, tail: noLot });

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
  leftDepotMin: Float64Array;
  /** Arrival at the hub; mean hand-in of outbound parcels. */
  hereMin: Float64Array;
  /** Number of its own, never used again, and that of the lot this one was split off; -1 = none. */
  serial: Int32Array;
  splitFrom: Int32Array;
  /** Fresh outbound parcels: minutes above temperature so far, and minutes out of the cold since they were last in it; -1 = not cooled yet. */
  warmMin: Float64Array;
  exposedMin: Float64Array;
  private freeHead = noLot;
  private created = 0;
  /** Lots ever created; free ones among them hold no parcels. */
  used = 0;

  constructor(private capacity = 4096) {
    this.amount = new Float64Array(capacity);
    this.flow = new Int32Array(capacity);
    this.cohort = new Int32Array(capacity);
    this.next = new Int32Array(capacity);
    this.leftDepotMin = new Float64Array(capacity);
    this.hereMin = new Float64Array(capacity);
    this.serial = new Int32Array(capacity);
    this.splitFrom = new Int32Array(capacity);
    this.warmMin = new Float64Array(capacity);
    this.exposedMin = new Float64Array(capacity);
  }

  create(amount: Parcels, flow: number, cohort: number, hereMin: Minutes): number {
    let lot = this.freeHead;
    if (lot === noLot) {
      if (this.used === this.capacity) this.grow();
      lot = this.used++;
    } else {
      this.freeHead = this.next[lot]!;
    }
    this.amount[lot] = amount;
    this.flow[lot] = flow;
    this.cohort[lot] = cohort;
    this.next[lot] = noLot;
    this.hereMin[lot] = hereMin;
    this.serial[lot] = this.created++;
    this.splitFrom[lot] = noLot;
    this.warmMin[lot] = 0;
    this.exposedMin[lot] = -1;
    return lot;
  }

  release(lot: number): void {
    this.next[lot] = this.freeHead;
    this.freeHead = lot;
    this.amount[lot] = 0;
  }

  append(chain: LotChain, lot: number): void {
    this.next[lot] = noLot;
    if (chain.tail === noLot) chain.head = lot;
    else this.next[chain.tail] = lot;
    chain.tail = lot;
  }

  /** Hangs a whole chain in front of another and empties it. */
  prepend(chain: LotChain, front: LotChain): void {
    if (front.tail === noLot) return;
    this.next[front.tail] = chain.head;
    if (chain.tail === noLot) chain.tail = front.tail;
    chain.head = front.head;
    front.head = noLot;
    front.tail = noLot;
  }

  /** Takes the first lot out; the chain is not empty. */
  shift(chain: LotChain): number {
    const lot = chain.head;
    chain.head = this.next[lot]!;
    if (chain.head === noLot) chain.tail = noLot;
    this.next[lot] = noLot;
    return lot;
  }

  /** Splits `amount` off a lot into a new one. */
  split(lot: number, amount: Parcels): number {
    const part = this.create(amount, this.flow[lot]!, this.cohort[lot]!, this.hereMin[lot]!);
    this.leftDepotMin[part] = this.leftDepotMin[lot]!;
    this.warmMin[part] = this.warmMin[lot]!;
    this.exposedMin[part] = this.exposedMin[lot]!;
    this.splitFrom[part] = this.serial[lot]!;
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
    this.warmMin = wider(this.warmMin, new Float64Array(this.capacity));
    this.exposedMin = wider(this.exposedMin, new Float64Array(this.capacity));
    this.serial = wider(this.serial, new Int32Array(this.capacity));
    this.splitFrom = wider(this.splitFrom, new Int32Array(this.capacity));
    this.flow = wider(this.flow, new Int32Array(this.capacity));
    this.cohort = wider(this.cohort, new Int32Array(this.capacity));
    this.next = wider(this.next, new Int32Array(this.capacity));
  }
}
