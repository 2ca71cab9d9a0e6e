import type { RouteState } from './routeState.ts';
import type { SearchSettings, SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { smaller } from './whole.ts';

/** More than any change of length. */
const noChange: i32 = 0x7fffffff;

/** Insertion for capacity-only problems: one table row, one load test, one subtraction per position. */
export class PlainInserter {
  /** Lengths from and to each neighbour, laid out as the tables' `neighbours`. */
  private readonly fromNeighbourM: Int32Array;
  private readonly toNeighbourM: Int32Array;
  /** Length of a line of its own, its fixed cost counted as length. */
  private readonly alone: Float64Array;
  private readonly capacity: i32;
  private readonly blinkSpan: i32;
  private blinkIn: i32 = 1;
  private bestChange: i32 = 0;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: SearchSettings,
  ) {
    const { n, width, neighbourCount, neighbours, lengths, lengthsT } = tables;
    const entries = n * neighbourCount;
    this.fromNeighbourM = new Int32Array(entries);
    this.toNeighbourM = new Int32Array(entries);
    this.alone = new Float64Array(n);
    const costPerKm = tables.costPerKm[0]!;
    const fixedAsLength = costPerKm === 0 ? 0 : (tables.fixedCost[0]! * 1000) / costPerKm;
    for (let task = 0; task < n; task++) {
      const row = task * width;
      for (let at = task * neighbourCount; at < (task + 1) * neighbourCount; at++) {
        this.fromNeighbourM[at] = lengthsT[row + neighbours[at]!]!;
        this.toNeighbourM[at] = lengths[row + neighbours[at]!]!;
      }
      const out: f64 = lengths[tables.startPlace[0]! * width + task]!;
      const back: f64 = lengths[row + tables.endPlace[0]!]!;
      this.alone[task] = out + back + fixedAsLength;
    }
    this.capacity = tables.capacity[0]!;
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
  }

  /** False when no place is allowed (or leaving the task out is cheaper). */
  insert(task: i32): boolean {
    const { tables, state } = this;
    const room = this.capacity - tables.delivery[task]!;
    const { neighbourCount } = tables;
    const near = smaller(neighbourCount, this.settings.granularity);
    let bestBehind = this.besideNeighbours(task, room, 0, near);
    if (bestBehind < 0) bestBehind = this.besideNeighbours(task, room, near, neighbourCount);
    if (bestBehind < 0) bestBehind = this.anywhere(task, room);
    const bestChange: f64 = this.bestChange;
    const mayOpen =
      state.lineCount < state.lineLimit && state.typeUsed[0]! < tables.typeLimit[0]! && room >= 0;
    if (mayOpen) {
      const alone = this.alone[task]!;
      if (bestBehind < 0 || alone < bestChange || state.lineCount < tables.minLines) {
        if (this.isSkippedInstead(task, alone)) return false;
        state.link(task, tables.n + state.open(0));
        return true;
      }
    }
    if (bestBehind < 0 || this.isSkippedInstead(task, bestChange)) return false;
    state.link(task, bestBehind);
    return true;
  }

  /**
   * Node to put the task behind, beside one of the neighbours of rank first..last-1; -1 = all their lines are full.
   * A position costs at least the ways to its ends less its present leg, so most are dismissed by one comparison.
   */
  private besideNeighbours(task: i32, room: i32, first: i32, last: i32): i32 {
    const { tables, state, fromNeighbourM, toNeighbourM } = this;
    const { next, prev, route, fromPlace, toPlace, legNext, legPrev, longerLeg, load } = state;
    const { neighbours, endsBesideM, neighbourCount, width, lengths, lengthsT } = tables;
    const row = task * width;
    const base = task * neighbourCount;
    let blinkIn = this.blinkIn;
    let bestChange: i32 = noChange;
    let bestBehind = -1;
    for (let at = base + first; at < base + last; at++) {
      const neighbour = neighbours[at]!;
      const least = endsBesideM[at]! - bestChange;
      if (longerLeg[neighbour]! <= least) continue;
      if (load[route[neighbour]!]! > room) continue;
      const legAfter = legNext[neighbour]!;
      const legBefore = legPrev[neighbour]!;
      if (legAfter > least) {
        const after = next[neighbour]!;
        const change = fromNeighbourM[at]! + lengths[row + toPlace[after]!]! - legAfter;
        if (change < bestChange) {
          if (--blinkIn > 0) {
            bestChange = change;
            bestBehind = neighbour;
          } else blinkIn = 1 + this.random.below(this.blinkSpan);
        }
      }
      if (legBefore > least) {
        const before = prev[neighbour]!;
        const change = lengthsT[row + fromPlace[before]!]! + toNeighbourM[at]! - legBefore;
        if (change < bestChange) {
          if (--blinkIn > 0) {
            bestChange = change;
            bestBehind = before;
          } else blinkIn = 1 + this.random.below(this.blinkSpan);
        }
      }
    }
    this.blinkIn = blinkIn;
    this.bestChange = bestChange;
    return bestBehind;
  }

  private isSkippedInstead(task: i32, change: f64): boolean {
    const { tables } = this;
    const skipCost = tables.skipCost[task]!;
    if (skipCost < 0) return false;
    return (change * tables.costPerKm[0]!) / 1000 + tables.visitCost[task]! > skipCost;
  }

  /** Cheapest position over all lines: for the few tasks whose neighbours' lines are all full. */
  private anywhere(task: i32, room: i32): i32 {
    const { tables, state } = this;
    const { next, fromPlace, toPlace, legNext, size, load } = state;
    const { lengths, lengthsT } = tables;
    const row = task * tables.width;
    let bestChange: i32 = noChange;
    let bestBehind = -1;
    for (let line = 0; line < state.routeHigh; line++) {
      if (size[line] === 0 || load[line]! > room) continue;
      const end = tables.n + line;
      let node = end;
      do {
        const after = next[node]!;
        const change = lengthsT[row + fromPlace[node]!]! + lengths[row + toPlace[after]!]! - legNext[node]!;
        if (change < bestChange) {
          bestChange = change;
          bestBehind = node;
        }
        node = after;
      } while (node !== end);
    }
    this.bestChange = bestChange;
    return bestBehind;
  }
}
