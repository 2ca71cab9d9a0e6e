import { mandatory, noLimit, type Problem } from '../../model/problem.ts';
import { leastTravel } from './leastTravel.ts';

/** Sets of stops one line could serve, each with a cost no such line undercuts. */
export interface LineColumns {
  readonly stops: readonly (readonly number[])[];
  readonly cost: readonly number[];
}

/** One set under construction: shortest length and duration of a way from the start through all of it, by last stop. */
interface Way {
  readonly members: readonly number[];
  readonly lengthM: Float64Array;
  readonly durationS: Float64Array;
}

/** Stop sets are keyed by the sum of 2^stop, exact in a double up to here. */
export const mostEnumerableStops = 53;

/**
 * Every set of stops that a line could serve, built up stop by stop (dynamic programming over sets; Held and Karp 1962).
 * Windows, breaks and the order of pickups are left out, lengths and times are the least of any vehicle: each cost is a
 * lower bound, and no servable set is missing. Null when there are more than `limit` sets.
 */
export function lineColumns(problem: Problem, limit: number): LineColumns | null {
  const n = problem.stopCount;
  if (n > mostEnumerableStops) return null;
  const travel = leastTravel(problem);
  const price = priceList(problem);
  const stops: number[][] = [];
  const cost: number[] = [];
  const keep = (members: readonly number[], way: Way): boolean => {
    let lengthM = Number.POSITIVE_INFINITY;
    let durationS = Number.POSITIVE_INFINITY;
    for (const [index, last] of members.entries()) {
      lengthM = Math.min(lengthM, way.lengthM[index]! + travel.homeLengthM[last]!);
      durationS = Math.min(durationS, way.durationS[index]! + travel.homeDurationS[last]!);
    }
    const least = price(members, lengthM, durationS);
    if (least === Number.POSITIVE_INFINITY) return false;
    stops.push([...members]);
    cost.push(least);
    return true;
  };
  let layer = new Map<number, Way>();
  for (let stop = 0; stop < n; stop++) {
    const way = {
      members: [stop],
      lengthM: Float64Array.of(travel.outLengthM[stop]!),
      durationS: Float64Array.of(travel.outDurationS[stop]! + problem.stops.serviceS[stop]!),
    };
    if (keep(way.members, way)) layer.set(2 ** stop, way);
    const skipCost = problem.stops.skipCost[stop]!;
    if (skipCost !== mandatory) {
      stops.push([stop]);
      cost.push(skipCost);
    }
  }
  while (layer.size > 0) {
    const grown = new Map<number, Way>();
    for (const [key, way] of layer)
      for (let stop = way.members[way.members.length - 1]! + 1; stop < n; stop++) {
        const members = [...way.members, stop];
        const longer = extend(members, key + 2 ** stop, layer);
        if (longer && keep(members, longer)) grown.set(key + 2 ** stop, longer);
        if (stops.length > limit) return null;
      }
    layer = grown;
  }
  return { stops, cost };

  function extend(members: readonly number[], key: number, shorter: ReadonlyMap<number, Way>): Way | null {
    const lengthM = new Float64Array(members.length).fill(Number.POSITIVE_INFINITY);
    const durationS = new Float64Array(members.length).fill(Number.POSITIVE_INFINITY);
    for (const [index, last] of members.entries()) {
      const before = shorter.get(key - 2 ** last);
      // Least travel keeps the triangle inequality: a set with a part no line can serve cannot be served either.
      if (!before) return null;
      for (const [at, from] of before.members.entries()) {
        const cell = from * n + last;
        lengthM[index] = Math.min(lengthM[index]!, before.lengthM[at]! + travel.lengthM[cell]!);
        durationS[index] = Math.min(durationS[index]!, before.durationS[at]! + travel.durationS[cell]!);
      }
      durationS[index] = durationS[index]! + problem.stops.serviceS[last]!;
    }
    return { members, lengthM, durationS };
  }
}

/** Least cost of a line over its vehicle types, infinite where none can take it. */
function priceList(problem: Problem) {
  const { dimensionCount, vehicleTypes, stops } = problem;
  return (members: readonly number[], lengthM: number, drivingAndServiceS: number): number => {
    let best = Number.POSITIVE_INFINITY;
    for (const type of vehicleTypes) {
      const durationS = drivingAndServiceS + type.loadingS;
      if (lengthM > type.maxLengthM || durationS > type.maxDurationS) continue;
      let fits = true;
      for (let dimension = 0; dimension < dimensionCount; dimension++) {
        let delivery = 0;
        let pickup = 0;
        for (const stop of members) {
          delivery += stops.delivery[stop * dimensionCount + dimension]!;
          pickup += stops.pickup[stop * dimensionCount + dimension]!;
        }
        if (Math.max(delivery, pickup) > type.capacity[dimension]!) fits = false;
      }
      if (!fits) continue;
      const running =
        Math.floor((lengthM * type.costPerKm) / 1000) + Math.floor((durationS * type.costPerHour) / 3600);
      const overtime = (timeS: number): number =>
        (Math.max(0, timeS - type.shiftS) * type.overtimeCostPerHour) / 3600;
      const limitS = type.maxDurationS;
      // A shared duty holds at most a shift and its overtime: each line pays at least its share of the cheapest filling.
      const dutyPerS = Math.min(
        ...[type.shiftS, limitS].map((timeS) =>
          timeS > limitS || timeS >= noLimit
            ? Number.POSITIVE_INFINITY
            : (type.fixedCost + overtime(timeS)) / timeS,
        ),
      );
      const duty = problem.severalTripsPerDuty
        ? dutyPerS === Number.POSITIVE_INFINITY
          ? 0
          : Math.floor(durationS * dutyPerS)
        : type.fixedCost + Math.floor(overtime(durationS));
      best = Math.min(best, running + duty);
    }
    for (const stop of members) best += stops.visitCost[stop]!;
    return best;
  };
}
