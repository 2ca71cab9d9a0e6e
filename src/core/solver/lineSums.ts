import { noLimit, type Problem } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';

/** Length, duration and load of one line, straight from the problem's tables. */
export interface LineSums {
  readonly lengthM: number;
  readonly drivingS: number;
  readonly durationS: number;
  readonly isReachable: boolean;
  readonly isInTime: boolean;
  /** Highest load on any leg, by dimension. */
  readonly peakLoad: readonly number[];
}

/** Sums of a line of stops under a vehicle type; definitions in model/problem.ts. */
export function lineSums(problem: Problem, vehicleTypeIndex: number, stops: readonly number[]): LineSums {
  const type = problem.vehicleTypes[vehicleTypeIndex]!;
  const profile = problem.profiles[type.profileIndex]!;
  const size = problem.depotCount + problem.stopCount;
  const places = stops.map((stop) => problem.depotCount + stop);
  const path = [type.startDepotIndex, ...places, type.endDepotIndex];
  let lengthM = 0;
  let drivingS = 0;
  let isReachable = true;
  let isInTime = true;
  const start = type.startDepotIndex;
  let duration = type.loadingS;
  let earliest = start === null ? -noLimit : problem.windowOpenS[start]! - type.loadingS;
  let latest = start === null ? noLimit : problem.windowCloseS[start]! - type.loadingS;
  for (let index = 1; index < path.length; index++) {
    const from = path[index - 1]!;
    const to = path[index]!;
    let drive = 0;
    if (from !== null && to !== null) {
      const cell = from * size + to;
      if (profile.lengthM[cell]! >= unreachable) isReachable = false;
      lengthM += profile.lengthM[cell]!;
      drive = profile.durationS[cell]!;
    }
    drivingS += drive;
    if (to === null) continue;
    const arrive = duration + drive;
    const open = problem.windowOpenS[to]!;
    const close = problem.windowCloseS[to]!;
    const wait = Math.max(0, open - arrive - latest);
    if (earliest + arrive > close) isInTime = false;
    duration =
      arrive + wait + (to >= problem.depotCount ? problem.stops.serviceS[to - problem.depotCount]! : 0);
    earliest = Math.max(open - arrive, earliest) - wait;
    latest = Math.min(close - arrive, latest);
  }
  const rule = problem.breakRule;
  const breaks = rule && drivingS > rule.drivingS ? Math.ceil(drivingS / rule.drivingS) - 1 : 0;
  return {
    lengthM,
    drivingS,
    durationS: stops.length === 0 ? 0 : duration + breaks * (rule?.breakS ?? 0),
    isReachable,
    isInTime,
    peakLoad: peakLoads(problem, stops),
  };
}

function peakLoads(problem: Problem, stops: readonly number[]): number[] {
  const { dimensionCount } = problem;
  const { delivery, pickup } = problem.stops;
  return Array.from({ length: dimensionCount }, (_, dimension) => {
    let aboard = 0;
    for (const stop of stops) aboard += delivery[stop * dimensionCount + dimension]!;
    let peak = aboard;
    for (const stop of stops) {
      aboard += pickup[stop * dimensionCount + dimension]! - delivery[stop * dimensionCount + dimension]!;
      peak = Math.max(peak, aboard);
    }
    return peak;
  });
}
