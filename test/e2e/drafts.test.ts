import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { cell, isCell, openColumn, openTables, read } from './gridPage.ts';
import { openApp, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
/** One page for all, each test leaving nothing kept: opening it takes longer than what is tested here. */
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query }));
  await openTables(page);
});
afterAll(async () => {
  await browser.close();
});

/** The second station opens at another hour. */
async function setOpenClock(page: Page, clock: string): Promise<void> {
  await cell(page, 1, openColumn).click();
  await page.keyboard.type(clock);
  await page.keyboard.press('Enter');
  await isOpenClock(page, clock);
}
const isOpenClock = (page: Page, clock: string): Promise<unknown> => isCell(page, 1, openColumn, clock);

describe('work kept in the browser', () => {
  it('is offered after the page was closed, goes on where it stopped, and is gone once refused', async () => {
    const before = await read(page, 1, openColumn);
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
    await waitForResult(page, true);
    expect(await page.locator('[data-restore]').count()).toBe(0);
    expect(faults).toEqual([]);
  });

  it('of an earlier version, kept before tables were packed, is offered and goes on', async () => {
    const text = readFileSync(new URL('../fixtures/drafts/unpacked-tables.json', import.meta.url), 'utf8');
    await page.evaluate(async (json) => {
      const kinds = { Float64Array, Int32Array, Uint8Array } as const;
      type Typed = { typed?: keyof typeof kinds; values: (number | null)[] };
      const kept = JSON.parse(json, (_key, value: Typed | null) =>
        value?.typed ? kinds[value.typed].from(value.values.map((number) => number ?? Number.NaN)) : value,
      ) as { county: { id: string } };
      const database = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('cuntong', 1);
        opening.onsuccess = () => resolve(opening.result);
        opening.onerror = () => reject(new Error('no database'));
      });
      await new Promise<void>((resolve, reject) => {
        const writing = database.transaction('drafts', 'readwrite');
        writing.objectStore('drafts').put(kept, kept.county.id);
        writing.oncomplete = () => resolve();
        writing.onerror = () => reject(new Error('not kept'));
      });
      database.close();
    }, text);
    await page.reload();
    await page.waitForSelector('[data-restore]');
    expect(await page.innerText('[data-restore]')).toContain('石桥县');
    await page.click('[data-restore] .ant-btn-primary');
    await page.waitForSelector('[data-restore]', { state: 'detached' });
    // The second scenario was on the screen: seven stations and the centre.
    await page.waitForFunction(() => document.querySelectorAll('[data-kind="station"]').length === 8);
    expect(faults).toEqual([]);
  });

  it('says so when the disk is full, and the work on the screen stays', async () => {
    await openTables(page);
    await page.click('[data-room="data"]');
    // What a browser without room answers when anything is to be kept.
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await setOpenClock(page, '09:20');
    const warning = page.locator('.data-section .ant-alert-warning');
    await warning.waitFor();
    expect(await warning.innerText()).toContain('保存项目');
    await isOpenClock(page, '09:20');
    expect(faults).toEqual([]);
  });
});
