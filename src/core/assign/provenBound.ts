import { mandatory, type Problem } from '../model/problem.ts';
import { lineCoverBound } from '../solver/exact/lineCoverBound.ts';
import { type LowerBounds, lowerBounds } from '../solver/lowerBounds.ts';

export interface ProvenBound {
  readonly fewestLines: number;
  /** Least of the solver's cost, in its unit. */
  readonly leastCost: number;
}

/**
 * What no plan serving every stop can undercut; null with stops that may be left out: nothing must be served then.
 */
export function provenBound(problem: Problem): ProvenBound | null {
  if (problem.stops.skipCost.some((cost) => cost !== mandatory)) return null;
  const bounds = lowerBounds(problem);
  return {
    fewestLines: Math.max(bounds.fewestLines, problem.minLines),
    leastCost: Math.max(lineCoverBound(problem) ?? 0, leastLineCost(problem, bounds)),
  };
}

/**
 * Least cost of lines by the bounds of `lowerBounds`: the fewest duties at the price of the cheapest vehicle and driver,
 * the shortest tree of roads joining all stops at the cheapest kilometre, and, where hours are paid, all service and the
 * driving of that tree. `provenBound` takes what set covering over all lines proves where that is more.
 */
export function leastLineCost(problem: Problem, bounds: LowerBounds = lowerBounds(problem)): number {
  const least = (pick: (type: Problem['vehicleTypes'][number]) => number): number =>
    Math.min(...problem.vehicleTypes.map(pick));
  // Several lines may share a duty: then only what fills a driver's time counts.
  const fewestDuties = problem.severalTripsPerDuty
    ? Math.max(bounds.linesByTree, bounds.linesByDistance, problem.stopCount > 0 ? 1 : 0)
    : Math.max(bounds.fewestLines, problem.minLines);
  const paidS = bounds.treeDrivingS + bounds.totalServiceS + fewestDuties * least((type) => type.loadingS);
  return (
    fewestDuties * least((type) => type.fixedCost) +
    Math.floor((bounds.treeLengthM * least((type) => type.costPerKm)) / 1000) +
    Math.floor((paidS * least((type) => type.costPerHour)) / 3600)
  );
}
