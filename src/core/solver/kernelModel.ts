import { mandatory, noLimit, type Problem } from '../model/problem.ts';
import { unreachable } from '../model/travel.ts';
import { endsBeside, nearestTasks } from './neighbours.ts';
import { nearbyOrder } from './stopOrder.ts';
import { type VehicleTables, vehicleTables } from './vehicleTables.ts';

/** How line durations are tracked: not at all, as plain sums, or by concatenating segments with windows. */
export type DurationMode = 'none' | 'sum' | 'windows';

/**
 * A problem laid out for the inner loops. Places: tasks 0..n-1 (a task is a stop, or stops locked in sequence), then
 * depots, then one place without distance for open ends. Tables are row-major with `width` columns.
 */
export interface KernelModel {
  readonly problem: Problem;
  readonly n: number;
  readonly width: number;
  /** Stops of each task in order. */
  readonly taskStops: readonly (readonly number[])[];
  readonly taskOfStop: Int32Array;
  /** Per profile; the transposed tables are the same object when symmetric. */
  readonly lengths: readonly Int32Array[];
  readonly lengthsT: readonly Int32Array[];
  readonly durations: readonly Int32Array[];
  readonly durationsT: readonly Int32Array[];
  /** Loads per task and dimension: all delivered, all picked up, highest load within the task. */
  readonly delivery: Int32Array;
  readonly pickup: Int32Array;
  readonly peak: Int32Array;
  /** Time segment of each task: duration, earliest and latest start (windows mode), driving inside the task. */
  readonly taskDurationS: Int32Array;
  readonly taskEarliestS: Int32Array;
  readonly taskLatestS: Int32Array;
  readonly innerLengthM: readonly Int32Array[];
  readonly innerDrivingS: readonly Int32Array[];
  /** Service of each task without the driving inside it. */
  readonly taskServiceS: Int32Array;
  readonly vehicles: VehicleTables;
  readonly visitCost: Int32Array;
  readonly skipCost: Int32Array;
  readonly group: Int32Array;
  /** Other tasks by least distance over all profiles, nearest first: entry [task * neighbourCount + rank]. */
  readonly neighbourCount: number;
  readonly neighbours: Int32Array;
  /**
   * Same layout: least length of the ways from the task to both ends of a place beside the neighbour (see `endsBeside`).
   */
  readonly endsBesideM: Int32Array;
  readonly startPlace: Int32Array;
  readonly endPlace: Int32Array;
  readonly typeLimit: Int32Array;
  readonly maxLines: number;
  /** True when cost is length only, one type, one dimension, no other rule: the short inner loop applies. */
  readonly isPlain: boolean;
  readonly durationMode: DurationMode;
  /** Whether pickups can matter (see `pickupMatters`). */
  readonly hasPickup: boolean;
  readonly hasGroups: boolean;
  readonly hasForbiddenLegs: boolean;
  /** Line a task is bound to, -1 = free. */
  readonly boundLine: Int32Array;
}

/** Tables of so many tasks do not fit into the processor's fast cache. */
const manyTasks = 350;

/** With many tasks the far ones are hardly ever asked for, and shorter lists stay in the processor's cache. */
const neighbourLimit = (n: number): number => (n > manyTasks ? 60 : 100);

/** Models built, by problem and share of a duty's cost that goes by time: several searches of one problem share one. */
const built = new WeakMap<Problem, Map<number, KernelModel>>();

/** The problem laid out, built once. */
export function kernelModelOf(problem: Problem, dutyShareByTime = 1): KernelModel {
  const models = built.get(problem) ?? new Map<number, KernelModel>();
  const model = models.get(dutyShareByTime) ?? buildKernelModel(problem, dutyShareByTime);
  built.set(problem, models.set(dutyShareByTime, model));
  return model;
}

export function buildKernelModel(problem: Problem, dutyShareByTime = 1): KernelModel {
  const { depotCount, stopCount, dimensionCount, stops } = problem;
  const taskStops = gatherTasks(problem);
  const n = taskStops.length;
  const width = n + depotCount + 1;
  const tables = problem.profiles.map((profile) => {
    const length = contract(profile.lengthM, problem, taskStops, width);
    const isSame = profile.durationS === profile.lengthM;
    return { length, duration: isSame ? length : contract(profile.durationS, problem, taskStops, width) };
  });
  const lengths = tables.map((table) => table.length);
  const durations = tables.map((table) => table.duration);

  const delivery = new Int32Array(n * dimensionCount);
  const pickup = new Int32Array(n * dimensionCount);
  const peak = new Int32Array(n * dimensionCount);
  const visitCost = new Int32Array(n);
  const skipCost = new Int32Array(n);
  const group = new Int32Array(n).fill(-1);
  for (const [task, members] of taskStops.entries()) {
    for (let dimension = 0; dimension < dimensionCount; dimension++) {
      let delivered = 0;
      let pickedUp = 0;
      let highest = 0;
      for (const stop of members) {
        const down = stops.delivery[stop * dimensionCount + dimension]!;
        const up = stops.pickup[stop * dimensionCount + dimension]!;
        highest = Math.max(highest + down, pickedUp + up, delivered + down);
        delivered += down;
        pickedUp += up;
      }
      delivery[task * dimensionCount + dimension] = delivered;
      pickup[task * dimensionCount + dimension] = pickedUp;
      peak[task * dimensionCount + dimension] = Math.max(highest, pickedUp);
    }
    for (const stop of members) visitCost[task] = visitCost[task]! + stops.visitCost[stop]!;
    skipCost[task] = members.length === 1 ? stops.skipCost[members[0]!]! : mandatory;
    group[task] = stops.groupIndex[members[0]!]!;
  }

  const times = taskTimes(problem, taskStops);
  const types = problem.vehicleTypes;
  const usesWindows = times.hasWindows;
  const usesDurations =
    usesWindows ||
    problem.severalTripsPerDuty ||
    (problem.objective.kind === 'minMax' && problem.objective.measure === 'duration') ||
    problem.balance?.measure === 'duration' ||
    types.some(
      (type) =>
        type.costPerHour > 0 ||
        type.maxDurationS < noLimit ||
        (type.overtimeCostPerHour > 0 && type.shiftS < noLimit),
    );
  const durationMode: DurationMode = usesWindows ? 'windows' : usesDurations ? 'sum' : 'none';
  const hasPickup = pickupMatters(problem);
  const hasGroups = problem.groupSplitCost.some((cost) => cost > 0);
  const hasForbiddenLegs = lengths.some(hasUnreachable);
  const isPlain =
    types.length === 1 &&
    types[0]!.startDepotIndex !== null &&
    types[0]!.endDepotIndex !== null &&
    types[0]!.maxLengthM >= noLimit &&
    dimensionCount === 1 &&
    durationMode === 'none' &&
    !hasPickup &&
    !hasGroups &&
    !hasForbiddenLegs &&
    problem.objective.kind === 'cost' &&
    problem.balance === null &&
    problem.compactnessCostPerKm === 0 &&
    problem.lockedLines.length === 0 &&
    !problem.severalTripsPerDuty;

  const neighbourCount = Math.max(0, Math.min(n - 1, neighbourLimit(n)));
  const boundLine = new Int32Array(n).fill(-1);
  const taskOfStop = new Int32Array(stopCount);
  for (const [task, members] of taskStops.entries()) for (const stop of members) taskOfStop[stop] = task;
  for (const [line, locked] of problem.lockedLines.entries())
    for (const stop of locked.stops) boundLine[taskOfStop[stop]!] = line;

  const lengthsT = lengths.map((table) => transposed(table, width));
  const least = leastOf(lengths);
  const leastT = least === lengths[0] ? lengthsT[0]! : leastOf(lengthsT);
  const startPlace = Int32Array.from(types, (type) => n + (type.startDepotIndex ?? depotCount));
  const endPlace = Int32Array.from(types, (type) => n + (type.endDepotIndex ?? depotCount));
  const neighbours = nearestTasks(problem, taskStops, least, leastT, durations[0]!, width, neighbourCount);
  return {
    problem,
    n,
    width,
    taskStops,
    taskOfStop,
    lengths,
    lengthsT,
    durations,
    durationsT: durations.map((table, profile) =>
      table === lengths[profile] ? lengthsT[profile]! : transposed(table, width),
    ),
    delivery,
    pickup,
    peak,
    ...times,
    innerLengthM: problem.profiles.map((profile) => innerSums(profile.lengthM, problem, taskStops)),
    innerDrivingS: problem.profiles.map((profile) => innerSums(profile.durationS, problem, taskStops)),
    taskServiceS: Int32Array.from(taskStops, (members) =>
      members.reduce((sum, stop) => sum + stops.serviceS[stop]!, 0),
    ),
    vehicles: vehicleTables(problem, dutyShareByTime),
    visitCost,
    skipCost,
    group,
    neighbourCount,
    neighbours,
    endsBesideM: endsBeside({ n, width, neighbours }, [...startPlace, ...endPlace], least, leastT),
    startPlace,
    endPlace,
    // With several trips per duty the count limits duties, which are packed when a plan is measured.
    typeLimit: Int32Array.from(types, (type) =>
      problem.severalTripsPerDuty ? noLimit : (type.count ?? noLimit),
    ),
    maxLines: problem.maxLines ?? noLimit,
    isPlain,
    durationMode,
    hasPickup,
    hasGroups,
    hasForbiddenLegs,
    boundLine,
  };
}

/**
 * A vehicle that nowhere takes up more than it hands over is fullest when it sets out: then deliveries alone decide
 * what it can hold, and pickups count only where lines are balanced by load.
 */
function pickupMatters({ stops, balance }: Problem): boolean {
  const { delivery, pickup } = stops;
  if (balance?.measure === 'load') return pickup.some((load) => load > 0);
  return pickup.some((load, item) => load > delivery[item]!);
}

/** Entry by entry the least of several tables: no vehicle type is nearer. */
function leastOf(tables: readonly Int32Array[]): Int32Array {
  const [first, ...others] = tables;
  if (others.length === 0) return first!;
  const least = first!.slice();
  for (const table of others)
    for (let cell = 0; cell < least.length; cell++)
      if (table[cell]! < least[cell]!) least[cell] = table[cell]!;
  return least;
}

/**
 * One task per stop, where there are many in an order that keeps near ones together; stops locked in sequence (or with
 * their whole line) form one task.
 */
function gatherTasks(problem: Problem): number[][] {
  if (problem.stopCount > manyTasks && problem.lockedLines.length === 0)
    return Array.from(nearbyOrder(problem), (stop) => [stop]);
  const taken = new Uint8Array(problem.stopCount);
  const tasks: number[][] = [];
  for (const line of problem.lockedLines) {
    if (line.keep === 'stops' || line.stops.length === 0) continue;
    tasks.push([...line.stops]);
    for (const stop of line.stops) taken[stop] = 1;
  }
  for (let stop = 0; stop < problem.stopCount; stop++) if (!taken[stop]) tasks.push([stop]);
  return tasks;
}

function contract(
  table: Int32Array,
  problem: Problem,
  taskStops: readonly (readonly number[])[],
  width: number,
): Int32Array {
  const { depotCount } = problem;
  const size = depotCount + problem.stopCount;
  const n = taskStops.length;
  const firstOf = new Int32Array(width - 1);
  const lastOf = new Int32Array(width - 1);
  for (const [task, members] of taskStops.entries()) {
    firstOf[task] = depotCount + members[0]!;
    lastOf[task] = depotCount + members[members.length - 1]!;
  }
  for (let depot = 0; depot < depotCount; depot++) {
    firstOf[n + depot] = depot;
    lastOf[n + depot] = depot;
  }
  const isPlainOrder = n === problem.stopCount && taskStops.every((members, task) => members[0] === task);
  const contracted = new Int32Array(width * width);
  for (let from = 0; from < width - 1; from++) {
    const source = lastOf[from]! * size;
    if (isPlainOrder) {
      // No stops are joined: a row keeps its order, stops before depots.
      contracted.set(table.subarray(source + depotCount, source + size), from * width);
      contracted.set(table.subarray(source, source + depotCount), from * width + n);
    } else
      for (let to = 0; to < width - 1; to++) contracted[from * width + to] = table[source + firstOf[to]!]!;
    contracted[from * width + from] = 0;
  }
  return contracted;
}

function innerSums(
  table: Int32Array,
  problem: Problem,
  taskStops: readonly (readonly number[])[],
): Int32Array {
  const size = problem.depotCount + problem.stopCount;
  return Int32Array.from(taskStops, (members) => {
    let sum = 0;
    for (let index = 1; index < members.length; index++)
      sum += table[(problem.depotCount + members[index - 1]!) * size + problem.depotCount + members[index]!]!;
    return sum;
  });
}

function hasUnreachable(table: Int32Array): boolean {
  for (let cell = 0; cell < table.length; cell++) if (table[cell]! >= unreachable) return true;
  return false;
}

/** By blocks, so that a column's cache lines are used before they are dropped. */
function isSymmetric(table: Int32Array, width: number): boolean {
  const block = 32;
  for (let top = 0; top < width; top += block)
    for (let left = 0; left <= top; left += block)
      for (let row = top; row < Math.min(top + block, width); row++)
        for (let column = left; column < Math.min(left + block, row); column++)
          if (table[row * width + column]! !== table[column * width + row]!) return false;
  return true;
}

function transposed(table: Int32Array, width: number): Int32Array {
  if (isSymmetric(table, width)) return table;
  const other = new Int32Array(table.length);
  for (let row = 0; row < width; row++)
    for (let column = 0; column < width; column++) other[column * width + row] = table[row * width + column]!;
  return other;
}

/** Time segments of the tasks (duration, earliest and latest start without waiting), by profile 0 inside a task. */
function taskTimes(problem: Problem, taskStops: readonly (readonly number[])[]) {
  const { depotCount, stopCount, windowOpenS, windowCloseS, stops } = problem;
  const size = depotCount + stopCount;
  const n = taskStops.length;
  const taskDurationS = new Int32Array(n);
  const taskEarliestS = new Int32Array(n);
  const taskLatestS = new Int32Array(n);
  let hasWindows = false;
  for (let location = 0; location < size; location++)
    if (windowOpenS[location]! > 0 || windowCloseS[location]! < noLimit) hasWindows = true;
  const drive = problem.profiles[0]!.durationS;
  for (const [task, members] of taskStops.entries()) {
    let duration = 0;
    let earliest = 0;
    let latest = noLimit;
    for (const [index, stop] of members.entries()) {
      const place = depotCount + stop;
      const shift = index === 0 ? 0 : duration + drive[(depotCount + members[index - 1]!) * size + place]!;
      const open = windowOpenS[place]!;
      const close = windowCloseS[place]!;
      if (index === 0) {
        earliest = open;
        latest = close;
        duration = stops.serviceS[stop]!;
      } else {
        const wait = Math.max(0, open - shift - latest);
        duration = shift + wait + stops.serviceS[stop]!;
        earliest = Math.max(open - shift, earliest) - wait;
        latest = Math.min(close - shift, latest);
      }
    }
    taskDurationS[task] = duration;
    taskEarliestS[task] = earliest;
    taskLatestS[task] = latest;
  }
  return { taskDurationS, taskEarliestS, taskLatestS, hasWindows };
}
