import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';

let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, {
    baseUrl: inject('baseUrl'),
    query: '&map=simple',
  }));
  page.setDefaultTimeout(30_000);
  await waitForResult(page, true);
  await page.click('[data-tab="stops"]');
  await page.waitForSelector('[data-stop]');
});
afterAll(async () => {
  await browser.close();
});

const budget = (): Promise<string> => page.locator('[data-stops="budget"]').innerText();
const income = () => page.locator('.stop-income input');

describe('what each stop costs', () => {
  it('is there for every village on a line, at the mean cost as long as nobody says what a parcel brings', async () => {
    const shown = await page.locator('[data-kpi="yuanPerParcel"] [data-value]').first().innerText();
    expect(shown).toContain(await income().inputValue());
    // Heshui's 68 village stations.
    expect(await budget()).toMatch(/^68 站中 \d+ 站/);
    expect(await page.locator('.colour-legend').innerText()).toContain('件够不够付');
    expect(await seriousFaults(page, '.stops-pane')).toEqual([]);
    expect(faults).toEqual([]);
  });

  it('is selected with map and lines', async () => {
    const row = page.locator('[data-stop]').first();
    await row.locator('.text-button').click();
    expect(await row.locator('.text-button').getAttribute('aria-pressed')).toBe('true');
    await page.click('[data-tab="lines"]');
    await page.waitForSelector(`.timetable .row-chosen[data-station="${await selected()}"]`);
    await page.click('[data-tab="stops"]');
    await page.waitForSelector('.stop-table .row-selected');
  });

  it('follows what a person says a parcel brings, which can be undone', async () => {
    const before = await budget();
    await income().fill('9');
    await page.waitForFunction(() =>
      document.querySelector('[data-stops="budget"]')?.textContent?.startsWith('68 站的件都付得起'),
    );
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForFunction(
      (text) => document.querySelector('[data-stops="budget"]')?.textContent === text,
      before,
    );
  });

  it('can be charged with a share of everything', async () => {
    await page.click('.stops-pane .ant-segmented-item >> nth=1');
    await page.waitForFunction(() =>
      document.querySelector('[data-stops="budget"]')?.textContent?.includes('分到的成本'),
    );
    expect(await page.locator('.stop-summary summary').innerText()).toContain('乡镇站');
    expect(await seriousFaults(page, '.stops-pane')).toEqual([]);
    expect(faults).toEqual([]);
  });
  it('follows another scenario that was solved before', async () => {
    const choose = async (name: string): Promise<void> => {
      await page.click('.scenario-picker');
      await page.click(`.ant-select-dropdown:visible .ant-select-item-option >> text=${name}`);
    };
    await choose('1+17');
    await page.waitForFunction(() =>
      document.querySelector('[data-stops="budget"]')?.textContent?.startsWith('17 站'),
    );
    await choose('1+12+68');
    await page.waitForFunction(() =>
      document.querySelector('[data-stops="budget"]')?.textContent?.startsWith('68 站中'),
    );
  });

  it('is put on paper for the budget, with the sums of the screen', async () => {
    const year = /（([\d,]+) 元\/年）/.exec(await budget())![1]!;
    await page.click('.stops-pane button:has(.anticon-printer)');
    await page.waitForSelector('[data-sheet="stops"] [data-stop-costs]');
    expect(await page.innerText('[data-stop-costs] [data-sum="share"]')).toBe(year);
    // Each of the 68 stations stands there once, under its township.
    expect(await page.locator('[data-stop-costs] tbody tr:has(td)').count()).toBe(68);
    expect(await seriousFaults(page, '.prints')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });
});

const selected = (): Promise<string | null> =>
  page.locator('.timetable .row-chosen').first().getAttribute('data-station');
