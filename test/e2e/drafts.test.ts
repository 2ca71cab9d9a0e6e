import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

async function openTables(page: Page): Promise<void> {
  page.setDefaultTimeout(30_000);
  await page.waitForSelector('[data-kind="station"]');
  await page.click('[data-tab="tables"]');
  await page.waitForSelector('[data-table="stations"] [data-cell="1 6"]');
}
const openClock = '.tables-body [data-cell="1 6"]';
/** The second station opens at another hour. */
async function setOpenClock(page: Page, clock: string): Promise<void> {
  await page.click(openClock);
  await page.keyboard.type(clock);
  await page.keyboard.press('Enter');
  await isOpenClock(page, clock);
}
const isOpenClock = (page: Page, clock: string): Promise<unknown> =>
  page.waitForFunction(
    ([selector, wanted]) => document.querySelector(selector)?.textContent?.trim() === wanted,
    [openClock, clock] as const,
  );

describe('work kept in the browser', () => {
  it('is offered after the page was closed, goes on where it stopped, and is gone once refused', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    const before = (await page.innerText(openClock)).trim();
    await page.click('[data-room="data"]');
    await setOpenClock(page, '09:15');
    await page.waitForFunction(() => document.body.textContent?.includes('已自动保存在本机'));

    await page.reload();
    await page.waitForSelector('[data-restore]');
    expect(await page.innerText('[data-restore]')).toContain('1 步修改');
    await page.click('[data-restore] .ant-btn-primary');
    await page.waitForSelector('[data-restore]', { state: 'detached' });
    await openTables(page);
    await isOpenClock(page, '09:15');

    // Not wanted: the county is as it came, and nothing is offered again.
    await page.reload();
    await page.waitForSelector('[data-restore]');
    await page.click('[data-restore] button:not(.ant-btn-primary)');
    await page.waitForSelector('[data-restore]', { state: 'detached' });
    await openTables(page);
    await isOpenClock(page, before);
    await page.reload();
    await openTables(page);
    expect(await page.locator('[data-restore]').count()).toBe(0);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('says so when the disk is full, and the work on the screen stays', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    await page.click('[data-room="data"]');
    // What a browser without room answers when anything is to be kept.
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await setOpenClock(page, '09:15');
    const warning = page.locator('.data-section .ant-alert-warning');
    await warning.waitFor();
    expect(await warning.innerText()).toContain('保存项目');
    await isOpenClock(page, '09:15');
    expect(faults).toEqual([]);
    await page.close();
  });
});
