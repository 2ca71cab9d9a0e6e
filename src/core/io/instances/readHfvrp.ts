import { issue } from '../../issues.ts';
import { createProblem, type VehicleTypeDraft } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { readLengths, reordered } from './readLengths.ts';
import { readSections } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

const costUnitsOfLiterature = 100;

/**
 * Heterogeneous fleets in PyVRP's dialect of VRPLIB (FSMF, FSMD, FSMFD, HD, HVRP): capacity, fixed and unit distance
 * cost listed vehicle by vehicle; equal vehicles become one type with a count. Distances are not rounded (kept to a
 * thousandth here); costs in the file are those of the literature times 100.
 */
export function readHfvrp(text: string): Result<Instance> {
  const file = readSections(text);
  const demands = file.sections.get('DEMAND_SECTION');
  const capacities = file.sections.get('CAPACITY_SECTION') ?? [];
  if (!demands)
    return { ok: false, issues: [issue('instance.sectionMissing', { section: 'DEMAND_SECTION' })] };
  const lengths = readLengths(file, true);
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const demandOf = new Map(demands.map((row) => [row[0]!, row[1]!]));
  const known = numbers.filter((number) => demandOf.get(number)! >= 0).length;
  if (known !== numbers.length)
    return {
      ok: false,
      issues: [
        issue('instance.sectionLength', { section: 'DEMAND_SECTION', wanted: numbers.length, found: known }),
      ],
    };
  const depot = Math.max(0, numbers.indexOf(file.sections.get('DEPOT_SECTION')?.[0]?.[0] ?? numbers[0]!));
  const order = [depot, ...Array.from(numbers.keys()).filter((node) => node !== depot)];
  const lengthM = reordered(lengths.value.lengthM, order);
  const column = (name: string): Map<number, number> =>
    new Map((file.sections.get(name) ?? []).map((row) => [row[0]!, row[1]!]));
  const fixed = column('VEHICLES_FIXED_COST_SECTION');
  const unit = column('VEHICLES_UNIT_DISTANCE_COST_SECTION');
  const units = loadUnits([...demandOf.values(), ...capacities.map((row) => row[1]!)]);
  const costUnits = loadUnits([...fixed.values(), ...unit.values()]);
  const types = new Map<string, VehicleTypeDraft & { count: number }>();
  for (const [vehicle, capacity] of capacities.map((row) => [row[0]!, row[1]!] as const)) {
    const fixedCost = Math.round((fixed.get(vehicle) ?? 0) * costUnits);
    // Lengths are in thousandths here: cost per thousand of them is cost per unit of length.
    const costPerKm = Math.round((unit.get(vehicle) ?? 1) * costUnits * (1000 / unitsPerLength));
    const key = `${capacity} ${fixedCost} ${costPerKm}`;
    const count = (types.get(key)?.count ?? 0) + 1;
    types.set(key, { capacity: [roomOf(capacity, units)], fixedCost, costPerKm, count });
  }
  const problem = createProblem({
    stops: order.slice(1).map((node) => ({ delivery: [loadOf(demandOf.get(numbers[node]!)!, units)] })),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [...types.values()],
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: file.values.get('NAME') ?? '',
      problem,
      costDivisor: costUnitsOfLiterature * costUnits,
      stopNumbers: order.slice(1).map((node) => numbers[node]! - 1),
    },
  };
}
