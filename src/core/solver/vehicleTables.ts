import { noLimit, type Problem } from '../model/problem.ts';

/** Vehicle types as columns, for the inner loops. Costs per metre and per second, not rounded. */
export interface VehicleTables {
  readonly count: number;
  readonly profile: Int32Array;
  readonly costPerM: Float64Array;
  readonly costPerS: Float64Array;
  readonly overtimePerS: Float64Array;
  readonly shiftS: Float64Array;
  readonly maxDurationS: Float64Array;
  readonly maxLengthM: Float64Array;
  readonly loadingS: Float64Array;
  /** Paid once per line; 0 when lines share duties. */
  readonly fixedPerLine: Float64Array;
  /** Part of a duty's fixed cost that a second on the road stands for; 0 when every line is a duty. */
  readonly dutyPerS: Float64Array;
  /** What is left of it, charged by the search for beginning a line. */
  readonly dutyPerLine: Float64Array;
  /** What every second on the road costs at least, the duty's share included. */
  readonly leastPerS: Float64Array;
  /** Entry [type * dimensionCount + dimension]. */
  readonly capacity: Int32Array;
  /** Types with the same roads, depots and loading: a line changes between them without being driven again. */
  readonly siblings: readonly (readonly number[])[];
}

/** With the share of a duty's fixed cost that goes by time (see `dutyShareByTime`). */
export function vehicleTables(problem: Problem, dutyShareByTime: number): VehicleTables {
  const types = problem.vehicleTypes;
  const isShared = problem.severalTripsPerDuty;
  const column = (value: (type: (typeof types)[number]) => number): Float64Array =>
    Float64Array.from(types, value);
  const dutyPerS = ({ shiftS, maxDurationS, fixedCost }: (typeof types)[number]): number => {
    const limitS = Math.min(shiftS, maxDurationS);
    return isShared && limitS < noLimit ? (dutyShareByTime * fixedCost) / Math.max(1, limitS) : 0;
  };
  return {
    count: types.length,
    profile: Int32Array.from(types, (type) => type.profileIndex),
    costPerM: column((type) => type.costPerKm / 1000),
    costPerS: column((type) => type.costPerHour / 3600),
    overtimePerS: column((type) => type.overtimeCostPerHour / 3600),
    shiftS: column((type) => type.shiftS),
    maxDurationS: column((type) => type.maxDurationS),
    maxLengthM: column((type) => type.maxLengthM),
    loadingS: column((type) => type.loadingS),
    fixedPerLine: column((type) => (isShared ? 0 : type.fixedCost)),
    dutyPerS: column(dutyPerS),
    dutyPerLine: column((type) => (isShared ? (1 - dutyShareByTime) * type.fixedCost : 0)),
    leastPerS: column((type) => type.costPerHour / 3600 + dutyPerS(type)),
    capacity: Int32Array.from(types.flatMap((type) => [...type.capacity])),
    siblings: types.map((type, index) =>
      types.flatMap((other, otherIndex) =>
        otherIndex !== index &&
        other.profileIndex === type.profileIndex &&
        other.startDepotIndex === type.startDepotIndex &&
        other.endDepotIndex === type.endDepotIndex &&
        other.loadingS === type.loadingS
          ? [otherIndex]
          : [],
      ),
    ),
  };
}
