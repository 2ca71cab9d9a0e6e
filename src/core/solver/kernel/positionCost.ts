import { type LineSegments, loadColumns, prePeak, prePickup, sufDelivery, sufPeak } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import {
  type SearchTables,
  timeCostOf,
  timesAdd,
  timesHaveWindows,
  untimed,
  wayless,
} from './searchTables.ts';
import { larger } from './whole.ts';
import { preD, preE, preL, sufD, sufE, sufL, timeColumns } from './windowTimes.ts';

export const infeasible: f64 = Number.POSITIVE_INFINITY;

/** Extra cost of putting one task at one place, under every constraint, in constant time. */
export class PositionCost {
  /** Longest line of the plan, the reference of the minMax objective. */
  longestMeasure: f64 = 1;
  /** Vehicle type the last tried position needs; -1 = the line's own. */
  triedType: i32 = -1;

  private readonly isMinMax: boolean;
  private readonly hasEntryCost: boolean;
  private readonly dimensions: i32;
  private newLengthM: f64 = 0;
  private newDurationS: f64 = 0;
  /** Cost of entering a line whatever the position (groups, spread), remembered per line for the task in hand. */
  private readonly entryCost: Float64Array;
  private readonly entryFor: Int32Array;
  private entryStamp: i32 = 0;
  private readonly aloneCost: Float64Array;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
  ) {
    this.isMinMax = tables.isMinMax === 1;
    this.hasEntryCost = tables.hasGroups === 1 || tables.compactnessCostPerKm[0]! > 0;
    this.dimensions = tables.dimensionCount;
    const entries = tables.n * tables.vehicleCount;
    this.aloneCost = new Float64Array(entries);
    this.entryCost = new Float64Array(state.routes);
    this.entryFor = new Int32Array(state.routes);
    for (let entry = 0; entry < entries; entry++) this.aloneCost[entry] = Number.NaN;
  }

  /** Announces another task: what was remembered for the last one is void. */
  begin(): void {
    this.entryStamp++;
  }

  /** Whether any position of a line can take the task below `limitCost`, as far as the line's sums tell. */
  mayFit(task: i32, line: i32, limitCost: f64): boolean {
    const { tables, state, segments, dimensions } = this;
    if (segments.upgradeCost[line]! < limitCost) return true;
    const { capacity } = tables;
    const type = state.type[line]!;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = capacity[type * dimensions + dimension]!;
      const item = task * dimensions + dimension;
      const entry = line * dimensions + dimension;
      if (state.load[entry]! + tables.delivery[item]! > limit) return false;
      if (tables.hasPickup === 1 && state.pickup[entry]! + tables.pickup[item]! > limit) return false;
    }
    // With windows a stop may take the place of waiting.
    if (tables.durationMode !== timesAdd) return true;
    const leastS = segments.durationS[line]! + tables.taskServiceS[task]!;
    return leastS <= segments.overrun.mostS[type]!;
  }

  /** Extra cost behind a node; `infeasible` where a limit forbids it or it cannot be below `limitCost`. */
  at(task: i32, line: i32, behind: i32, limitCost: f64): f64 {
    const { tables, state, segments } = this;
    const { width } = tables;
    const type = state.type[line]!;
    const profile = tables.profile[type]!;
    const row = profile * tables.cells + task * width;
    const after = state.next[behind]!;
    const from = state.fromPlace[behind]!;
    const to = state.toPlace[after]!;
    const legIn = tables.lengthsT[row + from]!;
    const legOut = tables.lengths[row + to]!;
    if (tables.hasForbiddenLegs === 1 && (legIn >= wayless || legOut >= wayless)) return infeasible;
    const longer = legIn + legOut - state.legNext[behind]! + tables.innerLengthM[profile * tables.n + task]!;
    let cost = longer * tables.costPerM[type]!;
    if (cost >= limitCost) return infeasible;
    this.newLengthM = state.lengthM[line]! + longer;
    this.newDurationS = 0;
    this.triedType = -1;
    if (tables.durationMode === timesAdd) {
      const drivingS = this.newDriving(task, line, from, to, profile);
      const serviceS = tables.taskServiceS[task]!;
      // Breaks and overtime only add to it: most places are dismissed here.
      const longerS = drivingS - segments.drivingS[line]! + serviceS;
      if (cost + longerS * tables.leastPerS[type]! >= limitCost && longerS > 0 && !this.isMinMax)
        return infeasible;
      this.newDurationS =
        tables.loadingS[type]! + drivingS + segments.serviceS[line]! + serviceS + segments.breakS(drivingS);
    } else if (tables.durationMode === timesHaveWindows) {
      if (!this.setWindowDuration(task, line, behind, after, profile)) return infeasible;
    }
    const isOver =
      this.newDurationS > segments.overrun.mostS[type]! || this.newLengthM > tables.maxLengthM[type]!;
    if (!isOver) {
      if (tables.durationMode !== untimed)
        cost += segments.timeCostAs(type, this.newDurationS) - segments.timeCost[line]!;
      if (state.size[line] === 0) cost += tables.fixedPerLine[type]!;
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
  private costAsSibling(task: i32, line: i32, behind: i32, after: i32): f64 {
    const { tables, state, segments } = this;
    const present = state.type[line]!;
    let before: f64 = 0;
    if (state.size[line]! > 0)
      before =
        tables.fixedPerLine[present]! +
        state.lengthM[line]! * tables.costPerM[present]! +
        segments.timeCost[line]!;
    let best = infeasible;
    for (let at = tables.siblingStart[present]!; at < tables.siblingStart[present + 1]!; at++) {
      const other = tables.siblings[at]!;
      if (state.typeUsed[other]! >= tables.typeLimit[other]!) continue;
      if (this.newDurationS > segments.overrun.mostS[other]! || this.newLengthM > tables.maxLengthM[other]!)
        continue;
      const timeCost = tables.durationMode === untimed ? 0 : segments.timeCostAs(other, this.newDurationS);
      const cost =
        tables.fixedPerLine[other]! + this.newLengthM * tables.costPerM[other]! + timeCost - before;
      if (cost >= best || !this.fits(task, line, behind, after, other)) continue;
      best = cost;
      this.triedType = other;
    }
    return best;
  }

  private fits(task: i32, line: i32, behind: i32, after: i32, type: i32): boolean {
    const { tables, state, dimensions } = this;
    const { loads } = this.segments;
    const { capacity } = tables;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = capacity[type * dimensions + dimension]!;
      const item = task * dimensions + dimension;
      const delivery = tables.delivery[item]!;
      if (state.load[line * dimensions + dimension]! + delivery > limit) return false;
      if (tables.hasPickup === 0) continue;
      const left = (behind * dimensions + dimension) * loadColumns;
      const right = (after * dimensions + dimension) * loadColumns;
      const picked = loads[left + prePickup]!;
      const due = loads[right + sufDelivery]!;
      if (loads[left + prePeak]! + delivery + due > limit) return false;
      if (picked + tables.peak[item]! + due > limit) return false;
      if (loads[right + sufPeak]! + picked + tables.pickup[item]! > limit) return false;
    }
    return true;
  }

  private newDriving(task: i32, line: i32, from: i32, to: i32, profile: i32): i32 {
    const { tables, segments } = this;
    const { width, durations, durationsT } = tables;
    const table = profile * tables.cells;
    const row = table + task * width;
    let driving =
      segments.drivingS[line]! +
      durationsT[row + from]! +
      durations[row + to]! +
      tables.innerDrivingS[profile * tables.n + task]!;
    if (this.state.size[line] !== 0) driving -= durations[table + from * width + to]!;
    return driving;
  }

  private setWindowDuration(task: i32, line: i32, behind: i32, after: i32, profile: i32): boolean {
    const { tables, segments, state } = this;
    const { times } = segments.windows;
    const from = state.fromPlace[behind]!;
    const to = state.toPlace[after]!;
    const row = profile * tables.cells + task * tables.width;
    const earliest: f64 = tables.taskEarliestS[task]!;
    const latest: f64 = tables.taskLatestS[task]!;
    const left = behind * timeColumns;
    const right = after * timeColumns;
    const leaveBy: f64 = times[left + preL]!;
    const leaveFrom: f64 = times[left + preE]!;
    const arrive: f64 = times[left + preD]! + tables.durationsT[row + from]!;
    if (leaveFrom + arrive > latest) return false;
    const waitBefore = Math.max(0, earliest - arrive - leaveBy);
    const joinedE = Math.max(earliest - arrive, leaveFrom) - waitBefore;
    const joinedD = arrive + waitBefore + tables.taskDurationS[task]! + tables.durations[row + to]!;
    if (joinedE + joinedD > times[right + sufL]!) return false;
    const joinedL = Math.min(latest - arrive, leaveBy);
    const waitAfter = Math.max(0, times[right + sufE]! - joinedD - joinedL);
    this.newDurationS = joinedD + waitAfter + times[right + sufD]!;
    if (tables.hasBreaks === 1)
      this.newDurationS += segments.breakS(this.newDriving(task, line, from, to, profile));
    return true;
  }

  private entry(task: i32, line: i32, profile: i32): f64 {
    const { tables, state, segments } = this;
    if (this.entryFor[line] === this.entryStamp) return this.entryCost[line]!;
    let cost = this.groupCost(task, line);
    if (tables.compactnessCostPerKm[0]! > 0 && state.size[line]! > 0) {
      const row = profile * tables.cells + task * tables.width;
      let widest = segments.spreadM[line]!;
      const end = tables.n + line;
      for (let node = state.next[end]!; node !== end; node = state.next[node]!)
        widest = larger(widest, larger(tables.lengths[row + node]!, tables.lengthsT[row + node]!));
      cost += segments.spreadCost(widest) - segments.spreadCost(segments.spreadM[line]!);
    }
    this.entryFor[line] = this.entryStamp;
    this.entryCost[line] = cost;
    return cost;
  }

  /** Split cost of bringing the task's group to one more line; line -1 = a new one. */
  private groupCost(task: i32, line: i32): f64 {
    const { tables, segments } = this;
    const group = tables.group[task]!;
    if (tables.hasGroups === 0 || group < 0 || segments.groupLines[group] === 0) return 0;
    if (line >= 0 && segments.groupOn[line * tables.groupCount + group]! > 0) return 0;
    return tables.groupSplitCost[group]!;
  }

  /** For minMax: growth of the squared measure over the longest line, so that short lines are filled first. */
  private minMaxGrowth(line: i32, newLengthM: f64, newDurationS: f64): f64 {
    const { tables, state, segments } = this;
    const before: f64 = tables.measuresLength === 1 ? state.lengthM[line]! : segments.durationS[line]!;
    const after = tables.measuresLength === 1 ? newLengthM : newDurationS;
    const over = Math.max(0, after - this.longestMeasure);
    return (after * after - before * before) / this.longestMeasure + 4 * over;
  }

  /** Cost of a new line of one type for the task alone. */
  alone(task: i32, type: i32): f64 {
    if (this.isMinMax) return this.aloneAnew(task, type);
    const entry = task * this.tables.vehicleCount + type;
    // Never changes but for the groups: reckoned once.
    if (Number.isNaN(this.aloneCost[entry]!)) this.aloneCost[entry] = this.aloneAnew(task, type);
    return this.aloneCost[entry]! + this.groupCost(task, -1);
  }

  private aloneAnew(task: i32, type: i32): f64 {
    const { tables, dimensions } = this;
    for (let dimension = 0; dimension < dimensions; dimension++)
      if (tables.peak[task * dimensions + dimension]! > tables.capacity[type * dimensions + dimension]!)
        return infeasible;
    const profile = tables.profile[type]!;
    const row = profile * tables.cells + task * tables.width;
    const legIn = tables.lengthsT[row + tables.startPlace[type]!]!;
    const legOut = tables.lengths[row + tables.endPlace[type]!]!;
    if (legIn >= wayless || legOut >= wayless) return infeasible;
    const lengthM: f64 = legIn + legOut + tables.innerLengthM[profile * tables.n + task]!;
    const durationS = this.durationAlone(task, type);
    if (durationS < 0 || durationS > tables.maxDurationS[type]! || lengthM > tables.maxLengthM[type]!)
      return infeasible;
    let cost = tables.fixedPerLine[type]! + tables.dutyPerLine[type]! + lengthM * tables.costPerM[type]!;
    if (tables.durationMode !== untimed) cost += timeCostOf(tables, type, durationS);
    if (!this.isMinMax) return cost;
    const measure = tables.measuresLength === 1 ? lengthM : durationS;
    return cost + this.groupCost(task, -1) + (measure * measure) / this.longestMeasure;
  }

  /** Shortest duration of a line with this task only; -1 when a window forbids it. */
  private durationAlone(task: i32, type: i32): f64 {
    const { tables, segments } = this;
    if (tables.durationMode === untimed) return 0;
    const { width, durations } = tables;
    const profile = tables.profile[type]!;
    const table = profile * tables.cells;
    const driveIn = durations[table + tables.startPlace[type]! * width + task]!;
    const driveOut = durations[table + task * width + tables.endPlace[type]!]!;
    const driving = driveIn + driveOut + tables.innerDrivingS[profile * tables.n + task]!;
    const breaks = segments.breakS(driving);
    const loadingS = tables.loadingS[type]!;
    if (tables.durationMode === timesAdd) return loadingS + driving + tables.taskServiceS[task]! + breaks;
    const leave: f64 = tables.startOpenS[type]!;
    const leaveBy: f64 = tables.startCloseS[type]!;
    const back: f64 = tables.endCloseS[type]!;
    const backFrom: f64 = tables.endOpenS[type]!;
    const opens: f64 = tables.taskEarliestS[task]!;
    const closes: f64 = tables.taskLatestS[task]!;
    if (leave + driveIn > closes) return -1;
    const earliest = Math.max(leave + driveIn, opens);
    const tail: f64 = tables.taskDurationS[task]! + driveOut;
    if (earliest + tail > back) return -1;
    const latest = Math.min(leaveBy + driveIn, closes);
    const waitBefore = Math.max(0, opens - leaveBy - driveIn);
    const begin = Math.max(latest, opens);
    const waitAfter = Math.max(0, backFrom - begin - tail);
    return loadingS + driveIn + waitBefore + tail + waitAfter + breaks;
  }
}
