import type { LayeredProblem, LayeredSolution } from '../model/layeredProblem.ts';

export type LayeredFaultCode =
  | 'customer.pattern'
  | 'route.overload'
  | 'route.tooLong'
  | 'routes.tooMany'
  | 'truck.overload'
  | 'trucks.tooMany'
  | 'anchor.supply'
  | 'anchor.capacity'
  | 'cost.wrong';

export interface LayeredFault {
  readonly code: LayeredFaultCode;
  readonly params: Readonly<Record<string, number>>;
}

/** Recomputes a plan on two levels or several days from its problem alone; shares no code with the search. */
export function checkLayered(problem: LayeredProblem, solution: LayeredSolution): LayeredFault[] {
  const faults: LayeredFault[] = [];
  const { anchorCount, customerCount, vehicle, firstLevel } = problem;
  const size = anchorCount + customerCount;
  const visited = Array.from({ length: customerCount }, (): number[] => []);
  const handedOut = new Array<number>(anchorCount).fill(0);
  const perDay = new Map<string, number>();
  let cost = 0;
  for (const [routeIndex, { day, anchor, customers }] of solution.routes.entries()) {
    for (const key of [`${day}`, `${day} ${anchor}`]) perDay.set(key, (perDay.get(key) ?? 0) + 1);
    let load = 0;
    let travel = 0;
    let service = 0;
    let here = anchor;
    for (const customer of customers) {
      visited[customer]!.push(day);
      load += problem.load[customer]!;
      service += problem.service[customer]!;
      travel += problem.legCost[here * size + anchorCount + customer]!;
      here = anchorCount + customer;
    }
    travel += problem.legCost[here * size + anchor]!;
    handedOut[anchor]! += load;
    cost += travel + vehicle.fixedCost;
    if (load > vehicle.capacity) faults.push({ code: 'route.overload', params: { routeIndex, load } });
    if (travel + service > vehicle.maxDuration)
      faults.push({ code: 'route.tooLong', params: { routeIndex, duration: travel + service } });
  }
  for (const [key, count] of perDay)
    if (count > (key.includes(' ') ? vehicle.perAnchor : vehicle.perDay))
      faults.push({ code: 'routes.tooMany', params: { day: Number(key.split(' ')[0]), count } });
  visited.forEach((days, customer) => {
    const sorted = days.sort((a, b) => a - b).join(' ');
    if (
      !problem.patterns[customer]!.some((pattern) => [...pattern].sort((a, b) => a - b).join(' ') === sorted)
    )
      faults.push({ code: 'customer.pattern', params: { customer, visits: days.length } });
  });
  if (firstLevel) cost += checkTrucks(problem, solution, handedOut, faults);
  if (Math.abs(cost - solution.cost) > 0.5)
    faults.push({ code: 'cost.wrong', params: { recomputed: cost, published: solution.cost } });
  return faults;
}

/** Trucks bring exactly what the anchors hand out. */
function checkTrucks(
  problem: LayeredProblem,
  solution: LayeredSolution,
  handedOut: readonly number[],
  faults: LayeredFault[],
): number {
  const level = problem.firstLevel!;
  const size = problem.anchorCount + 1;
  const brought = new Array<number>(problem.anchorCount).fill(0);
  let cost = 0;
  for (const [truckIndex, { calls }] of solution.trucks.entries()) {
    let load = 0;
    let here = 0;
    for (const { anchor, amount } of calls) {
      load += amount;
      brought[anchor]! += amount;
      cost += level.legCost[here * size + anchor + 1]!;
      here = anchor + 1;
    }
    cost += level.legCost[here * size]! + level.fixedCost;
    if (load > level.capacity) faults.push({ code: 'truck.overload', params: { truckIndex, load } });
  }
  if (solution.trucks.length > level.truckCount)
    faults.push({ code: 'trucks.tooMany', params: { count: solution.trucks.length } });
  for (let anchor = 0; anchor < problem.anchorCount; anchor++) {
    if (brought[anchor] !== handedOut[anchor])
      faults.push({
        code: 'anchor.supply',
        params: { anchor, brought: brought[anchor]!, handedOut: handedOut[anchor]! },
      });
    if (handedOut[anchor]! > level.anchorCapacity[anchor]!)
      faults.push({ code: 'anchor.capacity', params: { anchor, handedOut: handedOut[anchor]! } });
    if (handedOut[anchor]! > 0) cost += level.openCost[anchor]!;
  }
  return cost;
}
