import type { LayeredProblem } from '../model/layeredProblem.ts';

/**
 * A plan as linked lists in typed arrays. A visit is numbered customer * dayCount + day; a slot holds one route of its
 * day or is empty; -1 ends a list. Copied as a whole, which for a few hundred visits is cheaper than undoing.
 */
export class LayeredState {
  readonly next: Int32Array;
  readonly previous: Int32Array;
  readonly slotOf: Int32Array;
  /** Pattern in use, -1 = the customer is out of the plan. */
  readonly patternOf: Int32Array;
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly anchorOf: Int32Array;
  readonly visitCount: Int32Array;
  readonly slotLoad: Float64Array;
  /** Legs of the route; 0 when empty. */
  readonly slotTravel: Float64Array;
  readonly slotService: Float64Array;
  /** Entry [day * anchorCount + anchor]. */
  readonly routesAt: Int32Array;
  readonly anchorLoad: Float64Array;
  readonly slotsPerDay: number;

  constructor(readonly problem: LayeredProblem) {
    const visits = problem.customerCount * problem.dayCount;
    this.slotsPerDay = Math.min(problem.vehicle.perDay, problem.customerCount);
    const slots = this.slotsPerDay * problem.dayCount;
    this.next = new Int32Array(visits).fill(-1);
    this.previous = new Int32Array(visits).fill(-1);
    this.slotOf = new Int32Array(visits).fill(-1);
    this.patternOf = new Int32Array(problem.customerCount).fill(-1);
    this.first = new Int32Array(slots).fill(-1);
    this.last = new Int32Array(slots).fill(-1);
    this.anchorOf = new Int32Array(slots).fill(-1);
    this.visitCount = new Int32Array(slots);
    this.slotLoad = new Float64Array(slots);
    this.slotTravel = new Float64Array(slots);
    this.slotService = new Float64Array(slots);
    this.routesAt = new Int32Array(problem.dayCount * problem.anchorCount);
    this.anchorLoad = new Float64Array(problem.anchorCount);
  }

  copyFrom(other: LayeredState): void {
    this.next.set(other.next);
    this.previous.set(other.previous);
    this.slotOf.set(other.slotOf);
    this.patternOf.set(other.patternOf);
    this.first.set(other.first);
    this.last.set(other.last);
    this.anchorOf.set(other.anchorOf);
    this.visitCount.set(other.visitCount);
    this.slotLoad.set(other.slotLoad);
    this.slotTravel.set(other.slotTravel);
    this.slotService.set(other.slotService);
    this.routesAt.set(other.routesAt);
    this.anchorLoad.set(other.anchorLoad);
  }

  /** Node of a visit, or of the route's anchor at either end. */
  nodeOf(visit: number, slot: number): number {
    return visit < 0
      ? this.anchorOf[slot]!
      : this.problem.anchorCount + Math.floor(visit / this.problem.dayCount);
  }

  /** Puts a visit behind another (-1 = first of the route); an empty slot is opened at the anchor. */
  link(visit: number, slot: number, after: number, anchor: number): void {
    const { problem } = this;
    const size = problem.anchorCount + problem.customerCount;
    const customer = Math.floor(visit / problem.dayCount);
    if (this.first[slot]! < 0) {
      this.anchorOf[slot] = anchor;
      this.routesAt[(visit % problem.dayCount) * problem.anchorCount + anchor]!++;
    }
    const before = after < 0 ? this.first[slot]! : this.next[after]!;
    const node = problem.anchorCount + customer;
    const from = this.nodeOf(after, slot);
    const to = this.nodeOf(before, slot);
    const { legCost } = problem;
    const replaced = this.first[slot]! < 0 ? 0 : legCost[from * size + to]!;
    this.slotTravel[slot]! += legCost[from * size + node]! + legCost[node * size + to]! - replaced;
    this.previous[visit] = after;
    this.next[visit] = before;
    if (after < 0) this.first[slot] = visit;
    else this.next[after] = visit;
    if (before < 0) this.last[slot] = visit;
    else this.previous[before] = visit;
    this.slotOf[visit] = slot;
    this.visitCount[slot]!++;
    this.slotLoad[slot]! += problem.load[customer]!;
    this.slotService[slot]! += problem.service[customer]!;
    this.anchorLoad[this.anchorOf[slot]!]! += problem.load[customer]!;
  }

  unlink(visit: number): void {
    const { problem } = this;
    const size = problem.anchorCount + problem.customerCount;
    const slot = this.slotOf[visit]!;
    const customer = Math.floor(visit / problem.dayCount);
    const before = this.previous[visit]!;
    const after = this.next[visit]!;
    const node = problem.anchorCount + customer;
    const from = this.nodeOf(before, slot);
    const to = this.nodeOf(after, slot);
    const { legCost } = problem;
    if (before < 0) this.first[slot] = after;
    else this.next[before] = after;
    if (after < 0) this.last[slot] = before;
    else this.previous[after] = before;
    this.slotOf[visit] = -1;
    this.visitCount[slot]!--;
    this.slotLoad[slot]! -= problem.load[customer]!;
    this.slotService[slot]! -= problem.service[customer]!;
    const anchor = this.anchorOf[slot]!;
    this.anchorLoad[anchor]! -= problem.load[customer]!;
    if (this.first[slot]! < 0) {
      this.slotTravel[slot] = 0;
      this.anchorOf[slot] = -1;
      this.routesAt[(visit % problem.dayCount) * problem.anchorCount + anchor]!--;
    } else {
      this.slotTravel[slot]! +=
        legCost[from * size + to]! - legCost[from * size + node]! - legCost[node * size + to]!;
    }
  }

  /** Takes a customer off all its days. */
  removeCustomer(customer: number): void {
    const pattern = this.problem.patterns[customer]![this.patternOf[customer]!]!;
    for (const day of pattern) this.unlink(customer * this.problem.dayCount + day);
    this.patternOf[customer] = -1;
  }

  /** Customers of a slot in order. */
  customersOf(slot: number): number[] {
    const customers: number[] = [];
    for (let visit = this.first[slot]!; visit >= 0; visit = this.next[visit]!)
      customers.push(Math.floor(visit / this.problem.dayCount));
    return customers;
  }
}
