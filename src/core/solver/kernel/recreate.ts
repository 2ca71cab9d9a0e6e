import type { LineSegments } from './lineSegments.ts';
import type { PlainInserter } from './plainInsertion.ts';
import type { RichInserter } from './richInsertion.ts';
import type { RouteState } from './routeState.ts';
import { type SearchTables, timesHaveWindows } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';

/** Orders besides a random one, and how often each is drawn: large load, far, near, narrow window, early, late. */
const usualOrders: i32 = 3;
const allOrders: i32 = 6;
const randomWeight: i32 = 4;

/**
 * Greedy insertion of the absent tasks in one of several orders (random, large load, far, near; with windows also
 * narrow window and early), drawn anew each round (Christiaens and Vanden Berghe 2020, section 5.3).
 */
export class Recreate {
  /** Tasks that could not be (or, if optional, were better not) put on a line. */
  readonly absent: Int32Array;
  absentCount: i32 = 0;
  /** Entry [order * n + task]. */
  private readonly orderKeys: Float64Array;
  private readonly weights: Int32Array;
  private totalWeight: i32 = randomWeight;
  private readonly pending: Int32Array;
  /** Tasks no vehicle is large enough for: not tried again in every round. */
  private readonly neverFits: Uint8Array;
  private readonly costPerM: f64;

  /** One of the inserters is there: the plain one, or the other with the lines' segments. */
  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly plainInserter: PlainInserter | null,
    private readonly richInserter: RichInserter | null,
    private readonly segments: LineSegments | null,
  ) {
    const { n } = tables;
    const orders = tables.durationMode === timesHaveWindows ? allOrders : usualOrders;
    this.costPerM = tables.costPerKm[0]! / 1000;
    this.absent = new Int32Array(n);
    this.pending = new Int32Array(n);
    this.neverFits = new Uint8Array(n);
    this.orderKeys = new Float64Array(orders * n);
    this.weights = new Int32Array(orders);
    for (let order = 0; order < orders; order++) {
      this.weights[order] = order === 0 ? 4 : order === 2 ? 1 : 2;
      this.totalWeight += this.weights[order]!;
    }
    this.setLoadKeys();
    const depot = state.fromPlace[n]!;
    for (let task = 0; task < n; task++) {
      const near: f64 = tables.lengths[depot * tables.width + task]!;
      this.orderKeys[n + task] = -near;
      this.orderKeys[2 * n + task] = near;
      if (orders === usualOrders) continue;
      const early: f64 = tables.taskEarliestS[task]!;
      const late: f64 = tables.taskLatestS[task]!;
      this.orderKeys[3 * n + task] = late - early;
      this.orderKeys[4 * n + task] = early;
      this.orderKeys[5 * n + task] = -late;
    }
  }

  private setLoadKeys(): void {
    const { tables, orderKeys } = this;
    const { dimensionCount, capacity, peak } = tables;
    for (let dimension = 0; dimension < dimensionCount; dimension++) {
      let most: f64 = 1;
      for (let type = 0; type < tables.vehicleCount; type++)
        most = Math.max(most, capacity[type * dimensionCount + dimension]! as f64);
      for (let task = 0; task < tables.n; task++) {
        const load: f64 = peak[task * dimensionCount + dimension]!;
        if (load > most) this.neverFits[task] = 1;
        orderKeys[task] = orderKeys[task]! - load / most;
      }
    }
  }

  /**
   * Inserts the given tasks and those absent before; what finds no place is absent afterwards. False, and unfinished,
   * once legs and lines cost `limit`: every further task makes them dearer.
   */
  run(removed: Int32Array, removedCount: i32, limit: f64): boolean {
    const { pending, absent } = this;
    for (let index = 0; index < removedCount; index++) pending[index] = removed[index]!;
    let count = removedCount;
    let left = 0;
    for (let index = 0; index < this.absentCount; index++) {
      const task = absent[index]!;
      if (this.neverFits[task] === 1) absent[left++] = task;
      else pending[count++] = task;
    }
    this.order(count);
    for (let index = 0; index < count; index++) {
      const task = pending[index]!;
      if (!this.insert(task)) absent[left++] = task;
      else if (index + 1 < count && this.cost() >= limit) return false;
    }
    this.absentCount = left;
    return true;
  }

  private insert(task: i32): boolean {
    const plain = this.plainInserter;
    if (plain !== null) return plain.insert(task);
    const rich = this.richInserter;
    if (rich === null) return false;
    return rich.insert(task);
  }

  private cost(): f64 {
    const segments = this.segments;
    if (segments !== null) return segments.totalCost;
    return this.state.totalLengthM * this.costPerM + this.state.totalFixed;
  }

  private order(count: i32): void {
    const { pending, random, weights, orderKeys } = this;
    for (let index = count - 1; index > 0; index--) {
      const other = random.below(index + 1);
      const task = pending[index]!;
      pending[index] = pending[other]!;
      pending[other] = task;
    }
    let draw = random.below(this.totalWeight) - randomWeight;
    if (draw < 0) return;
    let chosen = 0;
    while (draw >= weights[chosen]!) draw -= weights[chosen++]!;
    const keys = chosen * this.tables.n;
    for (let index = 1; index < count; index++) {
      const task = pending[index]!;
      const key = orderKeys[keys + task]!;
      let at = index - 1;
      while (at >= 0 && orderKeys[keys + pending[at]!]! > key) {
        pending[at + 1] = pending[at]!;
        at--;
      }
      pending[at + 1] = task;
    }
  }
}
