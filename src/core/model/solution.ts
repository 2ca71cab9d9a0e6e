import type { UnservedReason } from './plan.ts';

/** One line of a solution: stop indices in order of call, between the depots of its vehicle type. */
export interface SolutionRoute {
  readonly vehicleTypeIndex: number;
  /** null = the line is open at its start. */
  readonly startDepotIndex: number | null;
  readonly stops: readonly number[];
}

export interface SolutionUnserved {
  readonly stopIndex: number;
  readonly reason: UnservedReason | 'timeWindow' | 'optional' | 'locked';
  readonly params: Readonly<Record<string, number>>;
}

/** Parts of the cost, same unit as the problem's costs; they add up to `cost`. */
export interface CostComponents {
  readonly fixed: number;
  readonly distance: number;
  readonly time: number;
  readonly overtime: number;
  readonly visits: number;
  /** Optional stops left out, split groups, imbalance and spread. */
  readonly penalties: number;
}

export interface Solution {
  readonly routes: readonly SolutionRoute[];
  readonly unserved: readonly SolutionUnserved[];
  readonly cost: number;
  readonly components: CostComponents;
  readonly longestLengthM: number;
  readonly longestDurationS: number;
  /** Indices of routes by duty; one route each unless the problem allows several trips per duty. */
  readonly duties: readonly (readonly number[])[];
  /** Vehicles the duties take beyond those there are, over all types. */
  readonly missingVehicles: number;
  readonly iterations: number;
  /** Proven lower bound of the objective (cost, or longest line for minMax); null = none computed. */
  readonly lowerBound: number | null;
  /** Costs of independent short searches that served everything, best first; absent = there was one search. */
  readonly searchCosts?: readonly number[];
}

/** A line in the solver's own tasks and vehicle types. */
export interface PartLine {
  readonly vehicleType: number;
  readonly tasks: readonly number[];
}

/** What one of several searches has made of its part of a plan they work on together. */
export interface PartOffer {
  readonly present: readonly PartLine[];
  readonly best: readonly PartLine[];
  /** Of the best lines. */
  readonly cost: number;
}

export interface SolverProgress {
  readonly iteration: number;
  readonly iterations: number;
  readonly bestCost: number;
  /** Present when the best plan has changed since the last progress; made when it is read, so read it before going on. */
  readonly incumbent: Solution | null;
  /** Present while several searches work on one plan together; not null when this one's part is to be put to the others. */
  readonly offer?: PartOffer | null;
}
