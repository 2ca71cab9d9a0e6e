import { mandatory, type Problem } from '../model/problem.ts';
import type { CostComponents, Solution, SolutionRoute, SolutionUnserved } from '../model/solution.ts';
import { packDuties } from './duties.ts';
import { overtimeCost } from './kernel/dutyRules.ts';
import { type LineSums, lineSums } from './lineSums.ts';
import { unservedReason } from './unservedReason.ts';

/** Makes the full answer of a set of lines: exact costs by component, duties, reasons for what is left out. */
export function describeSolution(
  problem: Problem,
  lines: readonly { readonly vehicleTypeIndex: number; readonly stops: readonly number[] }[],
  iterations: number,
  lowerBound: number | null,
): Solution {
  const used = lines.filter((line) => line.stops.length > 0);
  const routes: SolutionRoute[] = used.map((line) => ({
    vehicleTypeIndex: line.vehicleTypeIndex,
    startDepotIndex: problem.vehicleTypes[line.vehicleTypeIndex]!.startDepotIndex,
    stops: [...line.stops],
  }));
  const sums = routes.map((route) => lineSums(problem, route.vehicleTypeIndex, route.stops));
  const duties = packDuties(
    problem,
    routes.map((route, index) => ({
      vehicleTypeIndex: route.vehicleTypeIndex,
      durationS: sums[index]!.durationS,
    })),
  );
  const components = costComponents(problem, routes, sums, duties);
  const isServed = new Uint8Array(problem.stopCount);
  for (const route of routes) for (const stop of route.stops) isServed[stop] = 1;
  const unserved: SolutionUnserved[] = [];
  for (let stop = 0; stop < problem.stopCount; stop++)
    if (!isServed[stop]) unserved.push(unservedReason(problem, stop, routes));
  return {
    routes,
    unserved,
    cost:
      components.fixed +
      components.distance +
      components.time +
      components.overtime +
      components.visits +
      components.penalties,
    components,
    longestLengthM: Math.max(0, ...sums.map((line) => line.lengthM)),
    longestDurationS: Math.max(0, ...sums.map((line) => line.durationS)),
    duties,
    missingVehicles: missingVehicles(problem, routes, duties),
    iterations,
    lowerBound,
  };
}

function missingVehicles(
  problem: Problem,
  routes: readonly SolutionRoute[],
  duties: readonly (readonly number[])[],
): number {
  const needed = new Int32Array(problem.vehicleTypes.length);
  for (const duty of duties) needed[routes[duty[0]!]!.vehicleTypeIndex]!++;
  return problem.vehicleTypes.reduce(
    (sum, { count }, type) => sum + (count === null ? 0 : Math.max(0, needed[type]! - count)),
    0,
  );
}

function costComponents(
  problem: Problem,
  routes: readonly SolutionRoute[],
  sums: readonly LineSums[],
  duties: readonly (readonly number[])[],
): CostComponents {
  const parts = { fixed: 0, distance: 0, time: 0, overtime: 0, visits: 0, penalties: 0 };
  for (const [index, route] of routes.entries()) {
    const type = problem.vehicleTypes[route.vehicleTypeIndex]!;
    const line = sums[index]!;
    parts.distance += Math.round((line.lengthM * type.costPerKm) / 1000);
    parts.time += Math.round((line.durationS * type.costPerHour) / 3600);
    for (const stop of route.stops) parts.visits += problem.stops.visitCost[stop]!;
    parts.penalties += spreadCost(problem, route);
  }
  for (const duty of duties) {
    const type = problem.vehicleTypes[routes[duty[0]!]!.vehicleTypeIndex]!;
    const durationS = duty.reduce((sum, index) => sum + sums[index]!.durationS, 0);
    parts.fixed += type.fixedCost;
    parts.overtime += overtimeCost(type.shiftS, type.overtimeCostPerHour, durationS);
  }
  parts.penalties +=
    skipCosts(problem, routes) + splitCosts(problem, routes) + balanceCost(problem, routes, sums);
  return parts;
}

function skipCosts(problem: Problem, routes: readonly SolutionRoute[]): number {
  const isServed = new Uint8Array(problem.stopCount);
  for (const route of routes) for (const stop of route.stops) isServed[stop] = 1;
  let cost = 0;
  for (let stop = 0; stop < problem.stopCount; stop++)
    if (!isServed[stop] && problem.stops.skipCost[stop] !== mandatory) cost += problem.stops.skipCost[stop]!;
  return cost;
}

function splitCosts(problem: Problem, routes: readonly SolutionRoute[]): number {
  const lines = new Int32Array(problem.groupSplitCost.length);
  for (const route of routes)
    for (const group of new Set(route.stops.map((stop) => problem.stops.groupIndex[stop]!)))
      if (group >= 0) lines[group] = lines[group]! + 1;
  return problem.groupSplitCost.reduce((sum, cost, group) => sum + cost * Math.max(0, lines[group]! - 1), 0);
}

function balanceCost(problem: Problem, routes: readonly SolutionRoute[], sums: readonly LineSums[]): number {
  const { balance, dimensionCount, stops } = problem;
  if (!balance || routes.length === 0) return 0;
  const amounts = routes.map((route, index) => {
    if (balance.measure === 'duration') return sums[index]!.durationS / 3600;
    if (balance.measure === 'stops') return route.stops.length;
    return route.stops.reduce(
      (sum, stop) => sum + stops.delivery[stop * dimensionCount]! + stops.pickup[stop * dimensionCount]!,
      0,
    );
  });
  return Math.round((Math.max(...amounts) - Math.min(...amounts)) * balance.costPerUnit);
}

function spreadCost(problem: Problem, route: SolutionRoute): number {
  if (problem.compactnessCostPerKm === 0) return 0;
  const size = problem.depotCount + problem.stopCount;
  const lengthM = problem.profiles[problem.vehicleTypes[route.vehicleTypeIndex]!.profileIndex]!.lengthM;
  let widest = 0;
  for (const from of route.stops)
    for (const to of route.stops)
      if (from !== to)
        widest = Math.max(widest, lengthM[(problem.depotCount + from) * size + problem.depotCount + to]!);
  return Math.round((widest * problem.compactnessCostPerKm) / 1000);
}
