import { readFileSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { cell, nameColumn, openTables, read } from './gridPage.ts';
import { openApp } from './openApp.ts';

const baseUrl = inject('baseUrl');
const query = '&map=simple&iterations=60';
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

/** The second station by another name; Chinese letters come by F2, as no key of a keyboard has them. */
async function rename(page: Page, name: string): Promise<void> {
  await cell(page, 1, nameColumn).click();
  await page.keyboard.press('F2');
  await page.keyboard.press('Control+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
}
const undo = (page: Page): Promise<void> => page.click('.undo-buttons button >> nth=0');
async function download(page: Page, button: string): Promise<{ name: string; bytes: Buffer }> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.click(button)]);
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

describe('project files', () => {
  it('a project is saved, refused when damaged or newer, and opened again; the work stays', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query });
    await openTables(page);
    await rename(page, '甲站');
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
    expect(await read(page, 1, nameColumn)).toBe('甲站');
    await open(JSON.stringify({ ...(JSON.parse(text) as object), formatVersion: 9 }));
    await page.waitForFunction(() =>
      document.querySelector('.data-section .ant-alert-error')?.textContent?.includes('请升级村通'),
    );
    expect(await read(page, 1, nameColumn)).toBe('甲站');
    // Changed after it was saved: the file brings the name back, undo the change.
    await rename(page, '乙站');
    await open(text);
    await refusal.waitFor({ state: 'detached' });
    await page.waitForFunction(
      () => document.querySelector('.tables-body [data-cell="1 0"]')?.textContent === '甲站',
    );
    await undo(page);
    expect(await read(page, 1, nameColumn)).toBe('乙站');
    expect(faults).toEqual([]);
    await page.close();
  });
});
