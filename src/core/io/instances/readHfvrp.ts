import { issue } from '../../issues.ts';
import { createProblem, type VehicleTypeDraft } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanProfile } from './euclidean.ts';
import type { Instance } from './instance.ts';
import { readSections } from './sections.ts';

const metresPerUnit = 1000;

/**
 * Heterogeneous fleets in PyVRP's dialect of VRPLIB: capacity, fixed and unit distance cost listed vehicle by vehicle.
 * Distances are not rounded (kept to a thousandth here); costs in the file are those of the literature times 100.
 */
export function readHfvrp(text: string): Result<Instance> {
  const file = readSections(text);
  const coordinates = file.sections.get('NODE_COORD_SECTION');
  const demands = file.sections.get('DEMAND_SECTION');
  const capacities = file.sections.get('CAPACITY_SECTION');
  if (!coordinates || !demands || !capacities)
    return { ok: false, issues: [issue('file.notReadable', { format: 'HFVRP' })] };
  const column = (name: string): Map<number, number> =>
    new Map((file.sections.get(name) ?? []).map((row) => [row[0]!, row[1]!]));
  const fixed = column('VEHICLES_FIXED_COST_SECTION');
  const unit = column('VEHICLES_UNIT_DISTANCE_COST_SECTION');
  const types = new Map<string, VehicleTypeDraft & { count: number }>();
  for (const [vehicle, capacity] of capacities.map((row) => [row[0]!, row[1]!] as const)) {
    const fixedCost = fixed.get(vehicle) ?? 0;
    const costPerKm = unit.get(vehicle) ?? 1;
    const key = `${capacity} ${fixedCost} ${costPerKm}`;
    const count = (types.get(key)?.count ?? 0) + 1;
    types.set(key, { capacity: [capacity], fixedCost, costPerKm, count });
  }
  const demandOf = new Map(demands.map((row) => [row[0]!, row[1]!]));
  const stopNumbers = coordinates.slice(1).map((row) => row[0]! - 1);
  const problem = createProblem({
    stops: coordinates.slice(1).map((row) => ({ delivery: [demandOf.get(row[0]!) ?? 0] })),
    profiles: [
      euclideanProfile(
        coordinates.map((row) => ({ x: row[1]!, y: row[2]! })),
        (distance) => Math.round(distance * metresPerUnit),
      ),
    ],
    vehicleTypes: [...types.values()],
  });
  return {
    ok: true,
    issues: [],
    value: { name: file.values.get('NAME') ?? '', problem, costDivisor: 100, stopNumbers },
  };
}
