import { issue } from '../../issues.ts';
import { createProblem, noLimit } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanProfile } from './euclidean.ts';
import type { Instance } from './instance.ts';
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
    return { ok: false, issues: [issue('instance.unknownValue', { key: 'TYPE', value: type ?? '' })] };
  const depots = Math.max(1, depotsWritten ?? 1);
  const nodes = rows.slice(1 + depots).filter((row) => row.length >= 3 && row.every(Number.isFinite));
  if (nodes.length < customers + depots) {
    const found = Math.max(0, nodes.length);
    const wanted = customers + depots;
    return { ok: false, issues: [issue('instance.sectionLength', { section: 'NODES', wanted, found })] };
  }
  const stopRows = nodes.slice(0, customers);
  const depotRows = nodes.slice(customers, customers + depots);
  const points = [...depotRows, ...stopRows].map((row) => ({ x: row[1]!, y: row[2]! }));
  const { lengthM } = euclideanProfile(points, (distance) => Math.round(distance * unitsPerLength));
  const { durationS } = euclideanProfile(points, (distance) => Math.ceil(distance * unitsPerLength));
  const scaled = (value: number): number => Math.round(value * unitsPerLength);
  const windowOf = (row: readonly number[]): [number, number] =>
    kind.hasWindows && row.length >= 9 && row[row.length - 1]! > 0
      ? [scaled(row[row.length - 2]!), scaled(row[row.length - 1]!)]
      : [0, noLimit];
  const limits = rows.slice(1, 1 + depots);
  const units = loadUnits([...stopRows.map((row) => row[4]!), ...limits.map((row) => row[1]!)]);
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
