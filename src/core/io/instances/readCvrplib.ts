import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import { euclideanProfile, type Point } from './euclidean.ts';
import type { Instance } from './instance.ts';
import { headNumber, readSections } from './sections.ts';

/**
 * Capacitated problems of CVRPLIB (.vrp, EUC_2D): first node of DEPOT_SECTION is the depot, distances are rounded to
 * the nearest integer (TSPLIB 95, section 2.1). DISTANCE limits a line's length plus SERVICE_TIME at each stop. Stops
 * are printed with the number of their node less one, as in .sol files.
 */
export function readCvrplib(text: string): Result<Instance> {
  const file = readSections(text);
  const coordinates = file.sections.get('NODE_COORD_SECTION');
  const demands = file.sections.get('DEMAND_SECTION');
  const capacity = headNumber(file, 'CAPACITY');
  const isKnownMetric = file.values.get('EDGE_WEIGHT_TYPE') === 'EUC_2D';
  if (!coordinates || !demands || capacity === undefined || !isKnownMetric)
    return { ok: false, issues: [issue('file.notReadable', { format: 'CVRPLIB' })] };
  const depotNumber = file.sections.get('DEPOT_SECTION')?.[0]?.[0] ?? 1;
  const demandOf = new Map(demands.map((row) => [row[0]!, row[1]!]));
  const ordered = [
    ...coordinates.filter((row) => row[0] === depotNumber),
    ...coordinates.filter((row) => row[0] !== depotNumber),
  ];
  const points: Point[] = ordered.map((row) => ({ x: row[1]!, y: row[2]! }));
  const stopNumbers = ordered.slice(1).map((row) => row[0]!);
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const serviceS = headNumber(file, 'SERVICE_TIME') ?? 0;
  const problem = createProblem({
    stops: stopNumbers.map((number) => ({ delivery: [demandOf.get(number) ?? 0], serviceS })),
    profiles: [euclideanProfile(points, Math.round)],
    vehicleTypes: [{ capacity: [capacity], ...(limit > 0 ? { maxDurationS: limit } : {}) }],
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: file.values.get('NAME') ?? '',
      problem,
      costDivisor: 1,
      stopNumbers: stopNumbers.map((n) => n - 1),
    },
  };
}
