import { smaller } from '../whole.ts';
import type { Individuals } from './individuals.ts';

const eliteCount: i32 = 4;
const closeCount: i32 = 5;
/** More than any plan has legs. */
const far: i32 = 0x7fffffff;

/** Feasible or overloaded plans, sorted by cost; the worst in cost and sameness give way (Vidal 2012, section 4.5). */
export class Subpopulation {
  /** Where the plans lie: the first `count`. */
  readonly members: Int32Array;
  count: i32 = 0;
  /** By plan, as it was last rated. */
  readonly fitness: Float64Array;
  /** Price of a unit of overload. */
  price: f64 = 0;
  private isRated: boolean = true;
  private readonly room: i32;
  /** Broken pairs of two plans: entry [one * room + other]. */
  private readonly broken: Int32Array;
  /** Those of a plan and the few nearest to it, in order: entry [plan * closeCount + rank]. */
  private readonly near: Int32Array;
  private readonly difference: Float64Array;
  /** Ranks by cost, the most different first. */
  private readonly order: Int32Array;

  constructor(
    private readonly plans: Individuals,
    private readonly kept: i32,
    private readonly born: i32,
  ) {
    const { room } = plans;
    this.room = room;
    this.members = new Int32Array(kept + born + 1);
    this.order = new Int32Array(kept + born + 1);
    this.fitness = new Float64Array(room);
    this.difference = new Float64Array(room);
    this.broken = new Int32Array(room * room);
    this.near = new Int32Array(room * closeCount);
  }

  private costOf(plan: i32): f64 {
    return this.plans.length[plan]! + this.plans.overload[plan]! * this.price;
  }

  add(plan: i32): void {
    const { members, plans, broken, room } = this;
    this.forgetNear(plan);
    for (let index = 0; index < this.count; index++) {
      const other = members[index]!;
      const pairs = plans.brokenPairs(plan, other);
      broken[plan * room + other] = pairs;
      broken[other * room + plan] = pairs;
      this.insertNear(plan, pairs);
      this.insertNear(other, pairs);
    }
    this.insert(plan, this.count++);
    if (this.count > this.kept + this.born) while (this.count > this.kept) this.removeWorst();
  }

  /** Puts a plan where it belongs by cost, among those before a place. */
  private insert(plan: i32, end: i32): void {
    const { members } = this;
    const cost = this.costOf(plan);
    let at = end;
    for (; at > 0 && this.costOf(members[at - 1]!) > cost; at--) members[at] = members[at - 1]!;
    members[at] = plan;
    this.isRated = false;
  }

  /** Sorts again after the price of overload has changed. */
  sort(): void {
    for (let index = 1; index < this.count; index++) this.insert(this.members[index]!, index);
  }

  /** Rank by cost and by how different from its nearest a plan is. */
  rate(): void {
    if (this.isRated) return;
    this.isRated = true;
    const { members, fitness, difference, order, count } = this;
    if (count === 1) {
      fitness[members[0]!] = 0;
      return;
    }
    for (let rank = 0; rank < count; rank++) {
      const own = this.differenceOf(members[rank]!);
      difference[rank] = own;
      let at = rank;
      for (; at > 0 && difference[order[at - 1]!]! < own; at--) order[at] = order[at - 1]!;
      order[at] = rank;
    }
    const last = (count - 1) as f64;
    const weight: f64 = 1 - (eliteCount as f64) / (count as f64);
    for (let index = 0; index < count; index++) {
      const rank = order[index]!;
      const byDifference = (index as f64) / last;
      const byCost = (rank as f64) / last;
      fitness[members[rank]!] = count <= eliteCount ? byCost : byCost + weight * byDifference;
    }
  }

  private removeWorst(): void {
    this.rate();
    const { members, fitness, near, broken, room } = this;
    let worst = -1;
    let worstIsClone = false;
    for (let index = 1; index < this.count; index++) {
      const isClone = near[members[index]! * closeCount] === 0;
      const isWorse =
        worst < 0 ||
        (isClone && !worstIsClone) ||
        (isClone === worstIsClone && fitness[members[index]!]! > fitness[members[worst]!]!);
      if (!isWorse) continue;
      worst = index;
      worstIsClone = isClone;
    }
    const gone = members[worst]!;
    this.count--;
    for (let index = worst; index < this.count; index++) members[index] = members[index + 1]!;
    for (let index = 0; index < this.count; index++) {
      const member = members[index]!;
      if (broken[member * room + gone]! <= near[member * closeCount + closeCount - 1]!) this.seekNear(member);
    }
    this.plans.release(gone);
    this.isRated = false;
  }

  private forgetNear(plan: i32): void {
    for (let rank = 0; rank < closeCount; rank++) this.near[plan * closeCount + rank] = far;
  }

  private seekNear(plan: i32): void {
    const { members, broken, room, count } = this;
    this.forgetNear(plan);
    for (let index = 0; index < count; index++)
      if (members[index] !== plan) this.insertNear(plan, broken[plan * room + members[index]!]!);
  }

  private insertNear(plan: i32, pairs: i32): void {
    const { near } = this;
    const first = plan * closeCount;
    let at = first + closeCount - 1;
    if (near[at]! <= pairs) return;
    for (; at > first && near[at - 1]! > pairs; at--) near[at] = near[at - 1]!;
    near[at] = pairs;
  }

  /** Mean share of broken pairs with the nearest few. */
  private differenceOf(plan: i32): f64 {
    const { near } = this;
    const close = smaller(closeCount, this.count - 1);
    const first = plan * closeCount;
    let sum: f64 = 0;
    for (let at = first; at < first + close; at++) sum += (near[at]! as f64) / (this.plans.n as f64);
    return sum / (close as f64);
  }
}
