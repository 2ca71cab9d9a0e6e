import type { RouteState } from './routeState.ts';
import type { SearchSettings, SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';
import { larger, smaller } from './whole.ts';

/** More than any change of length. */
const noChange: i32 = 0x7fffffff;

/** Neighbours looked at before the first is compared; three times as many each further time. */
const firstLook: i32 = 8;

/**
 * Insertion for capacity-only problems: one table row, one load test, one subtraction per position. A processor guesses
 * at every branch, and most guesses about places are wrong: so neighbours are sifted, measured and compared several at
 * a time, each of the three without a branch.
 */
export class PlainInserter {
  /** Neighbours left after sifting. */
  private readonly sifted: Int32Array;
  /** Two places beside each of them: by how much longer a line gets there, and the node before. */
  private readonly changeM: Int32Array;
  private readonly behind: Int32Array;
  /** Length of a line of its own, its fixed cost counted as length. */
  private readonly alone: Float64Array;
  private readonly capacity: i32;
  private readonly blinkSpan: i32;
  private blinkIn: i32 = 1;
  private bestChange: i32 = 0;
  private bestBehind: i32 = -1;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: SearchSettings,
  ) {
    const { n, width, neighbourCount, lengths } = tables;
    this.sifted = new Int32Array(neighbourCount + 1);
    this.changeM = new Int32Array(2 * neighbourCount + 2);
    this.behind = new Int32Array(2 * neighbourCount + 2);
    this.alone = new Float64Array(n);
    const costPerKm = tables.costPerKm[0]!;
    const fixedAsLength = costPerKm === 0 ? 0 : (tables.fixedCost[0]! * 1000) / costPerKm;
    for (let task = 0; task < n; task++) {
      const row = task * width;
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
    this.bestChange = noChange;
    this.bestBehind = -1;
    this.besideNeighbours(task, room, 0, near);
    if (this.bestBehind < 0) this.besideNeighbours(task, room, near, neighbourCount);
    if (this.bestBehind < 0) this.anywhere(task, room);
    const { bestBehind } = this;
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
   * Best place beside the neighbours of rank first..last-1; none where all their lines are full. A place costs at least
   * the ways to its ends less its present leg, so most neighbours are dismissed by that.
   */
  private besideNeighbours(task: i32, room: i32, first: i32, last: i32): void {
    const { tables, state, sifted, changeM, behind } = this;
    const { n, neighbours, endsBesideM, neighbourCount, lengths, lengthsT } = tables;
    const { next, prev, route, legNext, legPrev, longerLeg, load } = state;
    const startPlace = tables.startPlace[0]!;
    const endPlace = tables.endPlace[0]!;
    const row = task * tables.width;
    const end = task * neighbourCount + last;
    let { blinkIn, bestChange, bestBehind } = this;
    let look = firstLook;
    for (let from = task * neighbourCount + first; from < end; from += look, look *= 3) {
      const upTo = smaller(from + look, end);
      let count = 0;
      for (let at = from; at < upTo; at++) {
        const neighbour = neighbours[at]!;
        sifted[count] = neighbour;
        // A task on no line has no leg, and is sifted out by that.
        const hasRoom = load[larger(route[neighbour]!, 0)]! <= room ? 1 : 0;
        count += hasRoom & (longerLeg[neighbour]! > endsBesideM[at]! - bestChange ? 1 : 0);
      }
      for (let index = 0; index < count; index++) {
        const neighbour = sifted[index]!;
        const after = next[neighbour]!;
        const before = prev[neighbour]!;
        const outM = lengths[row + (after < n ? after : endPlace)]!;
        const inM = lengthsT[row + (before < n ? before : startPlace)]!;
        changeM[2 * index] = lengthsT[row + neighbour]! + outM - legNext[neighbour]!;
        behind[2 * index] = neighbour;
        changeM[2 * index + 1] = inM + lengths[row + neighbour]! - legPrev[neighbour]!;
        behind[2 * index + 1] = before;
      }
      for (let place = 0; place < 2 * count; place++) {
        const change = changeM[place]!;
        const isBetter = change < bestChange;
        blinkIn -= isBetter ? 1 : 0;
        if (blinkIn > 0) {
          bestBehind = isBetter ? behind[place]! : bestBehind;
          bestChange = isBetter ? change : bestChange;
        } else blinkIn = 1 + this.random.below(this.blinkSpan);
      }
    }
    this.blinkIn = blinkIn;
    this.bestChange = bestChange;
    this.bestBehind = bestBehind;
  }

  private isSkippedInstead(task: i32, change: f64): boolean {
    const { tables } = this;
    const skipCost = tables.skipCost[task]!;
    if (skipCost < 0) return false;
    return (change * tables.costPerKm[0]!) / 1000 + tables.visitCost[task]! > skipCost;
  }

  /** Cheapest position over all lines: for the few tasks whose neighbours' lines are all full. */
  private anywhere(task: i32, room: i32): void {
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
    this.bestBehind = bestBehind;
  }
}
