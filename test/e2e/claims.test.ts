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
  await page.click('[data-tab="claims"]');
});
afterAll(async () => {
  await browser.close();
});

const verdictOf = (id: string) => page.locator(`[data-claim="${id}"]`).first().getAttribute('data-verdict');

describe('the claims of a report', () => {
  it('are held against the figures of the plan, with reasons', async () => {
    // Heshui's report: 12 township stations; 100 % of villages; 24 hours; 1,015 distribution points.
    expect(await verdictOf('HS-02')).toBe('holds');
    expect(await verdictOf('HS-05')).toBe('byDefinition');
    expect(await verdictOf('HS-15')).toBe('fails');
    expect(await verdictOf('HS-26')).toBe('noFigure');
    const shown = await page.locator('[data-kpi="worstCountyToVillageH"] [data-value]').first().innerText();
    const words = await page.locator('[data-claim="HS-15"]').innerText();
    expect(words).toContain(`${shown} 小时`);
    expect(words).toContain('不符');
    expect(await page.locator('[data-claim="HS-19"]').innerText()).toContain('整合前 B1');
    expect(await seriousFaults(page, '.claims-pane')).toEqual([]);
  });

  it('say of times what they rest on, and of savings what they are against', async () => {
    expect(await page.locator('[data-claim="HS-15"]').first().innerText()).toContain('平均日');
    // Against separate couriers 10 % holds, against an operation pooled already it does not.
    await page.waitForSelector('[data-claim="HS-19"][data-verdict="byDefinition"]', { timeout: 60_000 });
    const saving = await page.locator('[data-claim="HS-19"]').first().innerText();
    for (const before of ['整合前 B1', '整合前 B2', '整合前 B3']) expect(saving).toContain(before);
    expect(saving).toContain('结论不同');
  });

  it('can be held against a figure chosen by hand, which can be undone', async () => {
    const choice = page.locator('[data-claim="HS-26"] select').first();
    const figures = await choice
      .locator('option')
      .evaluateAll((all) => all.map((each) => each.getAttribute('value')));
    const chosen = figures.find((value) => value !== null && value !== '' && value !== 'none')!;
    await choice.selectOption(chosen);
    await page.waitForFunction(
      () => document.querySelector('[data-claim="HS-26"]')?.getAttribute('data-verdict') !== 'noFigure',
    );
    expect(await page.locator('[data-claim="HS-26"]').first().innerText()).toContain('人工选定');
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForFunction(
      () => document.querySelector('[data-claim="HS-26"]')?.getAttribute('data-verdict') === 'noFigure',
    );
    expect(await choice.inputValue()).toBe('');
  });

  it('can be edited from there, and put on paper', async () => {
    await page.click('.claims-pane button:has(.anticon-edit)');
    await page.waitForSelector('[data-tab="tables"][aria-selected="true"]');
    await page.click('[data-tab="claims"]');
    await page.click('.claims-pane button:has(.anticon-printer)');
    await page.waitForSelector('[data-print-now]:not([disabled])');
    const sheet = page.locator('[data-sheet="claims"]');
    expect(await sheet.locator('[data-claim]').count()).toBe(32);
    expect(await sheet.innerText()).toContain('看口径');
    expect(await seriousFaults(page, '.prints')).toEqual([]);
    await page.keyboard.press('Escape');
    expect(faults).toEqual([]);
  });
});
