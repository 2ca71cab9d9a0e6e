import { readFileSync } from 'node:fs';
import { unzipSync, zipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { choose, openApp, waitForResult } from './openApp.ts';

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

  it('an evidence pack is computed again by whoever gets it; what was written over is told', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await waitForResult(page, true);
    await page.click('[data-room="data"]');
    const { name, bytes } = await download(page, '[data-evidence-export]');
    expect(name).toMatch(/^heshui-1\+12\+68-\d{4}-\d\d-\d\d\.evidence\.zip$/);
    const files = unzipSync(new Uint8Array(bytes));
    const html = new TextDecoder().decode(files['report.html']);
    // The page stands alone: the map drawn in it, no script and nothing to load.
    expect(html).toContain('class="print-map"');
    expect(html).toContain('合水县');
    expect(html).not.toMatch(/<script|<link|src=|url\(/);
    const verify = async (pack: Record<string, Uint8Array>): Promise<void> => {
      await page.setInputFiles('.evidence-input', {
        name,
        mimeType: 'application/zip',
        buffer: Buffer.from(zipSync(pack)),
      });
    };
    await verify(files);
    await page.waitForSelector('[data-verified="sound"]');
    const fingerprint = await page.innerText('[data-made-evidence] code');
    expect(fingerprint).toMatch(/^([\da-f]{4} ?){8}$/);
    expect(await page.innerText('[data-fingerprint] code')).toBe(fingerprint);
    const record = JSON.parse(new TextDecoder().decode(files['plan.json'])) as {
      kpis: { key: string; value: number }[];
    };
    const kpis = record.kpis.map((row) => (row.key === 'savingShare' ? { ...row, value: 0.5 } : row));
    await verify({ ...files, 'plan.json': new TextEncoder().encode(JSON.stringify({ ...record, kpis })) });
    await page.waitForSelector('[data-verified="unsound"]');
    expect(await page.locator('[data-differs]').count()).toBe(1);
    expect(await page.innerText('[data-differs="savingShare"]')).toContain('50%');
    expect(await page.innerText('[data-files="changed"]')).toContain('plan.json');
    expect(await seriousFaults(page, '[data-evidence]')).toEqual([]);
    await verify({ 'manifest.json': new Uint8Array([0x7b]) });
    await page.waitForSelector('[data-evidence] .ant-alert >> text=不是村通的证据包');
    // It says nothing of another county.
    await choose(page, '.county-picker', 2);
    await page.waitForFunction(() => document.querySelector('.county-picker')?.textContent?.includes('泸溪'));
    expect(await page.locator('[data-evidence] .ant-alert, [data-made-evidence]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });
});
