import { noLimit, type Problem } from '../model/problem.ts';
import type { SolutionRoute } from '../model/solution.ts';
import { unreachable } from '../model/travel.ts';

export interface WalkedLine {
  readonly lengthM: number;
  readonly durationS: number;
  readonly isReachable: boolean;
  readonly isInTime: boolean;
}

interface Leg {
  readonly driveS: number;
  readonly place: number;
}

/**
 * Drives one line on the clock. The shortest duration under windows is found by departure time: leaving later never
 * makes the line end earlier, and waiting is saved until the first window would be missed, so the best departure is
 * the latest one that still arrives at the end at the earliest possible moment.
 */
export function walkLine(problem: Problem, route: SolutionRoute): WalkedLine {
  const type = problem.vehicleTypes[route.vehicleTypeIndex]!;
  const { lengthM: lengths, durationS: durations } = problem.profiles[type.profileIndex]!;
  const size = problem.depotCount + problem.stopCount;
  const legs: Leg[] = [];
  let lengthM = 0;
  let drivingS = 0;
  let isReachable = true;
  let here = type.startDepotIndex;
  const calls: (number | null)[] = route.stops.map((stop) => problem.depotCount + stop);
  for (const place of [...calls, type.endDepotIndex]) {
    if (place === null) continue;
    let driveS = 0;
    if (here !== null) {
      const legLengthM = lengths[here * size + place]!;
      if (legLengthM >= unreachable) isReachable = false;
      lengthM += legLengthM;
      driveS = durations[here * size + place]!;
    }
    drivingS += driveS;
    legs.push({ driveS, place });
    here = place;
  }
  let breakS = 0;
  if (problem.breakRule)
    for (let due = problem.breakRule.drivingS; due < drivingS; due += problem.breakRule.drivingS)
      breakS += problem.breakRule.breakS;
  const start = type.startDepotIndex;
  const leaveFrom = start === null ? -2 * noLimit : problem.windowOpenS[start]!;
  const leaveBy = start === null ? noLimit : problem.windowCloseS[start]!;
  const earliest = drive(problem, legs, leaveFrom);
  const latestDeparture = Math.min(leaveBy, latestStart(problem, legs, earliest.endS));
  const timed = drive(problem, legs, Math.max(leaveFrom, latestDeparture));
  return {
    lengthM,
    durationS: type.loadingS + timed.endS - Math.max(leaveFrom, latestDeparture) + breakS,
    isReachable,
    isInTime: earliest.isInTime,
  };
}

function drive(problem: Problem, legs: readonly Leg[], leaveS: number): { endS: number; isInTime: boolean } {
  let clock = leaveS;
  let isInTime = true;
  for (const { driveS, place } of legs) {
    clock = Math.max(clock + driveS, problem.windowOpenS[place]!);
    if (clock > problem.windowCloseS[place]!) isInTime = false;
    clock += serviceAt(problem, place);
  }
  return { endS: clock, isInTime };
}

/** Latest departure that still ends by `endS` and opens every service in its window. */
function latestStart(problem: Problem, legs: readonly Leg[], endS: number): number {
  let clock = endS;
  for (let index = legs.length - 1; index >= 0; index--) {
    const { driveS, place } = legs[index]!;
    clock = Math.min(clock - serviceAt(problem, place), problem.windowCloseS[place]!) - driveS;
  }
  return clock;
}

const serviceAt = (problem: Problem, place: number): number =>
  place < problem.depotCount ? 0 : problem.stops.serviceS[place - problem.depotCount]!;
