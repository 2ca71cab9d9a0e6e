import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { latestOf, outOfRange } from './ranges.ts';
import { readLengths, reordered } from './readLengths.ts';
import { depotFirst, headNumber, headWord, readSections, refused, rowsByNumber } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

const rowsSection = 'PICKUP_AND_DELIVERY_SECTION';

/**
 * Simultaneous pickup and delivery (the Dethloff 2001 and Salhi and Nagy 1999 sets in LKH's notation), by matrix or by
 * coordinates with unrounded lengths. Rows of PICKUP_AND_DELIVERY_SECTION: node, demand, earliest, latest, service,
 * delivery, pickup. That order of the last two is Dethloff's: pickup = (0.5 + r) x delivery with r in [0, 1].
 * Matrices of these files hold numbers scaled by 10^4. DISTANCE limits length plus service of a line.
 */
export function readVrpspd(text: string): Result<Instance> {
  const file = readSections(text);
  const capacity = headNumber(file, 'CAPACITY');
  if (capacity === undefined) return refused(issue('instance.sectionMissing', { section: 'CAPACITY' }));
  const lengths = readLengths(file, true);
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const rows = rowsByNumber(file, rowsSection, numbers, 7);
  if (!rows.ok) return rows;
  const order = depotFirst(file, numbers);
  if (!order.ok) return order;
  const stopNumbers = order.value.slice(1).map((node) => numbers[node]!);
  const stopRows = stopNumbers.map((number) => rows.value.get(number)!);
  const units = loadUnits([capacity, ...stopRows.flatMap((row) => [row[5]!, row[6]!])]);
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const entries = (column: number): (readonly [string, number])[] =>
    stopRows.map((row) => [`${rowsSection} ${row[0]}`, row[column]!] as const);
  const outside =
    outOfRange([['CAPACITY', capacity], ...entries(5), ...entries(6)], units) ??
    outOfRange([['DISTANCE', limit], ...entries(2), ...entries(4)], unitsPerLength);
  if (outside) return refused(outside);
  const lengthM = reordered(lengths.value.lengthM, order.value);
  const scaled = (value: number): number => Math.round(value * unitsPerLength);
  const hasWindows = stopRows.some((row) => row[2]! > 0 || (row[3]! > 0 && row[3]! < 1e7));
  const problem = createProblem({
    stops: stopRows.map((row) => ({
      serviceS: scaled(row[4]!),
      delivery: [loadOf(row[5]!, units)],
      pickup: [loadOf(row[6]!, units)],
      ...(hasWindows ? { windowS: [scaled(row[2]!), latestOf(scaled(row[3]!))] as const } : {}),
    })),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [
      { capacity: [roomOf(capacity, units)], ...(limit > 0 ? { maxDurationS: scaled(limit) } : {}) },
    ],
  });
  const isScaledMatrix = headWord(file, 'EDGE_WEIGHT_TYPE') === 'EXPLICIT' && unitsPerLength === 1;
  return {
    ok: true,
    issues: [],
    value: {
      name: file.values.get('NAME') ?? '',
      problem,
      costDivisor: isScaledMatrix ? 10_000 : unitsPerLength,
      stopNumbers: stopNumbers.map((number) => number - 1),
    },
  };
}
