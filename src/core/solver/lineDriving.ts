import type { KernelModel } from './kernelModel.ts';
import type { RouteState } from './routeState.ts';

/** Driving and service of each line, and what its legs cost: by adding up where times are sums. */
export class LineDriving {
  readonly drivingS: Int32Array;
  readonly serviceS: Int32Array;
  /** What the dearer of both legs of a task costs under its line's vehicle type, way and time (only where times are sums). */
  readonly dearerLeg: Float64Array;
  private readonly knowsLegs: boolean;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
  ) {
    const routes = state.size.length;
    this.drivingS = new Int32Array(routes);
    this.serviceS = new Int32Array(routes);
    this.knowsLegs = model.durationMode === 'sum';
    this.dearerLeg = new Float64Array(this.knowsLegs ? state.next.length : 0);
  }

  /**
   * Adds a line up anew. Nothing but tasks put between the nodes `keptUntil` and `keptFrom` is new; both are the line's
   * end where all of it may be.
   */
  refresh(route: number, keptUntil: number, keptFrom: number): void {
    const { model, state } = this;
    const end = model.n + route;
    if (state.size[route] === 0) {
      this.drivingS[route] = 0;
      this.serviceS[route] = 0;
      return;
    }
    const isAnew = keptUntil === end && keptFrom === end;
    let driving = isAnew ? 0 : this.drivingS[route]! - this.driveS(route, keptUntil, keptFrom);
    let service = isAnew ? 0 : this.serviceS[route]!;
    const inner = model.innerDrivingS[model.vehicles.profile[state.type[route]!]!]!;
    let costBefore = keptUntil === end ? 0 : this.legCost(route, state.prev[keptUntil]!, keptUntil);
    let node = keptUntil;
    do {
      const after = state.next[node]!;
      driving += this.driveS(route, node, after);
      if (this.knowsLegs) {
        const cost = this.legCost(route, node, after);
        this.dearerLeg[node] = Math.max(cost, costBefore);
        costBefore = cost;
      }
      if (after !== keptFrom) {
        driving += inner[after]!;
        service += model.taskServiceS[after]!;
      }
      node = after;
    } while (node !== keptFrom);
    if (this.knowsLegs && keptFrom !== end)
      this.dearerLeg[keptFrom] = Math.max(costBefore, this.legCost(route, keptFrom, state.next[keptFrom]!));
    this.drivingS[route] = driving;
    this.serviceS[route] = service;
  }

  private driveS(route: number, from: number, to: number): number {
    const { model, state } = this;
    const durations = model.durations[model.vehicles.profile[state.type[route]!]!]!;
    return durations[state.fromPlace[from]! * model.width + state.toPlace[to]!]!;
  }

  private legCost(route: number, from: number, to: number): number {
    const { vehicles } = this.model;
    const type = this.state.type[route]!;
    return (
      this.state.legNext[from]! * vehicles.costPerM[type]! +
      this.driveS(route, from, to) * vehicles.leastPerS[type]!
    );
  }
}
