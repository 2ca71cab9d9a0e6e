/// <reference path="./numberTypes.d.ts" />
/** How line durations are tracked: not at all, as plain sums, or by concatenating segments with windows. */
export const untimed: i32 = 0;
export const timesAdd: i32 = 1;
export const timesHaveWindows: i32 = 2;

/** What balance between lines is measured by. */
export const balancesNothing: i32 = 0;
export const balancesDuration: i32 = 1;
export const balancesStops: i32 = 2;
export const balancesLoad: i32 = 3;

/** Metres and seconds between places without a way (as `unreachable` of the travel tables). */
export const wayless: i32 = 4_000_000;

const none = new Int32Array(0);
const noCosts = new Float64Array(0);

/**
 * All the search reads of a problem, flat: whole numbers and tables only, so that it can be laid into the memory of
 * the compiled kernel field by field (`compiledSearch.ts`). Filled by `searchTables`; meanings as in `KernelModel`.
 * Tables by profile: entry [profile * cells + from * width + to], or [profile * n + task].
 */
export class SearchTables {
  n: i32 = 0;
  width: i32 = 0;
  /** Cells of one table, width squared. */
  cells: i32 = 0;
  stopCount: i32 = 0;
  dimensionCount: i32 = 0;
  vehicleCount: i32 = 0;
  groupCount: i32 = 0;
  lockedCount: i32 = 0;
  neighbourCount: i32 = 0;
  minLines: i32 = 0;
  maxLines: i32 = 0;
  durationMode: i32 = 0;
  isPlain: i32 = 0;
  hasPickup: i32 = 0;
  hasGroups: i32 = 0;
  hasForbiddenLegs: i32 = 0;
  /** Whether the longest line is to be short, and by what it is measured. */
  isMinMax: i32 = 0;
  measuresLength: i32 = 0;
  hasSiblings: i32 = 0;
  sharesDuties: i32 = 0;
  severalTripsWithinS: i32 = 0;
  severalTripsGapS: i32 = 0;
  hasBreaks: i32 = 0;
  breakAfterS: i32 = 0;
  breakS: i32 = 0;
  balanceMeasure: i32 = 0;

  lengths: Int32Array = none;
  lengthsT: Int32Array = none;
  durations: Int32Array = none;
  durationsT: Int32Array = none;
  innerLengthM: Int32Array = none;
  innerDrivingS: Int32Array = none;
  delivery: Int32Array = none;
  pickup: Int32Array = none;
  peak: Int32Array = none;
  taskDurationS: Int32Array = none;
  taskEarliestS: Int32Array = none;
  taskLatestS: Int32Array = none;
  taskServiceS: Int32Array = none;
  /** Stops of each task. */
  taskStopCount: Int32Array = none;
  visitCost: Int32Array = none;
  skipCost: Int32Array = none;
  group: Int32Array = none;
  groupSplitCost: Int32Array = none;
  neighbours: Int32Array = none;
  endsBesideM: Int32Array = none;
  /** One entry each. */
  balanceCostPerUnit: Float64Array = noCosts;
  compactnessCostPerKm: Float64Array = noCosts;
  /** Line a task is bound to, -1 = free; vehicle type of each locked line, and whether it stays as it is. */
  boundLine: Int32Array = none;
  lockedType: Int32Array = none;
  lockedWhole: Int32Array = none;

  /** By vehicle type; a line that starts or ends anywhere has boundless opening hours there. */
  startPlace: Int32Array = none;
  endPlace: Int32Array = none;
  startOpenS: Int32Array = none;
  startCloseS: Int32Array = none;
  /** When loading may begin for a start within the opening hours. */
  loadFromS: Int32Array = none;
  loadByS: Int32Array = none;
  endOpenS: Int32Array = none;
  endCloseS: Int32Array = none;
  /** Lines a type may have, and duties where lines share them. */
  typeLimit: Int32Array = none;
  dutyLimit: Int32Array = none;
  profile: Int32Array = none;
  capacity: Int32Array = none;
  /** Types with the same roads, depots and loading: `siblings` from siblingStart[type] to siblingStart[type + 1]. */
  siblingStart: Int32Array = none;
  siblings: Int32Array = none;
  fixedCost: Float64Array = noCosts;
  costPerKm: Float64Array = noCosts;
  costPerHour: Float64Array = noCosts;
  overtimeCostPerHour: Float64Array = noCosts;
  costPerM: Float64Array = noCosts;
  costPerS: Float64Array = noCosts;
  overtimePerS: Float64Array = noCosts;
  shiftS: Float64Array = noCosts;
  maxDurationS: Float64Array = noCosts;
  maxLengthM: Float64Array = noCosts;
  loadingS: Float64Array = noCosts;
  fixedPerLine: Float64Array = noCosts;
  dutyPerS: Float64Array = noCosts;
  dutyPerLine: Float64Array = noCosts;
  leastPerS: Float64Array = noCosts;
}

/** Settings of the search as the kernel takes them (`AnnealingSettings`). */
export class SearchSettings {
  averageRemoved: i32 = 0;
  longestString: i32 = 0;
  radialOneIn: i32 = 0;
  wholeLinesOneIn: i32 = 0;
  granularity: i32 = 0;
  blinkOneIn: i32 = 0;
  tailMoveOneIn: i32 = 0;
  overrunS: i32 = 0;
}

/** Cost of so many seconds on the road under a vehicle type, the duty's share included. */
export function timeCostOf(tables: SearchTables, type: i32, durationS: f64): f64 {
  let cost = durationS * (tables.costPerS[type]! + tables.dutyPerS[type]!);
  if (durationS > tables.shiftS[type]!)
    cost += (durationS - tables.shiftS[type]!) * tables.overtimePerS[type]!;
  return cost;
}
