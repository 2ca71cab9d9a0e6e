import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import type { SearchTables } from './searchTables.ts';
import type { SolverRandom } from './solverRandom.ts';

/** Gives a line the cheapest vehicle that can drive it, as far as vehicles are free. */
export class Retype {
  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
    private readonly random: SolverRandom,
  ) {}

  /** Improves the vehicle types of the lines touched in this round. */
  run(): void {
    const { state, tables } = this;
    if (tables.vehicleCount === 1) return;
    // Where lines share duties, the cheaper vehicle may be the one whose duty has room: chance, not the line, decides.
    if (tables.sharesDuties === 1 && this.random.below(2) === 0) return;
    for (let index = 0; index < state.touchedCount; index++) {
      const line = state.touched[index]!;
      if (state.size[line] === 0 || line < state.reservedRoutes) continue;
      const present = state.type[line]!;
      let best = present;
      let bestCost = this.costAs(line, present);
      for (let at = tables.siblingStart[present]!; at < tables.siblingStart[present + 1]!; at++) {
        const other = tables.siblings[at]!;
        if (!state.hasVehicle(other) || !this.segments.isAllowed(line, other)) continue;
        const cost = this.costAs(line, other);
        if (cost < bestCost) {
          bestCost = cost;
          best = other;
        }
      }
      if (best !== present) this.change(line, best);
      const stranger = this.random.below(tables.vehicleCount);
      if (stranger !== present && !this.areSiblings(present, stranger)) this.tryStranger(line, stranger);
    }
    for (let index = 1; index < state.touchedCount; index++)
      this.exchange(state.touched[index - 1]!, state.touched[index]!);
  }

  /**
   * Before tasks are put back: sometimes gives a ruined line another free vehicle, so that a larger one can be filled
   * before it has to pay. `run` takes it back where it was not.
   */
  perturb(): void {
    const { state, tables, random } = this;
    if (tables.vehicleCount === 1 || state.touchedCount === 0 || random.below(3) > 0) return;
    const line = state.touched[random.below(state.touchedCount)]!;
    const first = tables.siblingStart[state.type[line]!]!;
    const count = tables.siblingStart[state.type[line]! + 1]! - first;
    if (state.size[line] === 0 || line < state.reservedRoutes || count === 0) return;
    const other = tables.siblings[first + random.below(count)]!;
    if (state.hasVehicle(other) && this.segments.isAllowed(line, other)) this.change(line, other);
  }

  private areSiblings(type: i32, other: i32): boolean {
    const { siblings, siblingStart } = this.tables;
    for (let at = siblingStart[type]!; at < siblingStart[type + 1]!; at++)
      if (siblings[at] === other) return true;
    return false;
  }

  /** Exchanges the vehicles of two lines of this round where that is allowed and cheaper. */
  private exchange(line: i32, other: i32): void {
    const { state, segments } = this;
    const type = state.type[line]!;
    const otherType = state.type[other]!;
    if (type === otherType || !this.areSiblings(type, otherType)) return;
    if (state.size[line] === 0 || state.size[other] === 0) return;
    if (line < state.reservedRoutes || other < state.reservedRoutes) return;
    if (!segments.isAllowed(line, otherType) || !segments.isAllowed(other, type)) return;
    const saved =
      this.costAs(line, type) +
      this.costAs(other, otherType) -
      this.costAs(line, otherType) -
      this.costAs(other, type);
    if (saved <= 0) return;
    this.change(line, otherType);
    this.change(other, type);
  }

  private change(line: i32, vehicleType: i32): void {
    this.state.changeType(line, vehicleType);
    this.segments.refreshAll(line);
  }

  private costAs(line: i32, vehicleType: i32): f64 {
    const { state, segments, tables } = this;
    return (
      tables.fixedPerLine[vehicleType]! +
      segments.runningCost(vehicleType, state.lengthM[line]!, segments.durationS[line]!)
    );
  }

  /** A type with other roads or depots: driven in full, kept when allowed and cheaper. */
  private tryStranger(line: i32, vehicleType: i32): void {
    const { state, segments } = this;
    if (!state.hasVehicle(vehicleType)) return;
    const present = state.type[line]!;
    const presentCost = segments.cost[line]!;
    this.change(line, vehicleType);
    const isBetter = segments.cost[line]! < presentCost && segments.isAllowed(line, vehicleType);
    if (!isBetter) this.change(line, present);
  }
}
