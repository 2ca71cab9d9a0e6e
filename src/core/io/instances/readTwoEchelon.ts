import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { type LayeredInstance, legTable, unitsPerLength } from './layeredInstance.ts';

const blockNames = ['Trucks', 'CityFreighters', 'Stores', 'Customers'] as const;
type BlockName = (typeof blockNames)[number];

export const isTwoEchelon = (text: string): boolean => /^\s*!\s*CityFreighters/m.test(text);

/** Rows of numbers by block; a row is what stands between blanks, its numbers between commas. */
function readBlocks(text: string): Map<BlockName, number[][]> {
  const blocks = new Map<BlockName, number[][]>();
  let open: number[][] | null = null;
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('!')) {
      const name = blockNames.find((candidate) => line.slice(1).trim().startsWith(candidate));
      if (name) {
        open = [];
        blocks.set(name, open);
      }
    } else
      for (const row of line.trim().split(/\s+/))
        if (row !== '')
          open?.push(
            row
              .split(',')
              .filter((cell) => cell !== '')
              .map(Number),
          );
  }
  return blocks;
}

/**
 * Two-echelon problems in the format of Breunig, Schmid, Hartl, Vidal 2016 (.dat, sets 2 to 6): trucks (number,
 * capacity, cost per distance, fixed cost); city freighters (most per satellite, number, capacity, cost per distance,
 * fixed cost), 0 or less = no limit; depot, then satellites; customers x,y,demand. Split deliveries to satellites.
 */
export function readTwoEchelon(text: string): Result<LayeredInstance> {
  const blocks = readBlocks(text);
  const trucks = blocks.get('Trucks')?.[0];
  const freighters = blocks.get('CityFreighters')?.[0];
  const stores = blocks.get('Stores') ?? [];
  const customers = blocks.get('Customers') ?? [];
  const isWhole = [trucks ?? [], freighters ?? [], ...stores, ...customers].flat().every(Number.isFinite);
  const isReadable =
    trucks !== undefined &&
    trucks.length >= 4 &&
    freighters !== undefined &&
    freighters.length >= 5 &&
    stores.length >= 2 &&
    stores.every((row) => row.length >= 2) &&
    customers.length >= 1 &&
    customers.every((row) => row.length >= 3);
  if (!isReadable || !isWhole)
    return { ok: false, issues: [issue('file.notReadable', { format: '2E-VRP' })] };
  const point = (row: readonly number[]): readonly [number, number] => [row[0]!, row[1]!];
  const satellites = stores.slice(1);
  const scaled = (table: Float64Array, factor: number): Float64Array =>
    table.map((length) => Math.round(length * factor));
  const [perSatellite, total, capacity, unitCost, fixedCost] = freighters as [
    number,
    number,
    number,
    number,
    number,
  ];
  const limit = (count: number): number => (count > 0 ? count : customers.length);
  return {
    ok: true,
    issues: [],
    value: {
      family: '2E-VRP',
      costDivisor: unitsPerLength,
      customerNumbers: customers.map((_, index) => index + 1),
      problem: {
        anchorCount: satellites.length,
        customerCount: customers.length,
        dayCount: 1,
        legCost: scaled(legTable([...satellites, ...customers].map(point)), unitCost),
        load: Float64Array.from(customers, (row) => row[2]!),
        service: new Float64Array(customers.length),
        patterns: customers.map(() => [[0]]),
        vehicle: {
          capacity,
          maxDuration: Number.POSITIVE_INFINITY,
          fixedCost: Math.round(fixedCost * unitsPerLength),
          perDay: limit(total),
          perAnchor: limit(perSatellite),
        },
        firstLevel: {
          legCost: scaled(legTable(stores.map(point)), trucks[2]!),
          capacity: trucks[1]!,
          truckCount: trucks[0]! > 0 ? trucks[0]! : customers.length,
          fixedCost: Math.round(trucks[3]! * unitsPerLength),
          openCost: new Float64Array(satellites.length),
          anchorCapacity: new Float64Array(satellites.length).fill(Number.POSITIVE_INFINITY),
        },
      },
    },
  };
}
