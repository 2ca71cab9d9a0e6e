import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import {
  cell,
  closeColumn,
  isCell,
  lonColumn,
  nameColumn,
  openColumn,
  openTables,
  paste,
  qualityColumn,
  read,
  readDown,
  undo,
} from './gridPage.ts';
import { openApp, speak } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
/** One page for all, each test leaving it as it was: opening it takes longer than what is tested here. */
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query, width: 1700 }));
  await openTables(page);
});
afterAll(async () => {
  await browser.close();
});

const stationCount = (): Promise<number> => page.locator('[data-kind="station"]').count();

/** A village station with a hollow mark that nothing lies over, and where it stands on the screen. */
const freeApproximateVillage = (): Promise<{ id: string; name: string; x: number; y: number } | null> =>
  page.evaluate(() => {
    for (const mark of document.querySelectorAll('[data-kind="station"]')) {
      const circle = mark.querySelector('circle');
      if (circle?.getAttribute('fill') !== '#fff') continue;
      const box = circle.getBoundingClientRect();
      const [x, y] = [box.x + box.width / 2, box.y + box.height / 2];
      if (document.elementFromPoint(x, y)?.closest('[data-kind="station"]') !== mark) continue;
      return { id: mark.getAttribute('data-id') ?? '', name: '', x, y };
    }
    return null;
  });

describe('tables to edit', () => {
  it('takes typing, filling down and a paste from a spreadsheet; each is one step of undo', async () => {
    const rows = [1, 2, 3, 4];
    const opened = await readDown(page, openColumn, rows);
    const closed = await readDown(page, closeColumn, rows);

    await cell(page, 1, openColumn).click();
    await page.keyboard.type('09:15');
    await page.keyboard.press('Enter');
    await isCell(page, 1, openColumn, '09:15');
    // Enter goes down, as in a spreadsheet.
    await page.waitForSelector(`.tables-body [data-cell="2 ${openColumn}"].grid-cell-active`);

    await cell(page, 1, openColumn).click();
    for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await isCell(page, 4, openColumn, '09:15');
    expect(await readDown(page, openColumn, rows)).toEqual(['09:15', '09:15', '09:15', '09:15']);
    await undo(page);
    await isCell(page, 4, openColumn, opened[3]!);
    expect(await readDown(page, openColumn, rows)).toEqual(['09:15', ...opened.slice(1)]);

    await cell(page, 2, openColumn).click();
    await paste(page, '09:30\t18:10\r\n09:45\t17:35\r\n');
    await isCell(page, 3, closeColumn, '17:35');
    expect(await readDown(page, openColumn, rows)).toEqual(['09:15', '09:30', '09:45', opened[3]]);
    expect(await readDown(page, closeColumn, rows)).toEqual([closed[0], '18:10', '17:35', closed[3]]);
    await undo(page);
    await isCell(page, 3, closeColumn, closed[2]!);
    await undo(page);
    await isCell(page, 1, openColumn, opened[0]!);
    expect(await readDown(page, openColumn, rows)).toEqual(opened);
    expect(await readDown(page, closeColumn, rows)).toEqual(closed);
    expect(faults).toEqual([]);
  });

  it('says how much of a paste lies beyond the table', async () => {
    const news = page.locator('.grid-news');
    await cell(page, 1, openColumn).click();
    await paste(page, '09:30\r\n09:40\r\n');
    expect(await news.innerText()).not.toContain('超出');
    await undo(page);
    await cell(page, 1, openColumn).click();
    await page.keyboard.press('Control+End');
    await paste(page, 'a\tb\tc\r\nd\te\tf\r\n');
    await news
      .filter({ hasText: '有 1 行超出最后一行' })
      .filter({ hasText: '有 2 列超出最后一列' })
      .waitFor();
    expect(await page.locator('.undo-buttons button').first().isDisabled()).toBe(true);
    await page.keyboard.press('Control+Home');
    expect(faults).toEqual([]);
  });

  it('refuses in words what is no time of day, leaves the cell as it was, and axe finds nothing', async () => {
    await speak(page, 'en');
    const before = await read(page, 1, openColumn);
    await cell(page, 1, openColumn).click();
    await page.keyboard.type('soon');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.grid-news')?.textContent?.includes('soon'));
    expect(await read(page, 1, openColumn)).toBe(before);
    expect(await page.locator('.undo-buttons button').first().isDisabled()).toBe(true);
    expect(await allFaults(page, '.tables-pane')).toEqual([]);
    await speak(page, 'zh-CN');
    expect(faults).toEqual([]);
  });
});

describe('places on the map', () => {
  it('drags an approximate village to its real place; its flag changes, and undo brings both back', async () => {
    await page.click('.tables-bar button:has-text("在地图上拖动")');
    const village = await freeApproximateVillage();
    if (!village) throw new Error('no village with an approximate point is free to be dragged');
    await page.mouse.move(village.x, village.y);
    await page.mouse.down();
    await page.mouse.move(village.x + 12, village.y + 9, { steps: 3 });
    await page.mouse.up();
    // The table follows: the row of the village is the chosen one.
    const chosen = page.locator('.tables-body .grid-row-chosen');
    await chosen.waitFor();
    const cellOfChosen = (column: number) => chosen.locator('.grid-cell').nth(column);
    await page.waitForFunction(
      (column) =>
        document.querySelectorAll('.tables-body .grid-row-chosen .grid-cell')[column]?.textContent ===
        '真实坐标',
      qualityColumn,
    );
    const lon = await cellOfChosen(lonColumn).innerText();
    await undo(page);
    await page.waitForFunction(
      (column) =>
        document.querySelectorAll('.tables-body .grid-row-chosen .grid-cell')[column]?.textContent !==
        '真实坐标',
      qualityColumn,
    );
    expect(await cellOfChosen(lonColumn).innerText()).not.toBe(lon);
    expect(faults).toEqual([]);
  });

  it('adds a village at a point clicked on the map and deletes it again', async () => {
    const before = await stationCount();
    await page.click('.tables-bar button:has-text("添加村")');
    await page.fill('.add-place .add-name', '新桥村');
    await page.locator('.add-place .add-select').nth(1).click();
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().click();
    await page.click('.add-place button:has-text("在地图上点选位置")');
    const box = await page.locator('.map-canvas').boundingBox();
    await page.mouse.click(box!.x + box!.width * 0.5, box!.y + box!.height * 0.5);
    await page.waitForFunction(() =>
      /^\d+\.\d{6}, \d+\.\d{6}$/.test(
        document.querySelector<HTMLInputElement>('.add-point input, input.add-point')?.value ?? '',
      ),
    );
    await page.click('.add-place button[type="submit"]');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-kind="station"]').length === count,
      before + 1,
    );
    const chosen = page.locator('.tables-body .grid-row-chosen');
    await chosen.waitFor();
    expect(await chosen.locator('.grid-cell').nth(nameColumn).innerText()).toContain('新桥村');
    await page.click('.tables-bar button[aria-label="删除所选的村"]');
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-kind="station"]').length === count,
      before,
    );
    await undo(page);
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-kind="station"]').length === count,
      before + 1,
    );
    await undo(page);
    await page.waitForFunction(
      (count) => document.querySelectorAll('[data-kind="station"]').length === count,
      before,
    );
    expect(faults).toEqual([]);
  });
});
