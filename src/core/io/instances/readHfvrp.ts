import { issue } from '../../issues.ts';
import { createProblem, type VehicleTypeDraft } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { outOfRange } from './ranges.ts';
import { readLengths, reordered } from './readLengths.ts';
import { headNumber, nodesWithDemand, readSections, refused, rowsByNumber } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

const costUnitsOfLiterature = 100;
const fixedSection = 'VEHICLES_FIXED_COST_SECTION';
const unitSection = 'VEHICLES_UNIT_DISTANCE_COST_SECTION';

/**
 * Heterogeneous fleets in PyVRP's dialect of VRPLIB (FSMF, FSMD, FSMFD, HD, HVRP): capacity, fixed and unit distance
 * cost listed vehicle by vehicle; equal vehicles become one type with a count. Distances are not rounded (kept to a
 * thousandth here); costs in the file are those of the literature times 100. Either of the costs may be absent as a
 * whole; DEPOT_SECTION, the last, may not, so that a file cut off is told from one without them.
 */
export function readHfvrp(text: string): Result<Instance> {
  const file = readSections(text);
  for (const section of ['DEMAND_SECTION', 'DEPOT_SECTION'])
    if (!file.sections.has(section)) return refused(issue('instance.sectionMissing', { section }));
  const lengths = readLengths(file, true);
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const nodes = nodesWithDemand(file, numbers);
  if (!nodes.ok) return nodes;
  const { order, stopNumbers, demands } = nodes.value;
  const capacityRows = file.sections.get('CAPACITY_SECTION') ?? [];
  const wanted = headNumber(file, 'VEHICLES') ?? capacityRows.length;
  const vehicles = capacityRows.map((row) => row[0]!);
  if (vehicles.length === 0 || vehicles.length !== wanted)
    return refused(
      issue('instance.sectionLength', { section: 'CAPACITY_SECTION', wanted, found: vehicles.length }),
    );
  const capacities = rowsByNumber(file, 'CAPACITY_SECTION', vehicles, 2);
  if (!capacities.ok) return capacities;
  const costsIn = (section: string): ReturnType<typeof rowsByNumber> =>
    file.sections.has(section)
      ? rowsByNumber(file, section, vehicles, 2)
      : { ok: true, value: new Map(), issues: [] };
  const fixed = costsIn(fixedSection);
  if (!fixed.ok) return fixed;
  const unit = costsIn(unitSection);
  if (!unit.ok) return unit;

  const entries = (section: string, rows: ReadonlyMap<number, readonly number[]>) =>
    [...rows].map(([number, row]) => [`${section} ${number}`, row[1]!] as const);
  const loads = [
    ...demands.map((demand, stop) => [`DEMAND_SECTION ${stopNumbers[stop]}`, demand] as const),
    ...entries('CAPACITY_SECTION', capacities.value),
  ];
  const costs = [...entries(fixedSection, fixed.value), ...entries(unitSection, unit.value)];
  const units = loadUnits(loads.map(([, load]) => load));
  const costUnits = loadUnits(costs.map(([, cost]) => cost));
  const outside = outOfRange(loads, units) ?? outOfRange(costs, costUnits * (1000 / unitsPerLength));
  if (outside) return refused(outside);

  const types = new Map<string, VehicleTypeDraft & { count: number }>();
  for (const vehicle of vehicles) {
    const capacity = capacities.value.get(vehicle)![1]!;
    const fixedCost = Math.round((fixed.value.get(vehicle)?.[1] ?? 0) * costUnits);
    // Lengths are in thousandths here: cost per thousand of them is cost per unit of length.
    const costPerKm = Math.round((unit.value.get(vehicle)?.[1] ?? 1) * costUnits * (1000 / unitsPerLength));
    const key = `${capacity} ${fixedCost} ${costPerKm}`;
    const count = (types.get(key)?.count ?? 0) + 1;
    types.set(key, { capacity: [roomOf(capacity, units)], fixedCost, costPerKm, count });
  }
  const lengthM = reordered(lengths.value.lengthM, order);
  const problem = createProblem({
    stops: demands.map((demand) => ({ delivery: [loadOf(demand, units)] })),
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
      stopNumbers: stopNumbers.map((number) => number - 1),
    },
  };
}
