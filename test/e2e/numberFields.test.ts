import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
let page: Page;
let faults: string[];

beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query: '&map=simple&iterations=500' }));
  page.setDefaultTimeout(15_000);
  await waitForResult(page);
  await page.click('[data-room="parameters"]');
  await page.waitForSelector('.vehicle-fields input');
}, 300_000);
afterAll(async () => {
  await browser.close();
});

const vehicles = '.vehicle-fields input >> nth=0';
const volume = '.room-pane input[role="spinbutton"][aria-label="件量倍数"]';
/** Types into a field, leaves it, and tells what it shows and says. */
async function typed(field: string, text: string, leave = 'Tab'): Promise<readonly [string, string]> {
  await page.click(field);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Backspace');
  await page.keyboard.insertText(text);
  await page.keyboard.press(leave);
  await page.waitForTimeout(50);
  const said = await page.$$eval('.number-changed', (notes) => notes.map((note) => note.textContent ?? ''));
  return [await page.inputValue(field), said.join()];
}

describe('a number field', () => {
  it('comes back to its value when nothing is left in it, or no number', async () => {
    const before = await page.inputValue(vehicles);
    expect(await typed(vehicles, '')).toEqual([before, '']);
    expect(await typed(vehicles, '很多')).toEqual([before, '']);
  });

  it('reads digits in full width', async () => {
    expect(await typed(vehicles, '４')).toEqual(['4', '']);
    expect(await typed(volume, '１．５')).toEqual(['1.50', '']);
  });

  it('says when what was typed is limited or rounded, by Tab and by Enter', async () => {
    expect(await typed(vehicles, '-3')).toEqual(['0', '不能再小，已改为 0。']);
    expect(await typed(vehicles, '1e9', 'Enter')).toEqual(['99', '不能再大，已改为 99。']);
    expect(await typed(vehicles, '2.7')).toEqual(['3', '已取整为 3。']);
    expect(await typed(vehicles, '5')).toEqual(['5', '']);
    expect(await typed(volume, '-3', 'Enter')).toEqual(['0.05', '不能再小，已改为 0.05。']);
    expect(await typed(volume, '1')).toEqual(['1.00', '']);
  });

  it('still answers to the arrow keys', async () => {
    await typed(vehicles, '5', 'Enter');
    await page.keyboard.press('ArrowUp');
    expect(await page.inputValue(vehicles)).toBe('6');
  });

  it('a clock reads full width too', async () => {
    const clock = '.departure-fields input >> nth=0';
    await page.fill(clock, '６：３０');
    await page.keyboard.press('Tab');
    await page.waitForTimeout(50);
    expect(await page.inputValue(clock)).toBe('06:30');
  });

  it('never made a search fail', () => {
    expect(faults).toEqual([]);
  });
});
