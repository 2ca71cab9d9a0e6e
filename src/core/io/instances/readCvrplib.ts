import { issue } from '../../issues.ts';
import { createProblem } from '../../model/problem.ts';
import type { Result } from '../../result.ts';
import type { Instance } from './instance.ts';
import { readLengths, reordered } from './readLengths.ts';
import { headNumber, readSections } from './sections.ts';
import { loadOf, loadUnits, roomOf } from './wholeLoads.ts';

/** Sets whose best known costs are of unrounded lengths though their files say EUC_2D. */
const unroundedSets = /^(CMT|vrpnc|Golden|tai|Li_)/i;

/**
 * Capacitated problems of CVRPLIB (.vrp): lengths by `readLengths`, first node of DEPOT_SECTION is the depot. DISTANCE
 * limits a line's length plus SERVICE_TIME at each stop; TIME_WINDOW_SECTION and SERVICE_TIME_SECTION (the dialect of
 * VRPLIB) give each node its own, and VEHICLES is then the most lines. Stops are printed with the number of their node
 * less one, as in .sol files.
 */
export function readCvrplib(text: string): Result<Instance> {
  const file = readSections(text);
  const name = file.values.get('NAME') ?? '';
  const demands = file.sections.get('DEMAND_SECTION');
  const capacity = headNumber(file, 'CAPACITY');
  if (!demands) return refused('instance.sectionMissing', { section: 'DEMAND_SECTION' });
  if (capacity === undefined) return refused('instance.sectionMissing', { section: 'CAPACITY' });
  const depots = (file.sections.get('DEPOT_SECTION') ?? []).flat().filter((number) => number > 0);
  if (depots.length > 1)
    return refused('instance.unknownValue', { key: 'DEPOT_SECTION', value: depots.join(' ') });
  const lengths = readLengths(file, unroundedSets.test(name));
  if (!lengths.ok) return lengths;
  const { numbers, unitsPerLength } = lengths.value;
  const depot = Math.max(0, numbers.indexOf(depots[0] ?? numbers[0]!));
  const order = [depot, ...Array.from(numbers.keys()).filter((node) => node !== depot)];
  const stopNumbers = order.slice(1).map((node) => numbers[node]!);
  const units = loadUnits([capacity, ...demands.map((row) => row[1]!)]);
  const demandOf = new Map(demands.map((row) => [row[0]!, loadOf(row[1]!, units)]));
  const unknown = stopNumbers.find((number) => !(demandOf.get(number)! >= 0));
  if (unknown !== undefined)
    return refused('instance.sectionLength', {
      section: 'DEMAND_SECTION',
      wanted: numbers.length,
      found: demands.length,
    });
  const times = nodeTimes(file, unitsPerLength);
  const limit = headNumber(file, 'DISTANCE') ?? 0;
  const lengthM = reordered(lengths.value.lengthM, order);
  const vehicles = headNumber(file, 'VEHICLES');
  const problem = createProblem({
    stops: stopNumbers.map((number) => {
      const windowS = times.windowS(number);
      return {
        delivery: [demandOf.get(number)!],
        serviceS: times.serviceS(number),
        ...(windowS ? { windowS } : {}),
      };
    }),
    depotWindowsS: [times.windowS(numbers[depot]!)].flatMap((window) => (window ? [window] : [])),
    profiles: [{ lengthM, durationS: lengthM }],
    vehicleTypes: [
      {
        capacity: [roomOf(capacity, units)],
        ...(times.hasWindows && vehicles ? { count: vehicles } : {}),
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

function nodeTimes(file: ReturnType<typeof readSections>, units: number) {
  const scaled = (value: number): number => Math.round(value * units);
  const service = new Map(
    (file.sections.get('SERVICE_TIME_SECTION') ?? []).map((row) => [row[0]!, scaled(row[1]!)]),
  );
  const windows = new Map(
    (file.sections.get('TIME_WINDOW_SECTION') ?? []).map(
      (row) => [row[0]!, [scaled(row[1]!), scaled(row[2]!)] as [number, number]] as const,
    ),
  );
  const ofAll = scaled(headNumber(file, 'SERVICE_TIME') ?? 0);
  return {
    hasWindows: windows.size > 0,
    serviceS: (number: number): number => service.get(number) ?? ofAll,
    windowS: (number: number): [number, number] | undefined => windows.get(number),
  };
}

const refused = (
  code: 'instance.sectionMissing' | 'instance.sectionLength' | 'instance.unknownValue',
  params: Record<string, string | number>,
) => ({ ok: false as const, issues: [issue(code, params)] });
