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
const temporary = (name: string, text: string): string => {
  const path = join(mkdtempSync(join(tmpdir(), 'cuntong-run-')), name);
  writeFileSync(path, text);
  return path;
};

interface Printed {
  readonly scenario: { readonly id: string };
  readonly kpis: readonly {
    readonly key: string;
    readonly value: number;
    readonly unit: string;
    readonly baseline?: string;
    readonly numerator?: number;
    readonly denominator?: number;
  }[];
}
const runHeshui = ['run', 'heshui', '--scenario', '1+12+68', '--seed', '3', '--iterations', '200', '--json'];

describe('the run command', () => {
  it('prints the same bytes twice, with the promised figures', async () => {
    const [first, second] = await Promise.all([cli(...runHeshui), cli(...runHeshui)]);
    expect(first.stdout).toBe(second.stdout);
    const printed = JSON.parse(first.stdout) as Printed;
    expect(Object.keys(printed)).toEqual(expect.arrayContaining(['scenario', 'plan', 'evaluation', 'kpis']));
    const kpi = (key: string) => printed.kpis.find((row) => row.key === key);
    for (const key of ['yuanPerParcel', 'shareWithin48h', 'lineCount', 'lineKmPerDay', 'dutyCount'])
      expect(kpi(key)?.value, key).toBeGreaterThan(0);
    expect(kpi('savingShare')?.baseline).toBe('B1');
    expect(kpi('villageCoverageShare')?.denominator).toBe(80);
    // 68 village stations at most; a search this short may leave one out.
    expect(kpi('villageCoverageShare')?.numerator).toBeGreaterThan(60);
    expect(kpi('villageCoverageShare')?.numerator).toBeLessThanOrEqual(68);
  });

  it('takes its own output as a scenario again', async () => {
    const { stdout } = await cli(...runHeshui);
    const again = await cli('run', temporary('out.json', stdout), ...runHeshui.slice(4));
    // Fields may stand in another order; what they say is the same.
    expect(JSON.parse(again.stdout)).toEqual(JSON.parse(stdout));
    const bare = JSON.stringify((JSON.parse(stdout) as Printed).scenario);
    const fromBare = await cli('run', temporary('scenario.json', bare), ...runHeshui.slice(4));
    expect(JSON.parse(fromBare.stdout)).toEqual(JSON.parse(stdout));
  });

  it('says in words what is wrong with a file', async () => {
    const path = temporary('broken.json', '{"format": "cuntong-scenario", "formatVersion": 999}');
    await expect(cli('run', path)).rejects.toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/file\.newerVersion.*newer/i) as string,
    });
  });
});
