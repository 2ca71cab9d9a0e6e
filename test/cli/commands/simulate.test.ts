import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { simulate } from '../../../src/cli/commands/simulate.ts';
import { readCountyFiles } from '../../../src/cli/countyFiles.ts';
import { UsageError } from '../../../src/cli/options.ts';
import { writeScenarioFile } from '../../../src/core/file/write.ts';
import { readCounty } from '../../../src/core/io/readCounty.ts';

afterEach(() => vi.restoreAllMocks());

async function printed(args: readonly string[]): Promise<string> {
  const lines: string[] = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void lines.push(text));
  vi.spyOn(console, 'error').mockImplementation(() => {});
  expect(await simulate.run([...args])).toBe(0);
  return lines.join('\n');
}
const small = ['--days', '4', '--replications', '3', '--seed', '5', '--iterations', '40', '--json'];

describe('simulate', () => {
  it('prints quantiles per village and overall, parcels, cost entries and baselines; the same bytes for one worker and two', async () => {
    const one = await printed(['heshui', '--scenario', '1+12+68', ...small, '--workers', '1']);
    const two = await printed(['heshui', '--scenario', '1+12+68', ...small, '--workers', '2']);
    expect(two).toBe(one);
    const answer = JSON.parse(one);
    const { created, delivered, inSystem } = answer.parcels;
    expect(created).toBe(delivered + inSystem);
    expect(created).toBeGreaterThan(10_000);
    for (const key of ['medianH', 'p90H', 'p95H', 'worstH', 'shareWithin48h']) {
      expect(answer.times[key].low, key).toBeLessThanOrEqual(answer.times[key].mean);
      expect(answer.villages[0].times[key].mean, key).toBeGreaterThan(0);
    }
    expect(answer.villages.length).toBeGreaterThan(80);
    expect(Object.keys(answer.costYuanPerDay)).toHaveLength(10);
    expect(answer.cost.rows.map((row: { entry: string }) => row.entry)).toContain('S1');
    expect(answer.baselines.map((row: { kind: string }) => row.kind)).toEqual(['B1', 'B2', 'B3']);
    expect(answer.savings[0].saving.service.basis).toBe('actual');
    expect(answer.summaryHash).toMatch(/^[0-9a-f]{16}$/);
  }, 120_000);

  it('takes a scenario file, couriers and a contract price', async () => {
    const county = readCounty(readCountyFiles('heshui'));
    if (!county.ok) throw new Error('heshui does not read');
    const scenario = county.value.scenarios.find(({ id }) => id === '1+17')!;
    const path = join(mkdtempSync(join(tmpdir(), 'cuntong-')), 'scenario.json');
    writeFileSync(path, writeScenarioFile(scenario, { appVersion: 'test', savedAt: '2026-01-01T00:00:00Z' }));
    const args = [path, ...small, '--couriers', '2,1,1', '--contract', '0.9'];
    const answer = JSON.parse(await printed(args));
    expect(answer.scenarioId).toBe('1+17');
    expect(answer.baselines[0].operatorCount).toBe(3);
    const contract = answer.savings.find(
      ({ saving }: { saving: { baseline: string } }) => saving.baseline === 'contract',
    );
    expect(contract.beforeYuanPerParcel).toBe(0.9);
  }, 120_000);

  it('says what is wrong with its options', async () => {
    await expect(simulate.run(['heshui', '--days', '0'])).rejects.toThrow(UsageError);
    await expect(simulate.run(['heshui', '--couriers', '1,-1'])).rejects.toThrow(/shares above 0/);
    await expect(simulate.run([])).rejects.toThrow(UsageError);
  });
});
