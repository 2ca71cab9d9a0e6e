import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { headNumber, readSections } from './sections.ts';

/**
 * Simultaneous pickup and delivery, full matrix (the Dethloff 2001 and Salhi and Nagy 1999 sets in LKH's notation).
 * Rows of PICKUP_AND_DELIVERY_SECTION: node, demand, earliest, latest, service, delivery, pickup. That order of the
 * last two is Dethloff's: pickup = (0.5 + r) x delivery with r in [0, 1]. Numbers are scaled by 10^4 in these files.
 */
export function readVrpspd(text: string): Result<Instance> {
  const file = readSections(text);
  const size = headNumber(file, 'DIMENSION');
  const capacity = headNumber(file, 'CAPACITY');
  const loads = file.sections.get('PICKUP_AND_DELIVERY_SECTION');
  const cells = file.sections.get('EDGE_WEIGHT_SECTION')?.flat();
  const isWhole = size !== undefined && cells?.length === size * size;
  if (!isWhole || !loads || capacity === undefined || loads.length !== size)
    return { ok: false, issues: [issue('file.notReadable', { format: 'VRPSPD' })] };
  const lengthM = Int32Array.from(cells);
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const stopRows = loads.slice(1);
  const problem = createProblem({
    stops: stopRows.map((row) => ({ serviceS: row[4]!, delivery: [row[5]!], pickup: [row[6]!] })),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [{ capacity: [capacity], ...(limit > 0 ? { maxDurationS: limit } : {}) }],
  });
  return {
    ok: true,
    issues: [],
    value: {
      name: file.values.get('NAME') ?? '',
      problem,
      costDivisor: 10_000,
      stopNumbers: stopRows.map((row) => row[0]! - 1),
    },
  };
}
