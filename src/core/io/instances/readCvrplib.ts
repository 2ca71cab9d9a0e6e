import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { latestOf, outOfRange } from './ranges.ts';
import { readLengths, reordered } from './readLengths.ts';
import {
  headNumber,
  nodesWithDemand,
  readSections,
  refused,
  rowsByNumber,
  type SectionedFile,
} from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

/** Sets whose best known costs are of unrounded lengths though their files say EUC_2D. */
const unroundedSets = /^(CMT|vrpnc|Golden|tai|Li_)/i;

/**
 * Capacitated problems of CVRPLIB (.vrp): lengths by `readLengths`, the node of DEPOT_SECTION (else the first) is the
 * depot. DISTANCE limits a line's length plus SERVICE_TIME at each stop; TIME_WINDOW_SECTION and SERVICE_TIME_SECTION
 * (the dialect of VRPLIB) give each node its own, and VEHICLES is then the most lines. Stops are printed with the
 * number of their node less one, as in .sol files.
 */
export function readCvrplib(text: string): Result<Instance> {
  const file = readSections(text);
  const name = file.values.get('NAME') ?? '';
  const capacity = headNumber(file, 'CAPACITY');
  if (!file.sections.has('DEMAND_SECTION'))
    return refused(issue('instance.sectionMissing', { section: 'DEMAND_SECTION' }));
  if (capacity === undefined) return refused(issue('instance.sectionMissing', { section: 'CAPACITY' }));
  const lengths = readLengths(file, unroundedSets.test(name));
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const nodes = nodesWithDemand(file, numbers);
  if (!nodes.ok) return nodes;
  const { order, stopNumbers, demands } = nodes.value;
  const units = loadUnits([capacity, ...demands]);
  const times = nodeTimes(file, numbers, unitsPerLength);
  if (!times.ok) return times;
  const { hasWindows, serviceS, windowS } = times.value;
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const vehicles = Math.floor(headNumber(file, 'VEHICLES') ?? 0);
  const outside =
    outOfRange(
      [
        ['CAPACITY', capacity],
        ...demands.map((demand, stop) => [`DEMAND_SECTION ${stopNumbers[stop]}`, demand] as const),
      ],
      units,
    ) ??
    outOfRange([['DISTANCE', limit]], unitsPerLength) ??
    (hasWindows ? outOfRange([['VEHICLES', vehicles]]) : undefined);
  if (outside) return refused(outside);
  const lengthM = reordered(lengths.value.lengthM, order);
  const problem = createProblem({
    stops: stopNumbers.map((number, stop) => {
      const window = windowS(number);
      return {
        delivery: [loadOf(demands[stop]!, units)],
        serviceS: serviceS(number),
        ...(window ? { windowS: window } : {}),
      };
    }),
    depotWindowsS: [windowS(numbers[order[0]!]!)].flatMap((window) => (window ? [window] : [])),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [
      {
        capacity: [roomOf(capacity, units)],
        ...(hasWindows && vehicles ? { count: vehicles } : {}),
        ...(limit > 0 ? { maxDurationS: Math.round(limit * unitsPerLength) } : {}),
      },
    ],
  });
  return {
    ok: true,
    issues: [],
    value: { name, problem, costDivisor: unitsPerLength, stopNumbers: stopNumbers.map((n) => n - 1) },
  };
}

interface NodeTimes {
  readonly hasWindows: boolean;
  readonly serviceS: (number: number) => number;
  readonly windowS: (number: number) => [open: number, close: number] | undefined;
}

function nodeTimes(file: SectionedFile, numbers: readonly number[], units: number): Result<NodeTimes> {
  const scaled = (value: number): number => Math.round(value * units);
  const columns = (section: string, width: number): ReturnType<typeof rowsByNumber> =>
    file.sections.has(section)
      ? rowsByNumber(file, section, numbers, width)
      : { ok: true, value: new Map(), issues: [] };
  const services = columns('SERVICE_TIME_SECTION', 2);
  if (!services.ok) return services;
  const windows = columns('TIME_WINDOW_SECTION', 3);
  if (!windows.ok) return windows;
  const ofAll = headNumber(file, 'SERVICE_TIME') ?? 0;
  const outside =
    outOfRange([['SERVICE_TIME', ofAll]], units) ??
    outOfRange(
      [...services.value].map(([number, row]) => [`SERVICE_TIME_SECTION ${number}`, row[1]!] as const),
      units,
    ) ??
    outOfRange(
      [...windows.value].map(([number, row]) => [`TIME_WINDOW_SECTION ${number}`, row[1]!] as const),
      units,
    );
  if (outside) return refused(outside);
  return {
    ok: true,
    issues: [],
    value: {
      hasWindows: windows.value.size > 0,
      serviceS: (number) => scaled(services.value.get(number)?.[1] ?? ofAll),
      windowS(number) {
        const row = windows.value.get(number);
        return row && [scaled(row[1]!), latestOf(scaled(row[2]!))];
      },
    },
  };
}
