import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { defaultRunOptions, runScenario } from '../../src/core/run/runScenario.ts';
import { toEnd } from '../../src/core/toEnd.ts';

/**
 * The figures a stranger sees on the sample counties. When one changes, it changes here and in a headline of
 * CHANGELOG.md, in the same commit.
 */
const published = JSON.parse(
  readFileSync(new URL('./published-figures.json', import.meta.url), 'utf8'),
) as Record<string, Record<string, number>>;

describe('published figures', () => {
  it.each(Object.entries(published))('of %s are those of seed 1 and 20,000 iterations', (name, figures) => {
    const [countyId, scenarioId] = name.split(' ');
    const county = readCounty(readCountyFiles(countyId!));
    if (!county.ok) throw new Error(`${countyId} does not read`);
    const scenario = county.value.scenarios.find((candidate) => candidate.id === scenarioId)!;
    const { kpis } = toEnd(runScenario(scenario, defaultRunOptions));
    for (const [key, value] of Object.entries(figures)) {
      // Nine digits: sums of floating-point numbers may differ in the last bit between engines.
      expect(kpis.find((row) => row.key === key)!.value, key).toBeCloseTo(value, 9);
    }
  });
});
