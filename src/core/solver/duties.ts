import type { Problem } from '../model/problem.ts';

export interface Trip {
  readonly vehicleTypeIndex: number;
  readonly durationS: number;
}

/**
 * Packs lines into drivers' duties, each of one vehicle type and within its shift: longest line first, into the duty
 * it fills best (best-fit decreasing). Without `severalTripsPerDuty` every line is a duty of its own.
 */
export function packDuties(problem: Problem, trips: readonly Trip[]): number[][] {
  if (!problem.severalTripsPerDuty) return trips.map((_, index) => [index]);
  const order = trips.map((_, index) => index);
  order.sort((left, right) => trips[right]!.durationS - trips[left]!.durationS || left - right);
  const duties: { trips: number[]; durationS: number; vehicleTypeIndex: number }[] = [];
  for (const index of order) {
    const { vehicleTypeIndex, durationS } = trips[index]!;
    const type = problem.vehicleTypes[vehicleTypeIndex]!;
    const limitS = Math.min(type.shiftS, type.maxDurationS, problem.severalTripsWithinS);
    let fullest: (typeof duties)[number] | null = null;
    for (const duty of duties)
      if (
        duty.vehicleTypeIndex === vehicleTypeIndex &&
        duty.durationS + durationS <= limitS &&
        (fullest === null || duty.durationS > fullest.durationS)
      )
        fullest = duty;
    if (fullest) {
      fullest.trips.push(index);
      fullest.durationS += durationS;
    } else duties.push({ trips: [index], durationS, vehicleTypeIndex });
  }
  return duties.map((duty) => duty.trips);
}
