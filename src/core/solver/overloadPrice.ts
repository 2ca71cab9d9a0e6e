import type { LineSegments } from './lineSegments.ts';
import type { RouteState } from './routeState.ts';

/** Half of the plans a search goes through should be ones that could be driven. */
const wantedShare = 0.5;
const fewestLooks = 20;
const dearer = 1.15;
const cheaper = 0.9;

/**
 * Where vehicles are filled to the last parcel, stops must change places that only fit together: loads may pass the limit
 * for a while, at a price that follows how often they do (adaptive penalties; Gendreau, Hertz, Laporte 1994).
 */
export class OverloadPrice {
  private looks = 0;
  private fitting = 0;

  constructor(
    private readonly state: RouteState,
    private readonly segments: LineSegments,
  ) {}

  /** Begins at a price of so much for a whole vehicle too many. */
  set(price: number): void {
    const { state, segments } = this;
    segments.overloadPrice = price;
    for (let line = 0; line < state.routeHigh; line++) segments.refresh(line);
  }

  /** Notes a plan the search has gone on to. */
  look(): void {
    this.looks++;
    if (this.segments.totalOverload === 0) this.fitting++;
  }

  /** Follows what has been noted; true where the price, and with it the cost of the present plan, has changed. */
  adapt(): boolean {
    if (this.looks < fewestLooks) return false;
    const isTooCheap = this.fitting < wantedShare * this.looks;
    this.set(this.segments.overloadPrice * (isTooCheap ? dearer : cheaper));
    this.looks = 0;
    this.fitting = 0;
    return true;
  }
}
