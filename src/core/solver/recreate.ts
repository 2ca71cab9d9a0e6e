import type { Inserter } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

/**
 * Greedy insertion of the absent tasks in one of several orders (random, large load, far, near; with windows also
 * narrow window and early), drawn anew each round (Christiaens and Vanden Berghe 2020, section 5.3).
 */
export class Recreate {
  /** Tasks that could not be (or, if optional, were better not) put on a line. */
  absent: Int32Array;
  absentCount = 0;
  private readonly orderKeys: readonly Float64Array[];
  private readonly weights: readonly number[];
  private readonly totalWeight: number;
  private readonly pending: Int32Array;
  /** Tasks no vehicle is large enough for: not tried again in every round. */
  private readonly neverFits: Uint8Array;
  private readonly state: RouteState;
  private readonly costPerM: number;

  constructor(
    model: KernelModel,
    private readonly random: SolverRandom,
    private readonly inserter: Inserter,
    state: RouteState,
    private readonly segments: LineSegments | null,
  ) {
    const { n, width, problem } = model;
    this.state = state;
    this.costPerM = problem.vehicleTypes[0]!.costPerKm / 1000;
    this.absent = new Int32Array(n);
    this.pending = new Int32Array(n);
    this.neverFits = new Uint8Array(n);
    const load = new Float64Array(n);
    const far = new Float64Array(n);
    const near = new Float64Array(n);
    const dimensions = problem.dimensionCount;
    const lengths = model.lengths[0]!;
    const depot = state.fromPlace[n]!;
    for (let task = 0; task < n; task++) {
      for (let dimension = 0; dimension < dimensions; dimension++) {
        const capacity = Math.max(1, ...problem.vehicleTypes.map((type) => type.capacity[dimension]!));
        if (model.peak[task * dimensions + dimension]! > capacity) this.neverFits[task] = 1;
        load[task]! -= model.peak[task * dimensions + dimension]! / capacity;
      }
      near[task] = lengths[depot * width + task]!;
      far[task] = -near[task]!;
    }
    const keys = [load, far, near];
    const weights = [4, 2, 1];
    if (model.durationMode === 'windows') {
      const narrow = new Float64Array(n);
      const early = new Float64Array(n);
      const late = new Float64Array(n);
      for (let task = 0; task < n; task++) {
        narrow[task] = model.taskLatestS[task]! - model.taskEarliestS[task]!;
        early[task] = model.taskEarliestS[task]!;
        late[task] = -model.taskLatestS[task]!;
      }
      keys.push(narrow, early, late);
      weights.push(2, 2, 2);
    }
    this.orderKeys = keys;
    this.weights = weights;
    this.totalWeight = 4 + weights.reduce((sum, weight) => sum + weight, 0);
  }

  /**
   * Inserts the given tasks and those absent before; what finds no place is absent afterwards. False, and unfinished,
   * once legs and lines cost `limit`: every further task makes them dearer.
   */
  run(removed: Int32Array, removedCount: number, limit = Number.POSITIVE_INFINITY): boolean {
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
      if (!this.inserter.insert(task)) absent[left++] = task;
      else if (index + 1 < count && this.cost() >= limit) return false;
    }
    this.absentCount = left;
    return true;
  }

  private cost(): number {
    if (this.segments) return this.segments.totalCost;
    return this.state.totalLengthM * this.costPerM + this.state.totalFixed;
  }

  private order(count: number): void {
    const { pending, random } = this;
    for (let index = count - 1; index > 0; index--) {
      const other = random.below(index + 1);
      const task = pending[index]!;
      pending[index] = pending[other]!;
      pending[other] = task;
    }
    let draw = random.below(this.totalWeight) - 4;
    if (draw < 0) return;
    let chosen = 0;
    while (draw >= this.weights[chosen]!) draw -= this.weights[chosen++]!;
    const keys = this.orderKeys[chosen]!;
    if (count > 64) {
      pending.subarray(0, count).sort((left, right) => keys[left]! - keys[right]!);
      return;
    }
    for (let index = 1; index < count; index++) {
      const task = pending[index]!;
      const key = keys[task]!;
      let at = index - 1;
      while (at >= 0 && keys[pending[at]!]! > key) {
        pending[at + 1] = pending[at]!;
        at--;
      }
      pending[at + 1] = task;
    }
  }
}
