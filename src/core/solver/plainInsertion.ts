import type { Inserter, InsertionSettings } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

/** Insertion for capacity-only problems: one table row, one load test, one subtraction per position. */
export class PlainInserter implements Inserter {
  private readonly lengths: Int32Array;
  private readonly lengthsT: Int32Array;
  private readonly fixedAsLength: number;
  private readonly capacity: number;
  private readonly blinkSpan: number;
  private blinkIn = 1;
  private anywhereChange = 0;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly random: SolverRandom,
    private readonly settings: InsertionSettings,
  ) {
    const type = model.problem.vehicleTypes[0]!;
    this.lengths = model.lengths[type.profileIndex]!;
    this.lengthsT = model.lengthsT[type.profileIndex]!;
    this.fixedAsLength = type.costPerKm === 0 ? 0 : (type.fixedCost * 1000) / type.costPerKm;
    this.capacity = type.capacity[0]!;
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
  }

  insert(task: number): boolean {
    const { model, state, lengths, lengthsT } = this;
    const { next, prev, route, fromPlace, toPlace, legNext, load } = state;
    const { neighbours, neighbourCount, width } = model;
    const row = task * width;
    const room = this.capacity - model.delivery[task]!;
    const first = task * neighbourCount;
    const last = first + Math.min(neighbourCount, this.settings.granularity);
    let blinkIn = this.blinkIn;
    let bestChange = Number.POSITIVE_INFINITY;
    let bestBehind = -1;
    for (let at = first; at < last; at++) {
      const neighbour = neighbours[at]!;
      const line = route[neighbour]!;
      if (line < 0 || load[line]! > room) continue;
      const toNeighbour = lengths[row + neighbour]!;
      const after = next[neighbour]!;
      const changeAfter = lengthsT[row + neighbour]! + lengths[row + toPlace[after]!]! - legNext[neighbour]!;
      if (changeAfter < bestChange) {
        if (--blinkIn > 0) {
          bestChange = changeAfter;
          bestBehind = neighbour;
        } else blinkIn = 1 + this.random.below(this.blinkSpan);
      }
      const before = prev[neighbour]!;
      const changeBefore = lengthsT[row + fromPlace[before]!]! + toNeighbour - legNext[before]!;
      if (changeBefore < bestChange) {
        if (--blinkIn > 0) {
          bestChange = changeBefore;
          bestBehind = before;
        } else blinkIn = 1 + this.random.below(this.blinkSpan);
      }
    }
    this.blinkIn = blinkIn;
    if (bestBehind < 0) {
      bestBehind = this.anywhere(task, room);
      bestChange = this.anywhereChange;
    }
    const mayOpen = state.lineCount < model.maxLines && state.typeUsed[0]! < model.typeLimit[0]! && room >= 0;
    if (mayOpen) {
      const alone =
        lengthsT[row + model.startPlace[0]!]! + lengths[row + model.endPlace[0]!]! + this.fixedAsLength;
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
    let bestChange = Number.POSITIVE_INFINITY;
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
    this.anywhereChange = bestChange;
    return bestBehind;
  }
}
