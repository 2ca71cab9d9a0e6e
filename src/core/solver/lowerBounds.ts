import { noLimit, type Problem, type ProblemVehicleType } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';

/**
 * What no plan serving every stop can undercut. Each is a proof by arithmetic anyone can redo from the tables.
 * All stops are counted as mandatory.
 */
export interface LowerBounds {
  /** Total length of the lines: the shortest road tree joining all stops to the depots. */
  readonly treeLengthM: number;
  readonly treeDrivingS: number;
  readonly totalServiceS: number;
  /** Out to the farthest stop and back. */
  readonly farthestLengthM: number;
  readonly farthestDurationS: number;
  /** Fewest lines by load, and by the time limit. */
  readonly linesByLoad: number;
  readonly linesByTree: number;
  readonly linesByDistance: number;
  readonly fewestLines: number;
}

export function lowerBounds(problem: Problem): LowerBounds {
  const totalServiceS = problem.stops.serviceS.reduce((sum, service) => sum + service, 0);
  const least = leastTables(problem);
  const treeLengthM = treeWeight(problem, least.lengthM);
  const treeDrivingS = treeWeight(problem, least.durationS);
  const alone = outAndBack(problem, least);
  const linesByLoad = fewestByLoad(problem);
  const linesByTree = fewestByTree(problem, totalServiceS, treeDrivingS);
  const linesByDistance = fewestByDistance(problem, alone.drivingS);
  return {
    treeLengthM,
    treeDrivingS,
    totalServiceS,
    farthestLengthM: Math.max(0, ...alone.lengthM),
    farthestDurationS: Math.max(
      0,
      ...alone.drivingS.map((drivingS, stop) => drivingS + problem.stops.serviceS[stop]!),
    ),
    linesByLoad,
    linesByTree,
    linesByDistance,
    fewestLines: Math.max(linesByLoad, linesByTree, linesByDistance, problem.stopCount > 0 ? 1 : 0),
  };
}

interface LeastTables {
  readonly lengthM: Int32Array;
  readonly durationS: Int32Array;
}

/** Least of both directions over all profiles. */
function leastTables(problem: Problem): LeastTables {
  const size = problem.depotCount + problem.stopCount;
  const least = {
    lengthM: new Int32Array(size * size).fill(unreachable),
    durationS: new Int32Array(size * size).fill(unreachable),
  };
  for (const profile of problem.profiles)
    for (const key of ['lengthM', 'durationS'] as const)
      for (let from = 0; from < size; from++)
        for (let to = 0; to < size; to++) {
          const there = profile[key][from * size + to]!;
          const back = profile[key][to * size + from]!;
          least[key][from * size + to] = Math.min(least[key][from * size + to]!, there, back);
        }
  return least;
}

/** Weight of a minimum spanning tree over the stops and one node for all depots (Prim 1957). */
function treeWeight(problem: Problem, table: Int32Array): number {
  const { depotCount, stopCount } = problem;
  const size = depotCount + stopCount;
  const isOpen = problem.vehicleTypes.some(
    (type) => type.startDepotIndex === null || type.endDepotIndex === null,
  );
  if (stopCount === 0 || isOpen) return 0;
  const nearest = new Float64Array(size).fill(Number.POSITIVE_INFINITY);
  for (let depot = 0; depot < depotCount; depot++)
    for (let place = depotCount; place < size; place++)
      nearest[place] = Math.min(nearest[place]!, table[depot * size + place]!);
  const isIn = new Uint8Array(size);
  let weight = 0;
  for (let step = 0; step < stopCount; step++) {
    let chosen = -1;
    for (let place = depotCount; place < size; place++)
      if (!isIn[place] && (chosen < 0 || nearest[place]! < nearest[chosen]!)) chosen = place;
    isIn[chosen] = 1;
    weight += nearest[chosen]!;
    for (let place = depotCount; place < size; place++)
      nearest[place] = Math.min(nearest[place]!, table[chosen * size + place]!);
  }
  return weight;
}

/** Least way from a depot to each stop and back to a depot. */
function outAndBack(problem: Problem, least: LeastTables): { lengthM: number[]; drivingS: number[] } {
  const { depotCount, stopCount } = problem;
  const size = depotCount + stopCount;
  const way = (table: Int32Array, stop: number): number => {
    let shortest = unreachable;
    for (let depot = 0; depot < depotCount; depot++)
      shortest = Math.min(shortest, table[depot * size + depotCount + stop]!);
    const ends = problem.vehicleTypes.map(
      (type) => Number(type.startDepotIndex !== null) + Number(type.endDepotIndex !== null),
    );
    return shortest * Math.min(...ends);
  };
  const stops = Array.from({ length: stopCount }, (_, stop) => stop);
  return {
    lengthM: stops.map((stop) => way(least.lengthM, stop)),
    drivingS: stops.map((stop) => way(least.durationS, stop)),
  };
}

function fewestByLoad(problem: Problem): number {
  let fewest = 0;
  for (let dimension = 0; dimension < problem.dimensionCount; dimension++) {
    const largest = Math.max(1, ...problem.vehicleTypes.map((type) => type.capacity[dimension]!));
    for (const loads of [problem.stops.delivery, problem.stops.pickup]) {
      let total = 0;
      for (let stop = 0; stop < problem.stopCount; stop++)
        total += loads[stop * problem.dimensionCount + dimension]!;
      fewest = Math.max(fewest, Math.ceil(total / largest));
    }
  }
  return fewest;
}

const timeOnLine = (type: ProblemVehicleType): number => type.maxDurationS - type.loadingS;
const longestTime = (problem: Problem): number => Math.max(...problem.vehicleTypes.map(timeOnLine));

/** K lines of at most T each hold all service and at least the tree: K >= (service + tree) / T. */
function fewestByTree(problem: Problem, totalServiceS: number, treeDrivingS: number): number {
  const limitS = longestTime(problem);
  if (limitS >= noLimit / 2) return 0;
  return Math.ceil((totalServiceS + treeDrivingS) / Math.max(1, limitS));
}

/**
 * A line whose farthest stop is i drives at least out to i and back, so it has T - back(i) left for service, rounded
 * down to a multiple of the greatest common divisor of the service times. From far to near, a line is opened only
 * when those open cannot hold the service so far; its farthest stop is then taken to be the one just reached, which
 * leaves it the most time. No plan can have fewer lines.
 */
function fewestByDistance(problem: Problem, drivingS: readonly number[]): number {
  const limitS = longestTime(problem);
  if (limitS >= noLimit / 2) return 0;
  const service = problem.stops.serviceS;
  const unit = Math.max(1, service.reduce(greatestCommonDivisor, 0));
  const order = drivingS.map((_, stop) => stop).sort((left, right) => drivingS[right]! - drivingS[left]!);
  let lines = 0;
  let room = 0;
  let wanted = 0;
  for (const stop of order) {
    wanted += service[stop]!;
    const left = Math.floor((limitS - drivingS[stop]!) / unit) * unit;
    while (wanted > room && left > 0) {
      room += left;
      lines++;
    }
  }
  return lines;
}

function greatestCommonDivisor(left: number, right: number): number {
  return right === 0 ? left : greatestCommonDivisor(right, left % right);
}
