import type { LayeredProblem } from '../model/layeredProblem.ts';
import type { SolverRandom } from '../solver/kernel/solverRandom.ts';
import type { FirstLevelCost } from './firstLevel.ts';
import type { LayeredState } from './layeredState.ts';

/** Prices of breaking a limit, per unit of excess; adapted by the search. */
export interface Penalties {
  perLoad: number;
  perDuration: number;
}

/** One position in so many is overlooked, so that the greedy way is not always the same (blinks of SISR). */
const blinkOneIn = 100;
/** A customer takes a pattern at random once in so many times. */
const randomPatternOneIn = 25;

/** Puts removed customers back where they cost least, all visits of a pattern at once. */
export class LayeredRecreate {
  private readonly bestCost: Float64Array;
  private readonly bestSlot: Int32Array;
  private readonly bestAfter: Int32Array;
  private readonly bestAnchor: Int32Array;
  private readonly key: Float64Array;
  private readonly remoteness: Float64Array;
  private untilBlink = blinkOneIn;

  constructor(
    private readonly problem: LayeredProblem,
    private readonly firstLevel: FirstLevelCost | null,
    private readonly penalties: Penalties,
    private readonly random: SolverRandom,
  ) {
    this.bestCost = new Float64Array(problem.dayCount);
    this.bestSlot = new Int32Array(problem.dayCount);
    this.bestAfter = new Int32Array(problem.dayCount);
    this.bestAnchor = new Int32Array(problem.dayCount);
    this.key = new Float64Array(problem.customerCount);
    const size = problem.anchorCount + problem.customerCount;
    this.remoteness = Float64Array.from({ length: problem.customerCount }, (_, customer) => {
      let nearest = Number.POSITIVE_INFINITY;
      for (let anchor = 0; anchor < problem.anchorCount; anchor++)
        nearest = Math.min(nearest, problem.legCost[anchor * size + problem.anchorCount + customer]!);
      return nearest;
    });
  }

  /** Inserts all removed customers; no new route starts at `bannedAnchor`, one at `wantedAnchor` opens for nothing. */
  run(state: LayeredState, removed: number[], bannedAnchor: number, wantedAnchor: number): void {
    this.order(removed);
    for (const customer of removed) this.insert(state, customer, bannedAnchor, wantedAnchor);
  }

  private order(removed: number[]): void {
    const { problem, random, key } = this;
    const draw = random.below(11);
    for (const customer of removed) {
      key[customer] =
        draw < 4
          ? random.next()
          : draw < 8
            ? -problem.load[customer]! * (problem.patterns[customer]![0]?.length ?? 1)
            : draw < 10
              ? -this.remoteness[customer]!
              : this.remoteness[customer]!;
    }
    removed.sort((a, b) => key[a]! - key[b]! || a - b);
  }

  private insert(state: LayeredState, customer: number, banned: number, wanted: number): void {
    const { problem, random, bestCost } = this;
    bestCost.fill(-1);
    const patterns = problem.patterns[customer]!;
    let chosen = -1;
    if (patterns.length > 1 && random.below(randomPatternOneIn) === 0) {
      chosen = random.below(patterns.length);
      for (const day of patterns[chosen]!) this.price(state, customer, day, banned, wanted);
    } else {
      let least = Number.POSITIVE_INFINITY;
      for (let index = 0; index < patterns.length; index++) {
        let sum = 0;
        for (const day of patterns[index]!) {
          if (bestCost[day]! < 0) this.price(state, customer, day, banned, wanted);
          sum += bestCost[day]!;
        }
        if (sum < least) {
          least = sum;
          chosen = index;
        }
      }
      if (chosen < 0) chosen = 0;
    }
    state.patternOf[customer] = chosen;
    for (const day of patterns[chosen]!) {
      const visit = customer * problem.dayCount + day;
      state.link(visit, this.bestSlot[day]!, this.bestAfter[day]!, this.bestAnchor[day]!);
    }
  }

  /** Cheapest place on one day, penalties included; recorded by day. Negative detours count as 0 so that -1 marks "unknown". */
  private price(state: LayeredState, customer: number, day: number, banned: number, wanted: number): void {
    const { problem, penalties } = this;
    const { legCost, anchorCount, dayCount, vehicle } = problem;
    const size = anchorCount + problem.customerCount;
    const node = anchorCount + customer;
    const row = node * size;
    const load = problem.load[customer]!;
    const service = problem.service[customer]!;
    const firstSlot = day * state.slotsPerDay;
    const { next, first, anchorOf, slotLoad, slotTravel, slotService } = state;
    let least = Number.POSITIVE_INFINITY;
    let emptySlot = -1;
    for (let slot = firstSlot; slot < firstSlot + state.slotsPerDay; slot++) {
      if (first[slot]! < 0) {
        emptySlot = slot;
        continue;
      }
      const overload =
        Math.max(0, slotLoad[slot]! + load - vehicle.capacity) -
        Math.max(0, slotLoad[slot]! - vehicle.capacity);
      const base = overload * penalties.perLoad;
      if (base >= least) continue;
      const anchor = anchorOf[slot]!;
      let detour = Number.POSITIVE_INFINITY;
      let place = -1;
      let from = anchor;
      let after = -1;
      let visit = first[slot]!;
      for (;;) {
        const to = visit < 0 ? anchor : anchorCount + Math.floor(visit / dayCount);
        const extra = legCost[from * size + node]! + legCost[row + to]! - legCost[from * size + to]!;
        if (extra < detour) {
          if (--this.untilBlink <= 0) this.untilBlink = 1 + this.random.below(2 * blinkOneIn);
          else {
            detour = extra;
            place = after;
          }
        }
        if (visit < 0) break;
        from = to;
        after = visit;
        visit = next[visit]!;
      }
      if (detour === Number.POSITIVE_INFINITY) continue;
      let cost = detour + base;
      if (penalties.perDuration > 0) {
        const duration = slotTravel[slot]! + slotService[slot]!;
        cost +=
          penalties.perDuration *
          (Math.max(0, duration + detour + service - vehicle.maxDuration) -
            Math.max(0, duration - vehicle.maxDuration));
      }
      if (cost < least) {
        least = cost;
        this.bestSlot[day] = slot;
        this.bestAfter[day] = place;
        this.bestAnchor[day] = anchor;
      }
    }
    if (emptySlot >= 0) {
      for (let anchor = 0; anchor < anchorCount; anchor++) {
        if (anchor === banned && anchorCount > 1) continue;
        if (state.routesAt[day * anchorCount + anchor]! >= vehicle.perAnchor) continue;
        let cost = legCost[anchor * size + node]! + legCost[row + anchor]! + vehicle.fixedCost;
        if (this.firstLevel && anchor !== wanted && state.anchorLoad[anchor]! <= 0)
          cost += this.firstLevel.openingCost(anchor, state.anchorLoad);
        if (cost < least) {
          least = cost;
          this.bestSlot[day] = emptySlot;
          this.bestAfter[day] = -1;
          this.bestAnchor[day] = anchor;
        }
      }
    }
    if (least === Number.POSITIVE_INFINITY) this.anywhere(state, day, emptySlot);
    this.bestCost[day] = Math.max(0, least);
  }

  /** Every position was overlooked or banned: the first route that exists, or a new one at the first anchor. */
  private anywhere(state: LayeredState, day: number, emptySlot: number): void {
    const firstSlot = day * state.slotsPerDay;
    for (let slot = firstSlot; slot < firstSlot + state.slotsPerDay; slot++) {
      if (state.first[slot]! < 0) continue;
      this.bestSlot[day] = slot;
      this.bestAfter[day] = -1;
      this.bestAnchor[day] = state.anchorOf[slot]!;
      return;
    }
    this.bestSlot[day] = emptySlot;
    this.bestAfter[day] = -1;
    this.bestAnchor[day] = 0;
  }
}
