import { checkLayered } from '../core/audit/checkLayered.ts';
import type { LayeredInstance } from '../core/io/instances/layeredInstance.ts';
import type { TimedLayered } from './timedLayered.ts';

/** Prints cost, verdict of the independent checker and the routes of both levels. */
export function printLayered(instance: LayeredInstance, result: TimedLayered, isJson: boolean): void {
  const { solution, trace, seconds } = result;
  const inUnits = (cost: number): number => cost / instance.costDivisor;
  const feasible = checkLayered(instance.problem, solution).length === 0;
  const routes = solution.routes.map(({ day, anchor, customers }) => ({
    day: day + 1,
    satellite: anchor + 1,
    stops: customers.map((customer) => instance.customerNumbers[customer]!),
  }));
  const trucks = solution.trucks.map(({ calls }) =>
    calls.map(({ anchor, amount }) => ({ satellite: anchor + 1, amount })),
  );
  if (!isJson) {
    for (const [index, { calls }] of solution.trucks.entries())
      console.log(
        `Truck #${index + 1}: ${calls.map(({ anchor, amount }) => `S${anchor + 1} (${amount})`).join(' ')}`,
      );
    for (const [index, { day, satellite, stops }] of routes.entries())
      console.log(
        `Route #${index + 1} (${instance.family === 'PVRP' ? `day ${day}` : `S${satellite}`}): ${stops.join(' ')}`,
      );
    console.log(`Cost ${inUnits(solution.cost)}`);
    console.log(feasible ? 'feasible' : 'infeasible');
    return;
  }
  const answer = {
    family: instance.family,
    cost: inUnits(solution.cost),
    feasible,
    routes: routes.map(({ stops }) => stops),
    days: routes.map(({ day }) => day),
    satellites: routes.map(({ satellite }) => satellite),
    trucks,
    unserved: [],
    seconds: Math.round(seconds * 1000) / 1000,
    iterations: solution.iterations,
    trace: trace.map(([atS, cost]) => [Math.round(atS * 1000) / 1000, inUnits(cost)]),
  };
  console.log(JSON.stringify(answer));
}
