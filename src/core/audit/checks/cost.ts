import type { Problem } from '../../model/problem.ts';
import type { CostComponents, Solution } from '../../model/solution.ts';
import type { CheckFinding } from '../checkSolution.ts';
import { walkLine } from '../walkLine.ts';

const keys = ['fixed', 'distance', 'time', 'overtime', 'visits', 'penalties'] as const;

/** Every component of the cost, and their sum, to the last unit. */
export function checkCost(problem: Problem, solution: Solution): CheckFinding[] {
  const findings: CheckFinding[] = [];
  const expected = recompute(problem, solution);
  for (const [index, key] of keys.entries())
    if (expected[key] !== solution.components[key])
      findings.push({
        code: 'cost.wrong',
        routeIndex: null,
        params: { component: index, stated: solution.components[key], expected: expected[key] },
      });
  const sum = keys.reduce((total, key) => total + expected[key], 0);
  if (sum !== solution.cost)
    findings.push({ code: 'cost.wrong', routeIndex: null, params: { stated: solution.cost, expected: sum } });
  return findings;
}

function recompute(problem: Problem, solution: Solution): CostComponents {
  const { vehicleTypes, stops } = problem;
  const walked = solution.routes.map((route) => walkLine(problem, route));
  const typeOf = (routeIndex: number) => vehicleTypes[solution.routes[routeIndex]!.vehicleTypeIndex]!;
  let [fixed, distance, time, overtime, visits] = [0, 0, 0, 0, 0];
  for (const duty of solution.duties) {
    if (duty.length === 0) continue;
    const type = typeOf(duty[0]!);
    let onDutyS = 0;
    for (const routeIndex of duty) {
      const { lengthM, durationS } = walked[routeIndex]!;
      distance += Math.round((lengthM * typeOf(routeIndex).costPerKm) / 1000);
      time += Math.round((durationS * typeOf(routeIndex).costPerHour) / 3600);
      onDutyS += durationS;
    }
    fixed += type.fixedCost;
    if (onDutyS > type.shiftS)
      overtime += Math.round(((onDutyS - type.shiftS) * type.overtimeCostPerHour) / 3600);
  }
  for (const route of solution.routes) for (const stop of route.stops) visits += stops.visitCost[stop]!;
  return { fixed, distance, time, overtime, visits, penalties: penalties(problem, solution, walked) };
}

function penalties(
  problem: Problem,
  solution: Solution,
  walked: readonly { readonly durationS: number }[],
): number {
  const { stops, dimensionCount, depotCount, balance } = problem;
  const served = new Set(solution.routes.flatMap((route) => route.stops));
  let sum = 0;
  for (let stop = 0; stop < problem.stopCount; stop++)
    if (!served.has(stop)) sum += Math.max(0, stops.skipCost[stop]!);
  for (const [group, splitCost] of problem.groupSplitCost.entries()) {
    const calling = solution.routes.filter((route) =>
      route.stops.some((stop) => stops.groupIndex[stop] === group),
    ).length;
    if (calling > 1) sum += (calling - 1) * splitCost;
  }
  const size = depotCount + problem.stopCount;
  for (const route of solution.routes) {
    const { lengthM } = problem.profiles[problem.vehicleTypes[route.vehicleTypeIndex]!.profileIndex]!;
    const ways = route.stops.flatMap((from) =>
      route.stops.map((to) => (from === to ? 0 : lengthM[(depotCount + from) * size + depotCount + to]!)),
    );
    sum += Math.round((Math.max(0, ...ways) * problem.compactnessCostPerKm) / 1000);
  }
  if (balance && solution.routes.length > 0) {
    const amounts = solution.routes.map((route, index) => {
      if (balance.measure === 'stops') return route.stops.length;
      if (balance.measure === 'duration') return walked[index]!.durationS / 3600;
      let load = 0;
      for (const stop of route.stops)
        load += stops.delivery[stop * dimensionCount]! + stops.pickup[stop * dimensionCount]!;
      return load;
    });
    sum += Math.round((Math.max(...amounts) - Math.min(...amounts)) * balance.costPerUnit);
  }
  return sum;
}
