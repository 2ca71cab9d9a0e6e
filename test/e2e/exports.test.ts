import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('files on their way out', () => {
  it('every export is a file of its kind, in the language on the screen', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query, language: 'en' });
    await page.waitForSelector('[data-kind="station"]');
    await waitForResult(page, true);
    await page.click('[data-room="data"]');
    const workbook = unzipSync(new Uint8Array((await download(page, '[data-export="xlsx"]')).bytes));
    expect(new TextDecoder().decode(workbook['xl/workbook.xml'])).toContain('name="Stations"');
    const csv = (await download(page, '[data-export="table-csv"]')).bytes.toString('utf8');
    expect(csv.split('\r\n')[0]).toContain('Township');
    const network = await download(page, '[data-export="geojson"]');
    const parts = Object.values(unzipSync(new Uint8Array(network.bytes)));
    for (const part of parts)
      expect(JSON.parse(new TextDecoder().decode(part))).toMatchObject({ type: 'FeatureCollection' });
    for (const [format, root] of [
      ['gpx', '<gpx'],
      ['kml', '<kml'],
    ] as const) {
      const tracks = unzipSync(new Uint8Array((await download(page, `[data-export="${format}"]`)).bytes));
      expect(Object.keys(tracks).length).toBeGreaterThan(0);
      for (const track of Object.values(tracks)) expect(new TextDecoder().decode(track)).toContain(root);
    }
    expect(faults).toEqual([]);
    await page.close();
  });
});
