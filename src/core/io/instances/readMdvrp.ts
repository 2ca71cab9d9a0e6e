import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanProfile } from './euclidean.ts';
import type { Instance } from './instance.ts';

const unitsPerLength = 1000;
const multiDepot = 2;

/**
 * Multi-depot problems in Cordeau's format: "2 m n t" (m vehicles at each of t depots, n customers), t lines of longest
 * duration and capacity (0 = no limit), then the customers and the depots. Real distances, kept to a thousandth;
 * durations are rounded up, so that no limit is passed by rounding.
 */
export function readMdvrp(text: string): Result<Instance> {
  const rows = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/).map(Number));
  const [type, vehicles, customers, depots] = rows[0] ?? [];
  const nodes = rows.slice(1 + (depots ?? 0));
  const isReadable =
    type === multiDepot &&
    customers !== undefined &&
    depots !== undefined &&
    nodes.length >= customers + depots;
  if (!isReadable) return { ok: false, issues: [issue('file.notReadable', { format: 'MDVRP' })] };
  const stopRows = nodes.slice(0, customers);
  const depotRows = nodes.slice(customers, customers + depots);
  const points = [...depotRows, ...stopRows].map((row) => ({ x: row[1]!, y: row[2]! }));
  const { lengthM } = euclideanProfile(points, (distance) => Math.round(distance * unitsPerLength));
  const { durationS } = euclideanProfile(points, (distance) => Math.ceil(distance * unitsPerLength));
  const problem = createProblem({
    depotCount: depots,
    stops: stopRows.map((row) => ({ delivery: [row[4]!], serviceS: row[3]! * unitsPerLength })),
    profiles: [{ lengthM, durationS }],
    vehicleTypes: depotRows.map((_, depot) => {
      const [longest, capacity] = rows[1 + depot]!;
      return {
        ...(vehicles! > 0 ? { count: vehicles! } : {}),
        ...(capacity! > 0 ? { capacity: [capacity!] } : {}),
        ...(longest! > 0 ? { maxDurationS: longest! * unitsPerLength } : {}),
        startDepotIndex: depot,
        endDepotIndex: depot,
      };
    }),
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: '',
      problem,
      costDivisor: unitsPerLength,
      stopNumbers: stopRows.map((row) => row[0]!),
    },
  };
}
