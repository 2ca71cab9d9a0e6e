import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';

const fixtures = join(import.meta.dirname, '../fixtures');
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, {
    baseUrl: inject('baseUrl'),
    query: '&map=simple&iterations=60',
  }));
  page.setDefaultTimeout(60_000);
  await waitForResult(page, true);
});
afterAll(async () => {
  await browser.close();
});

interface Dropped {
  readonly name: string;
  readonly base64: string;
}
const fixture = (path: string, name = path.split('/').at(-1)!): Dropped => ({
  name,
  base64: readFileSync(join(fixtures, path)).toString('base64'),
});
const text = (name: string, content: string): Dropped => ({
  name,
  base64: Buffer.from(content).toString('base64'),
});

const taken = { isInvited: true, isLeftToBrowser: false };

/** Drags files over a part of the screen and lets go of them. */
function drop(
  target: string,
  ...files: Dropped[]
): Promise<{ readonly isInvited: boolean; readonly isLeftToBrowser: boolean }> {
  return page.evaluate(
    async ({ target, files }) => {
      const dataTransfer = new DataTransfer();
      for (const { name, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        dataTransfer.items.add(new File([bytes], name));
      }
      const element = document.querySelector(target)!;
      const fire = (kind: string): boolean =>
        element.dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
      fire('dragover');
      await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const isInvited = document.querySelector('.drop-anywhere') !== null;
      return { isInvited, isLeftToBrowser: fire('drop') };
    },
    { target, files },
  );
}

describe('files dropped anywhere on the screen', () => {
  it('a roster goes to the wizard, roads dropped with it to their room', async () => {
    const dropped = await drop(
      '.map-pane',
      fixture('rosters/plain.xlsx'),
      fixture('roads/heshui-gk.zip', '合水道路.zip'),
    );
    expect(dropped).toEqual(taken);
    await page.waitForSelector('[data-step="columns"]');
    expect(await page.innerText('.table-card')).toContain('plain.xlsx');
    expect(await page.locator('.drop-anywhere').count()).toBe(0);
    await page.click('.wizard .ant-modal-close');
    await page.waitForSelector('.wizard', { state: 'hidden' });
    expect(await page.getAttribute('[data-room="roads"]', 'aria-expanded')).toBe('true');
    await page.waitForFunction(() =>
      document.querySelector('.roads-body')?.textContent?.includes('合水道路.zip'),
    );
    expect(faults).toEqual([]);
  });

  it('past its first step the wizard keeps what is settled', async () => {
    await drop('.map-pane', fixture('rosters/plain.csv'));
    await page.waitForSelector('[data-step="columns"]');
    const refused = { isInvited: false, isLeftToBrowser: false };
    expect(await drop('.wizard', fixture('rosters/gcj02.csv'))).toEqual(refused);
    // Its own worker would long have opened it.
    await page.waitForTimeout(1500);
    expect(await page.innerText('.table-card')).toContain('plain.csv');
    await page.click('.wizard .ant-modal-close');
    await page.waitForSelector('.wizard', { state: 'hidden' });
  });

  it('a project that is none is refused in words, in the room of data', async () => {
    const project = text('备份.cuntong.json', '{"format":"cuntong-project","formatVersion":99}');
    expect(await drop('.header', project)).toEqual(taken);
    await page.waitForSelector('.data-section .ant-alert-error >> text=备份.cuntong.json');
    expect(faults).toEqual([]);
  });
});
