import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, expect, it, vi } from 'vitest';
import { verify } from '../../../src/cli/commands/verify.ts';
import { UsageError } from '../../../src/cli/options.ts';
import { writeEvidence } from '../../../src/core/evidence/writeEvidence.ts';
import { projectName } from '../../../src/core/file/evidenceNames.ts';
import { writeProjectFile } from '../../../src/core/file/project.ts';
import { runScenario } from '../../../src/core/run/runScenario.ts';
import { toEnd } from '../../../src/core/toEnd.ts';
import { countyOf } from '../../core/io/tables/luxi.ts';

const folder = mkdtempSync(join(tmpdir(), 'cuntong-verify-'));
const made = { appVersion: '0.2.0', madeAt: '2026-11-29T00:00:00.000Z' };
let files: Record<string, Uint8Array> = {};

/** A pack of Heshui in a file, with the members given instead of its own. */
function packFile(name: string, instead: Record<string, Uint8Array> = {}): string {
  const path = join(folder, name);
  writeFileSync(path, zipSync({ ...files, ...instead }));
  return path;
}
async function said(args: string[]): Promise<{ code: number; out: string; err: string }> {
  const out = vi.spyOn(console, 'log').mockImplementation(() => undefined);
  const err = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const code = (await verify.run(args)) as number;
  const text = (calls: readonly unknown[][]): string => calls.map(([line]) => String(line)).join('\n');
  return { code, out: text(out.mock.calls), err: text(err.mock.calls) };
}

beforeAll(() => {
  const county = countyOf('heshui');
  const scenario = county.scenarios[0]!;
  const report = toEnd(runScenario(scenario, { seed: 1, iterations: 50 }));
  const saved = { appVersion: made.appVersion, savedAt: made.madeAt };
  const projectText = writeProjectFile(county, county.scenarios, scenario.id, saved, {});
  const parts = writeEvidence({ report, projectText, others: [], made });
  files = Object.fromEntries(parts.map(({ name, bytes }) => [name, bytes]));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

it('finds a pack sound as it was made', async () => {
  const { code, out, err } = await said([packFile('证据.evidence.zip')]);
  expect(err).toBe('');
  expect(code).toBe(0);
  expect(out).toMatch(/^1\+12\+68, made 2026-11-29T00:00:00\.000Z by Cuntong 0\.2\.0\n/);
  expect(out).toMatch(
    /\n(\d+) of \1 figures come out the same\n0 faults found by the check of the plan\nfingerprint (?:[\da-f]{4} ){8}\(.*\)\nsound: files agree with the checksums in the pack/,
  );
});

it('names a file that was changed, and ends with 1', async () => {
  const changed = strToU8(`${new TextDecoder().decode(files[projectName])}\n`);
  const { code, out } = await said([packFile('b.zip', { [projectName]: changed }), '--json']);
  expect(code).toBe(1);
  expect(JSON.parse(out)).toMatchObject({
    isSound: false,
    files: expect.arrayContaining([{ name: projectName, state: 'changed' }]) as unknown,
  });
});

it('says in words what is no pack, and which file it was', async () => {
  const path = join(folder, 'c.zip');
  writeFileSync(path, 'no archive');
  const { code, out, err } = await said([path]);
  expect(code).toBe(1);
  expect(out).toBe('');
  expect(err).toContain('c.zip');
});

it('asks for one file', () => {
  expect(() => verify.run([])).toThrow(UsageError);
  expect(() => verify.run(['a.zip', 'b.zip'])).toThrow(UsageError);
});
