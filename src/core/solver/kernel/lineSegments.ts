import { overtimeCost } from './dutyRules.ts';
import { LineDriving } from './lineDriving.ts';
import type { Overrun } from './overrun.ts';
import type { RouteState } from './routeState.ts';
import {
  type SearchTables,
  timeCostOf,
  timesAdd,
  timesHaveWindows,
  untimed,
  wayless,
} from './searchTables.ts';
import { larger, smaller } from './whole.ts';
import { WindowTimes } from './windowTimes.ts';

/** Columns of the loads: picked up and highest load up to a node, delivered and highest load from it to the end. */
export const prePickup: i32 = 0;
export const prePeak: i32 = 1;
export const sufDelivery: i32 = 2;
export const sufPeak: i32 = 3;
export const loadColumns: i32 = 4;

/**
 * What a line's constraints need to know at each of its nodes: the segment from the depot up to the node ("pre") and
 * from the node to the end ("suf"). Two segments and a task concatenate in O(1), so trying a position costs the same
 * whatever the line's length (Vidal, Crainic, Gendreau, Prins 2014, section 4). Loads: delivered, picked up, highest
 * load (pickup); times are in `WindowTimes`. Also the exact cost of each line, and how many stops of each group it holds.
 */
export class LineSegments {
  /** Entry [(node * dimensionCount + dimension) * loadColumns + column]. */
  readonly loads: Int32Array;
  readonly windows: WindowTimes;
  readonly drivingS: Int32Array;
  readonly serviceS: Int32Array;
  readonly durationS: Int32Array;
  readonly spreadM: Int32Array;
  readonly cost: Float64Array;
  /** Stops of each group on each line, and lines calling at each group. */
  readonly groupOn: Int32Array;
  readonly groupLines: Int32Array;
  /** Bound for a stop that only another vehicle of the same roads could take along; infinite where none could. */
  readonly upgradeCost: Float64Array;
  /** What the time of each line costs under its vehicle type, before rounding, the duty's share included. */
  readonly timeCost: Float64Array;
  /** What the dearer of both legs of a task costs under its line's vehicle type, way and time (only where times are sums). */
  readonly dearerLeg: Float64Array;
  totalCost: f64 = 0;
  /** Seconds by which lines run over the longest duty. */
  totalOverS: f64 = 0;
  private readonly overS: Float64Array;
  private readonly driving: LineDriving;

  constructor(
    readonly tables: SearchTables,
    readonly state: RouteState,
    readonly overrun: Overrun,
  ) {
    const { routes, nodes } = state;
    this.loads = new Int32Array(tables.hasPickup === 1 ? nodes * tables.dimensionCount * loadColumns : 0);
    this.windows = new WindowTimes(tables, state);
    const driving = new LineDriving(tables, state);
    this.driving = driving;
    this.drivingS = driving.drivingS;
    this.serviceS = driving.serviceS;
    this.dearerLeg = driving.dearerLeg;
    this.durationS = new Int32Array(routes);
    this.spreadM = new Int32Array(routes);
    this.cost = new Float64Array(routes);
    this.timeCost = new Float64Array(routes);
    this.overS = new Float64Array(routes);
    this.upgradeCost = new Float64Array(routes);
    this.groupOn = new Int32Array(routes * tables.groupCount);
    this.groupLines = new Int32Array(tables.groupCount);
    for (let route = 0; route < routes; route++) this.upgradeCost[route] = Number.POSITIVE_INFINITY;
  }

  /** Cost of a line of the given length and duration under a vehicle type (without fixed cost). */
  runningCost(vehicleType: i32, lengthM: f64, durationS: f64): f64 {
    const { tables } = this;
    let cost = Math.round((lengthM * tables.costPerKm[vehicleType]!) / 1000);
    if (tables.durationMode !== untimed) {
      cost +=
        Math.round((durationS * tables.costPerHour[vehicleType]!) / 3600) +
        overtimeCost(tables.shiftS[vehicleType]!, tables.overtimeCostPerHour[vehicleType]!, durationS);
      cost += Math.round(this.overrun.cost(vehicleType, durationS));
    }
    return cost;
  }

  /** Breaks that fall due on so much driving, seconds. */
  breakS(drivingS: i32): i32 {
    const { breakAfterS, breakS } = this.tables;
    if (this.tables.hasBreaks === 0 || drivingS <= breakAfterS) return 0;
    // Seldom more than one: quicker than to divide.
    if (drivingS - breakAfterS <= breakAfterS) return breakS;
    return ((Math.ceil((drivingS as f64) / (breakAfterS as f64)) - 1) as i32) * breakS;
  }

  /** Recomputes everything about one line after its tasks or vehicle changed. */
  refreshAll(route: i32): void {
    const end = this.tables.n + route;
    this.refresh(route, end, end);
  }

  /**
   * Recomputes a line of which nothing has changed up to the node `keptUntil` and from the node `keptFrom` on: what is
   * known of it from its start to the one, and from the other to its end, still holds. Both are the line's end where all
   * of it may have changed.
   */
  refresh(route: i32, keptUntil: i32, keptFrom: i32): void {
    const { tables, state } = this;
    this.totalCost -= this.cost[route]!;
    const type = state.type[route]!;
    if (tables.durationMode !== untimed) {
      // With windows the segments hold all times; driving by itself is asked for only by breaks.
      if (tables.durationMode === timesAdd || tables.hasBreaks === 1)
        this.driving.refresh(route, keptUntil, keptFrom);
      const breakS = this.breakS(this.drivingS[route]!);
      if (tables.durationMode === timesHaveWindows) {
        const durationS = this.windows.refresh(route, keptUntil, keptFrom);
        this.durationS[route] = state.size[route] === 0 ? 0 : durationS + breakS;
      } else
        this.durationS[route] =
          (tables.loadingS[type]! as i32) + this.drivingS[route]! + this.serviceS[route]! + breakS;
    }
    const durationS: f64 = this.durationS[route]!;
    this.timeCost[route] = this.timeCostAs(type, durationS);
    this.totalOverS -= this.overS[route]!;
    this.overS[route] = state.size[route] === 0 ? 0 : this.overrun.overS(type, durationS);
    this.totalOverS += this.overS[route]!;
    if (tables.hasPickup === 1) this.refreshLoads(route, keptUntil, keptFrom);
    if (tables.hasGroups === 1) this.refreshGroups(route);
    if (tables.compactnessCostPerKm[0]! > 0) this.refreshSpread(route, tables.profile[type]!);
    this.cost[route] = 0;
    if (state.size[route] !== 0)
      this.cost[route] =
        tables.fixedPerLine[type]! +
        this.runningCost(type, state.lengthM[route]!, durationS) +
        this.spreadCost(this.spreadM[route]!);
    this.totalCost += this.cost[route]!;
    if (tables.hasSiblings === 1) this.refreshUpgrade(route);
  }

  /** Least that one more stop on the line would cost by giving it another vehicle of the same roads. */
  private refreshUpgrade(route: i32): void {
    const { tables, state } = this;
    const type = state.type[route]!;
    const lengthM: f64 = state.lengthM[route]!;
    const durationS: f64 = this.durationS[route]!;
    const dimensions = tables.dimensionCount;
    let least: f64 = Number.POSITIVE_INFINITY;
    for (let at = tables.siblingStart[type]!; at < tables.siblingStart[type + 1]!; at++) {
      const other = tables.siblings[at]!;
      let hasRoom = durationS <= this.overrun.mostS[other]! && lengthM <= tables.maxLengthM[other]!;
      for (let dimension = 0; dimension < dimensions; dimension++)
        if (state.load[route * dimensions + dimension]! > tables.capacity[other * dimensions + dimension]!)
          hasRoom = false;
      if (hasRoom) least = Math.min(least, this.costAs(other, lengthM, durationS));
    }
    // An empty line has no vehicle yet that another one would cost more than.
    this.upgradeCost[route] =
      state.size[route] === 0 ? Math.min(0, least) : least - this.costAs(type, lengthM, durationS);
  }

  /** What a line of this length and duration costs under a vehicle type, before rounding, duties shared. */
  private costAs(type: i32, lengthM: f64, durationS: f64): f64 {
    const { tables } = this;
    const cost = tables.fixedPerLine[type]! + lengthM * tables.costPerM[type]!;
    return tables.durationMode === untimed ? cost : cost + this.timeCostAs(type, durationS);
  }

  /** What so much time costs under a vehicle type, before rounding: the duty's share and running over included. */
  timeCostAs(type: i32, durationS: f64): f64 {
    return timeCostOf(this.tables, type, durationS) + this.overrun.cost(type, durationS);
  }

  /** Sets the price of running over anew, and what the lines concerned cost at it. */
  priceOverrun(): void {
    this.overrun.adapt(this.totalOverS > 0);
    for (let route = 0; route < this.state.routeHigh; route++)
      if (this.overS[route]! > 0) this.refreshAll(route);
  }

  stopCount(route: i32): i32 {
    const { tables, state } = this;
    if (tables.n === tables.stopCount) return state.size[route]!;
    let stops = 0;
    const end = tables.n + route;
    for (let node = state.next[end]!; node !== end; node = state.next[node]!)
      stops += tables.taskStopCount[node]!;
    return stops;
  }

  spreadCost(spreadM: i32): f64 {
    return Math.round(((spreadM as f64) * this.tables.compactnessCostPerKm[0]!) / 1000);
  }

  /** Whether a refreshed line keeps every limit of a vehicle type of its own roads. */
  isAllowed(route: i32, vehicleType: i32): boolean {
    const { tables, state } = this;
    if (state.size[route] === 0) return true;
    const lengthM = state.lengthM[route]!;
    if (lengthM > tables.maxLengthM[vehicleType]!) return false;
    if (tables.hasForbiddenLegs === 1 && lengthM >= wayless) return false;
    if (tables.durationMode !== untimed && this.durationS[route]! > this.overrun.mostS[vehicleType]!)
      return false;
    if (tables.durationMode === timesHaveWindows && this.windows.isLate[route] === 1) return false;
    const dimensions = tables.dimensionCount;
    const first = state.next[tables.n + route]!;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = tables.capacity[vehicleType * dimensions + dimension]!;
      if (state.load[route * dimensions + dimension]! > limit) return false;
      if (tables.hasPickup === 0) continue;
      if (this.loads[(first * dimensions + dimension) * loadColumns + sufPeak]! > limit) return false;
    }
    return true;
  }

  private refreshLoads(route: i32, keptUntil: i32, keptFrom: i32): void {
    const { tables, loads } = this;
    const { next, prev } = this.state;
    const { delivery, pickup, peak } = tables;
    const dimensions = tables.dimensionCount;
    const end = tables.n + route;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const endAt = (end * dimensions + dimension) * loadColumns;
      for (let column = 0; column < loadColumns; column++) loads[endAt + column] = 0;
      const beforeAt = (keptUntil * dimensions + dimension) * loadColumns;
      let pickedUp = loads[beforeAt + prePickup]!;
      let highest = loads[beforeAt + prePeak]!;
      for (let node = next[keptUntil]!; node !== end; node = next[node]!) {
        const item = node * dimensions + dimension;
        highest = larger(highest + delivery[item]!, peak[item]! + pickedUp);
        pickedUp += pickup[item]!;
        loads[item * loadColumns + prePickup] = pickedUp;
        loads[item * loadColumns + prePeak] = highest;
      }
      const afterAt = (keptFrom * dimensions + dimension) * loadColumns;
      let due = loads[afterAt + sufDelivery]!;
      highest = loads[afterAt + sufPeak]!;
      for (let node = prev[keptFrom]!; node !== end; node = prev[node]!) {
        const item = node * dimensions + dimension;
        highest = larger(peak[item]! + due, highest + pickup[item]!);
        due += delivery[item]!;
        loads[item * loadColumns + sufDelivery] = due;
        loads[item * loadColumns + sufPeak] = highest;
      }
    }
  }

  private refreshGroups(route: i32): void {
    const { tables, state, groupOn, groupLines } = this;
    const groups = tables.groupCount;
    const splitCost = tables.groupSplitCost;
    const base = route * groups;
    for (let group = 0; group < groups; group++) {
      if (groupOn[base + group]! === 0) continue;
      groupOn[base + group] = 0;
      const lines = groupLines[group]! - 1;
      groupLines[group] = lines;
      if (lines > 0) this.totalCost -= splitCost[group]!;
    }
    const end = tables.n + route;
    for (let node = state.next[end]!; node !== end; node = state.next[node]!) {
      const group = tables.group[node]!;
      if (group < 0) continue;
      if (groupOn[base + group]! === 0) {
        const lines = groupLines[group]! + 1;
        groupLines[group] = lines;
        if (lines > 1) this.totalCost += splitCost[group]!;
      }
      groupOn[base + group] = groupOn[base + group]! + 1;
    }
  }

  private refreshSpread(route: i32, profile: i32): void {
    const { tables, state } = this;
    const { lengths, width } = tables;
    const table = profile * tables.cells;
    const end = tables.n + route;
    let widest = 0;
    for (let from = state.next[end]!; from !== end; from = state.next[from]!)
      for (let to = state.next[end]!; to !== end; to = state.next[to]!)
        widest = larger(widest, lengths[table + from * width + to]!);
    this.spreadM[route] = smaller(widest, wayless);
  }
}
