import type { Problem, ProblemVehicleType } from '../model/problem.ts';
import { longestDutyS, overtimeCost } from './kernel/dutyRules.ts';

export interface Trip {
  readonly vehicleTypeIndex: number;
  readonly durationS: number;
}

interface Packing {
  readonly duties: readonly { readonly trips: readonly number[] }[];
  /** Duties beyond the vehicles there are. */
  readonly excess: number;
  readonly cost: number;
}

/**
 * Packs lines into drivers' duties, each of one vehicle type: longest line first, into the duty it fills best (best-fit
 * decreasing). Packed twice: within the shift, and with paid overtime where that costs less than one more duty or no
 * vehicle is left; the cheaper packing counts, the first one when they cost the same. Without `severalTripsPerDuty` every line is a duty.
 */
export function packDuties(problem: Problem, trips: readonly Trip[]): number[][] {
  if (!problem.severalTripsPerDuty) return trips.map((_, index) => [index]);
  const order = trips.map((_, index) => index);
  order.sort((left, right) => trips[right]!.durationS - trips[left]!.durationS || left - right);
  const withinShift = pack(problem, trips, order, false);
  const withOvertime = pack(problem, trips, order, true);
  const saved = withinShift.excess - withOvertime.excess || withinShift.cost - withOvertime.cost;
  const { duties } = saved > 0 ? withOvertime : withinShift;
  return duties.map((duty) => [...duty.trips]);
}

const overtimeOf = ({ shiftS, overtimeCostPerHour }: ProblemVehicleType, durationS: number): number =>
  overtimeCost(shiftS, overtimeCostPerHour, durationS);

const longestOf = (problem: Problem, { maxDurationS }: ProblemVehicleType, trips: number): number =>
  longestDutyS(problem.severalTripsWithinS, maxDurationS, problem.severalTripsGapS, trips);

function pack(
  problem: Problem,
  trips: readonly Trip[],
  order: readonly number[],
  mayRunOver: boolean,
): Packing {
  const duties: { trips: number[]; durationS: number; vehicleTypeIndex: number }[] = [];
  const used = new Int32Array(problem.vehicleTypes.length);
  let excess = 0;
  let cost = 0;
  for (const index of order) {
    const { vehicleTypeIndex, durationS } = trips[index]!;
    const type = problem.vehicleTypes[vehicleTypeIndex]!;
    const isUsedUp = used[vehicleTypeIndex]! >= (type.count ?? Number.POSITIVE_INFINITY);
    let best: (typeof duties)[number] | null = null;
    let least = isUsedUp ? Number.POSITIVE_INFINITY : Math.max(type.fixedCost, 1);
    for (const duty of duties) {
      if (duty.vehicleTypeIndex !== vehicleTypeIndex) continue;
      const togetherS = duty.durationS + durationS;
      if (togetherS > longestOf(problem, type, duty.trips.length + 1)) continue;
      if (togetherS > type.shiftS && !mayRunOver) continue;
      const growth = overtimeOf(type, togetherS) - overtimeOf(type, duty.durationS);
      if (growth > least || (growth === least && (best === null || duty.durationS <= best.durationS)))
        continue;
      best = duty;
      least = growth;
    }
    if (best) {
      best.trips.push(index);
      best.durationS += durationS;
      cost += least;
      continue;
    }
    duties.push({ trips: [index], durationS, vehicleTypeIndex });
    cost += type.fixedCost + overtimeOf(type, durationS);
    used[vehicleTypeIndex]!++;
    if (isUsedUp) excess++;
  }
  return { duties, excess, cost };
}
