import type { LineList } from './lineList.ts';
import type { Tours } from './tours.ts';

/** A line may be overloaded by half, at the price, while a giant tour is being cut. */
const mostLoad: f64 = 1.5;

/** Cuts a tour of all tasks into lines at the least cost (Bellman over the tour; Prins 2004, Vidal 2016). */
export class Split {
  /** What is to be cut. */
  readonly tour: Int32Array;
  private readonly cost: Float64Array;
  private readonly cut: Int32Array;
  /** By place on the tour: ways from the task before and from the depot, and the load. */
  private readonly leg: Int32Array;
  private readonly fromDepot: Int32Array;
  private readonly demand: Int32Array;

  constructor(private readonly tours: Tours) {
    const { n } = tours;
    this.tour = new Int32Array(n);
    this.cost = new Float64Array(n + 1);
    this.cut = new Int32Array(n + 1);
    this.leg = new Int32Array(n);
    this.fromDepot = new Int32Array(n);
    this.demand = new Int32Array(n);
  }

  /** The lines found, the last of the tour first. */
  run(into: LineList): void {
    this.readTour();
    const { tours, cost, cut, leg, fromDepot, demand } = this;
    const { n } = tours;
    const limit = mostLoad * (tours.capacity as f64);
    for (let end = 1; end <= n; end++) cost[end] = Number.POSITIVE_INFINITY;
    cost[0] = 0;
    for (let start = 0; start < n; start++) {
      let load = 0;
      let upTo: f64 = cost[start]! + (fromDepot[start]! as f64);
      for (let end = start; end < n; end++) {
        load += demand[end]!;
        if (end > start) {
          if ((load as f64) > limit) break;
          upTo += leg[end]! as f64;
        }
        const whole = upTo + (fromDepot[end]! as f64) + tours.overload(load);
        if (whole < cost[end + 1]!) {
          cost[end + 1] = whole;
          cut[end + 1] = start;
        }
      }
    }
    this.write(into);
  }

  private readTour(): void {
    const { tours, tour, leg, fromDepot, demand } = this;
    const { n, row, lengths } = tours;
    const depotRow = row[n]!;
    for (let at = 0; at < n; at++) {
      const task = tour[at]!;
      demand[at] = tours.demand[task]!;
      fromDepot[at] = lengths[depotRow + task]!;
      leg[at] = at > 0 ? lengths[row[tour[at - 1]!]! + task]! : 0;
    }
  }

  private write(into: LineList): void {
    const { tours, tour, cut } = this;
    into.clear();
    let to = 0;
    for (let end = tours.n; end > 0; ) {
      // More lines than there is room for: the first ones are joined, the search sorts the overload out.
      const start = into.count === tours.lines - 1 ? 0 : cut[end]!;
      for (let from = start; from < end; from++) into.tasks[to++] = tour[from]!;
      into.end(to);
      end = start;
    }
  }
}
