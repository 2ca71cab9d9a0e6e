import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { readLengths, reordered } from './readLengths.ts';
import { headNumber, readSections } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

/**
 * Simultaneous pickup and delivery (the Dethloff 2001 and Salhi and Nagy 1999 sets in LKH's notation), by matrix or by
 * coordinates with unrounded lengths. Rows of PICKUP_AND_DELIVERY_SECTION: node, demand, earliest, latest, service,
 * delivery, pickup. That order of the last two is Dethloff's: pickup = (0.5 + r) x delivery with r in [0, 1].
 * Matrices of these files hold numbers scaled by 10^4. DISTANCE limits length plus service of a line.
 */
export function readVrpspd(text: string): Result<Instance> {
  const file = readSections(text);
  const capacity = headNumber(file, 'CAPACITY');
  const loads = file.sections.get('PICKUP_AND_DELIVERY_SECTION') ?? [];
  if (capacity === undefined)
    return { ok: false, issues: [issue('instance.sectionMissing', { section: 'CAPACITY' })] };
  const lengths = readLengths(file, true);
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const rowOf = new Map(loads.filter((row) => row.length >= 7).map((row) => [row[0]!, row]));
  const known = numbers.filter((number) => rowOf.has(number)).length;
  if (known !== numbers.length)
    return {
      ok: false,
      issues: [
        issue('instance.sectionLength', {
          section: 'PICKUP_AND_DELIVERY_SECTION',
          wanted: numbers.length,
          found: known,
        }),
      ],
    };
  const depot = Math.max(0, numbers.indexOf(file.sections.get('DEPOT_SECTION')?.[0]?.[0] ?? numbers[0]!));
  const order = [depot, ...Array.from(numbers.keys()).filter((node) => node !== depot)];
  const stopRows = order.slice(1).map((node) => rowOf.get(numbers[node]!)!);
  const units = loadUnits([capacity, ...stopRows.flatMap((row) => [row[5]!, row[6]!])]);
  const lengthM = reordered(lengths.value.lengthM, order);
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const scaled = (value: number): number => Math.round(value * unitsPerLength);
  const hasWindows = stopRows.some((row) => row[2]! > 0 || (row[3]! > 0 && row[3]! < 1e7));
  const problem = createProblem({
    stops: stopRows.map((row) => ({
      serviceS: scaled(row[4]!),
      delivery: [loadOf(row[5]!, units)],
      pickup: [loadOf(row[6]!, units)],
      ...(hasWindows ? { windowS: [scaled(row[2]!), scaled(row[3]!)] as const } : {}),
    })),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [
      { capacity: [roomOf(capacity, units)], ...(limit > 0 ? { maxDurationS: scaled(limit) } : {}) },
    ],
  });
  const isScaledMatrix = file.values.get('EDGE_WEIGHT_TYPE') === 'EXPLICIT' && unitsPerLength === 1;
  return {
    ok: true,
    issues: [],
    value: {
      name: file.values.get('NAME') ?? '',
      problem,
      costDivisor: isScaledMatrix ? 10_000 : unitsPerLength,
      stopNumbers: order.slice(1).map((node) => numbers[node]! - 1),
    },
  };
}
