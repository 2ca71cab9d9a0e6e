import type { VehicleTables } from './vehicleTables.ts';

export interface OverrunSettings {
  /** While searching, a line may run over the longest duty by so much, at a price; 0 = never. */
  readonly overrunS: number;
}

/** Begins with so many times what a second costs otherwise, and stays between the least and the most. */
const firstPrice = 3;
const leastPrice = 0.2;
const mostPrice = 200;
const growth = 1.03;
const decline = 1.1;

/**
 * Lines longer than a duty may be, allowed to the search at a price per second that grows while the plan has them and
 * falls while it has none (as Vidal et al. 2012 price routes that break a limit). Where every duty is full to its last
 * minutes, one duty less is reached by way of duties too long; a search that never leaves the limits finds it seldom.
 */
export class Overrun {
  /** Longest duration a line may have now, by vehicle type. */
  readonly mostS: Float64Array;
  private readonly unitPerS: number;
  private pricePerS: number;

  constructor(
    private readonly vehicles: VehicleTables,
    private readonly settings: OverrunSettings,
  ) {
    this.mostS = vehicles.maxDurationS.slice();
    this.unitPerS = Math.max(vehicles.overtimePerS[0]!, vehicles.leastPerS[0]!, 1e-3);
    this.pricePerS = firstPrice * this.unitPerS;
  }

  /** Lines may run over from now on, or must not any more. */
  allow(isAllowed: boolean): void {
    const overS = isAllowed ? this.settings.overrunS : 0;
    for (let type = 0; type < this.mostS.length; type++)
      this.mostS[type] = this.vehicles.maxDurationS[type]! + overS;
  }

  /** Seconds beyond the longest duty. */
  overS(type: number, durationS: number): number {
    return Math.max(0, durationS - this.vehicles.maxDurationS[type]!);
  }

  cost(type: number, durationS: number): number {
    return this.overS(type, durationS) * this.pricePerS;
  }

  /** Sets the price anew, by whether the plan has lines too long. */
  adapt(isOver: boolean): void {
    const price = isOver ? this.pricePerS * growth : this.pricePerS / decline;
    this.pricePerS = Math.min(Math.max(price, leastPrice * this.unitPerS), mostPrice * this.unitPerS);
  }
}
