import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { choose, openApp, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
/** One page for all: opening a county takes longer than what is tested here. */
let browser: Browser;
let page: Page;
let faults: string[];

/** Yanling 1+3+96: three trunk lines every day, branch lines on alternate days. */
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query: '&map=simple&iterations=200', width: 1700 }));
  // Every step takes a second at most on a free machine.
  page.setDefaultTimeout(60_000);
  await waitForResult(page);
  await choose(page, '.county-picker', 1);
  await page.waitForFunction(() =>
    document.querySelector('.scenario-picker')?.textContent?.includes('1+3+96'),
  );
  await isSettled();
}, 300_000);
afterAll(async () => {
  await browser.close();
});

const isSettled = (): Promise<unknown> =>
  page.waitForFunction(
    () =>
      document.querySelector('[data-kpi="yuanPerParcel"]') &&
      !document.querySelector('.kpi-pane .stale-mark') &&
      !document.querySelector('.preliminary-mark'),
    undefined,
    { timeout: 60_000 },
  );
/** After a change that may leave the figure as it was: the search has had time to begin, and has ended. */
const isSolvedAgain = async (): Promise<void> => {
  await page.waitForTimeout(700);
  await isSettled();
};
const tab = (key: string): Promise<void> => page.click(`[data-tab="${key}"]`);
const figure = (): Promise<string | null> =>
  page.getAttribute('[data-kpi="yuanPerParcel"] [data-value]', 'data-value');
const isFigure = (wished: string | null): Promise<unknown> =>
  page.waitForFunction(
    (value) =>
      document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value') === value,
    wished,
  );
const undo = (): Promise<void> => page.click('.undo-buttons button >> nth=0');
/** Opens a hub of the level tree, which may be open because one of its villages is chosen. */
const unfold = async (index: number): Promise<void> => {
  const toggle = page.locator('[data-group]').nth(index).locator('[aria-expanded]').first();
  if ((await toggle.getAttribute('aria-expanded')) === 'false') await toggle.click();
};
const serious = (...parts: string[]): Promise<string[]> => seriousFaults(page, ...parts);

describe('duties and the week', () => {
  it('shows who drives when, by keyboard too, and where trunk and branch lines meet', async () => {
    await tab('duties');
    await page.waitForSelector('.duty-bar');
    // Two days side by side, as the branch lines run on alternate days.
    expect(await page.locator('.duty-ticks strong').count()).toBe(2);
    expect(await page.locator('.duty-arc').count()).toBeGreaterThan(3);

    await page.focus('.duty-bar[tabindex="0"]');
    const focused = (): Promise<string | null> =>
      page.evaluate(() => document.activeElement?.getAttribute('data-bar') ?? null);
    const first = await focused();
    await page.keyboard.press('ArrowDown');
    const below = await focused();
    expect(below).not.toBe(first);
    await page.keyboard.press('ArrowUp');
    expect(await focused()).toBe(first);
    await page.keyboard.press('Enter');
    await page.waitForSelector('.duty-bar-selected');
    expect(await page.innerText('.duty-details')).toMatch(/装车.*发车.*返回/u);
    // The same line is chosen in the table of lines.
    await tab('lines');
    await page.waitForSelector('.timetable');
    await tab('duties');

    const width = (): Promise<number> =>
      page.evaluate(() => document.querySelector('.duty-grid')!.clientWidth);
    const fitted = await width();
    await choose(page, '.duties-zoom', 1);
    expect(await width()).toBeGreaterThan(5 * fitted);

    await page.click('.duties-pane [aria-label="看数据表"]');
    const table = await page.innerText('.duties-pane');
    expect(table).toContain('乡镇站交接');
    expect(table).toContain('余量（分钟）');
    expect(await serious('.duties-pane')).toEqual([]);
    await page.click('.duties-pane [aria-label="看图"]');
    expect(await serious('.duties-pane')).toEqual([]);
    expect(faults).toEqual([]);
  }, 180_000);

  it('says beside the lines what they are, and which stops are reached after closing', async () => {
    await tab('lines');
    expect(await page.innerText('.lines-pane h2')).toMatch(/\d+ 条线路：干线 \d+、支线 \d+/);
    const late = Number(await page.getAttribute('[data-late-stops]', 'data-late-stops'));
    expect(late).toBeGreaterThan(0);
    await page.click('[data-late-stops]');
    await page.waitForSelector('.problems li');
    expect(await page.locator('.problems li').count()).toBe(late);
    expect(await page.innerText('.problems li >> nth=0')).toMatch(/线路 \d+，\d\d:\d\d.* 到，\d\d:\d\d 关门/);
    await page.click('.problems li button >> nth=0');
    await page.waitForSelector('.timetable .row-chosen');
    expect(await page.innerText('.timetable thead')).toContain('派件/趟');
    expect(await serious('.lines-pane')).toEqual([]);
    await page.click('.timetable [aria-label="关闭时刻表"]');
  });

  it('filters map and lines by a day of the week strip', async () => {
    const lineCount = (): Promise<number> => page.locator('.lines-table [data-line]').count();
    await tab('lines');
    await page.click('[aria-label="放大表格"]');
    await tab('week');
    expect(await page.locator('.week-day-button').count()).toBe(14);
    expect(await page.innerText('.week-table')).toContain('休');
    expect(await serious('.week-pane')).toEqual([]);
    const all = await page.locator('.week-line').count();
    await page.focus('[data-day="1"]');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.map-pane .day-filter');
    const running = Number(await page.innerText('.week-table tbody tr:first-child td:nth-child(3)'));
    await tab('lines');
    expect(running).toBeLessThan(all);
    // Rows out of sight are not drawn.
    expect(await lineCount()).toBeLessThanOrEqual(running);
    await page.click('.lines-pane .day-filter .ant-tag-close-icon');
    await page.waitForSelector('.day-filter', { state: 'detached' });
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('the level tree', () => {
  it('moves villages between hubs and lines by menu and by drag; undo brings the figures back', async () => {
    const before = await figure();
    await page.click('.rail >> text=分级');
    // By their keys: what a move leaves without a line is listed before the hubs.
    const keys = await page.$$eval('[data-group]', (groups) =>
      groups.map((each) => each.getAttribute('data-group')),
    );
    expect(keys.length).toBe(3);
    const group = (index: number) => page.locator(`[data-group="${keys[index]}"]`);
    const count = async (index: number): Promise<number> =>
      Number(/(\d+) 站/u.exec(await group(index).innerText())?.[1]);
    const [atFirst, atSecond] = [await count(0), await count(1)];
    await group(0).locator('[aria-expanded]').click();
    expect(await page.locator('.level-village').count()).toBe(atFirst);

    // A village chosen here is chosen on the map.
    await page.click('.level-pick >> nth=0');
    await page.waitForSelector('.level-village.row-chosen');

    await page.locator('.level-village').nth(2).dragTo(group(1).locator('.level-group'));
    await page.waitForFunction((n) => document.querySelectorAll('.level-village').length === n, atFirst - 1);
    expect(await count(1)).toBe(atSecond + 1);
    await isSettled();
    await undo();
    await page.waitForFunction((n) => document.querySelectorAll('.level-village').length === n, atFirst);
    await isSettled();

    // By keyboard: the menu of the first village, its first entry.
    await page.locator('.level-village').first().locator('td button').focus();
    await page.keyboard.press('Enter');
    await page.waitForSelector('.ant-dropdown-menu-item');
    await page.click('.ant-dropdown-menu-item >> text=移到线路 >> nth=0');
    await isSettled();
    await undo();
    await isFigure(before);
    expect(await serious('.room-pane')).toEqual([]);
    expect(faults).toEqual([]);
  }, 180_000);

  it('changes the rules, each undoable', async () => {
    const before = await figure();
    await page.click('.levels-body >> text=网络设置');
    expect(await serious('.room-pane')).toEqual([]);
    await page.click('[aria-label="形式"]');
    await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(0).click();
    await page.waitForFunction(
      (old) =>
        document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value') !== old,
      before,
      { timeout: 60_000 },
    );
    await undo();
    await isFigure(before);

    await page.click('text=把现在的线路定为现行');
    await page.waitForFunction(() =>
      document.querySelector('.rules-panel')?.textContent?.includes('变动 0 站'),
    );
    expect(faults).toEqual([]);
  }, 180_000);

  it('shows what keeping a hub open costs; a dearer hub makes parcels dearer, and undo takes it back', async () => {
    const before = await figure();
    await page.click('.levels-body >> text=县、乡、村');
    const rent = (): Promise<number> =>
      page.locator('[data-open-yuan]').first().getAttribute('data-open-yuan').then(Number);
    const countyRent = await rent();
    expect(await page.locator('[data-open-yuan]').count()).toBe(3);
    const name = await page.locator('.level-group .link-button').first().innerText();
    await page.click('.levels-body >> text=网络设置');
    await page.fill(`[aria-label="${name} 设站费 元/日"]`, String(countyRent + 400));
    await page.keyboard.press('Tab');
    await isSettled();
    await page.click('.levels-body >> text=县、乡、村');
    expect(await rent()).toBe(countyRent + 400);
    expect(await page.innerText('[data-open-yuan] >> nth=0')).toMatch(/设站 [\d,.]+ 元\/日/u);
    await page.waitForFunction(
      (old) =>
        Number(
          document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value'),
        ) > Number(old),
      before,
    );
    await undo();
    await isFigure(before);
    expect(await rent()).toBe(countyRent);
    expect(faults).toEqual([]);
  }, 180_000);

  it('days given to one village by hand change its week, and only undo brings them back', async () => {
    const before = await figure();
    await page.click('.levels-body >> text=县、乡、村');
    await unfold(0);
    await page.click('.level-pick >> nth=0');
    const chosen = page.locator('.level-village.row-chosen');
    const daysOf = (): Promise<string> => chosen.locator('td').nth(1).innerText();
    // Branch lines run on alternate days: seven of fourteen.
    expect(await daysOf()).toBe('3.5');
    await tab('week');
    const dailyBranches = (): Promise<number> =>
      page.$$eval(
        '.week-line',
        (lines) => lines.filter((line) => /支线.*每日/u.test(line.textContent)).length,
      );
    expect(await dailyBranches()).toBe(0);

    await page.click('.levels-body >> text=网络设置');
    const choose = async (label: string, option: string): Promise<void> => {
      await page.click(`[aria-label="${label}"] >> nth=-1`);
      await page.click(`.ant-select-dropdown:visible .ant-select-item-option >> text=${option}`);
    };
    await choose('哪些村', '地图上选中的站');
    await choose('日历', '每日');
    await page.click('.rules-panel >> text=应用');
    await page.waitForFunction(() =>
      document.querySelector('.rules-panel')?.textContent?.includes('现有 1 站另定了日历'),
    );
    await isSettled();
    await page.click('.levels-body >> text=县、乡、村');
    await page.waitForFunction(
      () => document.querySelector('.level-village.row-chosen td:nth-of-type(2)')?.textContent === '7.0',
    );
    // A line of its own, every day.
    await expect.poll(dailyBranches).toBe(1);
    await undo();
    await isFigure(before);
    await expect.poll(daysOf).toBe('3.5');
    await expect.poll(dailyBranches).toBe(0);
    expect(faults).toEqual([]);
  }, 180_000);

  it('sets days by parcels in one step, and says before what that comes to', async () => {
    const before = await figure();
    await page.click('.levels-body >> text=网络设置');
    const choose = async (label: string, option: string): Promise<void> => {
      await page.click(`[aria-label="${label}"] >> nth=-1`);
      await page.click(`.ant-select-dropdown:visible .ant-select-item-option >> text="${option}"`);
      // The next list has some of the same words.
      await expect.poll(() => page.locator('.ant-select-dropdown:visible').count()).toBe(0);
    };
    await choose('哪些村', '所有村');
    await choose('日历', '按件量定');
    await choose('其余的站', '每三日');
    const told = page.locator('.rules-panel [role="status"]', { hasText: '每日到' });
    await page.fill('[aria-label="每日多少件起，每日到"]', '0');
    await page.keyboard.press('Tab');
    await expect.poll(() => told.innerText()).toContain('其余 0 站');
    await page.fill('[aria-label="每日多少件起，每日到"]', '40');
    await page.keyboard.press('Tab');
    const [daily, others] = (await told.innerText()).match(/\d+/gu)!.map(Number);
    expect(others).toBeGreaterThan(0);
    await page.click('.rules-panel >> text=应用');
    await page.waitForFunction(
      (count) => document.querySelector('.rules-panel')?.textContent?.includes(`现有 ${count} 站另定了日历`),
      daily! + others!,
    );
    await isSolvedAgain();
    await undo();
    await isFigure(before);
    expect(await page.innerText('.rules-panel')).toContain('现有 0 站另定了日历');
    await page.click('.levels-body >> text=县、乡、村');
    expect(faults).toEqual([]);
  }, 180_000);

  it('keeps lines or drivers of today as asked when a village moves to another hub', async () => {
    const before = await figure();
    const changed = async (): Promise<number> => {
      await page.click('.levels-body >> text=网络设置');
      const words = await page.innerText('.rules-panel');
      await page.click('.levels-body >> text=县、乡、村');
      return Number(/变动 (\d+) 站/u.exec(words)?.[1]);
    };
    const counts: number[] = [];
    const hubName = await page.locator('.level-group .link-button').first().innerText();
    const second = page.locator('[data-group]').nth(1);
    for (const mode of ['全部重排', '线路不变，只插入新站', '司机不变，次序可调']) {
      await page.click('.levels-body >> text=网络设置');
      await page.click('[aria-label="重新编排的方式"] >> nth=-1');
      await page.click(`.ant-select-dropdown:visible .ant-select-item-option >> text=${mode}`);
      await isSolvedAgain();
      await page.click('.levels-body >> text=县、乡、村');
      await unfold(1);
      const now = await figure();
      await second.locator('.level-village td button').first().focus();
      await page.keyboard.press('Enter');
      await page.click(`.ant-dropdown-menu-item:visible >> text=改由${hubName}供应`);
      await page.waitForFunction(
        (old) =>
          document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value') !==
          old,
        now,
      );
      await isSolvedAgain();
      counts.push(await changed());
      await undo();
      await isSolvedAgain();
      expect(await figure()).toBe(now);
    }
    const [free, keptLines, keptDrivers] = counts;
    expect(keptLines).toBeLessThan(free! / 2);
    expect(keptDrivers).toBeLessThan(free! / 2);
    expect(Math.min(keptLines!, keptDrivers!)).toBeGreaterThan(0);
    await undo();
    await isFigure(before);
    expect(faults).toEqual([]);
  }, 180_000);
});

describe('variants', () => {
  it('answer how many lines there should be, and what more parcels would take', async () => {
    await tab('variants');
    await page.click('.variants-pane >> text=线路条数');
    await page.fill('[aria-label="最少线路"]', '3');
    await page.fill('[aria-label="最多线路"]', '4');
    await page.click('.variants-pane .ant-btn-primary');
    const count = (key: string, column: string): Promise<number> =>
      page
        .innerText(`[data-variant="${key}"] [data-column="${column}"]`)
        .then((text) => Number(text.replaceAll(',', '')));
    const isDone = (key: string): Promise<unknown> =>
      page.waitForSelector(`[data-variant="${key}"] [data-column="yuanPerParcel"]`, { timeout: 60_000 });
    await isDone('lineCounts-4');
    expect(await page.locator('[data-variant]').count()).toBe(3);
    // Three is what the scenario has: the same lines, at the same cost.
    expect(await count('lineCounts-3', 'totalYuanPerDay')).toBe(await count('asGiven', 'totalYuanPerDay'));
    // Three hubs cannot have four trunk lines, and that is said.
    expect(await page.innerText('[data-variant="lineCounts-4"] [data-mark="fewerLines"]')).toContain(
      '实际 3 条',
    );
    expect(await page.locator('[data-variant="lineCounts-3"] [data-mark="fewerLines"]').count()).toBe(0);
    await page.click('.variants-pane >> text=件量');
    await page.click('.variants-pane .ant-btn-primary');
    await isDone('volumes-3');
    // Six times the parcels cost more a day.
    expect(await count('volumes-3', 'totalYuanPerDay')).toBeGreaterThan(
      await count('volumes-0.5', 'totalYuanPerDay'),
    );
    expect(await serious('.variants-pane')).toEqual([]);
    await page.click('.variants-pane >> text=开行频次');
    await page.click('.variants-pane .ant-btn-primary');
    await isDone('frequency-0');
    // Fewer visits, fewer kilometres; more of the parcels wait.
    const every = await page.locator('[data-variant^="frequency-"]').nth(0).getAttribute('data-variant');
    expect(await count('frequency-0', 'lineKmPerDay')).toBeLessThan(await count(every!, 'lineKmPerDay'));
    expect(await count('frequency-0', 'worstH')).toBeGreaterThan(await count(every!, 'worstH'));
    await page.click('.variants-pane >> text=形式与开行日');
  }, 180_000);

  it('answer how much of the lines driven today may change', async () => {
    // As in a county that has not said what it drives.
    await page.click('.levels-body >> text=网络设置');
    await page.click('.rules-panel >> text=不再比较');
    await isSolvedAgain();
    await tab('variants');
    await page.click('.variants-pane >> text=可变动的站');
    // Nobody knows yet what is driven today.
    expect(await page.locator('.variants-pane .ant-btn-primary').isDisabled()).toBe(true);
    await page.click('.variants-pane >> text=把现在的线路定为现行');
    await page.waitForSelector('.variants-pane .ant-btn-primary:not([disabled])');
    await page.click('.variants-pane .ant-btn-primary');
    await page.waitForSelector('[data-variant="changes-free"] [data-column="yuanPerParcel"]', {
      timeout: 120_000,
    });
    const cell = (key: string, column: string): Promise<string> =>
      page.innerText(`[data-variant="${key}"] [data-column="${column}"]`);
    expect(await cell('changes-0', 'changedStationCount')).toBe('0');
    expect(await cell('changes-0', 'savedYuanPerDay')).toBe('0');
    expect(
      Number((await cell('changes-free', 'savedYuanPerDay')).replaceAll(',', '')),
    ).toBeGreaterThanOrEqual(0);
    expect(await serious('.variants-pane')).toEqual([]);
    await page.click('.variants-pane >> text=形式与开行日');
    await page.click('.levels-body >> text=县、乡、村');
  }, 180_000);

  it('are compared, stopped, and adopted as a scenario', async () => {
    await tab('variants');
    await page.click('.variants-pane >> text=开始比选');
    await page.click('.variants-pane >> text=停止');
    await page.waitForFunction(() =>
      document.querySelector('.variant-table')?.textContent?.includes('已停止'),
    );
    await page.click('.variants-pane >> text=重新比选');
    await page.waitForFunction(
      () => document.querySelectorAll('[data-variant] [data-column="yuanPerParcel"]').length >= 7,
      undefined,
      { timeout: 60_000 },
    );
    const share = (key: string): Promise<string> =>
      page.innerText(`[data-variant="${key}"] [data-column="shareWithin48h"]`);
    expect(await share('hubsDaily')).toBe('100%');
    // Nothing changes against itself.
    expect(await page.innerText('[data-variant="asGiven"] [data-column="changedStationCount"]')).toBe('0');
    expect(await serious('.variants-pane')).toEqual([]);

    await page.click('[data-variant="hubsDaily"] button');
    await page.waitForFunction(() =>
      document.querySelector('.scenario-picker')?.textContent?.includes('现有中转站，每日'),
    );
    await isSettled();
    await undo();
    await page.waitForFunction(
      () => !document.querySelector('.scenario-picker')?.textContent?.includes('现有中转站，每日'),
    );
    expect(faults).toEqual([]);
  }, 180_000);
});
