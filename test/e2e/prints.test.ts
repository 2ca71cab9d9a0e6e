import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { englishSaid, seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';

let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, {
    baseUrl: inject('baseUrl'),
    query: '&map=simple&iterations=60',
  }));
  page.setDefaultTimeout(30_000);
  await waitForResult(page, true);
  await page.click('[data-room="data"]');
});
afterAll(async () => {
  await browser.close();
});

const open = async (kind: string): Promise<void> => {
  await page.click(`[data-print="${kind}"]`);
  await page.waitForSelector('[data-print-now]:not([disabled])');
};
const texts = (selector: string): Promise<string[]> => page.locator(selector).allInnerTexts();

describe('what is put on paper', () => {
  it('a summary with the figures of the screen, the lines and a budget that adds up', async () => {
    const shown = await page.locator('[data-kpi="yuanPerParcel"] [data-value]').innerText();
    const lineCount = await page.locator('.lines-table [data-line]').count();
    await open('summary');
    expect((await texts('.sheet .plain-table tbody tr')).some((row) => row.includes(`${shown} 元/件`))).toBe(
      true,
    );
    expect(await page.locator('.sheet .print-map').count()).toBe(1);
    const tables = page.locator('.sheet .sheet-table');
    expect(await tables.first().locator('tbody tr').count()).toBe(lineCount);
    const amounts = (await texts('[data-budget] tbody td:nth-of-type(1)')).map((text) =>
      Number(text.replaceAll(',', '')),
    );
    // C1 to C9, then their sum; each row is rounded to a hundredth.
    const parts = amounts.slice(0, 9).reduce((sum, each) => sum + each, 0);
    expect(amounts[9]).toBeGreaterThan(0);
    expect(Math.abs(amounts[9]! - parts)).toBeLessThan(0.05);
    expect(await seriousFaults(page, '.prints')).toEqual([]);
    expect(await englishSaid(page, '.prints-bar')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(await page.locator('.prints').count()).toBe(0);
  });

  it('takes the keyboard while it is open and gives it back to the button', async () => {
    await open('lines');
    expect(await page.evaluate(() => document.activeElement?.className)).toBe('prints');
    for (let step = 0; step < 6; step++) {
      await page.keyboard.press('Tab');
      const isInside = await page.evaluate(
        () => document.activeElement === document.body || document.activeElement?.closest('.prints') !== null,
      );
      expect(isInside).toBe(true);
    }
    await page.click('[data-print-close]');
    await page.waitForFunction(() => document.activeElement?.matches('[data-print="lines"]') ?? false);
  });

  it('a sheet for each line with its stops in order, and on paper nothing but the sheets', async () => {
    const ids = await page
      .locator('.lines-table [data-line]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-line')));
    await page.click('[data-print-lines]');
    await page.waitForSelector('[data-print-now]:not([disabled])');
    const sheets = await page
      .locator('[data-sheet]')
      .evaluateAll((all) => all.map((sheet) => sheet.getAttribute('data-sheet')));
    expect(sheets).toEqual(ids);
    const clocks = (await texts('[data-sheet]:first-child tbody tr:not(.sheet-end) td:nth-of-type(3)')).map(
      (text) => text.slice(0, 5),
    );
    expect(clocks.length).toBeGreaterThan(2);
    expect(clocks).toEqual(clocks.toSorted());
    await page.evaluate(() => {
      globalThis.print = () => document.body.setAttribute('data-printed', document.title);
    });
    await page.click('[data-print-now]');
    expect(await page.getAttribute('body', 'data-printed')).toContain('合水县');
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf).toMatch(/\/MediaBox \[0 0 59[45][.\d]* 84[12][.\d]*\]/);
    // Every line begins a page; one of many stops may need two.
    const pages = pdf.match(/\/Type\s*\/Page[^s]/g)?.length ?? 0;
    expect(pages).toBeGreaterThanOrEqual(ids.length);
    expect(pages).toBeLessThanOrEqual(2 * ids.length);
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.header').isVisible()).toBe(false);
    expect(await page.locator('.prints-bar').isVisible()).toBe(false);
    expect(await page.locator('[data-sheet]').last().isVisible()).toBe(true);
    await page.emulateMedia({ media: 'screen' });
    await page.keyboard.press('Escape');
    expect(await page.title()).not.toContain('合水县');
  });

  it('a timetable with every station once, under its township', async () => {
    await open('stations');
    const townships = await page.locator('[data-township]').count();
    expect(townships).toBe(12);
    const stations = await texts('[data-township] tbody th');
    // 12 township stations and 68 village stations.
    expect(stations.length).toBe(80);
    await page.keyboard.press('Escape');
  });

  it('villages to visit, as many as asked for, and what the visits prove', async () => {
    await open('sample');
    expect(await page.locator('[data-village]').count()).toBe(20);
    // 20 of 80 visited, none without a station: then 71 of 80 have one at least, 88.75 %; the target is 80 %.
    const [none, , , four] = await texts('[data-proof] tbody tr');
    expect(none).toMatch(/^0\s+88.8%\s+能/);
    expect(four).toContain('不能');
    await page.fill('[data-sample-count] input, input[data-sample-count]', '12');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelectorAll('[data-village]').length === 12);
    // Heshui has twelve townships: one village in each.
    const townships = await texts('[data-village] td:nth-of-type(2)');
    expect(new Set(townships).size).toBe(12);
    expect(await seriousFaults(page, '.prints')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });
});
