import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { openBrowser } from './browser.ts';
import { hashOfSimulation } from './simulationInPage.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

/** The core with its planner and simulation as one script. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      lib: {
        entry: join(import.meta.dirname, 'simulationInPage.ts'),
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
    await page.addScriptTag({ content: await bundled() });
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
