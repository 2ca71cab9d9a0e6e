import { minPerDay } from '../units.ts';
import type { AssignmentProblem } from './buildProblem.ts';
import { clockStepMin } from './problemUnits.ts';
import { withRests } from './visitHours.ts';

/**
 * What keeps a stop from being made in its station's hours even by a line of its own: when the station closes, how long it
 * would have to be open, and by how much the lines would have to leave earlier; 0 = that would not serve it.
 */
export function missedHours(
  { problem, waitedFor, hours }: AssignmentProblem,
  stop: number,
): Record<string, number> {
  const { depotCount, dimensionCount, stops, vehicleTypes, profiles, windowOpenS, breakRule } = problem!;
  const station = waitedFor![stop]!;
  const place = depotCount + stop;
  const load = Math.max(stops.delivery[stop * dimensionCount]!, stops.pickup[stop * dimensionCount]!);
  const driveS = Math.min(
    ...vehicleTypes
      .filter(({ capacity }) => capacity[0]! >= load)
      .map(({ profileIndex }) => profiles[profileIndex]!.durationS[place]!),
  );
  const openS = windowOpenS[place]! - hours!.departureS;
  const closeS = hours!.latestStartS(station);
  const earliestS = withRests(Math.max(driveS, openS), breakRule!);
  const step = (minutes: number): number => Math.ceil(minutes / clockStepMin - 1e-9) * clockStepMin;
  const lateMin = step((earliestS - closeS) / 60);
  const openUntilClockMin = step(station.closeClockMin + (earliestS - closeS) / 60);
  const canLeaveEarlier = openS <= closeS && hours!.departureS / 60 - lateMin >= 0;
  return {
    closeClockMin: station.closeClockMin,
    openUntilClockMin: openUntilClockMin <= minPerDay ? openUntilClockMin : 0,
    leaveEarlierMin: canLeaveEarlier ? lateMin : 0,
  };
}
