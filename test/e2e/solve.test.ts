import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp, waitForMap, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
});

const lookAt = { baseUrl, query: '&map=simple&iterations=400' };
const openSolve = (page: Page): Promise<void> => page.click('[data-room="solve"]');
const yuanPerParcel = async (page: Page): Promise<number> =>
  Number(await page.getAttribute('[data-kpi="yuanPerParcel"] [data-value]', 'data-value'));
const waitForOther = (page: Page, before: number): Promise<unknown> =>
  page.waitForFunction(
    (old) =>
      Number(
        document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value'),
      ) !== old,
    before,
    { timeout: 30_000 },
  );
const firstStops = (page: Page): Promise<string[]> =>
  page.$$eval('.timetable tbody tr:not(.timetable-end) th', (cells) => cells.map((each) => each.textContent));

describe('searching for lines', () => {
  it('says what it does, keeps the best when stopped, and says how good it is', async () => {
    const { page, faults } = await openApp(browser, lookAt);
    await waitForResult(page, true);
    await openSolve(page);
    await page.click('.solve-body .ant-select');
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(2).click();
    await page.click('.solve-section button.ant-btn-primary');
    await page.waitForSelector('.solve-live-words', { timeout: 30_000 });
    await page.waitForSelector('.map-sketch path', { timeout: 30_000, state: 'attached' });
    await page.click('.solve-section button.ant-btn-dangerous');
    await page.waitForSelector('.solve-section button.ant-btn-primary', { timeout: 30_000 });
    expect(await page.innerText('.solve-phase')).toContain('已停止');
    expect(await page.innerText('[data-quality="statement"]')).toMatch(/条线路.*\n|已证明/);
    expect(await page.getAttribute('[data-faults]', 'data-faults')).toBe('0');
    expect(await page.locator('.map-sketch').count()).toBe(0);
    await page.close();
    expect(faults).toEqual([]);
  });

  it('keeps a rule for lines, undoably', async () => {
    const { page } = await openApp(browser, lookAt);
    await waitForResult(page, true);
    await openSolve(page);
    const rule = page.locator('.rule', { hasText: '每条线路最多几站' });
    await rule.locator('input[type="checkbox"]').check();
    await rule.locator('.ant-input-number-input').fill('25');
    await page.waitForFunction(() => !document.querySelector('.kpi-pane .stale-mark'), undefined, {
      timeout: 30_000,
    });
    await page.waitForFunction(
      () => {
        const counts = [...document.querySelectorAll('.lines-table .ant-table-row')].map((row) =>
          Number(row.querySelectorAll('.ant-table-cell')[5]?.textContent),
        );
        return counts.length > 0 && counts.every((count) => count <= 25);
      },
      undefined,
      { timeout: 30_000 },
    );
    const { violations } = await new AxeBuilder({ page }).include('.room-pane').analyze();
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
    expect(serious.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)).toEqual([]);
    await page.keyboard.press('Escape');
    await page.click('.undo-buttons button >> nth=0');
    await page.click('.undo-buttons button >> nth=0');
    expect(await rule.locator('input[type="checkbox"]').isChecked()).toBe(false);
    await page.close();
  });
});

describe('changing lines by hand', () => {
  it('moves a stop by keyboard, shows what it costs first, and undoes it', async () => {
    const { page, faults } = await openApp(browser, { ...lookAt, width: 1700 });
    await waitForResult(page, true);
    const before = await yuanPerParcel(page);
    await page.locator('.lines-table .ant-table-row').nth(1).press('Enter');
    await page.waitForSelector('.timetable');
    const stops = await firstStops(page);
    await page.locator('.stop-actions').first().getByRole('button', { name: '移动' }).press('Enter');
    await page.waitForSelector('[data-move="0"]', { timeout: 30_000 });
    expect(await page.innerText('[data-move="0"]')).toMatch(/元\/日|费用不变/);
    await page.keyboard.press('Enter');
    await waitForOther(page, before);
    expect(await page.innerText('.timetable-said')).toContain('已移到线路');
    expect(await firstStops(page)).not.toContain(stops[0]);
    await openSolve(page);
    expect(await page.innerText('.solve-actions')).toContain('手工');
    await page.keyboard.press('Control+z');
    await waitForOther(page, await yuanPerParcel(page));
    expect(await yuanPerParcel(page)).toBe(before);
    await page.close();
    expect(faults).toEqual([]);
  });

  it('keeps a locked line when solving around the edits', async () => {
    const { page } = await openApp(browser, { ...lookAt, width: 1700 });
    await waitForResult(page, true);
    await page.locator('.lines-table .ant-table-row').nth(2).press('Enter');
    await page.waitForSelector('.timetable');
    const locked = await firstStops(page);
    await page.locator('.lines-table [data-lock]').nth(2).click();
    await page.getByRole('menuitem', { name: '锁定整条线路' }).click();
    await page.waitForSelector('.lines-table [data-lock="line"]');
    await page.locator('.lines-table .ant-table-row').nth(0).press('Enter');
    const before = await yuanPerParcel(page);
    await page.getByRole('button', { name: /下移$/ }).first().press('Enter');
    await waitForOther(page, before);
    await openSolve(page);
    await page.getByRole('button', { name: '围绕我的改动求解' }).click();
    await page.getByRole('button', { name: '求解', exact: true }).waitFor({ timeout: 60_000 });
    const lines = page.locator('.lines-table .ant-table-row');
    const found: string[][] = [];
    for (let index = 0; index < (await lines.count()); index++) {
      await lines.nth(index).press('Enter');
      found.push(await firstStops(page));
    }
    expect(found).toContainEqual(locked);
    await page.close();
  });

  it('drags a stop to another line with the change shown before it is dropped', async () => {
    const { page } = await openApp(browser, { ...lookAt, width: 1700, height: 950 });
    await waitForResult(page, true);
    await waitForMap(page);
    const before = await yuanPerParcel(page);
    // A village of one line, and one of another.
    const [from, to] = await page.evaluate(() => {
      const marks = [...document.querySelectorAll<SVGGElement>('g[data-kind="station"]')].map((mark) => {
        const circle = mark.querySelector('circle')!;
        const box = circle.getBoundingClientRect();
        const [fill, stroke] = [circle.getAttribute('fill'), circle.getAttribute('stroke')];
        return {
          colour: fill === '#fff' ? stroke : fill,
          radius: Number(circle.getAttribute('r')),
          x: box.x + box.width / 2,
          y: box.y + box.height / 2,
        };
      });
      const isOnTop = (mark: { x: number; y: number }, index: number): boolean =>
        document.elementFromPoint(mark.x, mark.y)?.closest('g[data-kind="station"]') ===
        document.querySelectorAll('g[data-kind="station"]')[index];
      const villages = marks.filter((mark, index) => mark.radius < 4 && isOnTop(mark, index));
      const first = villages[0]!;
      return [first, villages.find((each) => each.colour !== first.colour)!];
    });
    await page.mouse.move(from!.x, from!.y);
    await page.mouse.down();
    await page.mouse.move((from!.x + to!.x) / 2, (from!.y + to!.y) / 2, { steps: 4 });
    await page.mouse.move(to!.x, to!.y, { steps: 4 });
    await page.waitForSelector('.move-card[data-added-yuan]');
    const card = await page.innerText('.move-card');
    expect(card).toMatch(/元\/日|费用不变/);
    expect(card).toContain('分钟');
    await page.mouse.up();
    await waitForOther(page, before);
    await page.close();
  });
});
