import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { type LayeredInstance, legTable, unitsPerLength } from './layeredInstance.ts';
import { outOfRange } from './ranges.ts';
import { refused } from './sections.ts';

const blockNames = ['Trucks', 'CityFreighters', 'Stores', 'Customers'] as const;
type BlockName = (typeof blockNames)[number];

/** Headings are written with and without a blank after the mark, plural or not, in any case. */
const blockOf = (heading: string): BlockName | undefined => {
  const word = heading.replace(/^!\s*/, '').replace(/\s+/g, '').toLowerCase();
  return blockNames.find((name) => word.startsWith(name.slice(0, -1).toLowerCase()));
};

export const isTwoEchelon = (text: string): boolean => /^\s*!\s*City\s*Freighter/im.test(text);

/** Rows of numbers by block: by comma within a row; rows are parted by blanks or lines. */
function readBlocks(text: string): Map<BlockName, number[][]> {
  const blocks = new Map<BlockName, number[][]>();
  let open: number[][] | null = null;
  for (const rawLine of text.replace(/^\uFEFF/, '').split(/\r?\n/)) {
    const line = rawLine.trim();
    if (line.startsWith('!')) {
      const name = blockOf(line);
      if (name) {
        open = [];
        blocks.set(name, open);
      }
      continue;
    }
    // "1, 2, 3" is one row; without any commas the whole line is.
    const rows = line.includes(',')
      ? line.replace(/\s*,\s*/g, ',').split(/\s+/)
      : [line.replace(/\s+/g, ',')];
    for (const row of rows)
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

/** Numbers of a limit line in their order; those left out at the end are 0. */
const filled = (row: readonly number[] | undefined, length: number): number[] | null =>
  row && row.length >= 2 ? Array.from({ length }, (_, index) => row[index] ?? 0) : null;

/**
 * Two-echelon problems in the format of Breunig, Schmid, Hartl, Vidal 2016 (.dat, sets 2 to 6): trucks (number,
 * capacity, cost per distance, fixed cost); city freighters (most per satellite, number, capacity, cost per distance,
 * fixed cost), 0 or less = no limit; depot, then satellites x,y; customers x,y,demand. Split deliveries to satellites.
 * Costs per distance left out are 1, fixed costs 0; fields beyond these are not used.
 */
export function readTwoEchelon(text: string): Result<LayeredInstance> {
  const blocks = readBlocks(text);
  const trucks = filled(blocks.get('Trucks')?.[0], 4);
  const freighters = filled(blocks.get('CityFreighters')?.[0], 5);
  const stores = blocks.get('Stores') ?? [];
  const customers = blocks.get('Customers') ?? [];
  const isWhole = [trucks ?? [], freighters ?? [], ...stores, ...customers].flat().every(Number.isFinite);
  const isReadable =
    trucks !== null &&
    freighters !== null &&
    (blocks.get('CityFreighters')?.[0]?.length ?? 0) >= 3 &&
    stores.length >= 2 &&
    stores.every((row) => row.length >= 2) &&
    customers.length >= 1 &&
    customers.every((row) => row.length >= 3);
  if (!isReadable || !isWhole) return refused(issue('instance.notReadable', { format: '2E-VRP' }));
  const outside = outOfRange(customers.map((row, index) => [`Customers ${index + 1}`, row[2]!] as const));
  if (outside) return refused(outside);
  const point = (row: readonly number[]): readonly [number, number] => [row[0]!, row[1]!];
  const satellites = stores.slice(1);
  const factorOf = (written: readonly number[] | undefined, at: number): number => written?.[at] ?? 1;
  const scaled = (table: Float64Array, factor: number): Float64Array =>
    table.map((length) => Math.round(length * factor));
  const [perSatellite, total, capacity] = freighters as [number, number, number];
  const limit = (count: number): number => (count > 0 ? count : customers.length);
  const room = (value: number): number => (value > 0 ? value : Number.POSITIVE_INFINITY);
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
        legCost: scaled(
          legTable([...satellites, ...customers].map(point)),
          factorOf(blocks.get('CityFreighters')?.[0], 3),
        ),
        load: Float64Array.from(customers, (row) => row[2]!),
        service: new Float64Array(customers.length),
        patterns: customers.map(() => [[0]]),
        vehicle: {
          capacity: room(capacity),
          maxDuration: Number.POSITIVE_INFINITY,
          fixedCost: Math.round(freighters[4]! * unitsPerLength),
          perDay: limit(total),
          perAnchor: limit(perSatellite),
        },
        firstLevel: {
          legCost: scaled(legTable(stores.map(point)), factorOf(blocks.get('Trucks')?.[0], 2)),
          capacity: room(trucks[1]!),
          truckCount: limit(trucks[0]!),
          fixedCost: Math.round(trucks[3]! * unitsPerLength),
          openCost: new Float64Array(satellites.length),
          anchorCapacity: new Float64Array(satellites.length).fill(Number.POSITIVE_INFINITY),
        },
      },
    },
  };
}
