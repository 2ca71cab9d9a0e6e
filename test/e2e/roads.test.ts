import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { drawnCountyRoads } from './drawnCountyRoads.ts';
import { openApp, slowness, waitForMap, waitForResult } from './openApp.ts';
import { recordTasks } from './recordTasks.ts';

const baseUrl = inject('baseUrl');
const andorraPath = fileURLToPath(new URL('../fixtures/roads/andorra.osm.pbf', import.meta.url));
const andorra = readFileSync(andorraPath);
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'application/octet-stream', buffer });
const choose = (page: Page, ...files: ReturnType<typeof file>[]): Promise<void> =>
  page.setInputFiles('.roads-body input[type="file"]', files);
const openRoads = (page: Page): Promise<void> => page.click('.rail >> text=道路');
const count = (page: Page, key: string): Promise<string> =>
  page.innerText(`[data-count="${key}"] dd`, { timeout: 45_000 });
const inUse = (page: Page): Promise<string> => page.innerText('.roads-now p');
const areOptionsShown = (page: Page): Promise<void> =>
  page.locator('.ant-select-dropdown:visible .ant-select-item-option').first().waitFor();
const isSolvedAgain = (page: Page): Promise<unknown> =>
  page.waitForSelector('.kpi-pane .stale-mark', { state: 'detached', timeout: 60_000 });
const yuanPerParcel = (page: Page): Promise<string | null> =>
  page.getAttribute('[data-kpi="yuanPerParcel"] [data-value]', 'data-value');
/** Resolves when the figure is the wished one and fits what is set. */
const isFigure = (page: Page, wished: string | null): Promise<unknown> =>
  page.waitForFunction(
    (value) =>
      document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value') ===
        value && !document.querySelector('.kpi-pane .stale-mark'),
    wished,
    { timeout: 60_000 },
  );
const waitForOtherFigure = (page: Page, before: string | null): Promise<unknown> =>
  page.waitForFunction(
    (old) =>
      document.querySelector('[data-kpi="yuanPerParcel"] [data-value]')?.getAttribute('data-value') !== old,
    before,
    { timeout: 60_000 },
  );

describe('road files on the screen', () => {
  it('counts what is in a .pbf without holding the screen up', async () => {
    const { page, faults } = await openApp(browser, { baseUrl, query: '&iterations=200' });
    await waitForResult(page, true);
    await waitForMap(page);
    await openRoads(page);
    await page.click('.roads-body .ant-checkbox-input');
    const stretch = await slowness(page);
    const tasks = await recordTasks(page, async () => {
      // By its path: handing the bytes over would be work for the page that no person causes.
      await page.setInputFiles('.roads-body input[type="file"]', andorraPath);
      expect(await count(page, 'edges')).toBe('2,234');
    });
    expect(await count(page, 'nodes')).toBe('1,912');
    expect(await count(page, 'km')).toBe('484.5');
    expect(await count(page, 'components')).toBe('16');
    expect(await page.innerText('.roads-body')).toContain('ODbL');
    expect(tasks.count).toBeGreaterThan(10);
    expect(tasks.longestCpuMs).toBeLessThan(50 * stretch);
    expect(faults).toEqual([]);
    await page.close();
  });
});

describe('roads of the county', () => {
  /** One page for all, each test leaving it as it was: opening it takes longer than what is tested here. */
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    ({ page, faults } = await openApp(browser, {
      baseUrl,
      query: '&map=simple&iterations=200',
      width: 1700,
    }));
    await waitForResult(page, true);
    await openRoads(page);
  });

  it('closes an estimated road and solves again; undo brings the figures back', async () => {
    const before = await yuanPerParcel(page);
    await page.click('.road-finder');
    await areOptionsShown(page);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.waitForSelector('.road-card');
    await page.click('text=封闭这条路');
    await page.waitForSelector('.closed-mark');
    await isSolvedAgain(page);
    expect(await inUse(page)).toContain('封闭 1 条');
    await page.click('text=重新开放');
    await page.waitForSelector('.closed-mark', { state: 'detached' });
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForSelector('.closed-mark');
    await page.click('.undo-buttons button >> nth=0');
    await isFigure(page, before);
    expect(faults).toEqual([]);
  });

  it('draws a new road between two stations chosen from lists', async () => {
    const before = await yuanPerParcel(page);
    await page.click('text=画一条新路');
    for (const [field, presses] of [
      ['起点', 1],
      ['终点', 3],
    ] as const) {
      await page.click(`[aria-label="${field}"]`);
      await areOptionsShown(page);
      for (let press = 0; press < presses; press++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
    }
    await page.click('text=加上这条路');
    await page.waitForSelector('[data-road="drawn-1"]');
    expect(await page.innerText('[data-road="drawn-1"]')).toContain('推算');
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForSelector('[data-road="drawn-1"]', { state: 'detached' });
    await isFigure(page, before);
  });

  it('says in words what is wrong with a file', async () => {
    const read = async (each: ReturnType<typeof file>): Promise<string> => {
      await choose(page, each);
      const words = await page.innerText('.roads-section .ant-alert', { timeout: 30_000 });
      await page.click('text=换别的文件');
      return words;
    };
    expect(await read(file('half.osm.pbf', andorra.subarray(0, 300_000)))).toContain('读到一半就断了');
    expect(await read(file('photo.pbf', Buffer.from('not roads')))).toContain('认不出“photo.pbf”');
    expect(await read(file('empty.pbf', Buffer.alloc(0)))).toContain('文件是空的');
    // Andorra is far from Heshui: clipped away, and said so.
    expect(await read(file('andorra.osm.pbf', andorra))).toContain('都不在本县及周边 20 公里以内');
  });

  it('reads a zipped shapefile in metres by the zone the county lies in', async () => {
    const archive = fileURLToPath(new URL('../fixtures/roads/heshui-gk.zip', import.meta.url));
    await page.setInputFiles('.roads-body input[type="file"]', archive);
    // Lines of three and two points meet at the second of the first; the third crosses the first: 3 + 1 + 2 pieces.
    expect(await count(page, 'edges')).toBe('6');
    expect(await page.innerText('.roads-body')).toContain('按中央经线 108° 换算成经纬度');
    await page.click('text=换别的文件');

    // Under another meridian they lie 270 km to the west.
    await page.click('.roads-body [aria-label="坐标系"]');
    await areOptionsShown(page);
    await page.click('.ant-select-dropdown:visible >> text=高斯投影');
    const meridian = page.getByLabel('中央经线（°）');
    expect(await meridian.inputValue()).toBe('108');
    await meridian.fill('105');
    await page.setInputFiles('.roads-body input[type="file"]', archive);
    expect(await page.innerText('.roads-section .ant-alert', { timeout: 30_000 })).toContain('都不在本县');
    await page.click('text=换别的文件');
    await page.click('.roads-body [aria-label="坐标系"]');
    await areOptionsShown(page);
    await page.click('.ant-select-dropdown:visible >> text=自动');
    expect(faults).toEqual([]);
  });

  it('puts roads into all scenarios, shows their source, and takes them back; axe finds nothing serious', async () => {
    const before = await yuanPerParcel(page);
    expect(await inUse(page)).toContain('推算道路');
    await choose(page, file('heshui.geojson', Buffer.from(drawnCountyRoads('heshui'))));
    await page.waitForSelector('.repair-list');
    expect(await seriousFaults(page, '.room-pane')).toEqual([]);
    await page.click('text=使用这些道路');
    await page.waitForFunction(() => document.querySelector('.roads-now')?.textContent?.includes('heshui'));
    await waitForOtherFigure(page, before);
    expect(await page.innerText('.map-credit')).toContain('heshui.geojson');
    await page.click('text=改回推算道路');
    await isFigure(page, before);
    // Undone, the roads are there again.
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForFunction(() => document.querySelector('.roads-now')?.textContent?.includes('heshui'));
    expect(faults).toEqual([]);
  });
});
