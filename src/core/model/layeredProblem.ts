/**
 * Routes on two levels and over several days, in whole numbers: customers are visited by vehicles that start at anchors
 * (satellites, or the one depot) on the days of one of their patterns; a first level supplies the anchors.
 * With one day it is the two-echelon problem (2E-VRP), with one anchor the periodic one (PVRP). Nodes are numbered
 * anchors first, then customers. Costs are whole numbers held in doubles, so that sums are exact everywhere.
 */
export interface LayeredProblem {
  readonly anchorCount: number;
  readonly customerCount: number;
  readonly dayCount: number;
  /** Row-major over anchors and customers; also the driving time. */
  readonly legCost: Float64Array;
  /** Of one visit, by customer. */
  readonly load: Float64Array;
  /** Of one visit, same unit as the legs; counts against `maxDuration` only. */
  readonly service: Float64Array;
  /** By customer: the sets of days on which it may be visited. */
  readonly patterns: readonly (readonly (readonly number[])[])[];
  readonly vehicle: {
    readonly capacity: number;
    readonly maxDuration: number;
    readonly fixedCost: number;
    /** A day, and a day at one anchor. */
    readonly perDay: number;
    readonly perAnchor: number;
  };
  /** null = the anchors are depots: what they hand out costs nothing. */
  readonly firstLevel: FirstLevel | null;
}

export interface FirstLevel {
  /** Row-major over the depot (0) and the anchors (anchor + 1). */
  readonly legCost: Float64Array;
  readonly capacity: number;
  readonly truckCount: number;
  readonly fixedCost: number;
  /** Paid once for an anchor that hands out anything. */
  readonly openCost: Float64Array;
  /** Most an anchor can hand out. */
  readonly anchorCapacity: Float64Array;
}

export interface LayeredRoute {
  readonly day: number;
  readonly anchor: number;
  readonly customers: readonly number[];
}

export interface TruckRoute {
  readonly calls: readonly { readonly anchor: number; readonly amount: number }[];
}

export interface LayeredSolution {
  readonly cost: number;
  readonly isFeasible: boolean;
  readonly routes: readonly LayeredRoute[];
  readonly trucks: readonly TruckRoute[];
  readonly iterations: number;
}

export interface LayeredProgress {
  readonly iteration: number;
  readonly iterations: number;
  /** Infinity until a feasible plan is known. */
  readonly bestCost: number;
}
