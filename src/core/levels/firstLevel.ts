import type { FirstLevel, TruckRoute } from '../model/layeredProblem.ts';

export interface FirstLevelPlan {
  /** Infinity where the trucks or an anchor cannot carry the loads. */
  readonly cost: number;
  readonly trucks: readonly TruckRoute[];
}

/** Up to so many open anchors every order of them is tried. */
const exhaustiveUpTo = 6;
const cacheSize = 50_000;

/**
 * Cheapest truck routes that bring the given loads to the anchors, with split deliveries. Full truckloads go out and back.
 * What is left is served in an order of the anchors: a truck ends at an anchor's border or is filled up with a part of
 * the next anchor's load. All orders are tried for few anchors, an order improved by moves for more.
 */
export class FirstLevelCost {
  private readonly size: number;
  private readonly cache = new Map<string, FirstLevelPlan>();

  constructor(private readonly level: FirstLevel) {
    this.size = level.openCost.length + 1;
  }

  plan(loads: Float64Array): FirstLevelPlan {
    const key = loads.join(' ');
    const known = this.cache.get(key);
    if (known) return known;
    if (this.cache.size >= cacheSize) this.cache.clear();
    const plan = this.compute(loads);
    this.cache.set(key, plan);
    return plan;
  }

  /** What one more anchor adds at least roughly: a detour from an anchor already supplied, or a truck of its own. */
  openingCost(anchor: number, loads: Float64Array): number {
    const { legCost, openCost } = this.level;
    const here = anchor + 1;
    let detour = legCost[here]! + legCost[here * this.size]!;
    for (let other = 1; other < this.size; other++) {
      if (other === here || loads[other - 1]! <= 0) continue;
      const after =
        legCost[other * this.size + here]! + legCost[here * this.size]! - legCost[other * this.size]!;
      if (after < detour) detour = after;
    }
    return detour + openCost[anchor]!;
  }

  private compute(loads: Float64Array): FirstLevelPlan {
    const { level } = this;
    let base = 0;
    let trucksUsed = 0;
    const trucks: TruckRoute[] = [];
    const open: number[] = [];
    const rest = new Float64Array(loads.length);
    for (let anchor = 0; anchor < loads.length; anchor++) {
      let load = loads[anchor]!;
      if (load <= 0) continue;
      base += level.openCost[anchor]!;
      if (load > level.anchorCapacity[anchor]!) return { cost: Number.POSITIVE_INFINITY, trucks: [] };
      while (load > level.capacity) {
        load -= level.capacity;
        trucksUsed++;
        base += this.leg(0, anchor + 1) + this.leg(anchor + 1, 0) + level.fixedCost;
        trucks.push({ calls: [{ anchor, amount: level.capacity }] });
      }
      rest[anchor] = load;
      open.push(anchor);
    }
    const trucksLeft = level.truckCount - trucksUsed;
    const best =
      open.length <= exhaustiveUpTo
        ? this.tryAll(open, rest, trucksLeft)
        : this.improve(open, rest, trucksLeft);
    return { cost: base + best.cost, trucks: [...trucks, ...best.trucks] };
  }

  private leg(from: number, to: number): number {
    return this.level.legCost[from * this.size + to]!;
  }

  private tryAll(open: readonly number[], rest: Float64Array, trucksLeft: number): FirstLevelPlan {
    let best: FirstLevelPlan = { cost: Number.POSITIVE_INFINITY, trucks: [] };
    const order = [...open];
    const permute = (from: number): void => {
      if (from >= order.length - 1) {
        const plan = this.serve(order, rest, 0, order.length > 0 ? rest[order[0]!]! : 0, trucksLeft);
        if (plan.cost < best.cost) best = plan;
        return;
      }
      for (let index = from; index < order.length; index++) {
        [order[from], order[index]] = [order[index]!, order[from]!];
        permute(from + 1);
        [order[from], order[index]] = [order[index]!, order[from]!];
      }
    };
    permute(0);
    return best;
  }

  /** Nearest-neighbour order, then anchors are moved and pieces turned round while that helps. */
  private improve(open: readonly number[], rest: Float64Array, trucksLeft: number): FirstLevelPlan {
    let order: number[] = [];
    const left = new Set(open);
    let here = 0;
    while (left.size > 0) {
      let next = -1;
      for (const anchor of left)
        if (next < 0 || this.leg(here, anchor + 1) < this.leg(here, next + 1)) next = anchor;
      left.delete(next);
      order.push(next);
      here = next + 1;
    }
    const evaluate = (candidate: readonly number[]): FirstLevelPlan =>
      this.serve(candidate, rest, 0, rest[candidate[0]!]!, trucksLeft);
    let best = evaluate(order);
    for (let isBetter = true; isBetter; ) {
      isBetter = false;
      for (let from = 0; from < order.length; from++) {
        for (let to = 0; to < order.length; to++) {
          if (from === to) continue;
          const moved = order.filter((_, index) => index !== from);
          moved.splice(to, 0, order[from]!);
          const turned =
            from < to
              ? [...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)]
              : moved;
          for (const candidate of [moved, turned]) {
            const plan = evaluate(candidate);
            if (plan.cost >= best.cost) continue;
            best = plan;
            order = candidate;
            isBetter = true;
          }
        }
      }
    }
    return best;
  }

  /** Serves the anchors from `index` on, of the first of which `firstLoad` is left, with new trucks. */
  private serve(
    order: readonly number[],
    rest: Float64Array,
    index: number,
    firstLoad: number,
    trucksLeft: number,
  ): FirstLevelPlan {
    if (index >= order.length) return { cost: 0, trucks: [] };
    let best: FirstLevelPlan = { cost: Number.POSITIVE_INFINITY, trucks: [] };
    if (trucksLeft <= 0) return best;
    const { capacity, fixedCost } = this.level;
    const calls: { anchor: number; amount: number }[] = [];
    let room = capacity;
    let travel = fixedCost;
    let here = 0;
    const consider = (nextIndex: number, nextLoad: number, travelled: number): void => {
      const later = this.serve(order, rest, nextIndex, nextLoad, trucksLeft - 1);
      const cost = travelled + later.cost;
      if (cost < best.cost) best = { cost, trucks: [{ calls: [...calls] }, ...later.trucks] };
    };
    for (let at = index; at < order.length; at++) {
      const anchor = order[at]!;
      const load = at === index ? firstLoad : rest[anchor]!;
      if (room <= 0) break;
      travel += this.leg(here, anchor + 1);
      here = anchor + 1;
      if (load > room) {
        calls.push({ anchor, amount: room });
        consider(at, load - room, travel + this.leg(here, 0));
        break;
      }
      calls.push({ anchor, amount: load });
      room -= load;
      consider(at + 1, at + 1 < order.length ? rest[order[at + 1]!]! : 0, travel + this.leg(here, 0));
    }
    return best;
  }
}
