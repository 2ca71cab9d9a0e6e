import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { allFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import {
  cell,
  isCell,
  nameColumn,
  openTables,
  paste,
  qualityColumn,
  read,
  showTable,
  undo,
} from './gridPage.ts';
import { openApp, speak, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
/** One page for all: opening it takes longer than what is tested here. */
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

describe('tables of lines, buses and claims', () => {
  it('Chinese composed over a cell that is only chosen begins to write it, whole from the first letter', async () => {
    const before = await read(page, 1, nameColumn);
    await cell(page, 1, nameColumn).click();
    const keyboard = await page.context().newCDPSession(page);
    // What an input method does: letters under composition, then the chosen characters.
    await keyboard.send('Input.imeSetComposition', { text: 'xinqiao', selectionStart: 7, selectionEnd: 7 });
    await page.waitForSelector('.tables-body .cell-editor');
    await keyboard.send('Input.insertText', { text: '新桥站' });
    await page.keyboard.press('Enter');
    await isCell(page, 1, nameColumn, '新桥站');
    await undo(page);
    await isCell(page, 1, nameColumn, before);
    // A column that is a result says so instead of swallowing what is typed.
    await cell(page, 1, qualityColumn).click();
    await page.keyboard.type('a');
    await page.waitForFunction(() => document.querySelector('.grid-news')?.textContent?.includes('位置'));
    expect(faults).toEqual([]);
  });

  it('the stops of a line of the plan are typed in another order; the plan follows and undo brings it back', async () => {
    await waitForResult(page, true);
    await showTable(page, 'plan', 5);
    const stopsColumn = 6;
    const before = await read(page, 0, stopsColumn);
    const turned = before.split('、').reverse().join('、');
    await cell(page, 0, stopsColumn).click();
    await paste(page, turned);
    await isCell(page, 0, stopsColumn, turned);
    await page.waitForFunction(
      () => document.querySelector('.grid-row [data-cell="0 9"]')?.textContent !== '',
    );
    await undo(page);
    await isCell(page, 0, stopsColumn, before);
    expect(faults).toEqual([]);
  });

  it('a bus line is added, timed and refused in words; a claim is changed; axe finds nothing', async () => {
    await speak(page, 'en');
    await showTable(page, 'stations', 0);
    const station = await read(page, 3, nameColumn);
    await showTable(page, 'buses', 7);
    const rows = await page.locator('.tables-body .grid-row').count();
    await page.click('.tables-bar button:has-text("Add a row")');
    await page.locator('.add-place input').nth(0).fill('合水—太白');
    await page.locator('.add-place input').nth(1).fill(station);
    await page.click('.add-place button[type="submit"]');
    await isCell(page, rows, 0, '合水—太白');
    const offsetsColumn = 5;
    await cell(page, rows, offsetsColumn).click();
    await page.keyboard.type('12, 40');
    await page.keyboard.press('Enter');
    await page.waitForFunction(() =>
      document.querySelector('.grid-news')?.textContent?.includes('one for each stop'),
    );
    await cell(page, rows, offsetsColumn).click();
    await page.keyboard.type('25');
    await page.keyboard.press('Enter');
    await isCell(page, rows, offsetsColumn, '25');
    await showTable(page, 'claims', 8);
    const valueColumn = 2;
    await cell(page, 0, valueColumn).click();
    await page.keyboard.type('7-9');
    await page.keyboard.press('Enter');
    await isCell(page, 0, valueColumn, '7-9');
    expect(await allFaults(page, '.tables-pane')).toEqual([]);
    expect(faults).toEqual([]);
  });
});
