import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import type { Scenario } from '../../src/core/model/scenario.ts';
import { openBrowser } from './browser.ts';
import { planOfScenario } from './planInPage.ts';
import { hashOfSimulation } from './simulationInPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

/** A part of the core as one script; what it exports is in the global `cuntongCore`. */
async function bundled(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, entry),
        formats: ['iife'],
        name: 'cuntongCore',
      },
    },
  });
  const [output] = Array.isArray(built) ? built : [built];
  if (!output || !('output' in output)) throw new Error('nothing was built');
  return output.output[0].code;
}

describe('a simulation', () => {
  it('has the same hash, to the last bit, in Node and in Chromium', async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled('simulationInPage.ts') });
    for (const countyId of ['heshui', 'yanling']) {
      const county = readCounty(readCountyFiles(countyId));
      if (!county.ok) throw new Error(`${countyId} does not read`);
      const { scenarios, defaultScenarioId } = county.value;
      const text = JSON.stringify(scenarios.find(({ id }) => id === defaultScenarioId));
      const inPage = await page.evaluate(
        (scenarioText) =>
          (
            globalThis as unknown as { cuntongCore: { hashOfSimulation: (text: string) => string } }
          ).cuntongCore.hashOfSimulation(scenarioText),
        text,
      );
      expect(inPage, countyId).toBe(hashOfSimulation(text));
      expect(inPage).toMatch(/^[0-9a-f]{16}$/);
    }
    await page.close();
  }, 60_000);
});

/** Every rule for lines that there is, on every vehicle type that the county has. */
function withAllRules(scenario: Scenario): Scenario {
  const [first, last] = [scenario.vehicleTypes[0]!, scenario.vehicleTypes.at(-1)!];
  const villages = scenario.stations.filter(({ role }) => role === 'villageStation');
  return {
    ...scenario,
    policy: {
      ...scenario.policy,
      lineRules: {
        balance: { measure: 'time', yuanPerUnit: 5 },
        compactYuanPerKm: 0.2,
        townshipSplitYuan: 20,
        maxStopsPerLine: 25,
        maxKmPerLine: 260,
        maxHoursPerLine: 10.5,
        endsAtVillage: true,
        optionalStops: [{ stationId: villages[0]!.id, worthYuanPerDay: 30 }],
        forbiddenRoads: [{ vehicleTypeId: first.id, roadClasses: ['village'] }],
      },
    },
    locks: [
      {
        keep: 'sequence',
        originId: villages[1]!.hubId ?? scenario.depot.id,
        vehicleTypeId: last.id,
        stationIds: [villages[1]!.id, villages[2]!.id],
      },
    ],
  };
}

describe('a plan', () => {
  it('of the same seed and rounds is the same, byte for byte, in Node and in Chromium', async () => {
    const page = await browser.newPage();
    await page.addScriptTag({ content: await bundled('planInPage.ts') });
    for (const countyId of ['heshui', 'luxi']) {
      const county = readCounty(readCountyFiles(countyId));
      if (!county.ok) throw new Error(`${countyId} does not read`);
      const { scenarios, defaultScenarioId } = county.value;
      const shipped = scenarios.find(({ id }) => id === defaultScenarioId)!;
      for (const scenario of [shipped, withAllRules(shipped)]) {
        const text = JSON.stringify(scenario);
        const inPage = await page.evaluate(
          ([scenarioText, seed, iterations]) =>
            (
              globalThis as unknown as { cuntongCore: { planOfScenario: typeof planOfScenario } }
            ).cuntongCore.planOfScenario(scenarioText, seed, iterations),
          [text, 7, 6000] as const,
        );
        expect(inPage, countyId).toBe(planOfScenario(text, 7, 6000));
        expect(JSON.parse(inPage).lines.length, countyId).toBeGreaterThan(1);
      }
    }
    await page.close();
  }, 60_000);
});
