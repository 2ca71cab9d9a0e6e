import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { openApp, speak, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
const andorraPath = new URL('../fixtures/roads/andorra.osm.pbf', import.meta.url).pathname;
/** One page for all: opening it takes longer than what is tested here. */
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query: '&map=simple&iterations=60' }));
  await waitForResult(page, true);
});
afterAll(async () => {
  await browser.close();
});

describe('the distance table', () => {
  it('gives km and minutes between stations, and the turns of a way, by keyboard', async () => {
    await page.click('[data-tab="distances"]');
    await page.click('.distances-offer button:nth-child(1)');
    await page.waitForSelector('.distances-grid');
    // The depot and eleven of the twelve township stations at first: 12 x 11 figures.
    expect(await page.locator('.distances-grid .cell-button').count()).toBe(132);
    const cell = page.locator('.distances-grid .cell-button').nth(2);
    const km = Number(await cell.innerText());
    expect(km).toBeGreaterThan(1);
    await cell.focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.way-list .total-row');
    const total = await page.locator('.way-list .total-row td').first().innerText();
    expect(Number(total)).toBeCloseTo(km, 1);
    expect(await allFaults(page, '.distances-pane')).toEqual([]);
    await page.click('.distances-pane button >> text=/^收\\s?起$/');
    await page.waitForSelector('.distances-offer');
    expect(faults).toEqual([]);
  });

  it('checks roads just read by the places in their file', async () => {
    await speak(page, 'en');
    await page.click('.rail >> text=Roads');
    await page.click('.roads-body .ant-checkbox-input');
    await page.setInputFiles('.roads-body input[type="file"]', andorraPath);
    await page.waitForSelector('[data-count="places"]', { timeout: 60_000 });
    await page.click('[data-tab="distances"]');
    await page.click('.distances-offer button:nth-child(2)');
    await page.waitForSelector('.distances-grid', { timeout: 60_000 });
    expect(await page.innerText('.distances-choice')).toContain('59 places');
    await page.locator('.distances-grid .cell-button').first().click();
    await page.waitForSelector('.way-list .total-row');
    // Andorra's main roads have numbers: CG-1 to CG-6.
    expect(await page.innerText('.way-list')).toMatch(/CG|Carretera|Avinguda|road/i);
    expect(faults).toEqual([]);
  });
});
