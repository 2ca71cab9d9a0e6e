import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { choose, openApp, waitForMap, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

describe('without a network', () => {
  it('goes on working after it has loaded, and opens again', async () => {
    const { page, faults } = await openApp(browser, {
      baseUrl,
      query: '&iterations=300',
      mayKeepOffline: true,
    });
    await waitForResult(page);
    await page.waitForSelector('.rail-offline', { timeout: 60_000 });
    await page.context().setOffline(true);

    // A county not opened before: tables, workers, map and fonts come from this computer.
    await choose(page, '.county-picker', 2);
    await page.waitForFunction(() => document.querySelector('.county-picker')?.textContent?.includes('116'));
    await waitForResult(page, true);
    await page.click('.rail >> text=道路');
    expect(faults).toEqual([]);

    await page.reload();
    await waitForResult(page, true);
    await waitForMap(page);
    expect(await page.innerText('.scenario-picker')).toContain('1+12+68');
    expect(faults).toEqual([]);
    await page.close();
  }, 180_000);
});
