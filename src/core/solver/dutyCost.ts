import type { KernelModel } from './kernelModel.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';

/** Part of the emptiest duty's unused cost that a plan is credited with while searching. */
const reliefShare = 0.5;

/** Fixed cost of a plan whose lines share duties, by the same best-fit packing as `packDuties`, without allocating. */
export class DutyCost {
  fixed = 0;
  /** Duties beyond the vehicles there are. */
  excess = 0;
  /** Fixed cost of the emptiest duty, as far as it is empty: what the search is drawn to save whole. */
  relief = 0;
  duties = 0;
  /** Duties wanted while fewer are sought: what is in the emptiest ones beyond it weighs `pressure` times its cost. */
  dutyLimit = Number.POSITIVE_INFINITY;
  pressure = 1;
  private readonly order: Int32Array;
  private readonly dutyS: Float64Array;
  private readonly dutyType: Int32Array;
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
    this.used = new Int32Array(model.vehicles.count);
    this.limitS = model.vehicles.shiftS.map((shiftS, type) =>
      Math.min(shiftS, model.vehicles.maxDurationS[type]!, model.problem.severalTripsWithinS),
    );
  }

  measure(): void {
    const { model, state, segments, order, dutyS, dutyType, used } = this;
    const types = model.problem.vehicleTypes;
    used.fill(0);
    this.fixed = 0;
    this.excess = 0;
    const lines = this.sortLines();
    let duties = 0;
    for (let index = 0; index < lines; index++) {
      const line = order[index]!;
      const type = state.type[line]!;
      const durationS = segments.durationS[line]!;
      let fullest = -1;
      for (let duty = 0; duty < duties; duty++)
        if (
          dutyType[duty] === type &&
          dutyS[duty]! + durationS <= this.limitS[type]! &&
          (fullest < 0 || dutyS[duty]! > dutyS[fullest]!)
        )
          fullest = duty;
      if (fullest >= 0) {
        dutyS[fullest] = dutyS[fullest]! + durationS;
        continue;
      }
      dutyS[duties] = durationS;
      dutyType[duties] = type;
      duties++;
      used[type] = used[type]! + 1;
      this.fixed += types[type]!.fixedCost;
      if (used[type]! > (types[type]!.count ?? Number.POSITIVE_INFINITY)) this.excess++;
    }
    this.duties = duties;
    this.setRelief();
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
