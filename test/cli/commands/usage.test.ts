import { chmodSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Command } from '../../../src/cli/command.ts';
import { counties } from '../../../src/cli/commands/counties.ts';
import { exportCommand } from '../../../src/cli/commands/export.ts';
import { run } from '../../../src/cli/commands/run.ts';
import { schema } from '../../../src/cli/commands/schema.ts';
import { simulate } from '../../../src/cli/commands/simulate.ts';
import { vrp } from '../../../src/cli/commands/vrp.ts';
import { UsageError } from '../../../src/cli/options.ts';

const instance = (path: string): string =>
  fileURLToPath(new URL(`../../fixtures/instances/${path}`, import.meta.url));
const cvrp = instance('cvrp-classic/P-n16-k8.vrp');
const folder = mkdtempSync(join(tmpdir(), 'cuntong-usage-'));
const file = (name: string, text = ''): string => {
  writeFileSync(join(folder, name), text);
  return join(folder, name);
};
mkdirSync(join(folder, 'heshui'));

afterEach(() => {
  vi.restoreAllMocks();
  process.chdir(fileURLToPath(new URL('../../..', import.meta.url)));
});

async function refusal(command: Command, args: readonly string[]): Promise<string> {
  const error = await command.run([...args]).then(
    () => new Error('was accepted'),
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(UsageError);
  return (error as Error).message;
}

describe('calls that cannot be meant are refused in one line, before any work', () => {
  test.each<[string, Command, readonly string[], RegExp]>([
    ['a schema of nothing', schema, ['foo'], /^usage: schema/],
    ['an unknown option', counties, ['--foo'], /--foo/],
    ['a word too many', counties, ['heshui'], /^usage: counties/],
    ['an unknown clock', vrp, [cvrp, '--clock', 'foo'], /--clock takes cpu or wall, not "foo"/],
    ['a second instance', vrp, [cvrp, cvrp], /^usage: vrp/],
    ['no worker', vrp, [cvrp, '--workers', '0'], /--workers takes at least 1/],
    [
      'several workers for a periodic problem',
      vrp,
      [instance('pvrp-cordeau/p02'), '--workers', '2'],
      /a PVRP is searched by one worker/,
    ],
    ['no operator', simulate, ['heshui', '--operators', '0'], /--operators takes at least 1/],
    [
      'tables into a folder that is not there',
      simulate,
      ['heshui', '--tables', '/nonexistent/x.csv'],
      /cannot write \/nonexistent\/x.csv/,
    ],
    ['tables into a folder', simulate, ['heshui', '--tables', folder], /it is a folder/],
    ['a folder for a scenario', run, [folder], /no county and no file/],
    [
      'an export into a file',
      exportCommand,
      ['heshui', '--format', 'json', '--out', file('out')],
      /cannot write into .*: it is a file/,
    ],
    [
      'a plan that breaks off',
      run,
      [file('cut.json', '{"format": "cuntong-scen')],
      /file\.truncated.*breaks off/,
    ],
    ['a plan that is none', run, [file('words.json', 'hello')], /file\.schema.*not a Cuntong plan/],
  ])('%s', async (_, command, args, words) => {
    expect(await refusal(command, args)).toMatch(words);
  });

  test('a file that must not be read', async () => {
    const path = file('secret.json', '{}');
    chmodSync(path, 0);
    // Root reads everything.
    const words = process.getuid?.() === 0 ? /file\./ : /cannot read/;
    expect(await refusal(run, [path])).toMatch(words);
  });
});

test('a folder with the name of a county does not hide the county', async () => {
  process.chdir(folder);
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  const out = join(folder, 'exported');
  expect(await exportCommand.run(['heshui', '--format', 'json', '--out', out])).toBe(0);
  expect(lines.join()).toContain('heshui-');
});
