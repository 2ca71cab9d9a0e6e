import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openBrowser } from './browser.ts';
import { openApp, waitForResult } from './openApp.ts';
import { changePlan, faultsFound, shownLines, undoAll, waitForRest, yuanPerParcel } from './plansOnScreen.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
let page: Page;
let faults: string[];
let plain: string | null;

/** Heshui 1+12+68, four lines from the county town; every test leaves it as it was. */
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, {
    baseUrl,
    query: '&map=simple&iterations=4000',
    width: 1700,
    height: 1000,
  }));
  page.setDefaultTimeout(15_000);
  await waitForResult(page, true);
  await page.click('[data-room="solve"]');
  await waitForRest(page);
  plain = await yuanPerParcel(page);
}, 300_000);
afterAll(async () => {
  await browser.close();
});

/** By keyboard, as every switch must be. */
async function press(label: string): Promise<void> {
  await page.focus(`.rule :text("${label}") >> xpath=ancestor::label//input`);
  await page.keyboard.press('Space');
}
async function fill(label: string, value: string): Promise<void> {
  await page.fill(`.rule [aria-label^="${label}"]`, value);
  await page.keyboard.press('Enter');
}
const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
const hoursOf = async (): Promise<number[]> => (await shownLines(page)).map(({ hours }) => hours);
/** A number of lines. */
async function fillCount(label: string, value: string): Promise<void> {
  await page.fill(`[aria-label="${label}"]`, value);
  await page.keyboard.press('Enter');
}
/** Of each line on the map, how far its two stops farthest apart lie from each other, px. */
const reachesPx = (): Promise<number[]> =>
  page.evaluate(() => {
    const lines = document.querySelectorAll('.map-canvas [data-kind="line"]');
    const colours = [...new Set([...lines].map((path) => path.getAttribute('stroke')))];
    const stops = [...document.querySelectorAll('.map-canvas [data-kind="station"] circle')];
    const at = (stop: Element): number[] => ['cx', 'cy'].map((name) => Number(stop.getAttribute(name)));
    return colours.map((colour) => {
      const points = stops
        .filter((stop) => ['fill', 'stroke'].some((name) => stop.getAttribute(name) === colour))
        .map(at);
      const distances = points.flatMap(([x, y]) => points.map(([u, v]) => Math.hypot(x! - u!, y! - v!)));
      return Math.max(...distances);
    });
  });
const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
const linesOnMap = (): Promise<number> =>
  page.$$eval('.map-canvas [data-kind="line"]', (paths) => {
    return new Set(paths.map((path) => path.getAttribute('data-id'))).size;
  });
/** Lines into each township, added up: 12 where every township has one line of its own. */
async function linesIntoTownships(): Promise<number> {
  await page.click('[data-room="levels"]');
  await page.waitForSelector('.level-group');
  const count = await page.locator('.level-group [data-line-chip]').count();
  await page.click('[data-room="solve"]');
  return count;
}

describe('rules for lines change the plan as they say, and undo takes them back', () => {
  it('lines end at their last village', async () => {
    const before = await shownLines(page);
    await changePlan(page, () => press('线路止于最后一个村'));
    const after = await shownLines(page);
    const km = (lines: typeof before): number => lines.reduce((sum, line) => sum + line.km, 0);
    expect(km(after)).toBeLessThan(0.85 * km(before));
    await page.click('.lines-table [data-line] >> nth=0');
    expect(await page.innerText('.timetable')).toContain('止于此处，不返回');
    await page.click('.timetable [aria-label="关闭时刻表"]');
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
    expect(await shownLines(page)).toEqual(before);
  });

  it('stops are made only while the station is open', async () => {
    // Lines leave at 7:30, stations open at 8:00: who is there sooner waits, and the timetable says how long.
    await changePlan(page, () => press('只在站点开门时到站'));
    expect(await page.innerText('.rule-on')).toContain('来早了等开门');
    let waits: string[] = [];
    for (let row = 0; waits.length === 0 && row < 4; row++) {
      await page.click(`.lines-table [data-line] >> nth=${row}`);
      waits = await page.locator('.timetable [data-wait]').allTextContents();
      await page.click('.timetable [aria-label="关闭时刻表"]');
    }
    expect(waits[0]).toMatch(/^07:\d\d 等 0:\d\d$/u);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('lines start at their last village: the way back is driven in the morning', async () => {
    await changePlan(page, () => press('线路从最后一个村出发'));
    await page.click('.lines-table [data-line] >> nth=0');
    const rows = await page.$$eval('.timetable tbody tr', (all) => all.map((row) => row.textContent ?? ''));
    expect(rows[0]).toMatch(/早上从.+开来/u);
    expect(rows.at(-1)).toContain('车停在这里过夜');
    expect(rows.join(' ')).not.toContain('返回起点');
    await page.click('.timetable [aria-label="关闭时刻表"]');
    // Same kilometres and cost; the checker agrees when each crew begins.
    expect(await yuanPerParcel(page)).toBe(plain);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('a vehicle type is kept off classes of roads', async () => {
    await changePlan(page, async () => {
      await press('有些车不能走某些道路');
      await page.click('.forbidden-roads .ant-select >> nth=0');
      await page.click('.ant-select-dropdown:visible .ant-select-item-option >> text=村道');
      await page.keyboard.press('Escape');
    });
    // The trucks cannot reach villages any more: the vans take them, and what they cannot carry is listed.
    const vehicles = await page.$$eval('.lines-table [data-line]', (rows) =>
      rows.map((row) => row.textContent ?? ''),
    );
    expect(vehicles.some((each) => each.includes('纯电微面'))).toBe(true);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('lines are balanced', async () => {
    const before = spread(await hoursOf());
    await changePlan(page, async () => {
      await press('线路之间要均衡');
      await fill('线路之间要均衡', '500');
    });
    expect(spread(await hoursOf())).toBeLessThan(before / 2);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('villages of a township share a line', async () => {
    const before = await linesIntoTownships();
    await changePlan(page, async () => {
      await press('同一乡镇的村排在一条线路上');
      await fill('同一乡镇的村排在一条线路上', '900');
    });
    expect(await linesIntoTownships()).toBeLessThan(before);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('so many lines as are fixed, as many as bounds allow, or as it takes', async () => {
    /** As many lines on the map and over the table as the figure says. */
    const isShown = async (least: number, most: number): Promise<void> => {
      const count = Number(await page.getAttribute('[data-kpi="lineCount"] [data-value]', 'data-value'));
      expect(count).toBeGreaterThanOrEqual(least);
      expect(count).toBeLessThanOrEqual(most);
      await expect.poll(linesOnMap).toBe(count);
      expect(await page.innerText('.lines-pane')).toContain(`${count} 条线路`);
      expect(await faultsFound(page)).toEqual([]);
    };
    const chooseKind = async (kind: string): Promise<void> => {
      await page.click('.ant-select:has([aria-label="从县城发出的线路"])');
      await page.click(`.ant-select-dropdown:visible .ant-select-item-option >> text=${kind}`);
    };
    await isShown(4, 4);
    await changePlan(page, () => fillCount('固定条数', '6'));
    await isShown(6, 6);
    // Two stations stay without a line of four: more lines may serve them, fewer are not allowed.
    await chooseKind('限定范围');
    await changePlan(page, () => fillCount('最多', '7').then(() => fillCount('最少', '7')));
    await isShown(7, 7);
    await changePlan(page, () => chooseKind('条数不限'));
    expect(await page.locator('[data-unserved]').count()).toBe(0);
    await isShown(1, 60);
    await undoAll(page, plain);
    await isShown(4, 4);
  });

  it('stops of a line lie closer together', async () => {
    const before = await reachesPx();
    await changePlan(page, async () => {
      await press('线路要紧凑，少交叉');
      await fill('线路要紧凑，少交叉', '50');
    });
    expect(sum(await reachesPx())).toBeLessThan(sum(before));
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('limits on stops, kilometres and hours are kept, and what does not fit is listed with its reason', async () => {
    await changePlan(page, async () => {
      await press('每条线路最多几站');
      await fill('每条线路最多几站', '15');
    });
    expect(Math.max(...(await shownLines(page)).map(({ stops }) => stops))).toBeLessThanOrEqual(15);
    // Four lines of fifteen stops: at least twenty of the eighty stay without one.
    expect(await page.locator('[data-unserved]').count()).toBeGreaterThanOrEqual(20);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);

    await changePlan(page, async () => {
      await press('每条线路最多多少公里');
      await fill('每条线路最多多少公里', '170');
      await press('每条线路最多多少小时');
      await fill('每条线路最多多少小时', '9');
    });
    expect(Math.max(...(await shownLines(page)).map(({ km }) => km))).toBeLessThanOrEqual(170);
    expect(Math.max(...(await hoursOf()))).toBeLessThanOrEqual(9 + 1 / 60);
    expect(await faultsFound(page)).toEqual([]);
    await undoAll(page, plain);
  });

  it('a stop worth nothing is left out, and said to be so', async () => {
    await changePlan(page, async () => {
      await page.click('[aria-label="添加可以不送的站"]');
      await page.keyboard.type('莲花寺');
      await page.keyboard.press('Enter');
      await page.fill('.optional-stops input', '0');
      await page.keyboard.press('Enter');
    });
    const left = await page.$$eval('[data-unserved]', (rows) => rows.map((row) => row.textContent ?? ''));
    expect(left.find((words) => words.includes('莲花寺'))).toContain('送到它不合算');
    await undoAll(page, plain);
  });

  it('what lines settled by hand break is found by the check', async () => {
    await page.click('.lines-table [data-line] >> nth=0');
    await changePlan(page, async () => {
      await page.click('.timetable [aria-label$=" 下移"] >> nth=1');
    });
    await page.click('.timetable [aria-label="关闭时刻表"]');
    expect((await faultsFound(page)).join(' ')).not.toContain('规定');
    await press('每条线路最多几站');
    await fill('每条线路最多几站', '20');
    await page.waitForSelector('[data-faults]:not([data-faults="0"])');
    expect((await faultsFound(page)).join(' ')).toMatch(/线路 \d 停 2\d 站，规定最多 20 站/u);
    await undoAll(page, plain);
    expect(faults).toEqual([]);
  });
});
