import type { GeoJSONSource } from 'maplibre-gl';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { runScenario } from '../../src/core/run/runScenario.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { englishSaid, seriousFaults } from './accessibility.ts';
import { openBrowser } from './browser.ts';
import {
  choose,
  openApp,
  processorSlowness,
  slowness,
  speak,
  stopMs,
  waitForMap,
  waitForResult,
} from './openApp.ts';
import { recordTasks } from './recordTasks.ts';

const baseUrl = inject('baseUrl');
let browser: Browser;
beforeAll(async () => {
  browser = await openBrowser(inject('browser'));
});
afterAll(async () => {
  await browser.close();
});

async function openTimed() {
  const { page, faults } = await openApp(browser, { baseUrl, mayKeepOffline: true });
  await waitForResult(page);
  const firstResultMs = await page.evaluate(() => performance.now());
  return { page, faults, firstResultMs, limitMs: 5000 * (await slowness(page)) };
}

describe('the screen', () => {
  /** The page that was opened first goes on to be watched while it solves. */
  let page: Page;

  it('opens on Heshui 1+12+68, solves by itself within 5 s and draws a labelled map', async () => {
    // A page is loaded once, so whatever else this machine did at that moment counts: the quicker of two tries.
    const firstTry = await openTimed();
    const isQuick = firstTry.firstResultMs < firstTry.limitMs;
    if (!isQuick) await firstTry.page.close();
    const { faults, firstResultMs, limitMs, ...opened } = isQuick ? firstTry : await openTimed();
    page = opened.page;
    expect(firstResultMs).toBeLessThan(limitMs);
    expect(await page.innerText('.county-picker')).toContain('4/80');
    expect(await page.innerText('.scenario-picker')).toContain('1+12+68');
    await waitForMap(page);
    await page.waitForFunction(() => {
      const map = globalThis.cuntongMap;
      return (
        map?.loaded() && map.queryRenderedFeatures({ layers: ['line-estimated', 'line-known'] }).length > 0
      );
    });
    const drawn = await page.evaluate(() => {
      const map = globalThis.cuntongMap;
      if (!map) return null;
      const count = (layer: string): number => map.queryRenderedFeatures({ layers: [layer] }).length;
      return {
        stations: count('stations'),
        lines: count('line-known') + count('line-estimated'),
        labels: count('station-labels-township'),
      };
    });
    expect(drawn?.stations).toBeGreaterThan(60);
    expect(drawn?.lines).toBeGreaterThan(20);
    // 12 townships and the depot; some may give way to a neighbour's label.
    expect(drawn?.labels).toBeGreaterThan(8);
    expect(await page.getAttribute('.maplibregl-canvas', 'aria-label')).toContain('方向键');
    expect(faults).toEqual([]);
  });

  // Other programs slow a processor down even by its own clock; the least disturbed of three tries counts.
  it('never blocks the screen while solving', { retry: 2 }, async () => {
    await waitForResult(page, true);
    await waitForMap(page);
    // The county's other scenarios are solved meanwhile; their points reach the plane.
    await page.waitForFunction(() =>
      document.querySelector('[data-chart="plane"] .chart-canvas')?.getAttribute('aria-label')?.includes('8'),
    );
    await page.waitForTimeout(1500);
    const tasks = await recordTasks(page, async () => {
      await page.click('.solve button');
      await page.waitForSelector('.solve-bar:not([hidden])', { state: 'attached' });
      await page.waitForSelector('.solve-bar[hidden]', { state: 'attached', timeout: 45_000 });
      await page.waitForTimeout(1000);
    });
    const stretch = await processorSlowness(page);
    // The recording must have seen the main thread at work.
    expect(tasks.count).toBeGreaterThan(30);
    expect(tasks.longestCpuMs, tasks.longestParts.join('\n')).toBeLessThan(50 * stretch);
  });

  it('keeps the county whole when a room takes width from the map, until somebody looks elsewhere', async () => {
    const zoom = (): Promise<number> => page.evaluate(() => globalThis.cuntongMap!.getZoom());
    const width = (): Promise<number> =>
      page.evaluate(() => globalThis.cuntongMap!.getContainer().clientWidth);
    /** The corners of the county lie on the map. */
    const isWhole = (): Promise<boolean> =>
      page.evaluate(async () => {
        const map = globalThis.cuntongMap!;
        const bounds = await map.getSource<GeoJSONSource>('county')!.getBounds();
        const { clientWidth, clientHeight } = map.getContainer();
        return [bounds.getSouthWest(), bounds.getNorthEast()]
          .map((corner) => map.project(corner))
          .every(({ x, y }) => x > 0 && x < clientWidth && y > 0 && y < clientHeight);
      });
    expect(await isWhole()).toBe(true);
    const widthBefore = await width();
    await page.click('[data-room="solve"]');
    await expect.poll(width).toBeLessThan(widthBefore - 100);
    await expect.poll(isWhole).toBe(true);

    await page.click('[aria-label="放大"]');
    await page.waitForFunction(() => globalThis.cuntongMap?.isMoving() === false);
    const chosen = await zoom();
    await page.click('[data-room="solve"]');
    await expect.poll(width).toBe(widthBefore);
    await waitForMap(page);
    expect(await zoom()).toBe(chosen);
  });

  it('stops within 0.3 s when asked', async () => {
    await page.close();
    ({ page } = await openApp(browser, { baseUrl, query: '&map=simple&iterations=400000' }));
    await waitForResult(page);
    await page.waitForSelector('.solve button.ant-btn-dangerous');
    await page.waitForTimeout(1000);
    const stretch = await slowness(page);
    const stoppedMs = await stopMs(page, '.solve button.ant-btn-dangerous');
    expect(await page.innerText('.solve-phase')).toContain('已停止');
    await page.close();
    expect(stoppedMs).toBeLessThan(300 * stretch);
  });
});

describe('one visit', () => {
  /** One page for all: opening it takes longer than what is tested here. */
  let page: Page;
  let faults: string[];
  beforeAll(async () => {
    ({ page, faults } = await openApp(browser, {
      baseUrl,
      query: '&map=simple&iterations=300',
      width: 1700,
    }));
    await waitForResult(page, true);
  });

  it('shows the figures the pipeline computes outside the browser', async () => {
    const result = readCounty(readCountyFiles('heshui'));
    if (!result.ok) throw new Error('heshui cannot be read');
    const scenario = result.value.scenarios.find((each) => each.id === result.value.defaultScenarioId)!;
    const shown = await page.$$eval('[data-kpi]', (boxes) =>
      boxes.map((box) => [
        box.getAttribute('data-kpi'),
        box.querySelector('[data-value]')?.getAttribute('data-value'),
      ]),
    );
    const report = toEnd(runScenario(scenario, { seed: 1, iterations: 300 }));
    const expected = new Map(report.kpis.map((row) => [row.key, String(row.value)]));
    expect(shown.length).toBeGreaterThan(8);
    for (const [key, value] of shown) expect(value, String(key)).toBe(expected.get(key!));
  });

  it('has no serious accessibility violations', async () => {
    await page.waitForFunction(() => document.querySelectorAll('.chart-canvas > div > svg').length === 4);
    expect(await seriousFaults(page)).toEqual([]);
  });

  it('says no English word to a screen reader in Chinese', async () => {
    const parts = ['.header', '.rail', '.playback-button', '.bottom', '.right'];
    const said = await Promise.all(parts.map((part) => englishSaid(page, part)));
    expect(said.flat()).toEqual([]);
    for (const room of ['data', 'roads', 'levels', 'parameters', 'solve', 'simulate']) {
      await page.click(`[data-room="${room}"]`);
      await page.waitForSelector('.room-pane button');
      expect(await englishSaid(page, '.room-pane'), room).toEqual([]);
    }
    await page.click('[data-room="parameters"]');
  });

  it('speaks English completely', async () => {
    await speak(page, 'en');
    await page.click('.lines-table [data-line] >> nth=0');
    await page.waitForSelector('.room-pane .field-row');
    await page.waitForSelector('.timetable');
    const texts = await page.evaluate(() => {
      // Names of places and the language switch itself stay as they are.
      const named = 'svg, .timetable, .picker-option, [lang="zh-CN"], .map-credit';
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      const found: string[] = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const element = node.parentElement;
        if (!element || element.closest(`${named}, script, style`)) continue;
        if (node.textContent?.trim()) found.push(node.textContent.trim());
      }
      return found;
    });
    expect(texts.length).toBeGreaterThan(80);
    expect(texts.filter((text) => /\p{Script=Han}/u.test(text))).toEqual([]);
    // A missing key would show as a dotted path.
    expect(texts.filter((text) => /^[a-z]+(\.[a-zA-Z0-9]+)+$/.test(text))).toEqual([]);
    await speak(page, 'zh-CN');
  });

  it('solves again after a change and brings results back on undo', async () => {
    const lineCount = (): Promise<string | null | undefined> =>
      page.$eval('[data-kpi="lineCount"] [data-value]', (value) => value.getAttribute('data-value'));
    expect(await lineCount()).toBe('4');
    await page.fill('.field-row input[role="spinbutton"] >> nth=0', '5');
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      () => document.querySelector('[data-kpi="lineCount"] [data-value]')?.getAttribute('data-value') === '5',
      undefined,
      { timeout: 30_000 },
    );
    await page.click('.undo-buttons button >> nth=0');
    await expect.poll(() => page.isDisabled('.undo-buttons button >> nth=0'), { timeout: 10_000 }).toBe(true);
    await expect.poll(lineCount, { timeout: 10_000 }).toBe('4');
  });

  it('switches the county and solves it', async () => {
    await choose(page, '.county-picker', 2);
    await page.waitForFunction(() => document.querySelector('.county-picker')?.textContent?.includes('泸溪'));
    await page.waitForFunction(() =>
      document.querySelector('.scenario-picker')?.textContent?.includes('1+12+130'),
    );
    await waitForResult(page, true);
    expect(await page.innerText('.county-picker')).toContain('116/130');
    await page.waitForSelector('.lines-table [data-line]');
    expect(faults).toEqual([]);
  });
});
