import { noLimit } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import type { KernelModel } from './kernelModel.ts';
import {
  type LineSegments,
  loadColumns,
  preD,
  preE,
  preL,
  prePeak,
  prePickup,
  sufD,
  sufDelivery,
  sufE,
  sufL,
  sufPeak,
  timeColumns,
} from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import { timeCost } from './vehicleTables.ts';

export const infeasible = Number.POSITIVE_INFINITY;

/** Extra cost of putting one task at one place, under every constraint, in constant time. */
export class PositionCost {
  /** Longest line of the plan, the reference of the minMax objective. */
  longestMeasure = 1;
  /** Vehicle type the last tried position needs; -1 = the line's own. */
  triedType = -1;

  private readonly isMinMax: boolean;
  private readonly measuresLength: boolean;
  private readonly hasEntryCost: boolean;
  private readonly dimensions: number;
  private newLengthM = 0;
  private newDurationS = 0;
  /** Cost of entering a line whatever the position (groups, spread), remembered per line for the task in hand. */
  private readonly entryCost: Float64Array;
  private readonly entryFor: Int32Array;
  private entryStamp = 0;
  private readonly aloneCost: Float64Array;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
  ) {
    const { problem } = model;
    this.isMinMax = problem.objective.kind === 'minMax';
    this.measuresLength = problem.objective.kind === 'minMax' && problem.objective.measure === 'length';
    this.hasEntryCost = model.hasGroups || problem.compactnessCostPerKm > 0;
    this.dimensions = problem.dimensionCount;
    this.aloneCost = new Float64Array(model.n * model.vehicles.count).fill(Number.NaN);
    this.entryCost = new Float64Array(state.size.length);
    this.entryFor = new Int32Array(state.size.length);
  }

  /** Announces another task: what was remembered for the last one is void. */
  begin(): void {
    this.entryStamp++;
  }

  /** Whether any position of a line can take the task below `limitCost`, as far as the line's sums tell. */
  mayFit(task: number, line: number, limitCost: number): boolean {
    const { model, state, segments, dimensions } = this;
    if (segments.upgradeCost[line]! < limitCost) return true;
    const { capacity } = model.vehicles;
    const type = state.type[line]! * dimensions;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = capacity[type + dimension]!;
      const item = task * dimensions + dimension;
      const entry = line * dimensions + dimension;
      if (state.load[entry]! + model.delivery[item]! > limit) return false;
      if (model.hasPickup && state.pickup[entry]! + model.pickup[item]! > limit) return false;
    }
    // With windows a stop may take the place of waiting.
    if (model.durationMode !== 'sum') return true;
    const leastS = segments.durationS[line]! + model.taskServiceS[task]!;
    return leastS <= segments.overrun.mostS[state.type[line]!]!;
  }

  /** Extra cost behind a node; `infeasible` where a limit forbids it or it cannot be below `limitCost`. */
  at(task: number, line: number, behind: number, limitCost: number): number {
    const { model, state, segments } = this;
    const { vehicles, width } = model;
    const type = state.type[line]!;
    const profile = vehicles.profile[type]!;
    const after = state.next[behind]!;
    const from = state.fromPlace[behind]!;
    const to = state.toPlace[after]!;
    const legIn = model.lengthsT[profile]![task * width + from]!;
    const legOut = model.lengths[profile]![task * width + to]!;
    if (model.hasForbiddenLegs && (legIn >= unreachable || legOut >= unreachable)) return infeasible;
    const longer = legIn + legOut - state.legNext[behind]! + model.innerLengthM[profile]![task]!;
    let cost = longer * vehicles.costPerM[type]!;
    if (cost >= limitCost) return infeasible;
    this.newLengthM = state.lengthM[line]! + longer;
    this.newDurationS = 0;
    this.triedType = -1;
    if (model.durationMode === 'sum') {
      const drivingS = this.newDriving(task, line, from, to, profile);
      const serviceS = model.taskServiceS[task]!;
      // Breaks and overtime only add to it: most places are dismissed here.
      const longerS = drivingS - segments.drivingS[line]! + serviceS;
      if (cost + longerS * vehicles.leastPerS[type]! >= limitCost && longerS > 0 && !this.isMinMax)
        return infeasible;
      this.newDurationS =
        vehicles.loadingS[type]! + drivingS + segments.serviceS[line]! + serviceS + segments.breakS(drivingS);
    } else if (
      model.durationMode === 'windows' &&
      !this.setWindowDuration(task, line, behind, after, from, to, profile)
    )
      return infeasible;
    const isOver =
      this.newDurationS > segments.overrun.mostS[type]! || this.newLengthM > vehicles.maxLengthM[type]!;
    if (!isOver) {
      if (model.durationMode !== 'none')
        cost += segments.timeCostAs(type, this.newDurationS) - segments.timeCost[line]!;
      if (state.size[line] === 0) cost += vehicles.fixedPerLine[type]!;
      if (cost >= limitCost && !this.isMinMax) return infeasible;
    }
    if (isOver || !this.fits(task, line, behind, after, type)) {
      if (segments.upgradeCost[line]! >= limitCost || line < state.reservedRoutes) return infeasible;
      cost = this.costAsSibling(task, line, behind, after);
    }
    if (this.isMinMax) cost += this.minMaxGrowth(line, this.newLengthM, this.newDurationS);
    if (this.hasEntryCost) cost += this.entry(task, line, profile);
    return cost;
  }

  /** Same position with another vehicle of the same roads and depots, when the present one is too small. */
  private costAsSibling(task: number, line: number, behind: number, after: number): number {
    const { model, state, segments } = this;
    const { vehicles } = model;
    const present = state.type[line]!;
    const isUsed = state.size[line]! > 0;
    const before = isUsed
      ? vehicles.fixedPerLine[present]! +
        state.lengthM[line]! * vehicles.costPerM[present]! +
        segments.timeCost[line]!
      : 0;
    let best = infeasible;
    for (const other of vehicles.siblings[present]!) {
      if (state.typeUsed[other]! >= model.typeLimit[other]!) continue;
      if (this.newDurationS > segments.overrun.mostS[other]! || this.newLengthM > vehicles.maxLengthM[other]!)
        continue;
      const cost =
        vehicles.fixedPerLine[other]! +
        this.newLengthM * vehicles.costPerM[other]! +
        (model.durationMode === 'none' ? 0 : segments.timeCostAs(other, this.newDurationS)) -
        before;
      if (cost >= best || !this.fits(task, line, behind, after, other)) continue;
      best = cost;
      this.triedType = other;
    }
    return best;
  }

  private fits(task: number, line: number, behind: number, after: number, type: number): boolean {
    const { model, state, dimensions } = this;
    const { loads } = this.segments;
    const { capacity } = model.vehicles;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = capacity[type * dimensions + dimension]!;
      const item = task * dimensions + dimension;
      const delivery = model.delivery[item]!;
      if (state.load[line * dimensions + dimension]! + delivery > limit) return false;
      if (!model.hasPickup) continue;
      const left = (behind * dimensions + dimension) * loadColumns;
      const right = (after * dimensions + dimension) * loadColumns;
      const picked = loads[left + prePickup]!;
      const due = loads[right + sufDelivery]!;
      if (loads[left + prePeak]! + delivery + due > limit) return false;
      if (picked + model.peak[item]! + due > limit) return false;
      if (loads[right + sufPeak]! + picked + model.pickup[item]! > limit) return false;
    }
    return true;
  }

  private newDriving(task: number, line: number, from: number, to: number, profile: number): number {
    const { model, segments } = this;
    const { width } = model;
    const durations = model.durations[profile]!;
    const skipped = this.state.size[line] === 0 ? 0 : durations[from * width + to]!;
    return (
      segments.drivingS[line]! +
      model.durationsT[profile]![task * width + from]! +
      durations[task * width + to]! -
      skipped +
      model.innerDrivingS[profile]![task]!
    );
  }

  private setWindowDuration(
    task: number,
    line: number,
    behind: number,
    after: number,
    from: number,
    to: number,
    profile: number,
  ): boolean {
    const { model, segments } = this;
    const { width } = model;
    const earliest = model.taskEarliestS[task]!;
    const latest = model.taskLatestS[task]!;
    const { times } = segments;
    const left = behind * timeColumns;
    const right = after * timeColumns;
    const leaveBy = times[left + preL]!;
    const leaveFrom = times[left + preE]!;
    const arrive = times[left + preD]! + model.durationsT[profile]![task * width + from]!;
    if (leaveFrom + arrive > latest) return false;
    const waitBefore = Math.max(0, earliest - arrive - leaveBy);
    const joinedE = Math.max(earliest - arrive, leaveFrom) - waitBefore;
    const joinedD =
      arrive + waitBefore + model.taskDurationS[task]! + model.durations[profile]![task * width + to]!;
    if (joinedE + joinedD > times[right + sufL]!) return false;
    const joinedL = Math.min(latest - arrive, leaveBy);
    const waitAfter = Math.max(0, times[right + sufE]! - joinedD - joinedL);
    this.newDurationS = joinedD + waitAfter + times[right + sufD]!;
    if (model.problem.breakRule)
      this.newDurationS += segments.breakS(this.newDriving(task, line, from, to, profile));
    return true;
  }

  private entry(task: number, line: number, profile: number): number {
    const { model, state, segments } = this;
    if (this.entryFor[line] === this.entryStamp) return this.entryCost[line]!;
    let cost = this.groupCost(task, line);
    if (model.problem.compactnessCostPerKm > 0 && state.size[line]! > 0) {
      const there = model.lengths[profile]!;
      const back = model.lengthsT[profile]!;
      let widest = segments.spreadM[line]!;
      const end = model.n + line;
      const row = task * model.width;
      for (let node = state.next[end]!; node !== end; node = state.next[node]!)
        widest = Math.max(widest, there[row + node]!, back[row + node]!);
      cost += segments.spreadCost(widest) - segments.spreadCost(segments.spreadM[line]!);
    }
    this.entryFor[line] = this.entryStamp;
    this.entryCost[line] = cost;
    return cost;
  }

  /** Split cost of bringing the task's group to one more line; line -1 = a new one. */
  private groupCost(task: number, line: number): number {
    const { model, segments } = this;
    const group = model.group[task]!;
    if (!model.hasGroups || group < 0 || segments.groupLines[group] === 0) return 0;
    const isThere = line >= 0 && segments.groupOn[line * segments.groupLines.length + group]! > 0;
    return isThere ? 0 : model.problem.groupSplitCost[group]!;
  }

  /** For minMax: growth of the squared measure over the longest line, so that short lines are filled first. */
  private minMaxGrowth(line: number, newLengthM: number, newDurationS: number): number {
    const before = this.measuresLength ? this.state.lengthM[line]! : this.segments.durationS[line]!;
    const after = this.measuresLength ? newLengthM : newDurationS;
    const over = Math.max(0, after - this.longestMeasure);
    return (after * after - before * before) / this.longestMeasure + 4 * over;
  }

  /** Cost of a new line of one type for the task alone. */
  alone(task: number, type: number): number {
    if (this.isMinMax) return this.aloneAnew(task, type);
    const entry = task * this.model.vehicles.count + type;
    // Never changes but for the groups: reckoned once.
    if (Number.isNaN(this.aloneCost[entry]!)) this.aloneCost[entry] = this.aloneAnew(task, type);
    return this.aloneCost[entry]! + this.groupCost(task, -1);
  }

  private aloneAnew(task: number, type: number): number {
    const { model, dimensions } = this;
    const { vehicles, width } = model;
    for (let dimension = 0; dimension < dimensions; dimension++)
      if (model.peak[task * dimensions + dimension]! > vehicles.capacity[type * dimensions + dimension]!)
        return infeasible;
    const profile = vehicles.profile[type]!;
    const legIn = model.lengthsT[profile]![task * width + model.startPlace[type]!]!;
    const legOut = model.lengths[profile]![task * width + model.endPlace[type]!]!;
    if (legIn >= unreachable || legOut >= unreachable) return infeasible;
    const lengthM = legIn + legOut + model.innerLengthM[profile]![task]!;
    const durationS = this.durationAlone(task, type);
    if (durationS < 0 || durationS > vehicles.maxDurationS[type]! || lengthM > vehicles.maxLengthM[type]!)
      return infeasible;
    let cost =
      vehicles.fixedPerLine[type]! + vehicles.dutyPerLine[type]! + lengthM * vehicles.costPerM[type]!;
    if (model.durationMode !== 'none') cost += timeCost(vehicles, type, durationS);
    if (!this.isMinMax) return cost;
    const measure = this.measuresLength ? lengthM : durationS;
    return cost + this.groupCost(task, -1) + (measure * measure) / this.longestMeasure;
  }

  /** Shortest duration of a line with this task only; -1 when a window forbids it. */
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
    if (model.durationMode === 'sum') return type.loadingS + driving + model.taskServiceS[task]! + breaks;
    const start = type.startDepotIndex;
    const finish = type.endDepotIndex;
    const leave = start === null ? -noLimit : problem.windowOpenS[start]!;
    const leaveBy = start === null ? noLimit : problem.windowCloseS[start]!;
    const back = finish === null ? noLimit : problem.windowCloseS[finish]!;
    const backFrom = finish === null ? -noLimit : problem.windowOpenS[finish]!;
    if (leave + driveIn > model.taskLatestS[task]!) return -1;
    const earliest = Math.max(leave + driveIn, model.taskEarliestS[task]!);
    const tail = model.taskDurationS[task]! + driveOut;
    if (earliest + tail > back) return -1;
    const latest = Math.min(leaveBy + driveIn, model.taskLatestS[task]!);
    const waitBefore = Math.max(0, model.taskEarliestS[task]! - leaveBy - driveIn);
    const begin = Math.max(latest, model.taskEarliestS[task]!);
    const waitAfter = Math.max(0, backFrom - begin - tail);
    return type.loadingS + driveIn + waitBefore + tail + waitAfter + breaks;
  }
}
