import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { asId, type StationId } from '../../src/core/model/ids.ts';
import { countyScenario, driveAlong, gpxOf } from '../core/driven/drivenDays.ts';
import { allFaults, englishSaid } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import { drawnCountyRoads } from './drawnCountyRoads.ts';
import { openApp, speak, waitForResult } from './openApp.ts';

const baseUrl = inject('baseUrl');
/** One page for all: opening it takes longer than what is tested here. */
let browser: Browser;
let page: Page;
let faults: string[];
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
  ({ page, faults } = await openApp(browser, { baseUrl, query: '&map=simple&iterations=60' }));
  page.setDefaultTimeout(20_000);
  await waitForResult(page, true);
});
afterAll(async () => {
  await browser.close();
});

const file = (name: string, text: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: Buffer.from(text),
});
const clockMin = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3, 5));
const drivenInput = '.driven-pane input[type="file"]';

/** The first line of the timetable on the screen: when it leaves, and its stops. */
async function lineOnScreen(): Promise<{ departure: number; stops: StationId[] }> {
  await page.click('[data-tab="lines"]');
  const first = page.locator('.lines-table .line-button').first();
  // Pressed once more, it would be let go of.
  if ((await first.getAttribute('aria-pressed')) !== 'true') await first.click();
  await page.waitForSelector('.timetable tr[data-station]');
  const departure = await page.locator('.timetable .timetable-end td.number').first().innerText();
  const stops = await page
    .locator('.timetable tr[data-station]')
    .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-station')!));
  return { departure: clockMin(departure), stops: stops.map((id) => asId<StationId>(id)) };
}

/** A track of the line on the screen over the drawn roads, a quarter slower than the model, five minutes at every stop. */
async function trackOfLine(): Promise<{ text: string; stops: StationId[] }> {
  const { departure, stops } = await lineOnScreen();
  const scenario = countyScenario('heshui', true);
  const drive = {
    originId: scenario.depot.id,
    departureClockMin: departure,
    stops: stops.map((stationId) => ({ stationId, dwellMin: 5, restMin: 0 })),
    back: { restMin: 0 },
  };
  const skips = stops.slice(-1);
  const fixes = driveAlong(scenario, drive, {
    intervalSec: 10,
    noiseM: 4,
    slowness: 1.25,
    lateMin: 20,
    skips,
  });
  return { text: gpxOf([fixes]), stops };
}

describe('a driven day', () => {
  it('says in words what is wrong with a file', async () => {
    await page.click('[data-tab="driven"]');
    expect(await allFaults(page, '.driven-pane')).toEqual([]);
    await page.setInputFiles(
      drivenInput,
      file('无时间.gpx', '<gpx><trk><trkseg><trkpt lat="35" lon="108"/></trkseg></trk></gpx>'),
    );
    await page.waitForSelector('.driven-pane .ant-alert-error >> text=都没有时间');
    await page.setInputFiles(drivenInput, file('名单.csv', 'a,b'));
    await page.waitForSelector('.driven-pane .ant-alert-error >> text=不是 GPX');
    expect(faults).toEqual([]);
  });

  it('on estimated roads tells no classes, and offers the one factor', async () => {
    const { text } = await trackOfLine();
    await page.click('[data-tab="driven"]');
    await page.setInputFiles(drivenInput, file('张师傅.gpx', text));
    await page.waitForSelector('[data-driven-totals]');
    expect(await page.innerText('[data-driven-speeds]')).toContain('没有道路文件');
    expect(await page.locator('[data-apply-factor]').count()).toBe(1);
  });

  it('on roads of its own: stop by stop, speeds by class taken in one step and undone', async () => {
    await page.click('[data-room="roads"]');
    await page.setInputFiles(
      '.roads-body input[type="file"]',
      file('heshui.geojson', drawnCountyRoads('heshui')),
    );
    await page.click('text=使用这些道路');
    await page.waitForFunction(() => document.querySelector('.roads-now')?.textContent?.includes('heshui'));
    await waitForResult(page, true);
    await page.click('[data-room="roads"]');
    const { text, stops } = await trackOfLine();
    await page.click('[data-tab="driven"]');
    // Dropped on the tab it goes to the tab, not to the roads.
    await page.evaluate((content) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], '张师傅.gpx'));
      for (const kind of ['dragover', 'drop'])
        document
          .querySelector('[data-driven]')!
          .dispatchEvent(new DragEvent(kind, { bubbles: true, cancelable: true, dataTransfer }));
    }, text);
    await page.waitForSelector('[data-class]');
    const rows = page.locator('[data-driven-stop]');
    // The stops, with the depot before and after.
    expect(await rows.count()).toBe(stops.length + 2);
    expect(await page.locator('[data-state="called"]').count()).toBe(stops.length + 1);
    // The last stop was left out.
    expect(await rows.nth(stops.length).getAttribute('data-state')).toMatch(/missed|passed/);
    // Twenty minutes late at the start.
    expect(await rows.first().innerText()).toContain('晚 20 分');
    await page.click('.driven-choice >> text=扣除晚发');
    expect(await rows.first().innerText()).toContain('准点');
    // All driving takes 1.25 times as long: 1 / 1.25 = 0.8.
    expect(await page.innerText('.driven-factor')).toMatch(/0\.(79|80|81)/);

    await rows.nth(1).locator('button').click();
    expect(await rows.nth(1).getAttribute('class')).toContain('row-chosen');

    const now = page.locator('[data-class] [data-now]').first();
    const before = Number(await now.innerText());
    expect(await allFaults(page, '.driven-pane')).toEqual([]);
    expect(await englishSaid(page, '.driven-pane')).toEqual([]);
    await page.click('[data-take-speeds]');
    await page.waitForFunction(
      (old) => Number(document.querySelector('[data-class] [data-now]')?.textContent) < 0.9 * old,
      before,
    );
    expect(Number(await now.innerText()) / before).toBeCloseTo(0.8, 1);
    await waitForResult(page, true);
    await page.click('.undo-buttons button >> nth=0');
    await page.waitForFunction(
      (old) => Number(document.querySelector('[data-class] [data-now]')?.textContent) === old,
      before,
    );
    // Held against another line, the speed of this one is not offered.
    await page.click('.driven-trip');
    await page.click('.ant-select-dropdown:visible .ant-select-item-option >> nth=-1');
    await page.waitForSelector('.driven-factor >> text=不到一半');
    expect(await page.locator('[data-apply-factor]').count()).toBe(0);
    await speak(page, 'en');
    expect(await page.innerText('.driven-pane')).not.toMatch(
      /\p{Script=Han}{3,}(?=[^\n]*(planned|measured))/u,
    );
    await speak(page, 'zh-CN');
    expect(faults).toEqual([]);
  });
});
