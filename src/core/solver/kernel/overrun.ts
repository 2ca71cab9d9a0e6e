import type { SearchTables } from './searchTables.ts';

/** Begins with so many times what a second costs otherwise, and stays between the least and the most. */
const firstPrice: f64 = 3;
const leastPrice: f64 = 0.2;
const mostPrice: f64 = 200;
const growth: f64 = 1.03;
const decline: f64 = 1.1;

/**
 * Lines longer than a duty may be, allowed to the search at a price per second that grows while the plan has them and
 * falls while it has none (as Vidal et al. 2012 price routes that break a limit). Where every duty is full to its last
 * minutes, one duty less is reached by way of duties too long; a search that never leaves the limits finds it seldom.
 */
export class Overrun {
  /** Longest duration a line may have now, by vehicle type. */
  readonly mostS: Float64Array;
  private readonly unitPerS: f64;
  private pricePerS: f64;

  constructor(
    private readonly tables: SearchTables,
    /** While searching, a line may run over the longest duty by so much, at a price; 0 = never. */
    private readonly overrunS: i32,
  ) {
    this.mostS = new Float64Array(tables.vehicleCount);
    this.unitPerS = Math.max(Math.max(tables.overtimePerS[0]!, tables.leastPerS[0]!), 1e-3);
    this.pricePerS = firstPrice * this.unitPerS;
    this.allow(false);
  }

  /** Lines may run over from now on, or must not any more. */
  allow(isAllowed: boolean): void {
    const { tables, mostS } = this;
    const overS: f64 = isAllowed ? this.overrunS : 0;
    for (let type = 0; type < tables.vehicleCount; type++) mostS[type] = tables.maxDurationS[type]! + overS;
  }

  /** Seconds beyond the longest duty. */
  overS(type: i32, durationS: f64): f64 {
    return Math.max(0, durationS - this.tables.maxDurationS[type]!);
  }

  cost(type: i32, durationS: f64): f64 {
    return this.overS(type, durationS) * this.pricePerS;
  }

  /** Sets the price anew, by whether the plan has lines too long. */
  adapt(isOver: boolean): void {
    const price = isOver ? this.pricePerS * growth : this.pricePerS / decline;
    this.pricePerS = Math.min(Math.max(price, leastPrice * this.unitPerS), mostPrice * this.unitPerS);
  }
}
