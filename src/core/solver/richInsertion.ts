import { noLimit } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import type { Inserter, InsertionSettings } from './insertion.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

const infeasible = Number.POSITIVE_INFINITY;

/** Insertion under every constraint of `Problem`; a position is tried in constant time from the line's segments. */
export class RichInserter implements Inserter {
  /** Longest line of the round, the reference of the minMax objective. */
  longestMeasure = 1;
  /** Lines no task may enter (locked whole). */
  readonly isFrozen: Uint8Array;

  private readonly blinkSpan: number;
  private blinkIn = 1;
  private bestCost = infeasible;
  private bestBehind = -1;
  private bestType = -1;
  private triedType = -1;
  /** Cost of entering a line whatever the position (groups, spread), remembered per line for the task in hand. */
  private readonly entryCost: Float64Array;
  private readonly entryFor: Int32Array;
  private entryStamp = 0;
  private readonly siblings: readonly (readonly number[])[];
  private readonly isMinMax: boolean;
  private readonly measuresLength: boolean;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
    private readonly random: SolverRandom,
    private readonly settings: InsertionSettings,
  ) {
    const { problem } = model;
    this.blinkSpan = 2 * settings.blinkOneIn - 1;
    this.entryCost = new Float64Array(state.size.length);
    this.entryFor = new Int32Array(state.size.length);
    this.isFrozen = new Uint8Array(state.size.length);
    this.siblings = problem.vehicleTypes.map((type, index) =>
      problem.vehicleTypes.flatMap((other, otherIndex) =>
        otherIndex !== index &&
        other.profileIndex === type.profileIndex &&
        other.startDepotIndex === type.startDepotIndex &&
        other.endDepotIndex === type.endDepotIndex &&
        other.loadingS === type.loadingS
          ? [otherIndex]
          : [],
      ),
    );
    this.isMinMax = problem.objective.kind === 'minMax';
    this.measuresLength = problem.objective.kind === 'minMax' && problem.objective.measure === 'length';
  }

  insert(task: number): boolean {
    const { model, state } = this;
    this.bestCost = infeasible;
    this.bestBehind = -1;
    this.bestType = -1;
    this.entryStamp++;
    const bound = model.boundLine[task]!;
    if (bound >= 0) this.tryLine(task, bound);
    else this.tryBesideNeighbours(task);
    const skipCost = model.skipCost[task]!;
    if (bound < 0) this.tryNewLine(task);
    if (this.bestBehind < 0 && this.bestType < 0 && bound < 0)
      for (let line = 0; line < state.routeHigh; line++)
        if (state.size[line]! > 0 || line < state.reservedRoutes) this.tryLine(task, line);
    if (this.bestCost === infeasible) return false;
    if (skipCost >= 0 && this.bestCost + model.visitCost[task]! > skipCost) return false;
    let behind = this.bestBehind;
    if (behind < 0) behind = model.n + state.open(this.bestType);
    else if (this.bestType >= 0) state.changeType(state.route[behind]!, this.bestType);
    state.link(task, behind);
    this.segments.refresh(state.route[task]!);
    return true;
  }

  /** Cheapest extra cost of any allowed place for a task, with its line; used to explain and to rank insertions. */
  cheapestInLine(task: number, line: number): { cost: number; behind: number } | null {
    this.bestCost = infeasible;
    this.bestBehind = -1;
    this.entryStamp++;
    this.tryLine(task, line);
    return this.bestBehind < 0 ? null : { cost: this.bestCost, behind: this.bestBehind };
  }

  private tryBesideNeighbours(task: number): void {
    const { model, state, isFrozen } = this;
    const first = task * model.neighbourCount;
    const last = first + Math.min(model.neighbourCount, this.settings.granularity);
    for (let at = first; at < last; at++) {
      const neighbour = model.neighbours[at]!;
      const line = state.route[neighbour]!;
      if (line < 0 || isFrozen[line] === 1) continue;
      this.tryPosition(task, line, neighbour);
      this.tryPosition(task, line, state.prev[neighbour]!);
    }
  }

  private tryLine(task: number, line: number): void {
    if (this.isFrozen[line] === 1 && this.state.size[line]! > 0) return;
    const end = this.model.n + line;
    let node = end;
    do {
      this.tryPosition(task, line, node);
      node = this.state.next[node]!;
    } while (node !== end);
  }

  private tryPosition(task: number, line: number, behind: number): void {
    const cost = this.costOf(task, line, behind);
    if (cost >= this.bestCost) return;
    if (--this.blinkIn === 0) {
      this.blinkIn = 1 + this.random.below(this.blinkSpan);
      return;
    }
    this.bestCost = cost;
    this.bestBehind = behind;
    this.bestType = this.triedType;
  }

  /** Extra cost of putting a task behind a node; Infinity where a limit forbids it. Sets `triedType` (-1 = as it is). */
  private costOf(task: number, line: number, behind: number): number {
    const { model, state, segments } = this;
    const { width, problem } = model;
    const typeIndex = state.type[line]!;
    const type = problem.vehicleTypes[typeIndex]!;
    const profile = type.profileIndex;
    const lengths = model.lengths[profile]!;
    const after = state.next[behind]!;
    const from = state.fromPlace[behind]!;
    const to = state.toPlace[after]!;
    const legIn = lengths[from * width + task]!;
    const legOut = lengths[task * width + to]!;
    if (model.hasForbiddenLegs && (legIn >= unreachable || legOut >= unreachable)) return infeasible;
    const newLengthM =
      state.lengthM[line]! + legIn + legOut - state.legNext[behind]! + model.innerLengthM[profile]![task]!;
    this.triedType = -1;
    const fits = this.fits(task, line, behind, after, type.capacity);
    let newDurationS = 0;
    if (model.durationMode !== 'none') {
      newDurationS = this.newDuration(task, line, behind, after, from, to, profile);
      if (newDurationS < 0) return infeasible;
    }
    const isOver = newDurationS > type.maxDurationS || newLengthM > type.maxLengthM;
    const entry = this.entry(task, line, lengths);
    if (fits && !isOver) {
      const growth = this.minMaxGrowth(line, newLengthM, newDurationS);
      return (
        type.fixedCost +
        segments.runningCost(typeIndex, newLengthM, newDurationS) -
        segments.cost[line]! +
        entry +
        growth +
        (state.size[line] === 0 ? 0 : segments.spreadCost(segments.spreadM[line]!))
      );
    }
    if (line < state.reservedRoutes) return infeasible;
    return this.costAsSibling(task, line, behind, after, newLengthM, newDurationS) + entry;
  }

  /** Same position with another vehicle of the same roads and depots, when the present one is too small. */
  private costAsSibling(
    task: number,
    line: number,
    behind: number,
    after: number,
    newLengthM: number,
    newDurationS: number,
  ): number {
    const { model, state, segments } = this;
    let best = infeasible;
    for (const other of this.siblings[state.type[line]!]!) {
      const type = model.problem.vehicleTypes[other]!;
      if (state.typeUsed[other]! >= model.typeLimit[other]!) continue;
      if (newDurationS > type.maxDurationS || newLengthM > type.maxLengthM) continue;
      const cost =
        type.fixedCost +
        segments.runningCost(other, newLengthM, newDurationS) -
        segments.cost[line]! +
        segments.spreadCost(segments.spreadM[line]!) +
        this.minMaxGrowth(line, newLengthM, newDurationS);
      if (cost >= best || !this.fits(task, line, behind, after, type.capacity)) continue;
      best = cost;
      this.triedType = other;
    }
    return best;
  }

  private fits(
    task: number,
    line: number,
    behind: number,
    after: number,
    capacity: readonly number[],
  ): boolean {
    const { model, state, segments } = this;
    const dimensions = model.problem.dimensionCount;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = capacity[dimension]!;
      const item = task * dimensions + dimension;
      const delivery = model.delivery[item]!;
      if (state.load[line * dimensions + dimension]! + delivery > limit) return false;
      if (!model.hasPickup) continue;
      if (state.pickup[line * dimensions + dimension]! + model.pickup[item]! > limit) return false;
      const left = behind * dimensions + dimension;
      const right = after * dimensions + dimension;
      const picked = segments.prePickup[left]!;
      const due = segments.sufDelivery[right]!;
      if (segments.prePeak[left]! + delivery + due > limit) return false;
      if (picked + model.peak[item]! + due > limit) return false;
      if (segments.sufPeak[right]! + picked + model.pickup[item]! > limit) return false;
    }
    return true;
  }

  /** Duration of the line with the task put in, seconds; -1 when a window closes too early. */
  private newDuration(
    task: number,
    line: number,
    behind: number,
    after: number,
    from: number,
    to: number,
    profile: number,
  ): number {
    const { model, segments, state } = this;
    const { width } = model;
    const durations = model.durations[profile]!;
    const driveIn = durations[from * width + task]!;
    const driveOut = durations[task * width + to]!;
    const skipped = state.size[line] === 0 ? 0 : durations[from * width + to]!;
    const newDriving =
      segments.drivingS[line]! + driveIn + driveOut - skipped + model.innerDrivingS[profile]![task]!;
    const breaks = segments.breakS(newDriving);
    if (model.durationMode === 'sum') {
      const type = model.problem.vehicleTypes[state.type[line]!]!;
      const service = model.taskDurationS[task]! - model.innerDrivingS[0]![task]!;
      return type.loadingS + newDriving + segments.serviceS[line]! + service + breaks;
    }
    const earliest = model.taskEarliestS[task]!;
    const latest = model.taskLatestS[task]!;
    const arrive = segments.preD[behind]! + driveIn;
    if (segments.preE[behind]! + arrive > latest) return -1;
    const waitBefore = Math.max(0, earliest - arrive - segments.preL[behind]!);
    const joinedE = Math.max(earliest - arrive, segments.preE[behind]!) - waitBefore;
    const joinedL = Math.min(latest - arrive, segments.preL[behind]!);
    const joinedD = arrive + waitBefore + model.taskDurationS[task]! + driveOut;
    if (joinedE + joinedD > segments.sufL[after]!) return -1;
    const waitAfter = Math.max(0, segments.sufE[after]! - joinedD - joinedL);
    return joinedD + waitAfter + segments.sufD[after]! + breaks;
  }

  private entry(task: number, line: number, lengths: Int32Array): number {
    const { model, state, segments } = this;
    const compactness = model.problem.compactnessCostPerKm;
    if (!model.hasGroups && compactness === 0) return 0;
    if (this.entryFor[line] === this.entryStamp) return this.entryCost[line]!;
    let cost = 0;
    const group = model.group[task]!;
    if (model.hasGroups && group >= 0 && segments.groupLines[group]! > 0)
      if (segments.groupOn[line * segments.groupLines.length + group] === 0)
        cost += model.problem.groupSplitCost[group]!;
    if (compactness > 0 && state.size[line]! > 0) {
      let widest = segments.spreadM[line]!;
      const end = model.n + line;
      for (let node = state.next[end]!; node !== end; node = state.next[node]!)
        widest = Math.max(widest, lengths[task * model.width + node]!, lengths[node * model.width + task]!);
      cost += segments.spreadCost(widest) - segments.spreadCost(segments.spreadM[line]!);
    }
    this.entryFor[line] = this.entryStamp;
    this.entryCost[line] = cost;
    return cost;
  }

  /** For minMax: growth of the squared measure over the longest line, so that short lines are filled first. */
  private minMaxGrowth(line: number, newLengthM: number, newDurationS: number): number {
    if (!this.isMinMax) return 0;
    const before = this.measuresLength ? this.state.lengthM[line]! : this.segments.durationS[line]!;
    const after = this.measuresLength ? newLengthM : newDurationS;
    const over = Math.max(0, after - this.longestMeasure);
    return (after * after - before * before) / this.longestMeasure + 4 * over;
  }

  private tryNewLine(task: number): void {
    const { model, state, segments } = this;
    if (state.lineCount >= model.maxLines) return;
    const { problem, width } = model;
    const mustOpen = state.lineCount < problem.minLines;
    let cheapest = mustOpen ? infeasible : this.bestCost;
    for (let index = 0; index < problem.vehicleTypes.length; index++) {
      const type = problem.vehicleTypes[index]!;
      if (state.typeUsed[index]! >= model.typeLimit[index]!) continue;
      if (!this.fitsAlone(task, type.capacity)) continue;
      const lengths = model.lengths[type.profileIndex]!;
      const legIn = lengths[model.startPlace[index]! * width + task]!;
      const legOut = lengths[task * width + model.endPlace[index]!]!;
      if (legIn >= unreachable || legOut >= unreachable) continue;
      const lengthM = legIn + legOut + model.innerLengthM[type.profileIndex]![task]!;
      const durationS = this.durationAlone(task, index);
      if (durationS < 0 || durationS > type.maxDurationS || lengthM > type.maxLengthM) continue;
      const group = model.group[task]!;
      let cost = type.fixedCost + segments.runningCost(index, lengthM, durationS);
      if (model.hasGroups && group >= 0 && segments.groupLines[group]! > 0)
        cost += problem.groupSplitCost[group]!;
      if (this.isMinMax) {
        const measure = this.measuresLength ? lengthM : durationS;
        cost += (measure * measure) / this.longestMeasure;
      }
      if (cost >= cheapest) continue;
      cheapest = cost;
      this.bestCost = cost;
      this.bestBehind = -1;
      this.bestType = index;
    }
  }

  private fitsAlone(task: number, capacity: readonly number[]): boolean {
    const { model } = this;
    const dimensions = model.problem.dimensionCount;
    for (let dimension = 0; dimension < dimensions; dimension++)
      if (model.peak[task * dimensions + dimension]! > capacity[dimension]!) return false;
    return true;
  }

  private durationAlone(task: number, vehicleType: number): number {
    const { model, segments } = this;
    if (model.durationMode === 'none') return 0;
    const { problem, width } = model;
    const type = problem.vehicleTypes[vehicleType]!;
    const durations = model.durations[type.profileIndex]!;
    const driveIn = durations[model.startPlace[vehicleType]! * width + task]!;
    const driveOut = durations[task * width + model.endPlace[vehicleType]!]!;
    const driving = driveIn + driveOut + model.innerDrivingS[type.profileIndex]![task]!;
    const breaks = segments.breakS(driving);
    if (model.durationMode === 'sum')
      return type.loadingS + driving + model.taskDurationS[task]! - model.innerDrivingS[0]![task]! + breaks;
    const leave = type.startDepotIndex === null ? -noLimit : problem.windowOpenS[type.startDepotIndex]!;
    const leaveBy = type.startDepotIndex === null ? noLimit : problem.windowCloseS[type.startDepotIndex]!;
    const back = type.endDepotIndex === null ? noLimit : problem.windowCloseS[type.endDepotIndex]!;
    const backFrom = type.endDepotIndex === null ? -noLimit : problem.windowOpenS[type.endDepotIndex]!;
    const earliest = Math.max(leave + driveIn, model.taskEarliestS[task]!);
    if (leave + driveIn > model.taskLatestS[task]!) return -1;
    const tail = model.taskDurationS[task]! + driveOut;
    if (earliest + tail > back) return -1;
    const latest = Math.min(leaveBy + driveIn, model.taskLatestS[task]!);
    const waitBefore = Math.max(0, model.taskEarliestS[task]! - leaveBy - driveIn);
    const begin = Math.max(latest, model.taskEarliestS[task]!);
    const waitAfter = Math.max(0, backFrom - begin - tail);
    return type.loadingS + driveIn + waitBefore + tail + waitAfter + breaks;
  }
}
