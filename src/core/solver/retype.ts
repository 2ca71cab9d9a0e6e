import { unreachable } from '../model/travel.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import type { SolverRandom } from './solverRandom.ts';

/** Gives a line the cheapest vehicle that can drive it, as far as vehicles are free. */
export class Retype {
  private readonly areSiblings: Uint8Array;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
    private readonly random: SolverRandom,
  ) {
    const types = model.problem.vehicleTypes;
    this.areSiblings = new Uint8Array(types.length * types.length);
    for (const [index, type] of types.entries())
      for (const [otherIndex, other] of types.entries())
        if (
          other.profileIndex === type.profileIndex &&
          other.startDepotIndex === type.startDepotIndex &&
          other.endDepotIndex === type.endDepotIndex &&
          other.loadingS === type.loadingS
        )
          this.areSiblings[index * types.length + otherIndex] = 1;
  }

  /** Improves the vehicle types of the lines touched in this round. */
  run(): void {
    const { state, model } = this;
    const typeCount = model.problem.vehicleTypes.length;
    if (typeCount === 1) return;
    for (let index = 0; index < state.touchedCount; index++) {
      const line = state.touched[index]!;
      if (state.size[line] === 0 || line < state.reservedRoutes) continue;
      const present = state.type[line]!;
      let best = present;
      let bestCost = this.costAs(line, present);
      for (let other = 0; other < typeCount; other++) {
        if (this.areSiblings[present * typeCount + other] === 0 || !this.isFree(other)) continue;
        if (!this.canDrive(line, other)) continue;
        const cost = this.costAs(line, other);
        if (cost < bestCost) {
          bestCost = cost;
          best = other;
        }
      }
      if (best !== present) this.change(line, best);
      const stranger = this.random.below(typeCount);
      if (this.areSiblings[present * typeCount + stranger] === 0) this.tryStranger(line, stranger);
    }
  }

  private isFree(vehicleType: number): boolean {
    return this.state.typeUsed[vehicleType]! < this.model.typeLimit[vehicleType]!;
  }

  private change(line: number, vehicleType: number): void {
    this.state.changeType(line, vehicleType);
    this.segments.refresh(line);
  }

  private costAs(line: number, vehicleType: number): number {
    const { state, segments, model } = this;
    return (
      model.problem.vehicleTypes[vehicleType]!.fixedCost +
      segments.runningCost(vehicleType, state.lengthM[line]!, segments.durationS[line]!)
    );
  }

  /** Limits of a vehicle type against the line's present sums. */
  private canDrive(line: number, vehicleType: number): boolean {
    const { state, segments, model } = this;
    const type = model.problem.vehicleTypes[vehicleType]!;
    if (state.lengthM[line]! > type.maxLengthM) return false;
    if (model.durationMode !== 'none' && segments.durationS[line]! > type.maxDurationS) return false;
    const dimensions = model.problem.dimensionCount;
    const first = state.next[model.n + line]!;
    for (let dimension = 0; dimension < dimensions; dimension++) {
      const capacity = type.capacity[dimension]!;
      if (state.load[line * dimensions + dimension]! > capacity) return false;
      if (model.hasPickup && segments.sufPeak[first * dimensions + dimension]! > capacity) return false;
    }
    return true;
  }

  /** A type with other roads or depots: driven in full, kept when allowed and cheaper. */
  private tryStranger(line: number, vehicleType: number): void {
    if (!this.isFree(vehicleType)) return;
    const { state, segments, model } = this;
    const present = state.type[line]!;
    const presentCost = segments.cost[line]!;
    this.change(line, vehicleType);
    const isAllowed =
      segments.cost[line]! < presentCost &&
      this.canDrive(line, vehicleType) &&
      !(model.hasForbiddenLegs && state.lengthM[line]! >= unreachable) &&
      !(model.durationMode === 'windows' && segments.isLate[line] === 1);
    if (!isAllowed) this.change(line, present);
  }
}
