import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanTable, tooLong } from './euclidean.ts';
import type { Instance } from './instance.ts';
import { latestOf, outOfRange } from './ranges.ts';
import { refused } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

const unitsPerLength = 10;

/**
 * Time windows after Solomon 1987. Convention of the 12th DIMACS challenge: least total distance whatever the number
 * of vehicles, distances and times truncated to one decimal (kept here as whole tenths).
 */
export function readSolomon(text: string): Result<Instance> {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const rows = lines.map((line) => line.split(/\s+/).map(Number));
  const fleet = rows.find((row) => row.length === 2 && row.every(Number.isFinite));
  if (!fleet) return refused(issue('instance.sectionMissing', { section: 'VEHICLE' }));
  // Behind the fleet, every line that is no heading begins with a number.
  const nodes = rows.filter(
    (row, line) => line > rows.indexOf(fleet) && lines[line] !== '' && Number.isFinite(row[0]),
  );
  if (nodes.length === 0) return refused(issue('instance.sectionMissing', { section: 'CUSTOMER' }));
  const short = nodes.find((row) => row.length !== 7 || !row.every(Number.isFinite));
  if (short)
    return refused(
      issue('instance.sectionLength', {
        section: `CUSTOMER ${short[0]}`,
        wanted: 7,
        found: short.filter(Number.isFinite).length,
      }),
    );
  const [vehicles, capacity] = fleet as [number, number];
  const units = loadUnits([capacity, ...nodes.map((row) => row[3]!)]);
  const entries = (column: number): (readonly [string, number])[] =>
    nodes.map((row) => [`CUSTOMER ${row[0]}`, row[column]!] as const);
  const outside =
    outOfRange([['VEHICLE', capacity], ...entries(3)], units) ??
    outOfRange([...entries(4), ...entries(6)], unitsPerLength) ??
    outOfRange([['VEHICLE', vehicles]]);
  if (outside) return refused(outside);
  const points = nodes.map((row) => ({ x: row[1]!, y: row[2]! }));
  const { table, longest } = euclideanTable(points, (distance) => Math.floor(distance * unitsPerLength));
  const long = tooLong(longest, unitsPerLength);
  if (long) return refused(long);
  const scaled = (value: number): number => Math.round(value * unitsPerLength);
  const window = (row: readonly number[]): [number, number] => [scaled(row[4]!), latestOf(scaled(row[5]!))];
  const problem = createProblem({
    stops: nodes.slice(1).map((row) => ({
      delivery: [loadOf(row[3]!, units)],
      windowS: window(row),
      serviceS: scaled(row[6]!),
    })),
    depotWindowsS: [window(nodes[0]!)],
    profiles: [{ lengthM: table, durationS: table }],
    vehicleTypes: [{ capacity: [roomOf(capacity, units)], count: Math.floor(vehicles) }],
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: lines.find((line) => line !== '') ?? '',
      problem,
      costDivisor: unitsPerLength,
      stopNumbers: nodes.slice(1).map((row) => row[0]!),
    },
  };
}
