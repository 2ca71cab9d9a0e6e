import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, expect, it, vi } from 'vitest';
import { exportCommand } from '../../../src/cli/commands/export.ts';
import { UsageError } from '../../../src/cli/options.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuntong-export-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => void vi.restoreAllMocks());

async function filesOf(format: string, source = 'luxi'): Promise<readonly string[]> {
  const print = vi.spyOn(console, 'log').mockImplementation(() => {});
  const out = join(folder, format);
  const args = [source, '--format', format, '--out', out, '--iterations', '100', '--json'];
  expect(await exportCommand.run(args)).toBe(0);
  const answer = JSON.parse(String(print.mock.calls.at(-1)![0])) as { files: { file: string }[] };
  expect(answer.files.map(({ file }) => file).sort()).toEqual(
    readdirSync(out)
      .map((name) => join(out, name))
      .sort(),
  );
  return answer.files.map(({ file }) => file);
}

it('writes tables, maps and the scenario file, and reads its own file again', async () => {
  const csv = await filesOf('csv');
  expect(csv.some((file) => file.endsWith('-stations.csv'))).toBe(true);
  expect(readFileSync(csv[0]!).subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
  expect(await filesOf('xlsx')).toHaveLength(1);
  expect(await filesOf('geojson')).toHaveLength(2);
  expect((await filesOf('gpx')).length).toBeGreaterThan(1);
  const [json] = await filesOf('json');
  expect(await filesOf('kml', json)).not.toHaveLength(0);
});

it('asks for a format it knows and a folder', async () => {
  await expect(exportCommand.run(['luxi', '--format', 'doc', '--out', folder])).rejects.toThrow(UsageError);
  await expect(exportCommand.run(['luxi', '--format', 'csv'])).rejects.toThrow(UsageError);
});
