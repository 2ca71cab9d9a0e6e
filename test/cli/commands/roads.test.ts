import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { importCommand } from '../../../src/cli/commands/import.ts';
import { matrix } from '../../../src/cli/commands/matrix.ts';
import { UsageError } from '../../../src/cli/options.ts';

const fixtures = join(import.meta.dirname, '../../fixtures/roads');
const folder = mkdtempSync(join(tmpdir(), 'cuntong-'));
const scratch = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
};
afterEach(() => vi.restoreAllMocks());
afterAll(() => rmSync(folder, { recursive: true }));

interface Printed {
  readonly counts: object;
  readonly issues: readonly object[];
  readonly table: readonly object[];
  readonly sizes: object;
  readonly phasesMs: object;
  readonly peakMemoryMb: number;
  readonly checksum: string;
}

/** What a command prints as JSON, and its exit code. */
async function json(command: typeof matrix, args: string[]): Promise<{ code: number; printed: Printed }> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const code = await command.run([...args, '--json']);
  return { code, printed: lines.length > 0 ? JSON.parse(lines.join('\n')) : ({} as Printed) };
}

test('import prints counts and issues', async () => {
  const { code, printed } = await json(importCommand, [join(fixtures, 'beatty.osm.gz')]);
  expect(code).toBe(0);
  expect(printed.counts).toMatchObject({ nodes: 252, edges: 348, components: 2, places: 3 });
  expect(printed.issues).toEqual([]);
});

test('import of a bad file names the fault and fails', async () => {
  const { code, printed } = await json(importCommand, [scratch('empty.osm.pbf', '')]);
  expect(code).toBe(1);
  expect(printed.issues).toMatchObject([{ code: 'file.empty', params: { file: 'empty.osm.pbf' } }]);
  await expect(importCommand.run(['no such file'])).rejects.toThrow(UsageError);
  await expect(importCommand.run([join(fixtures, 'README.md'), '--crs', 'lambert'])).rejects.toThrow(
    'lambert',
  );
});

test('a road table in GB 18030 is read, and a point table gives its nodes their positions', async () => {
  // "甲,乙,2" and "乙,丙,3" with headers 起点,终点,里程 in GB 18030.
  const gb = [0xc6, 0xf0, 0xb5, 0xe3, 0x2c, 0xd6, 0xd5, 0xb5, 0xe3, 0x2c, 0xc0, 0xef, 0xb3, 0xcc, 0x0a];
  const rows = [
    0xbc, 0xd7, 0x2c, 0xd2, 0xd2, 0x2c, 0x32, 0x0a, 0xd2, 0xd2, 0x2c, 0xb1, 0xfb, 0x2c, 0x33, 0x0a,
  ];
  const roads = scratch('roads.csv', Uint8Array.from([...gb, ...rows]));
  const points = scratch('points.csv', '名称,经度,纬度\n甲,113.70,26.4\n乙,113.71,26.4\n丙,113.72,26.4\n');
  const { printed } = await json(importCommand, [roads, points]);
  expect(printed.counts).toEqual({ nodes: 3, edges: 2, km: 5, components: 1, places: 3 });
  const table = await json(matrix, [roads, '--places', points, '--table', '--terrain', 'plain']);
  // Township roads of the plain: 5 km at 35 km/h = 8.57 min.
  expect(table.printed.table).toContainEqual({ from: '甲', to: '丙', km: 5, min: 8.6 });
});

test('matrix: both engines give the same checksum, the seed decides, and phases are told', async () => {
  const roads = join(fixtures, 'beatty.osm.gz');
  const run = (...more: string[]) => json(matrix, [roads, '--random', '40', ...more]);
  const buckets = (await run('--engine', 'buckets')).printed;
  const hierarchy = (await run('--engine', 'hierarchy')).printed;
  expect(hierarchy.checksum).toBe(buckets.checksum);
  expect((await run('--engine', 'buckets', '--seed', '2')).printed.checksum).not.toBe(buckets.checksum);
  expect(Object.keys(buckets.phasesMs)).toEqual([
    'import',
    'join places',
    'remove chains',
    'compile',
    'matrix',
  ]);
  expect(buckets.sizes).toMatchObject({ places: 40, joinedPlaces: 40 });
  expect(buckets.peakMemoryMb).toBeGreaterThan(30);
});

test('matrix reads ready graphs', async () => {
  const graph = await json(matrix, [join(fixtures, 'amsterdam.gr.bin.gz'), '--random', '5']);
  expect(graph.printed.sizes).toMatchObject({ nodes: 68213, edges: 76718, places: 5 });
  const archive = await json(matrix, [join(fixtures, 'laos-hills.tar.gz'), '--random', '5']);
  expect(archive.printed.sizes).toMatchObject({ places: 5 });
});

test('import counts what is in a ready graph of two files', async () => {
  const { code, printed } = await json(importCommand, [join(fixtures, 'amsterdam.co.bin.gz')]);
  expect(code).toBe(0);
  // 68,213 points, 58,600 of them in the largest part (its source says); 76,718 streets of 4,089 km in all.
  expect(printed.counts).toMatchObject({ nodes: 68_213, edges: 76_718, places: 0, km: 4089.392 });
  expect(printed.issues).toEqual([]);
});

test('elevation beside the roads makes climbs slower; by itself it is refused with a reason', async () => {
  const tile = new Uint8Array(2 * 1201 * 1201);
  const view = new DataView(tile.buffer);
  // Rising 5 m from sample to sample (about 93 m) towards the south: 5.4 %.
  for (let row = 0; row < 1201; row++)
    for (let column = 0; column < 1201; column++) view.setInt16(2 * (1201 * row + column), 5 * row);
  const path = scratch('N42E001.hgt', tile);
  const andorra = join(fixtures, 'andorra.osm.pbf');
  const level = await json(matrix, [andorra]);
  const sloping = await json(matrix, [andorra, '--elevation', path]);
  expect(sloping.printed.checksum).not.toBe(level.printed.checksum);
  expect(sloping.printed.issues).toContainEqual(expect.objectContaining({ code: 'elevation.used' }));
  const alone = await json(importCommand, [path]);
  expect(alone.code).toBe(1);
  expect(alone.printed.issues).toContainEqual(expect.objectContaining({ code: 'elevation.noRoads' }));
});
