import { noLimit } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';

/**
 * What a line's constraints need to know at each of its nodes: the segment from the depot up to the node ("pre") and
 * from the node to the end ("suf"). Two segments and a task concatenate in O(1), so trying a position costs the same
 * whatever the line's length (Vidal, Crainic, Gendreau, Prins 2014, section 4).
 *   times: duration D, earliest start E, latest start L (windows); load: delivered, picked up, highest load (pickup).
 * Also the exact cost of each line, and how many stops of each group it holds.
 */
export class LineSegments {
  readonly preD: Int32Array;
  readonly preE: Int32Array;
  readonly preL: Int32Array;
  readonly sufD: Int32Array;
  readonly sufE: Int32Array;
  readonly sufL: Int32Array;
  readonly preDelivery: Int32Array;
  readonly prePickup: Int32Array;
  readonly prePeak: Int32Array;
  readonly sufDelivery: Int32Array;
  readonly sufPickup: Int32Array;
  readonly sufPeak: Int32Array;
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
    [this.preD, this.preE, this.preL] = threeArrays(windowNodes);
    [this.sufD, this.sufE, this.sufL] = threeArrays(windowNodes);
    [this.preDelivery, this.prePickup, this.prePeak] = threeArrays(loadNodes);
    [this.sufDelivery, this.sufPickup, this.sufPeak] = threeArrays(loadNodes);
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
      if (model.hasPickup && this.sufPeak[first * dimensions + dimension]! > limit) return false;
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
    const { model, state, preD, preE, preL, sufD, sufE, sufL } = this;
    const { next, prev, fromPlace, toPlace } = state;
    const { taskDurationS, taskEarliestS, taskLatestS, width, problem } = model;
    const durations = model.durations[profile]!;
    const type = problem.vehicleTypes[state.type[route]!]!;
    const end = model.n + route;
    const start = type.startDepotIndex;
    const finish = type.endDepotIndex;
    preD[end] = type.loadingS;
    preE[end] = start === null ? -noLimit : problem.windowOpenS[start]! - type.loadingS;
    preL[end] = start === null ? noLimit : problem.windowCloseS[start]! - type.loadingS;
    sufD[end] = 0;
    sufE[end] = finish === null ? -noLimit : problem.windowOpenS[finish]!;
    sufL[end] = finish === null ? noLimit : problem.windowCloseS[finish]!;
    if (state.size[route] === 0) {
      this.durationS[route] = 0;
      return;
    }
    const first = inserted < 0 ? next[end]! : inserted;
    let before = prev[first]!;
    let isLate = inserted >= 0 && this.isLate[route] === 1;
    for (let node = first; node !== end; node = next[node]!) {
      const shift = preD[before]! + durations[fromPlace[before]! * width + node]!;
      const wait = Math.max(0, taskEarliestS[node]! - shift - preL[before]!);
      preD[node] = shift + wait + taskDurationS[node]!;
      preE[node] = Math.max(taskEarliestS[node]! - shift, preE[before]!) - wait;
      preL[node] = Math.min(taskLatestS[node]! - shift, preL[before]!);
      if (preE[before]! + shift > taskLatestS[node]!) isLate = true;
      before = node;
    }
    const lastChanged = inserted < 0 ? prev[end]! : inserted;
    let after = next[lastChanged]!;
    for (let node = lastChanged; node !== end; node = prev[node]!) {
      const shift = taskDurationS[node]! + durations[node * width + toPlace[after]!]!;
      const wait = Math.max(0, sufE[after]! - shift - taskLatestS[node]!);
      sufD[node] = shift + wait + sufD[after]!;
      sufE[node] = Math.max(sufE[after]! - shift, taskEarliestS[node]!) - wait;
      sufL[node] = Math.min(sufL[after]! - shift, taskLatestS[node]!);
      after = node;
    }
    const last = prev[end]!;
    const shift = preD[last]! + durations[last * width + toPlace[end]!]!;
    this.isLate[route] = isLate || preE[last]! + shift > sufL[end]! ? 1 : 0;
    const wait = Math.max(0, sufE[end]! - shift - preL[last]!);
    this.durationS[route] = shift + wait + this.breakS(this.drivingS[route]!);
  }

  private refreshLoads(route: number, inserted: number): void {
    const { model, state } = this;
    const { preDelivery, prePickup, prePeak, sufDelivery, sufPickup, sufPeak } = this;
    const dimensions = model.problem.dimensionCount;
    const { delivery, pickup, peak } = model;
    const end = model.n + route;
    const first = inserted < 0 ? state.next[end]! : inserted;
    const last = inserted < 0 ? state.prev[end]! : inserted;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const endAt = end * dimensions + dimension;
      preDelivery[endAt] = prePickup[endAt] = prePeak[endAt] = 0;
      sufDelivery[endAt] = sufPickup[endAt] = sufPeak[endAt] = 0;
      let before = state.prev[first]! * dimensions + dimension;
      for (let node = first; node !== end; node = state.next[node]!) {
        const at = node * dimensions + dimension;
        prePeak[at] = Math.max(prePeak[before]! + delivery[at]!, peak[at]! + prePickup[before]!);
        preDelivery[at] = preDelivery[before]! + delivery[at]!;
        prePickup[at] = prePickup[before]! + pickup[at]!;
        before = at;
      }
      let after = state.next[last]! * dimensions + dimension;
      for (let node = last; node !== end; node = state.prev[node]!) {
        const at = node * dimensions + dimension;
        sufPeak[at] = Math.max(peak[at]! + sufDelivery[after]!, sufPeak[after]! + pickup[at]!);
        sufDelivery[at] = sufDelivery[after]! + delivery[at]!;
        sufPickup[at] = sufPickup[after]! + pickup[at]!;
        after = at;
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
