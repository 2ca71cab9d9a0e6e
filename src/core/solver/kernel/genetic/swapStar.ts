import { smaller } from '../whole.ts';
import { LineSide } from './lineSide.ts';
import type { Tours } from './tours.ts';

const none: i32 = 0x3fffffff;
/** Numbers kept about the best places for a task on a line: three costs, and three nodes to put it behind. */
const entryLength: i32 = 6;

/**
 * SWAP* (Vidal 2022): exchanges two tasks of two lines, each going to its best place rather than to the other's. For
 * a task the three best places on another line are found when first asked for, and remembered until that line changes.
 */
export class SwapStar {
  private readonly places: Int32Array;
  private readonly seenAt: Int32Array;
  private readonly first: LineSide;
  private readonly second: LineSide;
  /** Lengths from a task of the first line to the nodes of the second. */
  private readonly distance: Int32Array;
  /** Least cost of a place for each task of the second line on the first as it is; `none` = not known yet. */
  private readonly nearest: Int32Array;
  private foundBehind: i32 = -1;
  // The best exchange so far: change of cost, tasks (v = -1: none) and nodes to put them behind.
  private best: f64 = 0;
  private u: i32 = -1;
  private v: i32 = -1;
  private uBehind: i32 = -1;
  private vBehind: i32 = -1;

  constructor(private readonly tours: Tours) {
    const { n, lines } = tours;
    this.places = new Int32Array(n * lines * entryLength);
    this.seenAt = new Int32Array(n * lines);
    this.first = new LineSide(tours);
    this.second = new LineSide(tours);
    this.distance = new Int32Array(n + 2);
    this.nearest = new Int32Array(n + 2);
  }

  /** Forgets everything: another plan has been taken in. */
  reset(): void {
    const { seenAt } = this;
    for (let pair = 0; pair < seenAt.length; pair++) seenAt[pair] = -1;
  }

  /** The best exchange or relocation between two lines; true when it improves and was carried out. */
  improve(line: i32, otherLine: i32): boolean {
    const { tours, first, second } = this;
    first.take(line);
    second.take(otherLine);
    this.best = 0;
    this.v = -1;
    this.exchange();
    this.relocate(first, second);
    this.relocate(second, first);
    if (this.best >= 0) return false;
    tours.putBehind(this.u, this.uBehind);
    if (this.v >= 0) tours.putBehind(this.v, this.vBehind);
    tours.moves++;
    tours.refresh(line);
    tours.refresh(otherLine);
    return true;
  }

  private exchange(): void {
    const { tours, first, second, distance, nearest, places } = this;
    const { node, demand, removal, bridge, count } = second;
    const { row, lengths } = tours;
    const firstRoom = tours.capacity - tours.load[first.line]!;
    const secondRoom = tours.capacity - tours.load[second.line]!;
    const penalties = tours.penalty[first.line]! + tours.penalty[second.line]!;
    // No change of length from here on can pay.
    let limit = tours.leeway[first.line]! + tours.leeway[second.line]!;
    for (let at = 1; at <= count; at++) nearest[at] = none;
    for (let from = 1; from <= first.count; from++) {
      const one = first.node[from]!;
      const oneRow = row[one]!;
      const beforeRow = row[first.node[from - 1]!]!;
      const afterRow = row[first.node[from + 1]!]!;
      const oneDemand = first.demand[from]!;
      const oneRemoval = first.removal[from]!;
      const oneBridge = first.bridge[from]!;
      const entry = this.placesOf(one, second);
      const cheapest = places[entry]!;
      for (let at = 0; at <= count + 1; at++) distance[at] = lengths[oneRow + node[at]!]!;
      for (let at = 1; at <= count; at++) {
        // What the exchange costs at least: without, then with the way to the other task.
        const inPlace = distance[at - 1]! + distance[at + 1]! - bridge[at]!;
        let least = oneRemoval + removal[at]! + smaller(inPlace, cheapest);
        if (least >= limit) continue;
        const moved = demand[at]! - oneDemand;
        if ((moved > firstRoom || -moved > secondRoom) && !this.mayPay(from, at, penalties)) continue;
        const other = node[at]!;
        const inOther = lengths[beforeRow + other]! + lengths[afterRow + other]! - oneBridge;
        if (nearest[at] === none) nearest[at] = places[this.placesOf(other, first)]!;
        least += smaller(inOther, nearest[at]!);
        if (least >= limit) continue;
        this.weigh(from, at, inPlace, inOther, penalties);
        limit = tours.roundUp(this.best + penalties);
      }
    }
  }

  /** Cost of an exchange without the ways to the tasks' new places. */
  private fixed(from: i32, at: i32, penalties: f64): f64 {
    const { tours, first, second } = this;
    const moved = second.demand[at]! - first.demand[from]!;
    const removals = first.removal[from]! + second.removal[at]!;
    const penaltiesAfter =
      tours.overload(tours.load[first.line]! + moved) + tours.overload(tours.load[second.line]! - moved);
    return (removals as f64) + (penaltiesAfter - penalties);
  }

  /** Inserting costs at least nothing (triangle inequality nearly holds on roads): a filter, not a proof. */
  private mayPay(from: i32, at: i32, penalties: f64): boolean {
    return this.fixed(from, at, penalties) < this.best;
  }

  /** Keeps an exchange that is better than the best so far. */
  private weigh(from: i32, at: i32, inPlace: i32, inOther: i32, penalties: f64): void {
    const { first, second } = this;
    const one = first.node[from]!;
    const other = second.node[at]!;
    const fixed = this.fixed(from, at, penalties);
    if (fixed >= this.best) return;
    const change = fixed + (this.placeCost(inPlace, second, at, this.placesOf(one, second)) as f64);
    if (change >= this.best) return;
    const behind = this.foundBehind;
    const whole = change + (this.placeCost(inOther, first, from, this.placesOf(other, first)) as f64);
    if (whole >= this.best) return;
    this.best = whole;
    this.u = one;
    this.v = other;
    this.uBehind = behind;
    this.vBehind = this.foundBehind;
  }

  /** A task alone to the other line. */
  private relocate(from: LineSide, to: LineSide): void {
    const { tours, places } = this;
    const { load, penalty } = tours;
    const penalties = penalty[from.line]! + penalty[to.line]!;
    for (let at = 1; at <= from.count; at++) {
      const moved = from.demand[at]!;
      const penaltiesAfter =
        tours.overload(load[from.line]! - moved) + tours.overload(load[to.line]! + moved);
      const fixed = (from.removal[at]! as f64) + (penaltiesAfter - penalties);
      if (fixed >= this.best) continue;
      const entry = this.placesOf(from.node[at]!, to);
      const change = fixed + (places[entry]! as f64);
      if (change >= this.best) continue;
      this.best = change;
      this.u = from.node[at]!;
      this.v = -1;
      this.uBehind = places[entry + 3]!;
    }
  }

  /** Where the best places for a task on a line are kept. */
  private placesOf(task: i32, to: LineSide): i32 {
    const { tours, seenAt } = this;
    const pair = task * tours.lines + to.line;
    if (seenAt[pair]! < tours.changedAt[to.line]!) {
      seenAt[pair] = tours.moves;
      this.findPlaces(task, to, pair * entryLength);
    }
    return pair * entryLength;
  }

  private findPlaces(task: i32, to: LineSide, entry: i32): void {
    const { tours, places } = this;
    const { node, leg, count } = to;
    const { row, lengths } = tours;
    const taskRow = row[task]!;
    let cost1 = none;
    let cost2 = none;
    let cost3 = none;
    let at1 = -1;
    let at2 = -1;
    let at3 = -1;
    let distance = lengths[taskRow + node[0]!]!;
    for (let at = 0; at <= count; at++) {
      const onward = lengths[taskRow + node[at + 1]!]!;
      const cost = distance + onward - leg[at]!;
      distance = onward;
      if (cost >= cost3) continue;
      if (cost >= cost2) {
        cost3 = cost;
        at3 = at;
        continue;
      }
      cost3 = cost2;
      at3 = at2;
      if (cost >= cost1) {
        cost2 = cost;
        at2 = at;
        continue;
      }
      cost2 = cost1;
      at2 = at1;
      cost1 = cost;
      at1 = at;
    }
    places[entry] = cost1;
    places[entry + 1] = cost2;
    places[entry + 2] = cost3;
    places[entry + 3] = at1 < 0 ? -1 : node[at1]!;
    places[entry + 4] = at2 < 0 ? -1 : node[at2]!;
    places[entry + 5] = at3 < 0 ? -1 : node[at3]!;
  }

  /** Least cost of a place on a line once a task of it is gone, `inPlace` in its own; `foundBehind` tells which. */
  private placeCost(inPlace: i32, side: LineSide, leaving: i32, entry: i32): i32 {
    const { places } = this;
    const before = side.node[leaving - 1]!;
    const gone = side.node[leaving]!;
    this.foundBehind = before;
    for (let at = entry; at < entry + 3; at++) {
      const behind = places[at + 3]!;
      if (behind === gone || behind === before || behind < 0) continue;
      if (places[at]! >= inPlace) return inPlace;
      this.foundBehind = behind;
      return places[at]!;
    }
    return inPlace;
  }
}
