import type { Page } from 'playwright-core';
import { choose } from './openApp.ts';

/** What tests of the editable tables do with a page. */

/** Columns of the table of stations. */
export const nameColumn = 0;
export const lonColumn = 3;
export const qualityColumn = 5;
export const openColumn = 6;
export const closeColumn = 7;

export async function openTables(page: Page): Promise<void> {
  page.setDefaultTimeout(30_000);
  await page.waitForSelector('[data-kind="station"]');
  await page.click('[data-tab="tables"]');
  await page.waitForSelector('[data-table="stations"] [data-cell="0 0"]');
}
export const cell = (page: Page, row: number, column: number) =>
  page.locator(`.tables-body [data-cell="${row} ${column}"]`);
/** What stands in a cell, without the words for screen readers that follow. */
export const read = async (page: Page, row: number, column: number): Promise<string> =>
  (await cell(page, row, column).innerText()).split('\n')[0]!.trim();
export const readDown = (page: Page, column: number, rows: readonly number[]): Promise<string[]> =>
  Promise.all(rows.map((row) => read(page, row, column)));
export const undo = (page: Page): Promise<void> => page.click('.undo-buttons button >> nth=0');
export const isCell = (page: Page, row: number, column: number, text: string): Promise<unknown> =>
  page.waitForFunction(
    ([at, wanted]) =>
      document.querySelector(`.tables-body [data-cell="${at}"]`)?.firstChild?.textContent?.trim() === wanted,
    [`${row} ${column}`, text] as const,
  );
/** What a spreadsheet puts on the clipboard, pasted where the keyboard is. */
export const paste = (page: Page, text: string): Promise<void> =>
  page.evaluate((tabText) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', tabText);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** Shows another of the tables by its place in the list. */
export async function showTable(page: Page, key: string, place: number): Promise<void> {
  await choose(page, '.tables-pane .table-select', place);
  await page.waitForSelector(`[data-table="${key}"]`);
}
