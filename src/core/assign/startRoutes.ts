import type { StationId, VehicleTypeId } from '../model/ids.ts';
import type { PlannedLine } from '../model/plan.ts';
import type { LockedLine, Problem } from '../model/problem.ts';
import type { Solution, SolutionRoute } from '../model/solution.ts';
import { lineSums } from '../solver/lineSums.ts';
import type { AssignmentProblem, AssignmentTask } from './buildProblem.ts';

/** Shares of parts add up to a whole but for rounding. */
const hair = 1e-9;

/**
 * Lines of a plan as routes to start a search from. Locked stops are put on the line of their lock, whatever the plan
 * says; stations the plan does not hold are left for the search to insert. null where the plan has no line of the task.
 */
export function startRoutes(
  lines: readonly PlannedLine[],
  task: Pick<AssignmentTask, 'originId'>,
  { problem, calls, vehicleTypes }: AssignmentProblem,
): Solution | null {
  if (!problem) return null;
  const { lockedLines } = problem;
  const lockOf = new Map(lockedLines.flatMap((lock) => lock.stops.map((stop) => [stop, lock] as const)));
  const taken = new Set<number>();
  const callOf = (stationId: StationId): number =>
    calls.findIndex((call, index) => call.stationId === stationId && !taken.has(index));
  const typeIndex = (id: VehicleTypeId): number => vehicleTypes.findIndex((type) => type.id === id);

  const routes: SolutionRoute[] = [];
  const kept = new Map<LockedLine, number>();
  for (const line of lines) {
    const vehicleTypeIndex = typeIndex(line.vehicleTypeId);
    if (line.originId !== task.originId || vehicleTypeIndex < 0) continue;
    const stops: number[] = [];
    for (const [index, stationId] of line.stopIds.entries()) {
      let leftShare = line.stopShares?.[index] ?? 1;
      for (let call = callOf(stationId); call >= 0 && leftShare > hair; call = callOf(stationId)) {
        taken.add(call);
        stops.push(call);
        leftShare -= calls[call]!.share;
      }
    }
    const lock = stops.map((stop) => lockOf.get(stop)).find((each) => each && !kept.has(each));
    const own = stops.filter((stop) => {
      const other = lockOf.get(stop);
      return other === undefined ? lock?.keep !== 'line' : other === lock;
    });
    if (lock) kept.set(lock, routes.length);
    if (own.length === 0) continue;
    const type = lock?.vehicleTypeIndex ?? vehicleTypeIndex;
    const placed = lock && !holds(lock, own) ? [...lock.stops] : own;
    routes.push({
      vehicleTypeIndex: type,
      startDepotIndex: 0,
      stops: withinLimits(problem, type, placed, (stop) => lockOf.has(stop)),
    });
  }
  if (routes.length === 0) return null;
  for (const lock of lockedLines)
    if (!kept.has(lock))
      routes.push({ vehicleTypeIndex: lock.vehicleTypeIndex, startDepotIndex: 0, stops: [...lock.stops] });
  return {
    routes,
    unserved: [],
    cost: 0,
    components: { fixed: 0, distance: 0, time: 0, overtime: 0, visits: 0, penalties: 0 },
    longestLengthM: 0,
    longestDurationS: 0,
    duties: routes.map((_, index) => [index]),
    missingVehicles: 0,
    iterations: 0,
    lowerBound: null,
  };
}

/**
 * A search never gives up a plan that breaks a limit for one that is dearer, so it must not start from one: stops that are
 * not locked leave a line until the rest keeps its limits, those first whose leaving shortens it most.
 */
function withinLimits(
  problem: Problem,
  vehicleTypeIndex: number,
  given: readonly number[],
  isLocked: (stop: number) => boolean,
): number[] {
  const type = problem.vehicleTypes[vehicleTypeIndex]!;
  let stops = [...given];
  for (;;) {
    const { isReachable, isInTime, peakLoad, lengthM, durationS } = lineSums(
      problem,
      vehicleTypeIndex,
      stops,
    );
    const fits =
      isReachable &&
      isInTime &&
      lengthM <= type.maxLengthM &&
      durationS <= type.maxDurationS &&
      peakLoad.every((load, dimension) => load <= type.capacity[dimension]!);
    if (fits) return stops;
    const shorter = stops
      .filter((stop) => !isLocked(stop))
      .map((stop) => stops.filter((each) => each !== stop))
      .filter((rest) => rest.length > 0)
      .map((rest) => ({ rest, durationS: lineSums(problem, vehicleTypeIndex, rest).durationS }))
      .toSorted((left, right) => left.durationS - right.durationS)[0];
    if (!shorter) return stops;
    stops = shorter.rest;
  }
}

/** All stops of the lock are there; in sequence and whole lines also one behind the other. */
function holds(lock: LockedLine, stops: readonly number[]): boolean {
  if (lock.keep === 'stops') return lock.stops.every((stop) => stops.includes(stop));
  const at = stops.indexOf(lock.stops[0]!);
  return at >= 0 && lock.stops.every((stop, index) => stops[at + index] === stop);
}
