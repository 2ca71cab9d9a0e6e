import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { choose, openApp, waitForResult } from './openApp.ts';

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
  page.setDefaultTimeout(45_000);
  await page.waitForSelector('[data-kind="station"]');
  await page.click('[data-tab="tables"]');
  await page.waitForSelector('[data-table="stations"] [data-cell="0 0"]');
}
const cell = (page: Page, row: number, column: number) =>
  page.locator(`.tables-body [data-cell="${row} ${column}"]`);
/** What stands in a cell, without the words for screen readers that follow. */
const read = async (page: Page, row: number, column: number): Promise<string> =>
  (await cell(page, row, column).innerText()).split('\n')[0]!.trim();
async function columnOf(page: Page, title: string): Promise<number> {
  const heads = await page.locator('.tables-body [role="columnheader"]').allInnerTexts();
  return heads.findIndex((head) => head.startsWith(title));
}
const undo = (page: Page): Promise<void> => page.click('.undo-buttons button >> nth=0');
async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('the tables below the map', () => {
  it('are edited like a spreadsheet: typed, pasted, filled down, in bulk; every step can be undone', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    await choose(page, '.table-select', 1);
    await page.waitForSelector('[data-table="places"] [data-cell="5 1"]');
    const delivery = await columnOf(page, '派件');
    const before = await Promise.all([3, 4, 5].map((row) => read(page, row, delivery)));

    await cell(page, 3, delivery).click();
    await page.keyboard.type('33');
    await page.keyboard.press('Enter');
    expect(await read(page, 3, delivery)).toBe('33');

    // Two columns and three rows as Excel puts them on the clipboard; what is no number is refused by itself.
    await cell(page, 3, delivery).click();
    await page.evaluate(() => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', '41\t4\r\n42\t5\r\nx\t6\r\n');
      const paste = new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true });
      document.activeElement?.dispatchEvent(paste);
    });
    expect(await Promise.all([3, 4, 5].map((row) => read(page, row, delivery)))).toEqual([
      '41',
      '42',
      before[2],
    ]);
    expect(await Promise.all([3, 4, 5].map((row) => read(page, row, delivery + 1)))).toEqual(['4', '5', '6']);
    expect(await page.innerText('.grid-news')).toContain('“x”不是数字');

    await cell(page, 3, delivery).click();
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    expect(await Promise.all([3, 4, 5].map((row) => read(page, row, delivery)))).toEqual(['41', '41', '41']);

    await page.click('.tables-bar >> text=批量修改');
    await choose(page, '.bulk-form .ant-select >> nth=0', 2);
    await page.fill('.bulk-form input[id]:not([role])', '×2');
    await page.click('.bulk-form button[type="submit"]');
    await page.waitForFunction(
      () => document.querySelector('.bulk-form [role="status"]')?.textContent !== ' ',
    );
    await page.keyboard.press('Escape');
    expect(await page.getAttribute('.undo-buttons button >> nth=0', 'disabled')).toBeNull();

    for (let step = 0; step < 4; step++) await undo(page);
    expect(await Promise.all([3, 4, 5].map((row) => read(page, row, delivery)))).toEqual(before);
    expect(faults).toEqual([]);
    await page.close();
  });

  it('are tied to the map: a village dragged to its real place is no longer approximate; places are added and deleted', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    const realPoints = () => page.innerText('.county-picker');
    expect(await realPoints()).toContain('4/80');
    // Another row is chosen first: the tools must follow what is dragged.
    await cell(page, 1, 0).click();
    await page.click('.tables-bar >> text=在地图上拖动');
    const village = page.locator('[data-kind="station"][data-id^="V"]').first();
    const box = (await village.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 30, box.y + 20, { steps: 4 });
    await page.mouse.up();
    await page.waitForFunction(() => document.querySelector('.county-picker')?.textContent?.includes('5/80'));
    const chosen = page.locator('.grid-row-chosen');
    await chosen.waitFor();
    expect(await chosen.innerText()).toContain('村级点');
    expect(await chosen.innerText()).toContain('真实坐标');
    await page.click('.tables-bar >> text=不拖了');

    const countOf = async (): Promise<number> =>
      Number(/\/(\d+)/.exec(await page.innerText('.tables-bar .hint'))?.[1]);
    const count = await countOf();
    await page.click('.tables-bar >> text=添加村');
    await page.fill('.add-name', '新坪村');
    await page.click('.add-place .add-select >> nth=1');
    await page.keyboard.press('Enter');
    await page.fill('.add-point', '108.02, 35.82');
    await page.click('.add-place button[type="submit"]');
    await page.waitForFunction(() =>
      document.querySelector('.grid-row-chosen')?.textContent?.includes('新坪村'),
    );
    expect(await countOf()).toBe(count + 1);
    await page.click('.tables-bar button[aria-label="删除所选的村"]');
    await page.waitForFunction(
      () => !document.querySelector('.tables-body')?.textContent?.includes('新坪村'),
    );
    expect(await countOf()).toBe(count);
    await undo(page);
    expect(await countOf()).toBe(count + 1);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('files in and out', () => {
  it('a project is saved, refused when damaged or newer, and opened again; the work stays', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    await cell(page, 1, 0).click();
    await page.keyboard.type('甲站');
    await page.keyboard.press('Enter');
    await page.click('[data-room="data"]');
    const { name, bytes } = await download(page, '[data-save]');
    expect(name).toMatch(/^合水县-\d{4}-\d\d-\d\d\.cuntong\.json$/);
    const open = (text: string): Promise<void> =>
      page.setInputFiles('.project-input', {
        name: '项目.json',
        mimeType: 'application/json',
        buffer: Buffer.from(text),
      });
    const text = bytes.toString('utf8');
    await open(text.slice(0, 5000));
    const refusal = page.locator('.data-section .ant-alert-error');
    await refusal.waitFor();
    expect(await refusal.innerText()).toContain('屏幕上的内容没有改动');
    expect(await read(page, 1, 0)).toBe('甲站');
    await open(JSON.stringify({ ...(JSON.parse(text) as object), formatVersion: 9 }));
    await page.waitForFunction(() =>
      document.querySelector('.data-section .ant-alert-error')?.textContent?.includes('请升级村通'),
    );
    expect(await read(page, 1, 0)).toBe('甲站');
    // Changed after it was saved: the file brings the name back, undo the change.
    await cell(page, 1, 0).click();
    await page.keyboard.type('乙站');
    await page.keyboard.press('Enter');
    await open(text);
    await refusal.waitFor({ state: 'detached' });
    await page.waitForFunction(
      () => document.querySelector('.tables-body [data-cell="1 0"]')?.textContent === '甲站',
    );
    await undo(page);
    expect(await read(page, 1, 0)).toBe('乙站');
    expect(faults).toEqual([]);
    await page.close();
  });

  it('edits outlive a closed tab; a full disk is told with what to do', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    await page.click('[data-room="data"]');
    await cell(page, 1, 0).click();
    await page.keyboard.type('丙站');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('.data-section [role="status"]')].some(
        ({ textContent }) => textContent !== '',
      ),
    );
    await page.reload();
    await page.click('[data-restore] .ant-btn-primary');
    await page.waitForSelector('[data-restore]', { state: 'detached' });
    await page.click('[data-tab="tables"]');
    await cell(page, 1, 0).waitFor();
    expect(await read(page, 1, 0)).toBe('丙站');
    // What a browser does when the disk is full.
    await page.evaluate(() => {
      IDBObjectStore.prototype.put = () => {
        throw new DOMException('no room', 'QuotaExceededError');
      };
    });
    await page.click('[data-room="data"]');
    await cell(page, 1, 0).click();
    await page.keyboard.type('丁站');
    await page.keyboard.press('Enter');
    const warning = page.locator('.data-section .ant-alert-warning');
    await warning.waitFor();
    expect(await warning.innerText()).toContain('请点“保存项目文件”');
    expect(await read(page, 1, 0)).toBe('丁站');
    expect(faults).toEqual([]);
    await page.close();
  });

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
