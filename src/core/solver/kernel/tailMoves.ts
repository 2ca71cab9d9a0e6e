import type { RouteState } from './routeState.ts';
import type { SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { smaller } from './whole.ts';

const triesPerRound: i32 = 12;
const nearestRanks: i32 = 12;

/**
 * Moves that string removals cannot make: turning a piece of a line round (2-opt, Croes 1958) and exchanging the ends
 * of two lines (2-opt*, Potvin and Rousseau 1995). Each makes a task the successor of one of its near neighbours; only
 * those whose change of length the annealing might accept are carried out.
 */
export class TailMoves {
  readonly isFrozen: Uint8Array;
  private readonly first: Int32Array;
  private readonly second: Int32Array;
  private readonly leastCostPerM: f64;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
  ) {
    this.isFrozen = new Uint8Array(state.routes);
    this.first = new Int32Array(tables.n);
    this.second = new Int32Array(tables.n);
    let least: f64 = Number.POSITIVE_INFINITY;
    for (let type = 0; type < tables.vehicleCount; type++) least = Math.min(least, tables.costPerM[type]!);
    this.leastCostPerM = least;
  }

  /** Carries out one move whose length grows by no more cost than `slack`; false when none was found. */
  run(slack: f64): boolean {
    const { tables, state, random } = this;
    const ranks = smaller(nearestRanks, tables.neighbourCount);
    if (ranks === 0) return false;
    for (let attempt = 0; attempt < triesPerRound; attempt++) {
      const task = random.below(tables.n);
      const other = tables.neighbours[task * tables.neighbourCount + random.below(ranks)]!;
      const line = state.route[task]!;
      const otherLine = state.route[other]!;
      if (line < 0 || otherLine < 0 || this.isFrozen[line] === 1 || this.isFrozen[otherLine] === 1) continue;
      const isDone =
        line === otherLine ? this.turnRound(task, other, slack) : this.exchangeTails(task, other, slack);
      if (isDone) return true;
    }
    return false;
  }

  private leg(line: i32, from: i32, to: i32): i32 {
    const { tables, state } = this;
    const table = tables.profile[state.type[line]!]! * tables.cells;
    return tables.lengths[table + state.fromPlace[from]! * tables.width + state.toPlace[to]!]!;
  }

  /** Makes `other` follow `task` by turning round the piece between them. */
  private turnRound(task: i32, other: i32, slack: f64): boolean {
    const { tables, state, first } = this;
    const line = state.route[task]!;
    const end = tables.n + line;
    let head = task;
    let tail = other;
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
  private exchangeTails(task: i32, other: i32, slack: f64): boolean {
    const { tables, state, first, second } = this;
    const line = state.route[task]!;
    const otherLine = state.route[other]!;
    if (line < state.reservedRoutes || otherLine < state.reservedRoutes) return false;
    const before = state.prev[other]!;
    const following = state.next[task]!;
    const end = tables.n + line;
    const otherEnd = tables.n + otherLine;
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
  private loadsFit(line: i32, firstCount: i32, otherLine: i32, secondCount: i32): boolean {
    const { tables, state, first, second } = this;
    const dimensions = tables.dimensionCount;
    const { capacity } = tables;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      let moved = 0;
      for (let index = 0; index < firstCount; index++)
        moved -= tables.delivery[first[index]! * dimensions + dimension]!;
      for (let index = 0; index < secondCount; index++)
        moved += tables.delivery[second[index]! * dimensions + dimension]!;
      const limit = capacity[state.type[line]! * dimensions + dimension]!;
      const otherLimit = capacity[state.type[otherLine]! * dimensions + dimension]!;
      if (state.load[line * dimensions + dimension]! + moved > limit) return false;
      if (state.load[otherLine * dimensions + dimension]! - moved > otherLimit) return false;
    }
    return true;
  }
}
