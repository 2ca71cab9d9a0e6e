import { type Issue, issue } from '../../issues.ts';
import { createProblem, noLimit } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanTable, tooLong } from './euclidean.ts';
import type { Instance } from './instance.ts';
import { latestOf, outOfRange } from './ranges.ts';
import { refused } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

const unitsPerLength = 1000;

/** First number of a file of the family: what kind of problem it holds. Periodic ones (1, 5) and 3 need other readers. */
const kinds: ReadonlyMap<number, { readonly hasWindows: boolean }> = new Map([
  [0, { hasWindows: false }],
  [2, { hasWindows: false }],
  [4, { hasWindows: true }],
  [6, { hasWindows: true }],
]);

/**
 * Problems in Cordeau's format: "type m n t" (m vehicles at each of t depots, n customers), t lines of longest duration
 * and capacity (0 = no limit), then the customers and the depots: number, x, y, service, demand, visit days, their
 * list and, with windows, earliest and latest. Real distances, kept to a thousandth; durations are rounded up, so that
 * no limit is passed by rounding.
 */
export function readMdvrp(text: string): Result<Instance> {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/).map(Number));
  const [type, vehicles, customers, depotsWritten] = rows[0] ?? [];
  const kind = kinds.get(type ?? -1);
  if (!kind || vehicles === undefined || customers === undefined)
    return refused(issue('instance.unknownValue', { key: 'TYPE', value: type ?? '' }));
  const depots = Math.max(1, depotsWritten ?? 1);
  const limits = rows.slice(1, 1 + depots);
  const nodes = rows.slice(1 + depots, 1 + depots + customers + depots);
  const short =
    lineTooShort('D Q', limits, depots, 2) ??
    lineTooShort('NODES', nodes, customers + depots, 3) ??
    lineTooShort('NODES', nodes.slice(0, customers), customers, 5);
  if (short) return refused(short);
  const stopRows = nodes.slice(0, customers);
  const depotRows = nodes.slice(customers);
  const units = loadUnits([...stopRows.map((row) => row[4]!), ...limits.map((row) => row[1]!)]);
  const entries = (key: string, written: typeof nodes, column: number): (readonly [string, number])[] =>
    written.map((row) => [`${key} ${row[0]}`, row[column]!] as const);
  const outside =
    outOfRange([...entries('D Q', limits, 1), ...entries('NODES', stopRows, 4)], units) ??
    outOfRange([...entries('D Q', limits, 0), ...entries('NODES', stopRows, 3)], unitsPerLength) ??
    outOfRange([['TYPE M N T', vehicles]]);
  if (outside) return refused(outside);
  const points = [...depotRows, ...stopRows].map((row) => ({ x: row[1]!, y: row[2]! }));
  const { table: lengthM } = euclideanTable(points, (distance) => Math.round(distance * unitsPerLength));
  const { table: durationS, longest } = euclideanTable(points, (distance) =>
    Math.ceil(distance * unitsPerLength),
  );
  const long = tooLong(longest, unitsPerLength);
  if (long) return refused(long);
  const scaled = (value: number): number => Math.round(value * unitsPerLength);
  const windowOf = (row: readonly number[]): [number, number] =>
    kind.hasWindows && row.length >= 9 && row[row.length - 1]! > 0
      ? [scaled(row[row.length - 2]!), latestOf(scaled(row[row.length - 1]!))]
      : [0, noLimit];
  const problem = createProblem({
    depotCount: depots,
    stops: stopRows.map((row) => ({
      delivery: [loadOf(row[4]!, units)],
      serviceS: scaled(row[3]!),
      windowS: windowOf(row),
    })),
    depotWindowsS: depotRows.map(windowOf),
    profiles: [{ lengthM, durationS }],
    vehicleTypes: limits.map(([longest, capacity], depot) => ({
      ...(vehicles > 0 ? { count: vehicles } : {}),
      ...(capacity! > 0 ? { capacity: [roomOf(capacity!, units)] } : {}),
      ...(longest! > 0 ? { maxDurationS: scaled(longest!) } : {}),
      startDepotIndex: depot,
      endDepotIndex: depot,
    })),
  });
  return {
    ok: true,
    issues: [],
    value: { name: '', problem, costDivisor: unitsPerLength, stopNumbers: stopRows.map((row) => row[0]!) },
  };
}

/** A block that has fewer lines than wanted, or one with too few numbers in it. */
function lineTooShort(
  section: string,
  rows: readonly (readonly number[])[],
  wanted: number,
  width: number,
): Issue | undefined {
  const found = rows.filter((row) => row.length >= width && row.every(Number.isFinite)).length;
  return found < wanted ? issue('instance.sectionLength', { section, wanted, found }) : undefined;
}
