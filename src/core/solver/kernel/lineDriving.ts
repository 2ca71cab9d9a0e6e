import type { RouteState } from './routeState.ts';
import { type SearchTables, timesAdd } from './searchTables.ts';

/** Driving and service of each line, and what its legs cost: by adding up where times are sums. */
export class LineDriving {
  readonly drivingS: Int32Array;
  readonly serviceS: Int32Array;
  /** What the dearer of both legs of a task costs under its line's vehicle type, way and time (only where times are sums). */
  readonly dearerLeg: Float64Array;
  private readonly knowsLegs: boolean;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
  ) {
    this.drivingS = new Int32Array(state.routes);
    this.serviceS = new Int32Array(state.routes);
    const knowsLegs = tables.durationMode === timesAdd;
    this.knowsLegs = knowsLegs;
    this.dearerLeg = new Float64Array(knowsLegs ? state.nodes : 0);
  }

  /**
   * Adds a line up anew. Nothing but tasks put between the nodes `keptUntil` and `keptFrom` is new; both are the line's
   * end where all of it may be.
   */
  refresh(route: i32, keptUntil: i32, keptFrom: i32): void {
    const { tables, state, dearerLeg, knowsLegs } = this;
    const { next, fromPlace, toPlace, legNext } = state;
    const { durations, innerDrivingS, taskServiceS, width } = tables;
    const end = tables.n + route;
    if (state.size[route] === 0) {
      this.drivingS[route] = 0;
      this.serviceS[route] = 0;
      return;
    }
    const type = state.type[route]!;
    const profile = tables.profile[type]!;
    const table = profile * tables.cells;
    const inner = profile * tables.n;
    const costPerM = tables.costPerM[type]!;
    const leastPerS = tables.leastPerS[type]!;
    let driving = 0;
    let service = 0;
    if (keptUntil !== end || keptFrom !== end) {
      driving =
        this.drivingS[route]! - durations[table + fromPlace[keptUntil]! * width + toPlace[keptFrom]!]!;
      service = this.serviceS[route]!;
    }
    let costBefore: f64 = 0;
    if (keptUntil !== end) costBefore = this.legCost(route, state.prev[keptUntil]!, keptUntil);
    let node = keptUntil;
    do {
      const after = next[node]!;
      const driveS = durations[table + fromPlace[node]! * width + toPlace[after]!]!;
      driving += driveS;
      if (knowsLegs) {
        const cost = legNext[node]! * costPerM + driveS * leastPerS;
        dearerLeg[node] = Math.max(cost, costBefore);
        costBefore = cost;
      }
      if (after !== keptFrom) {
        driving += innerDrivingS[inner + after]!;
        service += taskServiceS[after]!;
      }
      node = after;
    } while (node !== keptFrom);
    if (knowsLegs && keptFrom !== end)
      dearerLeg[keptFrom] = Math.max(costBefore, this.legCost(route, keptFrom, next[keptFrom]!));
    this.drivingS[route] = driving;
    this.serviceS[route] = service;
  }

  private legCost(route: i32, from: i32, to: i32): f64 {
    const { tables, state } = this;
    const type = state.type[route]!;
    const table = tables.profile[type]! * tables.cells;
    const driveS = tables.durations[table + state.fromPlace[from]! * tables.width + state.toPlace[to]!]!;
    return state.legNext[from]! * tables.costPerM[type]! + driveS * tables.leastPerS[type]!;
  }
}
