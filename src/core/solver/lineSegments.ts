import { noLimit } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import { overtimeCost } from './duties.ts';
import type { KernelModel } from './kernelModel.ts';
import { LineDriving } from './lineDriving.ts';
import type { Overrun } from './overrun.ts';
import type { RouteState } from './routeState.ts';
import { timeCost } from './vehicleTables.ts';

/** Columns of the time segments: duration, earliest and latest start up to a node, and from it to the end. */
export const preD = 0;
export const preE = 1;
export const preL = 2;
export const sufD = 3;
export const sufE = 4;
export const sufL = 5;
export const timeColumns = 6;

/** Columns of the loads: picked up and highest load up to a node, delivered and highest load from it to the end. */
export const prePickup = 0;
export const prePeak = 1;
export const sufDelivery = 2;
export const sufPeak = 3;
export const loadColumns = 4;

/**
 * What a line's constraints need to know at each of its nodes: the segment from the depot up to the node ("pre") and
 * from the node to the end ("suf"). Two segments and a task concatenate in O(1), so trying a position costs the same
 * whatever the line's length (Vidal, Crainic, Gendreau, Prins 2014, section 4).
 *   times: duration D, earliest start E, latest start L (windows); load: delivered, picked up, highest load (pickup).
 * Also the exact cost of each line, and how many stops of each group it holds.
 */
export class LineSegments {
  /** Entry [node * timeColumns + column]: what is asked of a node lies together in memory. */
  readonly times: Int32Array;
  /** Entry [(node * dimensionCount + dimension) * loadColumns + column]. */
  readonly loads: Int32Array;
  readonly drivingS: Int32Array;
  readonly serviceS: Int32Array;
  readonly durationS: Int32Array;
  readonly spreadM: Int32Array;
  /** 1 where a line misses a window (only while a vehicle change is being tried). */
  readonly isLate: Uint8Array;
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
  totalCost = 0;
  /** Seconds by which lines run over the longest duty. */
  totalOverS = 0;
  private readonly overS: Float64Array;
  private readonly driving: LineDriving;
  private readonly hasSiblings: boolean;

  constructor(
    readonly model: KernelModel,
    readonly state: RouteState,
    readonly overrun: Overrun,
  ) {
    const nodes = state.next.length;
    const routes = state.size.length;
    const windowNodes = model.durationMode === 'windows' ? nodes : 0;
    const loadNodes = model.hasPickup ? nodes * model.problem.dimensionCount : 0;
    const groups = model.problem.groupSplitCost.length;
    this.times = new Int32Array(windowNodes * timeColumns);
    this.loads = new Int32Array(loadNodes * loadColumns);
    this.driving = new LineDriving(model, state);
    this.drivingS = this.driving.drivingS;
    this.serviceS = this.driving.serviceS;
    this.dearerLeg = this.driving.dearerLeg;
    this.durationS = new Int32Array(routes);
    this.spreadM = new Int32Array(routes);
    this.isLate = new Uint8Array(routes);
    this.cost = new Float64Array(routes);
    this.timeCost = new Float64Array(routes);
    this.overS = new Float64Array(routes);
    this.upgradeCost = new Float64Array(routes).fill(Number.POSITIVE_INFINITY);
    this.hasSiblings = model.vehicles.siblings.some((others) => others.length > 0);
    this.groupOn = new Int32Array(routes * groups);
    this.groupLines = new Int32Array(groups);
  }

  /** Cost of a line of the given length and duration under a vehicle type (without fixed cost). */
  runningCost(vehicleType: number, lengthM: number, durationS: number): number {
    const type = this.model.problem.vehicleTypes[vehicleType]!;
    let cost = Math.round((lengthM * type.costPerKm) / 1000);
    if (this.model.durationMode !== 'none') {
      cost += Math.round((durationS * type.costPerHour) / 3600) + overtimeCost(type, durationS);
      cost += Math.round(this.overrun.cost(vehicleType, durationS));
    }
    return cost;
  }

  /** Breaks that fall due on so much driving, seconds. */
  breakS(drivingS: number): number {
    const rule = this.model.problem.breakRule;
    if (rule === null || drivingS <= rule.drivingS) return 0;
    // Seldom more than one: quicker than to divide.
    if (drivingS <= 2 * rule.drivingS) return rule.breakS;
    return (Math.ceil(drivingS / rule.drivingS) - 1) * rule.breakS;
  }

  /**
   * Recomputes everything about one line after its tasks or vehicle changed. Nothing has changed up to the node
   * `keptUntil` and from the node `keptFrom` on: what is known of the line from its start to the one, and from the other
   * to its end, still holds. Left out: all of it has changed.
   */
  refresh(route: number, keptUntil = this.model.n + route, keptFrom = this.model.n + route): void {
    const { model, state } = this;
    this.totalCost -= this.cost[route]!;
    const type = model.problem.vehicleTypes[state.type[route]!]!;
    if (model.durationMode !== 'none') {
      // With windows the segments hold all times; driving by itself is asked for only by breaks.
      if (model.durationMode === 'sum' || model.problem.breakRule !== null)
        this.driving.refresh(route, keptUntil, keptFrom);
      if (model.durationMode === 'windows')
        this.refreshWindows(route, type.profileIndex, keptUntil, keptFrom);
      else
        this.durationS[route] =
          type.loadingS + this.drivingS[route]! + this.serviceS[route]! + this.breakS(this.drivingS[route]!);
    }
    this.timeCost[route] = this.timeCostAs(state.type[route]!, this.durationS[route]!);
    this.totalOverS -= this.overS[route]!;
    this.overS[route] =
      state.size[route] === 0 ? 0 : this.overrun.overS(state.type[route]!, this.durationS[route]!);
    this.totalOverS += this.overS[route]!;
    if (model.hasPickup) this.refreshLoads(route, keptUntil, keptFrom);
    if (model.hasGroups) this.refreshGroups(route);
    if (model.problem.compactnessCostPerKm > 0) this.refreshSpread(route, type.profileIndex);
    this.cost[route] =
      state.size[route] === 0
        ? 0
        : model.vehicles.fixedPerLine[state.type[route]!]! +
          this.runningCost(state.type[route]!, state.lengthM[route]!, this.durationS[route]!) +
          this.spreadCost(this.spreadM[route]!);
    this.totalCost += this.cost[route]!;
    if (this.hasSiblings) this.refreshUpgrade(route);
  }

  /** Least that one more stop on the line would cost by giving it another vehicle of the same roads. */
  private refreshUpgrade(route: number): void {
    const { model, state } = this;
    const { vehicles } = model;
    const type = state.type[route]!;
    const lengthM = state.lengthM[route]!;
    const durationS = this.durationS[route]!;
    const dimensions = model.problem.dimensionCount;
    let least = Number.POSITIVE_INFINITY;
    for (const other of vehicles.siblings[type]!) {
      let hasRoom = durationS <= this.overrun.mostS[other]! && lengthM <= vehicles.maxLengthM[other]!;
      for (let dimension = 0; dimension < dimensions; dimension++)
        hasRoom &&=
          state.load[route * dimensions + dimension]! <= vehicles.capacity[other * dimensions + dimension]!;
      if (hasRoom) least = Math.min(least, this.costAs(other, lengthM, durationS));
    }
    // An empty line has no vehicle yet that another one would cost more than.
    this.upgradeCost[route] =
      state.size[route] === 0 ? Math.min(0, least) : least - this.costAs(type, lengthM, durationS);
  }

  /** What a line of this length and duration costs under a vehicle type, before rounding, duties shared. */
  private costAs(type: number, lengthM: number, durationS: number): number {
    const { vehicles, durationMode } = this.model;
    const cost = vehicles.fixedPerLine[type]! + lengthM * vehicles.costPerM[type]!;
    return durationMode === 'none' ? cost : cost + this.timeCostAs(type, durationS);
  }

  /** What so much time costs under a vehicle type, before rounding: the duty's share and running over included. */
  timeCostAs(type: number, durationS: number): number {
    return timeCost(this.model.vehicles, type, durationS) + this.overrun.cost(type, durationS);
  }

  /** Sets the price of running over anew, and what the lines concerned cost at it. */
  priceOverrun(): void {
    this.overrun.adapt(this.totalOverS > 0);
    for (let route = 0; route < this.state.routeHigh; route++)
      if (this.overS[route]! > 0) this.refresh(route);
  }

  stopCount(route: number): number {
    const { model, state } = this;
    if (model.n === model.problem.stopCount) return state.size[route]!;
    let stops = 0;
    const end = model.n + route;
    for (let node = state.next[end]!; node !== end; node = state.next[node]!)
      stops += model.taskStops[node]!.length;
    return stops;
  }

  spreadCost(spreadM: number): number {
    return Math.round((spreadM * this.model.problem.compactnessCostPerKm) / 1000);
  }

  /** Whether a refreshed line keeps every limit of a vehicle type of its own roads. */
  isAllowed(route: number, vehicleType: number): boolean {
    const { model, state } = this;
    const { vehicles } = model;
    if (state.size[route] === 0) return true;
    const lengthM = state.lengthM[route]!;
    if (lengthM > vehicles.maxLengthM[vehicleType]!) return false;
    if (model.hasForbiddenLegs && lengthM >= unreachable) return false;
    if (model.durationMode !== 'none' && this.durationS[route]! > this.overrun.mostS[vehicleType]!)
      return false;
    if (model.durationMode === 'windows' && this.isLate[route] === 1) return false;
    const dimensions = model.problem.dimensionCount;
    const first = state.next[model.n + route]!;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const limit = vehicles.capacity[vehicleType * dimensions + dimension]!;
      if (state.load[route * dimensions + dimension]! > limit) return false;
      if (model.hasPickup && this.loads[(first * dimensions + dimension) * loadColumns + sufPeak]! > limit)
        return false;
    }
    return true;
  }

  private refreshWindows(route: number, profile: number, keptUntil: number, keptFrom: number): void {
    const { model, state, times } = this;
    const { next, fromPlace, toPlace } = state;
    const { taskDurationS, taskEarliestS, taskLatestS, width, problem } = model;
    const durations = model.durations[profile]!;
    const type = problem.vehicleTypes[state.type[route]!]!;
    const end = model.n + route;
    const endAt = end * timeColumns;
    const start = type.startDepotIndex;
    const finish = type.endDepotIndex;
    times[endAt + preD] = type.loadingS;
    times[endAt + preE] = start === null ? -noLimit : problem.windowOpenS[start]! - type.loadingS;
    times[endAt + preL] = start === null ? noLimit : problem.windowCloseS[start]! - type.loadingS;
    times[endAt + sufD] = 0;
    times[endAt + sufE] = finish === null ? -noLimit : problem.windowOpenS[finish]!;
    times[endAt + sufL] = finish === null ? noLimit : problem.windowCloseS[finish]!;
    if (state.size[route] === 0) {
      this.durationS[route] = 0;
      return;
    }
    let before = keptUntil;
    let durationS = times[before * timeColumns + preD]!;
    let earliestS = times[before * timeColumns + preE]!;
    let latestS = times[before * timeColumns + preL]!;
    let isLate = keptUntil !== end && this.isLate[route] === 1;
    for (let node = next[before]!; node !== end; node = next[node]!) {
      const shift = durationS + durations[fromPlace[before]! * width + node]!;
      const opens = taskEarliestS[node]! - shift;
      const closes = taskLatestS[node]! - shift;
      const wait = Math.max(0, opens - latestS);
      if (earliestS > closes) isLate = true;
      durationS = shift + wait + taskDurationS[node]!;
      earliestS = Math.max(opens, earliestS) - wait;
      latestS = Math.min(closes, latestS);
      const at = node * timeColumns;
      times[at + preD] = durationS;
      times[at + preE] = earliestS;
      times[at + preL] = latestS;
      before = node;
    }
    const shift = durationS + durations[before * width + toPlace[end]!]!;
    this.isLate[route] = isLate || earliestS + shift > times[endAt + sufL]! ? 1 : 0;
    const wait = Math.max(0, times[endAt + sufE]! - shift - latestS);
    this.durationS[route] = shift + wait + this.breakS(this.drivingS[route]!);
    this.refreshWindowsToEnd(route, keptFrom, durations);
  }

  /** The segments from each node to the end, for the nodes before `keptFrom`. */
  private refreshWindowsToEnd(route: number, keptFrom: number, durations: Int32Array): void {
    const { model, state, times } = this;
    const { prev, toPlace } = state;
    const { taskDurationS, taskEarliestS, taskLatestS, width } = model;
    const end = model.n + route;
    let after = keptFrom;
    let durationS = times[after * timeColumns + sufD]!;
    let earliestS = times[after * timeColumns + sufE]!;
    let latestS = times[after * timeColumns + sufL]!;
    for (let node = prev[after]!; node !== end; node = prev[node]!) {
      const shift = taskDurationS[node]! + durations[node * width + toPlace[after]!]!;
      const wait = Math.max(0, earliestS - shift - taskLatestS[node]!);
      durationS += shift + wait;
      earliestS = Math.max(earliestS - shift, taskEarliestS[node]!) - wait;
      latestS = Math.min(latestS - shift, taskLatestS[node]!);
      const at = node * timeColumns;
      times[at + sufD] = durationS;
      times[at + sufE] = earliestS;
      times[at + sufL] = latestS;
      after = node;
    }
  }

  private refreshLoads(route: number, keptUntil: number, keptFrom: number): void {
    const { model, state } = this;
    const { loads } = this;
    const dimensions = model.problem.dimensionCount;
    const { delivery, pickup, peak } = model;
    const end = model.n + route;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const endAt = (end * dimensions + dimension) * loadColumns;
      loads[endAt + prePickup] = loads[endAt + prePeak] = 0;
      loads[endAt + sufDelivery] = loads[endAt + sufPeak] = 0;
      const beforeAt = (keptUntil * dimensions + dimension) * loadColumns;
      let pickedUp = loads[beforeAt + prePickup]!;
      let highest = loads[beforeAt + prePeak]!;
      for (let node = state.next[keptUntil]!; node !== end; node = state.next[node]!) {
        const item = node * dimensions + dimension;
        highest = Math.max(highest + delivery[item]!, peak[item]! + pickedUp);
        pickedUp += pickup[item]!;
        loads[item * loadColumns + prePickup] = pickedUp;
        loads[item * loadColumns + prePeak] = highest;
      }
      const afterAt = (keptFrom * dimensions + dimension) * loadColumns;
      let due = loads[afterAt + sufDelivery]!;
      highest = loads[afterAt + sufPeak]!;
      for (let node = state.prev[keptFrom]!; node !== end; node = state.prev[node]!) {
        const item = node * dimensions + dimension;
        highest = Math.max(peak[item]! + due, highest + pickup[item]!);
        due += delivery[item]!;
        loads[item * loadColumns + sufDelivery] = due;
        loads[item * loadColumns + sufPeak] = highest;
      }
    }
  }

  private refreshGroups(route: number): void {
    const { model, state, groupOn, groupLines } = this;
    const groups = groupLines.length;
    const splitCost = model.problem.groupSplitCost;
    const base = route * groups;
    for (let group = 0; group < groups; group++) {
      if (groupOn[base + group]! === 0) continue;
      groupOn[base + group] = 0;
      const lines = groupLines[group]! - 1;
      groupLines[group] = lines;
      if (lines > 0) this.totalCost -= splitCost[group]!;
    }
    const end = model.n + route;
    for (let node = state.next[end]!; node !== end; node = state.next[node]!) {
      const group = model.group[node]!;
      if (group < 0) continue;
      if (groupOn[base + group]! === 0) {
        const lines = groupLines[group]! + 1;
        groupLines[group] = lines;
        if (lines > 1) this.totalCost += splitCost[group]!;
      }
      groupOn[base + group] = groupOn[base + group]! + 1;
    }
  }

  private refreshSpread(route: number, profile: number): void {
    const { model, state } = this;
    const lengths = model.lengths[profile]!;
    const end = model.n + route;
    let widest = 0;
    for (let from = state.next[end]!; from !== end; from = state.next[from]!)
      for (let to = state.next[end]!; to !== end; to = state.next[to]!)
        widest = Math.max(widest, lengths[from * model.width + to]!);
    this.spreadM[route] = Math.min(widest, unreachable);
  }
}
