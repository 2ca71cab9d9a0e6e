import { longestDutyS, overtimeCost } from './dutyRules.ts';
import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';
import type { SearchTables } from './searchTables.ts';

/** Part of the emptiest duty's unused cost that a plan is credited with while searching. */
const reliefShare: f64 = 0.5;

/**
 * Cost of a plan whose lines share duties, by the same two packings as `packDuties`, without allocating. What the lines
 * pay by themselves (their own overtime included) is not in it.
 */
export class DutyCost {
  /** Fixed cost of the duties, and the overtime of trips that share one beyond that of each by itself. */
  cost: f64 = 0;
  /** Duties beyond the vehicles there are. */
  excess: i32 = 0;
  /** Fixed cost of the emptiest duty, as far as it is empty: what the search is drawn to save whole. */
  relief: f64 = 0;
  duties: i32 = 0;
  /** Duties wanted while fewer are sought: what is in the emptiest ones beyond it weighs `pressure` (none before) times its cost. */
  dutyLimit: i32 = 0x7fffffff;
  pressure: f64 = Number.NaN;
  private readonly order: Int32Array;
  private readonly dutyS: Float64Array;
  private readonly dutyType: Int32Array;
  private readonly dutyTrips: Int32Array;
  private readonly used: Int32Array;
  private readonly limitS: Float64Array;

  constructor(
    private readonly tables: SearchTables,
    private readonly state: RouteState,
    private readonly segments: LineSegments,
  ) {
    const { routes } = state;
    const types = tables.vehicleCount;
    this.order = new Int32Array(routes);
    this.dutyS = new Float64Array(routes);
    this.dutyType = new Int32Array(routes);
    this.dutyTrips = new Int32Array(routes);
    this.used = new Int32Array(types);
    this.limitS = new Float64Array(types);
    for (let type = 0; type < types; type++)
      this.limitS[type] = Math.min(
        Math.min(tables.shiftS[type]!, tables.maxDurationS[type]!),
        tables.severalTripsWithinS as f64,
      );
  }

  measure(): void {
    const lines = this.sortLines();
    const hasRunOver = this.pack(lines, true);
    const { cost, excess } = this;
    // Where overtime has joined nothing, both packings are the same.
    if (hasRunOver) {
      this.pack(lines, false);
      const isWorse = this.excess !== excess ? this.excess > excess : this.cost > cost;
      if (isWorse) this.pack(lines, true);
    }
    this.setRelief();
  }

  /** One packing; whether trips share a duty that runs over its shift. */
  private pack(lines: i32, mayRunOver: boolean): boolean {
    const { tables, state, segments, order, dutyS, dutyType, dutyTrips, used } = this;
    for (let type = 0; type < tables.vehicleCount; type++) used[type] = 0;
    let cost: f64 = 0;
    let excess = 0;
    let duties = 0;
    let hasRunOver = false;
    for (let index = 0; index < lines; index++) {
      const line = order[index]!;
      const type = state.type[line]!;
      const durationS: f64 = segments.durationS[line]!;
      const isUsedUp = used[type]! >= tables.dutyLimit[type]!;
      let best = -1;
      let least = isUsedUp ? Number.POSITIVE_INFINITY : Math.max(tables.fixedCost[type]!, 1);
      for (let duty = 0; duty < duties; duty++) {
        if (dutyType[duty] !== type) continue;
        const togetherS = dutyS[duty]! + durationS;
        if (togetherS > tables.shiftS[type]! && !mayRunOver) continue;
        if (togetherS > this.longestS(type, dutyTrips[duty]! + 1)) continue;
        const growth = this.overtime(type, togetherS) - this.overtime(type, dutyS[duty]!);
        if (growth > least || (growth === least && (best < 0 || dutyS[duty]! <= dutyS[best]!))) continue;
        best = duty;
        least = growth;
      }
      if (best >= 0) {
        dutyS[best] = dutyS[best]! + durationS;
        dutyTrips[best] = dutyTrips[best]! + 1;
        cost += least - this.overtime(type, durationS);
        if (dutyS[best]! > tables.shiftS[type]!) hasRunOver = true;
        continue;
      }
      dutyS[duties] = durationS;
      dutyType[duties] = type;
      dutyTrips[duties] = 1;
      duties++;
      used[type] = used[type]! + 1;
      cost += tables.fixedCost[type]!;
      if (isUsedUp) excess++;
    }
    this.cost = cost;
    this.excess = excess;
    this.duties = duties;
    return hasRunOver;
  }

  private overtime(type: i32, durationS: f64): f64 {
    const { tables } = this;
    return overtimeCost(tables.shiftS[type]!, tables.overtimeCostPerHour[type]!, durationS);
  }

  private longestS(type: i32, trips: i32): f64 {
    const { tables } = this;
    const { severalTripsWithinS, severalTripsGapS } = tables;
    return longestDutyS(severalTripsWithinS, tables.maxDurationS[type]!, severalTripsGapS, trips);
  }

  /** Credit for room in the emptiest duty; while pressed, its cost is forgiven and its content charged instead. */
  private setRelief(): void {
    const { dutyS, dutyType, limitS } = this;
    const isPressed = this.duties > this.dutyLimit;
    let relief = Number.NEGATIVE_INFINITY;
    for (let duty = 0; duty < this.duties; duty++) {
      const type = dutyType[duty]!;
      const fullShare = Math.min(1, dutyS[duty]! / limitS[type]!);
      const share = isPressed ? 1 - this.pressure * fullShare : reliefShare * (1 - fullShare);
      relief = Math.max(relief, share * this.tables.fixedCost[type]!);
    }
    this.relief = this.duties === 0 ? 0 : relief;
  }

  /** Lines with tasks, longest first. */
  private sortLines(): i32 {
    const { state, order } = this;
    const { durationS } = this.segments;
    let count = 0;
    for (let line = 0; line < state.routeHigh; line++) {
      if (state.size[line] === 0) continue;
      const lineS = durationS[line]!;
      let at = count++;
      while (at > 0 && durationS[order[at - 1]!]! < lineS) {
        order[at] = order[at - 1]!;
        at--;
      }
      order[at] = line;
    }
    return count;
  }
}
