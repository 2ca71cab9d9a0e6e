import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

const triesPerRound = 12;
const nearestRanks = 12;

/**
 * Moves that string removals cannot make: turning a piece of a line round (2-opt, Croes 1958) and exchanging the ends
 * of two lines (2-opt*, Potvin and Rousseau 1995). Each makes a task the successor of one of its near neighbours; only
 * those whose change of length the annealing might accept are carried out.
 */
export class TailMoves {
  readonly isFrozen: Uint8Array;
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly leastCostPerM: number;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
  ) {
    this.isFrozen = new Uint8Array(state.size.length);
    this.first = new Int32Array(model.n);
    this.second = new Int32Array(model.n);
    this.leastCostPerM = model.vehicles.costPerM.reduce(
      (least, cost) => Math.min(least, cost),
      Number.POSITIVE_INFINITY,
    );
  }

  /** Carries out one move whose length grows by no more cost than `slack`; false when none was found. */
  run(slack: number): boolean {
    const { model, state, random } = this;
    const ranks = Math.min(nearestRanks, model.neighbourCount);
    if (ranks === 0) return false;
    for (let attempt = 0; attempt < triesPerRound; attempt++) {
      const task = random.below(model.n);
      const other = model.neighbours[task * model.neighbourCount + random.below(ranks)]!;
      const line = state.route[task]!;
      const otherLine = state.route[other]!;
      if (line < 0 || otherLine < 0 || this.isFrozen[line] === 1 || this.isFrozen[otherLine] === 1) continue;
      const isDone =
        line === otherLine ? this.turnRound(task, other, slack) : this.exchangeTails(task, other, slack);
      if (isDone) return true;
    }
    return false;
  }

  private leg(line: number, from: number, to: number): number {
    const { model, state } = this;
    const lengths = model.lengths[model.vehicles.profile[state.type[line]!]!]!;
    return lengths[state.fromPlace[from]! * model.width + state.toPlace[to]!]!;
  }

  /** Makes `other` follow `task` by turning round the piece between them. */
  private turnRound(task: number, other: number, slack: number): boolean {
    const { model, state, first } = this;
    const line = state.route[task]!;
    const end = model.n + line;
    let [head, tail] = [task, other];
    let node = state.next[head]!;
    while (node !== tail && node !== end) node = state.next[node]!;
    if (node === end) {
      // `other` comes first: turning round from there to the predecessor of `task` joins the two as well.
      head = state.prev[other]!;
      tail = state.prev[task]!;
      if (tail === other || head === tail) return false;
    }
    const start = state.next[head]!;
    if (start === tail) return false;
    const after = state.next[tail]!;
    let change = this.leg(line, head, tail) + this.leg(line, start, after);
    change -= state.legNext[head]! + state.legNext[tail]!;
    let count = 0;
    for (node = start; node !== after; node = state.next[node]!) {
      first[count++] = node;
      if (node !== tail) change += this.leg(line, state.next[node]!, node) - state.legNext[node]!;
    }
    if (change * this.leastCostPerM >= slack) return false;
    for (let index = 0; index < count; index++) state.unlink(first[index]!);
    let behind = head;
    for (let index = count - 1; index >= 0; index--) {
      state.link(first[index]!, behind);
      behind = first[index]!;
    }
    return true;
  }

  /** Makes `other` follow `task`: each line goes on with the other's end. */
  private exchangeTails(task: number, other: number, slack: number): boolean {
    const { model, state, first, second } = this;
    const line = state.route[task]!;
    const otherLine = state.route[other]!;
    if (line < state.reservedRoutes || otherLine < state.reservedRoutes) return false;
    const before = state.prev[other]!;
    const following = state.next[task]!;
    const end = model.n + line;
    const otherEnd = model.n + otherLine;
    if (before === otherEnd && following === end) return false;
    const change =
      this.leg(line, task, other) +
      this.leg(otherLine, before, following === end ? otherEnd : following) -
      state.legNext[task]! -
      state.legNext[before]!;
    if (change * this.leastCostPerM >= slack) return false;
    let firstCount = 0;
    for (let node = following; node !== end; node = state.next[node]!) first[firstCount++] = node;
    let secondCount = 0;
    for (let node = other; node !== otherEnd; node = state.next[node]!) second[secondCount++] = node;
    if (!this.loadsFit(line, firstCount, otherLine, secondCount)) return false;
    for (let index = 0; index < firstCount; index++) state.unlink(first[index]!);
    for (let index = 0; index < secondCount; index++) state.unlink(second[index]!);
    let behind = task;
    for (let index = 0; index < secondCount; index++) {
      state.link(second[index]!, behind);
      behind = second[index]!;
    }
    behind = before;
    for (let index = 0; index < firstCount; index++) {
      state.link(first[index]!, behind);
      behind = first[index]!;
    }
    return true;
  }

  /** Deliveries after the exchange against both vehicles; pickups are checked on the finished lines. */
  private loadsFit(line: number, firstCount: number, otherLine: number, secondCount: number): boolean {
    const { model, state, first, second } = this;
    const dimensions = model.problem.dimensionCount;
    const { capacity } = model.vehicles;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      let moved = 0;
      for (let index = 0; index < firstCount; index++)
        moved -= model.delivery[first[index]! * dimensions + dimension]!;
      for (let index = 0; index < secondCount; index++)
        moved += model.delivery[second[index]! * dimensions + dimension]!;
      const limit = capacity[state.type[line]! * dimensions + dimension]!;
      const otherLimit = capacity[state.type[otherLine]! * dimensions + dimension]!;
      if (state.load[line * dimensions + dimension]! + moved > limit) return false;
      if (state.load[otherLine * dimensions + dimension]! - moved > otherLimit) return false;
    }
    return true;
  }
}
