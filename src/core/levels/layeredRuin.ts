import type { LayeredProblem } from '../model/layeredProblem.ts';
import type { SolverRandom } from '../solver/kernel/solverRandom.ts';
import type { LayeredState } from './layeredState.ts';

/** Customers taken out on average, as long as that is not too many of all. */
const averageRemoved = 10;
const largestRemovedShare = 0.35;
const longestString = 10;
const neighbourCount = 100;

/** Takes customers out of a plan: strings of neighbouring routes (SISR), whole routes, or those of an anchor. */
export class LayeredRuin {
  readonly removed: number[] = [];
  private readonly neighbours: Int32Array[];
  private readonly isRuined: Uint8Array;
  private readonly average: number;

  constructor(
    private readonly problem: LayeredProblem,
    slotCount: number,
    private readonly random: SolverRandom,
  ) {
    const { anchorCount, customerCount, legCost } = problem;
    const size = anchorCount + customerCount;
    this.isRuined = new Uint8Array(slotCount);
    this.average = Math.max(2, Math.min(averageRemoved, largestRemovedShare * customerCount));
    this.neighbours = Array.from({ length: customerCount }, (_, customer) => {
      const row = (anchorCount + customer) * size + anchorCount;
      const others = Array.from({ length: customerCount }, (__, other) => other);
      others.sort((a, b) => legCost[row + a]! - legCost[row + b]! || a - b);
      return Int32Array.from(others.slice(0, neighbourCount));
    });
  }

  /** Removes neighbouring strings of the routes around a random visit. */
  strings(state: LayeredState): void {
    this.removed.length = 0;
    const { problem, random } = this;
    const seed = random.below(problem.customerCount);
    const pattern = problem.patterns[seed]![state.patternOf[seed]!]!;
    const day = pattern[random.below(pattern.length)]!;
    let routes = 0;
    let visits = 0;
    for (let slot = day * state.slotsPerDay; slot < (day + 1) * state.slotsPerDay; slot++)
      if (state.first[slot]! >= 0) {
        routes++;
        visits += state.visitCount[slot]!;
      }
    const longest = Math.min(longestString, visits / routes);
    const mostStrings = (4 * this.average) / (1 + longest) - 1;
    const strings = Math.max(1, Math.floor(1 + random.unit() * mostStrings));
    this.isRuined.fill(0);
    let ruined = 0;
    for (const customer of this.neighbours[seed]!) {
      if (ruined >= strings) break;
      if (state.patternOf[customer]! < 0) continue;
      const visit = customer * problem.dayCount + day;
      const slot = state.slotOf[visit]!;
      if (slot < 0 || this.isRuined[slot] === 1) continue;
      this.isRuined[slot] = 1;
      ruined++;
      const most = Math.min(longest, state.visitCount[slot]!);
      this.string(state, visit, slot, Math.max(1, Math.floor(1 + random.unit() * most)));
    }
  }

  /** Removes `length` visits in a row that include the given one; half of the time some between them stay. */
  private string(state: LayeredState, visit: number, slot: number, length: number): void {
    const { random } = this;
    let kept = 0;
    if (random.below(2) === 0)
      while (
        kept + length < state.visitCount[slot]! &&
        random.below(100) >= 1 &&
        kept < length &&
        random.below(2) === 0
      )
        kept++;
    const span = Math.min(state.visitCount[slot]!, length + kept);
    let start = visit;
    for (let back = random.below(span); back > 0 && state.previous[start]! >= 0; back--)
      start = state.previous[start]!;
    const keepFrom = 1 + random.below(Math.max(1, length));
    const customers: number[] = [];
    let at = start;
    for (let index = 0; index < span && at >= 0; index++) {
      const isKept = index >= keepFrom && index < keepFrom + kept;
      if (!isKept) customers.push(Math.floor(at / this.problem.dayCount));
      at = state.next[at]!;
    }
    for (const customer of customers) this.take(state, customer);
  }

  /** Removes the customers nearest to a random one. */
  radius(state: LayeredState): void {
    this.removed.length = 0;
    const { problem, random } = this;
    const count = 1 + random.below(Math.max(1, Math.ceil(this.average * 1.5)));
    const seed = random.below(problem.customerCount);
    for (const customer of this.neighbours[seed]!.subarray(0, count)) this.take(state, customer);
  }

  /** Removes one whole route. */
  route(state: LayeredState): void {
    this.removed.length = 0;
    const start = this.random.below(state.first.length);
    for (let step = 0; step < state.first.length; step++) {
      const slot = (start + step) % state.first.length;
      if (state.first[slot]! < 0) continue;
      for (const customer of state.customersOf(slot)) this.take(state, customer);
      return;
    }
  }

  /** Closes an anchor: removes every customer it serves. */
  anchor(state: LayeredState, anchor: number): void {
    this.removed.length = 0;
    for (let slot = 0; slot < state.first.length; slot++)
      if (state.anchorOf[slot] === anchor)
        for (const customer of state.customersOf(slot)) this.take(state, customer);
  }

  /** Makes room for a new anchor: removes the customers nearest to it. */
  around(state: LayeredState, anchor: number): void {
    this.removed.length = 0;
    const { legCost, anchorCount, customerCount } = this.problem;
    const row = anchor * (anchorCount + customerCount) + anchorCount;
    const customers = Array.from({ length: customerCount }, (_, customer) => customer);
    customers.sort((a, b) => legCost[row + a]! - legCost[row + b]! || a - b);
    const count = 1 + this.random.below(Math.max(1, Math.floor(customerCount / 2)));
    for (const customer of customers.slice(0, count)) this.take(state, customer);
  }

  private take(state: LayeredState, customer: number): void {
    if (state.patternOf[customer]! < 0) return;
    state.removeCustomer(customer);
    this.removed.push(customer);
  }
}
