import { invariant } from '../result.ts';

/**
 * The line-assignment problem as the solver sees it: indices and integers only, frozen.
 * Units: costs in milli-yuan (or the unit of a benchmark instance), lengths in metres, times in seconds, loads in
 * parcels, kg or litres. Locations are numbered depots first, then stops: location = depotCount + stopIndex.
 *
 * Cost of a line = fixedCost + round(lengthM * costPerKm / 1000) + round(durationS * costPerHour / 3600)
 *   + round(max(0, durationS - shiftS) * overtimeCostPerHour / 3600) + the visitCost of its stops.
 * Duration of a line = loadingS + driving + service + waiting at windows + breakS for every full drivingS of driving
 * before its last leg ends. It is the shortest the windows allow; breaks are counted, not placed against windows.
 */

/** No limit, for capacities, lengths, durations and windows. */
export const noLimit = 0x3fffffff;

/** Travel of one class of vehicle: row-major tables over all locations; `unreachable` marks a forbidden pair. */
export interface TravelProfile {
  readonly lengthM: Int32Array;
  readonly durationS: Int32Array;
}

export interface ProblemVehicleType {
  /** null = as many as wanted. */
  readonly count: number | null;
  readonly profileIndex: number;
  /** One entry per capacity dimension. */
  readonly capacity: readonly number[];
  /** Vehicle-day and duty, paid once per line (once per duty when `severalTripsPerDuty`). */
  readonly fixedCost: number;
  readonly costPerKm: number;
  readonly costPerHour: number;
  readonly overtimeCostPerHour: number;
  /** Soft: beyond it overtime is paid. */
  readonly shiftS: number;
  /** Hard: shift and overtime together. */
  readonly maxDurationS: number;
  readonly maxLengthM: number;
  /** null = open: the line starts at its first stop (the driver lives there). */
  readonly startDepotIndex: number | null;
  /** null = open: the line ends at its last stop. */
  readonly endDepotIndex: number | null;
  /** Loading before departure, part of the duration. */
  readonly loadingS: number;
}

export interface ProblemStops {
  /** Entry [stopIndex * dimensionCount + dimension]; all deliveries are aboard when the line leaves. */
  readonly delivery: Int32Array;
  readonly pickup: Int32Array;
  readonly serviceS: Int32Array;
  readonly visitCost: Int32Array;
  /** Cost of leaving the stop out; `mandatory` = it is left out only when it cannot be served. */
  readonly skipCost: Int32Array;
  /** Township of the stop, an index of `groupSplitCost`; -1 = none. */
  readonly groupIndex: Int32Array;
}
export const mandatory = -1;

/** A break of breakS falls due each time drivingS have been driven; null = no rule. */
export interface BreakRule {
  readonly drivingS: number;
  readonly breakS: number;
}

/** cost: least cost. minMax: shortest longest line by the measure, then least cost. */
export type Objective =
  | { readonly kind: 'cost' }
  | { readonly kind: 'minMax'; readonly measure: 'length' | 'duration' };

/** Cost per unit of difference between the line with most and the line with least of the measure. */
export interface BalanceRule {
  readonly measure: 'duration' | 'load' | 'stops';
  /** Per hour, per unit of the first capacity dimension (delivery + pickup), or per stop. */
  readonly costPerUnit: number;
}

/** Part of the plan that must stay as it is. */
export interface LockedLine {
  readonly vehicleTypeIndex: number;
  /** Stops that belong to this line, in their present order. */
  readonly stops: readonly number[];
  /** stops: they stay on this line, in any order, with others; sequence: they also stay one behind the other; line: exactly this line. */
  readonly keep: 'stops' | 'sequence' | 'line';
}

export interface Problem {
  readonly depotCount: number;
  readonly stopCount: number;
  readonly dimensionCount: number;
  readonly profiles: readonly TravelProfile[];
  readonly vehicleTypes: readonly ProblemVehicleType[];
  readonly stops: ProblemStops;
  /** By location, seconds; service may begin within [open, close]; a line leaves and returns within its depots' windows. */
  readonly windowOpenS: Int32Array;
  readonly windowCloseS: Int32Array;
  /** Cost of every line beyond the first that calls at a stop of the group. */
  readonly groupSplitCost: Int32Array;
  readonly breakRule: BreakRule | null;
  readonly minLines: number;
  /** null = left to the solver. */
  readonly maxLines: number | null;
  readonly objective: Objective;
  readonly balance: BalanceRule | null;
  /** Cost per km of the longest way from one stop of a line to another of the same line, summed over lines; 0 = off. */
  readonly compactnessCostPerKm: number;
  readonly lockedLines: readonly LockedLine[];
  /** Lines are packed into duties: fixedCost and overtime are paid per duty, whose trips fit one maxDurationS together. */
  readonly severalTripsPerDuty: boolean;
  /** Several trips of one duty take no longer than this together, besides the shift. */
  readonly severalTripsWithinS: number;
  /** Between two trips of a duty as much may pass, which their sum must leave of maxDurationS. */
  readonly severalTripsGapS: number;
}

/** What a caller writes down; everything left out is off. */
export interface StopDraft {
  readonly delivery?: readonly number[];
  readonly pickup?: readonly number[];
  readonly serviceS?: number;
  readonly visitCost?: number;
  /** Left out = the stop is mandatory. */
  readonly skipCost?: number;
  readonly groupIndex?: number;
  readonly windowS?: readonly [open: number, close: number];
}
export type VehicleTypeDraft = Partial<ProblemVehicleType>;
export interface ProblemDraft {
  readonly depotCount?: number;
  readonly stops: readonly StopDraft[];
  readonly profiles: readonly TravelProfile[];
  readonly vehicleTypes: readonly VehicleTypeDraft[];
  readonly dimensionCount?: number;
  readonly depotWindowsS?: readonly (readonly [open: number, close: number])[];
  readonly groupSplitCost?: readonly number[];
  readonly breakRule?: BreakRule | null;
  readonly minLines?: number;
  readonly maxLines?: number | null;
  readonly objective?: Objective;
  readonly balance?: BalanceRule | null;
  readonly compactnessCostPerKm?: number;
  readonly lockedLines?: readonly LockedLine[];
  readonly severalTripsPerDuty?: boolean;
  readonly severalTripsWithinS?: number;
  readonly severalTripsGapS?: number;
}

const isWhole = (value: number): boolean => Number.isInteger(value) && Math.abs(value) <= noLimit;

/** Fills a draft with defaults, checks that it is whole-numbered and well-formed, and freezes it. Throws on a malformed draft. */
export function createProblem(draft: ProblemDraft): Problem {
  const depotCount = draft.depotCount ?? 1;
  const stopCount = draft.stops.length;
  const dimensionCount = draft.dimensionCount ?? 1;
  const locationCount = depotCount + stopCount;
  for (const profile of draft.profiles) {
    invariant(
      profile.lengthM.length === locationCount * locationCount &&
        profile.durationS.length === locationCount * locationCount,
      'travel tables must be square over depots and stops',
    );
  }
  const vehicleTypes = draft.vehicleTypes.map((type) => completeVehicleType(type, dimensionCount));
  invariant(vehicleTypes.length > 0, 'a problem needs a vehicle type');
  for (const type of vehicleTypes) {
    invariant(type.capacity.length === dimensionCount, 'one capacity per dimension');
    invariant(type.profileIndex < draft.profiles.length, 'vehicle type without travel profile');
    for (const depot of [type.startDepotIndex, type.endDepotIndex])
      invariant(depot === null || (depot >= 0 && depot < depotCount), 'unknown depot');
  }
  const groupSplitCost = Int32Array.from(draft.groupSplitCost ?? []);
  const stops = completeStops(draft.stops, dimensionCount, groupSplitCost.length);
  const windowOpenS = new Int32Array(locationCount);
  const windowCloseS = new Int32Array(locationCount).fill(noLimit);
  for (const [index, window] of (draft.depotWindowsS ?? []).entries())
    [windowOpenS[index], windowCloseS[index]] = window;
  for (const [index, stop] of draft.stops.entries())
    if (stop.windowS) [windowOpenS[depotCount + index], windowCloseS[depotCount + index]] = stop.windowS;
  const minLines = draft.minLines ?? 0;
  const maxLines = draft.maxLines ?? null;
  invariant(maxLines === null || maxLines >= minLines, 'more lines asked for than allowed');
  return Object.freeze({
    depotCount,
    stopCount,
    dimensionCount,
    profiles: draft.profiles,
    vehicleTypes,
    stops,
    windowOpenS,
    windowCloseS,
    groupSplitCost,
    breakRule: draft.breakRule ?? null,
    minLines,
    maxLines,
    objective: draft.objective ?? ({ kind: 'cost' } as const),
    balance: draft.balance ?? null,
    compactnessCostPerKm: draft.compactnessCostPerKm ?? 0,
    lockedLines: draft.lockedLines ?? [],
    severalTripsPerDuty: draft.severalTripsPerDuty ?? false,
    severalTripsWithinS: draft.severalTripsWithinS ?? noLimit,
    severalTripsGapS: draft.severalTripsGapS ?? 0,
  });
}

function completeVehicleType(type: VehicleTypeDraft, dimensionCount: number): ProblemVehicleType {
  const complete: ProblemVehicleType = {
    count: null,
    profileIndex: 0,
    capacity: new Array<number>(dimensionCount).fill(noLimit),
    fixedCost: 0,
    costPerKm: 1000,
    costPerHour: 0,
    overtimeCostPerHour: 0,
    shiftS: noLimit,
    maxDurationS: noLimit,
    maxLengthM: noLimit,
    startDepotIndex: 0,
    endDepotIndex: 0,
    loadingS: 0,
    ...type,
  };
  for (const value of [
    ...complete.capacity,
    complete.fixedCost,
    complete.costPerKm,
    complete.costPerHour,
    complete.overtimeCostPerHour,
    complete.shiftS,
    complete.maxDurationS,
    complete.maxLengthM,
    complete.loadingS,
    complete.count ?? 0,
  ])
    invariant(isWhole(value) && value >= 0, 'vehicle types hold whole numbers from 0 to noLimit');
  return Object.freeze(complete);
}

function completeStops(
  drafts: readonly StopDraft[],
  dimensionCount: number,
  groupCount: number,
): ProblemStops {
  const stops = {
    delivery: new Int32Array(drafts.length * dimensionCount),
    pickup: new Int32Array(drafts.length * dimensionCount),
    serviceS: new Int32Array(drafts.length),
    visitCost: new Int32Array(drafts.length),
    skipCost: new Int32Array(drafts.length).fill(mandatory),
    groupIndex: new Int32Array(drafts.length).fill(-1),
  };
  for (const [index, draft] of drafts.entries()) {
    for (let dimension = 0; dimension < dimensionCount; dimension++) {
      const delivery = draft.delivery?.[dimension] ?? 0;
      const pickup = draft.pickup?.[dimension] ?? 0;
      invariant(isWhole(delivery) && isWhole(pickup) && delivery >= 0 && pickup >= 0, 'loads are whole');
      stops.delivery[index * dimensionCount + dimension] = delivery;
      stops.pickup[index * dimensionCount + dimension] = pickup;
    }
    const serviceS = draft.serviceS ?? 0;
    const skipCost = draft.skipCost ?? mandatory;
    const groupIndex = draft.groupIndex ?? -1;
    invariant(isWhole(serviceS) && serviceS >= 0 && isWhole(skipCost), 'stop times and costs are whole');
    invariant(groupIndex >= -1 && groupIndex < groupCount, 'unknown group');
    stops.serviceS[index] = serviceS;
    stops.visitCost[index] = draft.visitCost ?? 0;
    stops.skipCost[index] = skipCost;
    stops.groupIndex[index] = groupIndex;
  }
  return stops;
}
