import { mandatory, type Problem } from '../model/problem.ts';
import type { SolutionRoute, SolutionUnserved } from '../model/solution.ts';
import { type LineSums, lineSums } from './lineSums.ts';

/**
 * Why a stop is on no line: first what forbids it even a line of its own (roads, load, range, windows, shift), by the
 * vehicle type that comes closest; then what the fleet lacks.
 */
export function unservedReason(
  problem: Problem,
  stopIndex: number,
  routes: readonly SolutionRoute[],
): SolutionUnserved {
  const skipCost = problem.stops.skipCost[stopIndex]!;
  if (skipCost !== mandatory) return { stopIndex, reason: 'optional', params: { skipCost } };
  const alone = problem.vehicleTypes.map((_, type) => lineSums(problem, type, [stopIndex]));
  const own = ownLineObstacle(problem, stopIndex, alone);
  if (own) return own;
  const { maxLines } = problem;
  if (maxLines !== null && routes.length >= maxLines)
    return { stopIndex, reason: 'lineCount', params: { lines: routes.length, maxLines } };
  const vehicles = problem.vehicleTypes.reduce((sum, type) => sum + (type.count ?? 0), 0);
  return { stopIndex, reason: 'noVehicle', params: { vehicles, used: routes.length } };
}

function ownLineObstacle(
  problem: Problem,
  stopIndex: number,
  alone: readonly LineSums[],
): SolutionUnserved | null {
  const types = problem.vehicleTypes;
  let left = types.map((_, index) => index).filter((index) => alone[index]!.isReachable);
  if (left.length === 0) return { stopIndex, reason: 'unreachable', params: {} };
  const narrow = (
    reason: SolutionUnserved['reason'],
    allows: (type: number) => boolean,
    params: (candidates: readonly number[]) => Record<string, number>,
  ): SolutionUnserved | null => {
    const kept = left.filter(allows);
    if (kept.length === 0) return { stopIndex, reason, params: params(left) };
    left = kept;
    return null;
  };
  return (
    narrow(
      'capacity',
      (type) => alone[type]!.peakLoad.every((load, dimension) => load <= types[type]!.capacity[dimension]!),
      (candidates) => ({
        load: alone[candidates[0]!]!.peakLoad[0]!,
        capacity: Math.max(...candidates.map((type) => types[type]!.capacity[0]!)),
      }),
    ) ??
    narrow(
      'vehicleRange',
      (type) => alone[type]!.lengthM <= types[type]!.maxLengthM,
      (candidates) => ({
        lengthM: Math.min(...candidates.map((type) => alone[type]!.lengthM)),
        maxLengthM: Math.max(...candidates.map((type) => types[type]!.maxLengthM)),
      }),
    ) ??
    narrow(
      'timeWindow',
      (type) => alone[type]!.isInTime,
      () => ({
        openS: problem.windowOpenS[problem.depotCount + stopIndex]!,
        closeS: problem.windowCloseS[problem.depotCount + stopIndex]!,
      }),
    ) ??
    narrow(
      'shift',
      (type) => alone[type]!.durationS <= types[type]!.maxDurationS,
      (candidates) => ({
        durationS: Math.min(...candidates.map((type) => alone[type]!.durationS)),
        maxDurationS: Math.max(...candidates.map((type) => types[type]!.maxDurationS)),
      }),
    )
  );
}
