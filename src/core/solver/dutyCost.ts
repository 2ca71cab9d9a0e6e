import { longestDutyS, overtimeCost } from './duties.ts';
import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';

/** Part of the emptiest duty's unused cost that a plan is credited with while searching. */
const reliefShare = 0.5;

/**
 * Cost of a plan whose lines share duties, by the same two packings as `packDuties`, without allocating. What the lines
 * pay by themselves (their own overtime included) is not in it.
 */
export class DutyCost {
  /** Fixed cost of the duties, and the overtime of trips that share one beyond that of each by itself. */
  cost = 0;
  /** Duties beyond the vehicles there are. */
  excess = 0;
  /** Fixed cost of the emptiest duty, as far as it is empty: what the search is drawn to save whole. */
  relief = 0;
  duties = 0;
  /** Duties wanted while fewer are sought: what is in the emptiest ones beyond it weighs `pressure` (none before) times its cost. */
  dutyLimit = Number.POSITIVE_INFINITY;
  pressure = Number.NaN;
  private readonly order: Int32Array;
  private readonly dutyS: Float64Array;
  private readonly dutyType: Int32Array;
  private readonly dutyTrips: Int32Array;
  private readonly used: Int32Array;
  private readonly limitS: Float64Array;

  constructor(
    private readonly model: KernelModel,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
  ) {
    const routes = state.size.length;
    this.order = new Int32Array(routes);
    this.dutyS = new Float64Array(routes);
    this.dutyType = new Int32Array(routes);
    this.dutyTrips = new Int32Array(routes);
    this.used = new Int32Array(model.vehicles.count);
    this.limitS = model.vehicles.shiftS.map((shiftS, type) =>
      Math.min(shiftS, model.vehicles.maxDurationS[type]!, model.problem.severalTripsWithinS),
    );
  }

  measure(): void {
    const lines = this.sortLines();
    const hasRunOver = this.pack(lines, true);
    const { cost, excess } = this;
    // Where overtime has joined nothing, both packings are the same.
    if (hasRunOver) {
      this.pack(lines, false);
      if ((this.excess - excess || this.cost - cost) > 0) this.pack(lines, true);
    }
    this.setRelief();
  }

  /** One packing; whether trips share a duty that runs over its shift. */
  private pack(lines: number, mayRunOver: boolean): boolean {
    const { model, state, segments, order, dutyS, dutyType, dutyTrips, used } = this;
    const { problem } = model;
    used.fill(0);
    this.cost = 0;
    this.excess = 0;
    let duties = 0;
    let hasRunOver = false;
    for (let index = 0; index < lines; index++) {
      const line = order[index]!;
      const typeIndex = state.type[line]!;
      const type = problem.vehicleTypes[typeIndex]!;
      const durationS = segments.durationS[line]!;
      const isUsedUp = used[typeIndex]! >= (type.count ?? Number.POSITIVE_INFINITY);
      let best = -1;
      let least = isUsedUp ? Number.POSITIVE_INFINITY : Math.max(type.fixedCost, 1);
      for (let duty = 0; duty < duties; duty++) {
        if (dutyType[duty] !== typeIndex) continue;
        const togetherS = dutyS[duty]! + durationS;
        if (togetherS > type.shiftS && !mayRunOver) continue;
        if (togetherS > longestDutyS(problem, type, dutyTrips[duty]! + 1)) continue;
        const growth = overtimeCost(type, togetherS) - overtimeCost(type, dutyS[duty]!);
        if (growth > least || (growth === least && (best < 0 || dutyS[duty]! <= dutyS[best]!))) continue;
        best = duty;
        least = growth;
      }
      if (best >= 0) {
        dutyS[best] = dutyS[best]! + durationS;
        dutyTrips[best] = dutyTrips[best]! + 1;
        this.cost += least - overtimeCost(type, durationS);
        hasRunOver ||= dutyS[best]! > type.shiftS;
        continue;
      }
      dutyS[duties] = durationS;
      dutyType[duties] = typeIndex;
      dutyTrips[duties] = 1;
      duties++;
      used[typeIndex] = used[typeIndex]! + 1;
      this.cost += type.fixedCost;
      if (isUsedUp) this.excess++;
    }
    this.duties = duties;
    return hasRunOver;
  }

  /** Credit for room in the emptiest duty; while pressed, its cost is forgiven and its content charged instead. */
  private setRelief(): void {
    const { dutyS, dutyType, limitS } = this;
    const types = this.model.problem.vehicleTypes;
    const isPressed = this.duties > this.dutyLimit;
    let relief = Number.NEGATIVE_INFINITY;
    for (let duty = 0; duty < this.duties; duty++) {
      const type = dutyType[duty]!;
      const fullShare = Math.min(1, dutyS[duty]! / limitS[type]!);
      const share = isPressed ? 1 - this.pressure * fullShare : reliefShare * (1 - fullShare);
      relief = Math.max(relief, share * types[type]!.fixedCost);
    }
    this.relief = this.duties === 0 ? 0 : relief;
  }

  /** Lines with tasks, longest first. */
  private sortLines(): number {
    const { state, segments, order } = this;
    let count = 0;
    for (let line = 0; line < state.routeHigh; line++) {
      if (state.size[line] === 0) continue;
      const durationS = segments.durationS[line]!;
      let at = count++;
      while (at > 0 && segments.durationS[order[at - 1]!]! < durationS) {
        order[at] = order[at - 1]!;
        at--;
      }
      order[at] = line;
    }
    return count;
  }
}
