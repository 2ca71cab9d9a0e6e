import { noLimit } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';

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
  totalCost = 0;

  constructor(
    readonly model: KernelModel,
    readonly state: RouteState,
  ) {
    const nodes = state.next.length;
    const routes = state.size.length;
    const windowNodes = model.durationMode === 'windows' ? nodes : 0;
    const loadNodes = model.hasPickup ? nodes * model.problem.dimensionCount : 0;
    const groups = model.problem.groupSplitCost.length;
    this.times = new Int32Array(windowNodes * timeColumns);
    this.loads = new Int32Array(loadNodes * loadColumns);
    [this.drivingS, this.serviceS, this.durationS] = threeArrays(routes);
    this.spreadM = new Int32Array(routes);
    this.isLate = new Uint8Array(routes);
    this.cost = new Float64Array(routes);
    this.groupOn = new Int32Array(routes * groups);
    this.groupLines = new Int32Array(groups);
  }

  /** Cost of a line of the given length and duration under a vehicle type (without fixed cost). */
  runningCost(vehicleType: number, lengthM: number, durationS: number): number {
    const type = this.model.problem.vehicleTypes[vehicleType]!;
    let cost = Math.round((lengthM * type.costPerKm) / 1000);
    if (this.model.durationMode !== 'none') {
      cost += Math.round((durationS * type.costPerHour) / 3600);
      if (durationS > type.shiftS)
        cost += Math.round(((durationS - type.shiftS) * type.overtimeCostPerHour) / 3600);
    }
    return cost;
  }

  /** Breaks that fall due on so much driving, seconds. */
  breakS(drivingS: number): number {
    const rule = this.model.problem.breakRule;
    if (rule === null || drivingS <= rule.drivingS) return 0;
    return (Math.ceil(drivingS / rule.drivingS) - 1) * rule.breakS;
  }

  /**
   * Recomputes everything about one line after its tasks or vehicle changed. `inserted`: nothing but this task came in
   * since the last time, so that what lies before it is still known from the start, and what lies behind it to the end.
   */
  refresh(route: number, inserted = -1): void {
    const { model, state } = this;
    this.totalCost -= this.cost[route]!;
    const type = model.problem.vehicleTypes[state.type[route]!]!;
    if (model.durationMode !== 'none') {
      // With windows the segments hold all times; driving by itself is asked for only by breaks.
      if (model.durationMode === 'sum' || model.problem.breakRule !== null)
        this.refreshDriving(route, type.profileIndex);
      if (model.durationMode === 'windows') this.refreshWindows(route, type.profileIndex, inserted);
      else
        this.durationS[route] =
          type.loadingS + this.drivingS[route]! + this.serviceS[route]! + this.breakS(this.drivingS[route]!);
    }
    if (model.hasPickup) this.refreshLoads(route, inserted);
    if (model.hasGroups) this.refreshGroups(route);
    if (model.problem.compactnessCostPerKm > 0) this.refreshSpread(route, type.profileIndex);
    this.cost[route] =
      state.size[route] === 0
        ? 0
        : model.vehicles.fixedPerLine[state.type[route]!]! +
          this.runningCost(state.type[route]!, state.lengthM[route]!, this.durationS[route]!) +
          this.spreadCost(this.spreadM[route]!);
    this.totalCost += this.cost[route]!;
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
    if (model.durationMode !== 'none' && this.durationS[route]! > vehicles.maxDurationS[vehicleType]!)
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

  private refreshDriving(route: number, profile: number): void {
    const { model, state } = this;
    const { next, fromPlace, toPlace } = state;
    const durations = model.durations[profile]!;
    const inner = model.innerDrivingS[profile]!;
    const end = model.n + route;
    let driving = 0;
    let service = 0;
    if (state.size[route]! > 0) {
      let node = end;
      do {
        const after = next[node]!;
        driving += durations[fromPlace[node]! * model.width + toPlace[after]!]!;
        if (after !== end) {
          driving += inner[after]!;
          service += model.taskServiceS[after]!;
        }
        node = after;
      } while (node !== end);
    }
    this.drivingS[route] = driving;
    this.serviceS[route] = service;
  }

  private refreshWindows(route: number, profile: number, inserted: number): void {
    const { model, state, times } = this;
    const { next, prev, fromPlace, toPlace } = state;
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
    const first = inserted < 0 ? next[end]! : inserted;
    let before = prev[first]!;
    let durationS = times[before * timeColumns + preD]!;
    let earliestS = times[before * timeColumns + preE]!;
    let latestS = times[before * timeColumns + preL]!;
    let isLate = inserted >= 0 && this.isLate[route] === 1;
    for (let node = first; node !== end; node = next[node]!) {
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
    this.refreshWindowsToEnd(route, inserted < 0 ? prev[end]! : inserted, durations);
  }

  /** The segments from each node to the end, for a node and those before it. */
  private refreshWindowsToEnd(route: number, from: number, durations: Int32Array): void {
    const { model, state, times } = this;
    const { next, prev, toPlace } = state;
    const { taskDurationS, taskEarliestS, taskLatestS, width } = model;
    const end = model.n + route;
    let after = next[from]!;
    let durationS = times[after * timeColumns + sufD]!;
    let earliestS = times[after * timeColumns + sufE]!;
    let latestS = times[after * timeColumns + sufL]!;
    for (let node = from; node !== end; node = prev[node]!) {
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

  private refreshLoads(route: number, inserted: number): void {
    const { model, state } = this;
    const { loads } = this;
    const dimensions = model.problem.dimensionCount;
    const { delivery, pickup, peak } = model;
    const end = model.n + route;
    const first = inserted < 0 ? state.next[end]! : inserted;
    const last = inserted < 0 ? state.prev[end]! : inserted;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const endAt = (end * dimensions + dimension) * loadColumns;
      loads[endAt + prePickup] = loads[endAt + prePeak] = 0;
      loads[endAt + sufDelivery] = loads[endAt + sufPeak] = 0;
      const beforeAt = (state.prev[first]! * dimensions + dimension) * loadColumns;
      let pickedUp = loads[beforeAt + prePickup]!;
      let highest = loads[beforeAt + prePeak]!;
      for (let node = first; node !== end; node = state.next[node]!) {
        const item = node * dimensions + dimension;
        highest = Math.max(highest + delivery[item]!, peak[item]! + pickedUp);
        pickedUp += pickup[item]!;
        loads[item * loadColumns + prePickup] = pickedUp;
        loads[item * loadColumns + prePeak] = highest;
      }
      const afterAt = (state.next[last]! * dimensions + dimension) * loadColumns;
      let due = loads[afterAt + sufDelivery]!;
      highest = loads[afterAt + sufPeak]!;
      for (let node = last; node !== end; node = state.prev[node]!) {
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

const threeArrays = (length: number): [Int32Array, Int32Array, Int32Array] => [
  new Int32Array(length),
  new Int32Array(length),
  new Int32Array(length),
];
