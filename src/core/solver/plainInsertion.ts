import type { Inserter, InsertionSettings } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

/** More than any change of length. */
const noChange = 0x7fffffff;

/** Insertion for capacity-only problems: one table row, one load test, one subtraction per position. */
export class PlainInserter implements Inserter {
  private readonly lengths: Int32Array;
  private readonly lengthsT: Int32Array;
  /** Lengths from and to each neighbour, laid out as the model's `neighbours`. */
  private readonly fromNeighbourM: Int32Array;
  private readonly toNeighbourM: Int32Array;
  /** Length of a line of its own, its fixed cost counted as length. */
  private readonly alone: Float64Array;
  private readonly capacity: number;
  private readonly blinkSpan: number;
  private blinkIn = 1;
  private bestChange = 0;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: InsertionSettings,
  ) {
    const type = model.problem.vehicleTypes[0]!;
    this.lengths = model.lengths[type.profileIndex]!;
    this.lengthsT = model.lengthsT[type.profileIndex]!;
    const isSymmetric = this.lengths === this.lengthsT;
    this.fromNeighbourM = this.besideLengths(this.lengthsT);
    this.toNeighbourM = isSymmetric ? this.fromNeighbourM : this.besideLengths(this.lengths);
    const fixedAsLength = type.costPerKm === 0 ? 0 : (type.fixedCost * 1000) / type.costPerKm;
    this.alone = Float64Array.from(
      { length: model.n },
      (_, task) =>
        this.lengths[model.startPlace[0]! * model.width + task]! +
        this.lengths[task * model.width + model.endPlace[0]!]! +
        fixedAsLength,
    );
    this.capacity = type.capacity[0]!;
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
  }

  private besideLengths(table: Int32Array): Int32Array {
    const { neighbours, neighbourCount, width } = this.model;
    return neighbours.map((neighbour, at) => table[Math.floor(at / neighbourCount) * width + neighbour]!);
  }

  insert(task: number): boolean {
    const { model, state } = this;
    const room = this.capacity - model.delivery[task]!;
    const { neighbourCount } = model;
    const near = Math.min(neighbourCount, this.settings.granularity);
    let bestBehind = this.besideNeighbours(task, room, 0, near);
    if (bestBehind < 0) bestBehind = this.besideNeighbours(task, room, near, neighbourCount);
    if (bestBehind < 0) bestBehind = this.anywhere(task, room);
    const bestChange = this.bestChange;
    const mayOpen =
      state.lineCount < state.lineLimit && state.typeUsed[0]! < model.typeLimit[0]! && room >= 0;
    if (mayOpen) {
      const alone = this.alone[task]!;
      if (bestBehind < 0 || alone < bestChange || state.lineCount < model.problem.minLines) {
        if (this.isSkippedInstead(task, alone)) return false;
        state.link(task, model.n + state.open(0));
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
  private besideNeighbours(task: number, room: number, first: number, last: number): number {
    const { model, state, lengths, lengthsT } = this;
    const { next, prev, route, fromPlace, toPlace, legNext, legPrev, longerLeg, load } = state;
    const { neighbours, endsBesideM, neighbourCount, width } = model;
    const { fromNeighbourM, toNeighbourM } = this;
    const row = task * width;
    const base = task * neighbourCount;
    let blinkIn = this.blinkIn;
    let bestChange = noChange;
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

  private isSkippedInstead(task: number, change: number): boolean {
    const skipCost = this.model.skipCost[task]!;
    if (skipCost < 0) return false;
    const type = this.model.problem.vehicleTypes[0]!;
    return (change * type.costPerKm) / 1000 + this.model.visitCost[task]! > skipCost;
  }

  /** Cheapest position over all lines: for the few tasks whose neighbours' lines are all full. */
  private anywhere(task: number, room: number): number {
    const { model, state, lengths, lengthsT } = this;
    const row = task * model.width;
    let bestChange = noChange;
    let bestBehind = -1;
    for (let line = 0; line < state.routeHigh; line++) {
      if (state.size[line] === 0 || state.load[line]! > room) continue;
      const end = model.n + line;
      let node = end;
      do {
        const after = state.next[node]!;
        const change =
          lengthsT[row + state.fromPlace[node]!]! +
          lengths[row + state.toPlace[after]!]! -
          state.legNext[node]!;
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
