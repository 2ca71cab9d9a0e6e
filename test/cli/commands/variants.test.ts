import { execFile } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';

const root = new URL('../../..', import.meta.url);
const execute = promisify(execFile);
const cli = (...args: string[]): Promise<{ stdout: string; stderr: string }> =>
  execute(process.execPath, ['src/cli/bundled.mjs', 'src/cli/main.ts', ...args], {
    cwd: root,
    maxBuffer: 1 << 26,
  });
const wordsOf = (args: readonly string[]): Promise<string> =>
  cli('variants', ...args).then(
    () => '',
    (error: { stderr: string }) => error.stderr,
  );

describe('the variants command', () => {
  it("tells what may change of today's lines, and what it is worth", async () => {
    const run = await cli('run', 'heshui', '--scenario', '1+12+65', '--iterations', '1500', '--json');
    const { scenario, plan } = JSON.parse(run.stdout);
    const driven = { ...scenario, todaysPlan: { lines: plan.lines, duties: plan.duties } };
    const path = join(mkdtempSync(join(tmpdir(), 'cuntong-variants-')), 'driven.json');
    writeFileSync(path, JSON.stringify(driven));
    const { stdout } = await cli('variants', path, '--changes', 'free,0', '--iterations', '1500', '--json');
    const { variants } = JSON.parse(stdout) as {
      variants: { key: string; changedStationCount: number; totalYuanPerDay: number; faults: unknown[] }[];
    };
    expect(variants.map(({ key }) => key)).toEqual(['asGiven', 'changes-0', 'changes-free']);
    const [, unchanged, free] = variants;
    expect(unchanged!.changedStationCount).toBe(0);
    expect(free!.totalYuanPerDay).toBeLessThanOrEqual(unchanged!.totalYuanPerDay + 1e-6);
    expect(variants.flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('tells from how many parcels on a station is worth a visit a day', async () => {
    const { stdout } = await cli(
      'variants',
      'heshui',
      '--frequency',
      '1,0.5,0',
      '--iterations',
      '300',
      '--json',
    );
    const { variants } = JSON.parse(stdout) as {
      variants: { key: string; shareWithin48h: number; faults: unknown[] }[];
    };
    // All 80 stations, the 40 with most parcels and one that has as many whole ones as the last of them, none.
    expect(variants.map(({ key }) => key)).toEqual([
      'asGiven',
      'frequency-80',
      'frequency-41',
      'frequency-0',
    ]);
    expect(variants.flatMap(({ faults }) => faults)).toEqual([]);
    expect(variants[3]!.shareWithin48h).toBeLessThan(variants[1]!.shareWithin48h);
  });

  it('says in words what cannot be asked', async () => {
    const [none, two, wrong, beyond] = await Promise.all([
      wordsOf(['heshui', '--changes', '0,0.1']),
      wordsOf(['heshui', '--lines', '3-4', '--volumes', '2']),
      wordsOf(['heshui', '--volumes', '0']),
      wordsOf(['heshui', '--frequency', '0,1.5']),
    ]);
    expect(none).toContain("no lines of today's");
    expect(two).toContain('one at a time');
    expect(wrong).toContain('--volumes');
    expect(beyond).toContain('--frequency: not a list of shares');
  });
});
