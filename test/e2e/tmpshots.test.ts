import { writeFileSync } from 'node:fs';
import { expect, inject, it } from 'vitest';
import { asId, type StationId } from '../../src/core/model/ids.ts';
import { countyScenario, driveAlong, gpxOf } from '../core/driven/drivenDays.ts';
import { openBrowser } from './browser.ts';
import { drawnCountyRoads } from './drawnCountyRoads.ts';
import { openApp, speak, waitForResult } from './openApp.ts';

it('shots', async () => {
  const browser = await openBrowser(inject('browser'));
  const { page } = await openApp(browser, { baseUrl: inject('baseUrl'), query: '&iterations=60' });
  page.setDefaultTimeout(20000);
  const shot = (n: string) => page.screenshot({ path: `/tmp/hw/shots/${n}.png` });
  try {
    await waitForResult(page, true);
    await page.click('[data-tab="driven"]');
    await shot('empty-zh');
    await page.click('[data-room="roads"]');
    await page.setInputFiles('.roads-body input[type="file"]', {
      name: 'heshui.geojson',
      mimeType: 'a/b',
      buffer: Buffer.from(drawnCountyRoads('heshui')),
    });
    await page.click('text=使用这些道路');
    await page.waitForFunction(() => document.querySelector('.roads-now')?.textContent?.includes('heshui'));
    console.log('used');
    await waitForResult(page, true);
    console.log('result');
    await page.click('[data-room="roads"]');
    await page.click('[data-tab="lines"]');
    await page.locator('.lines-table .line-button').first().click();
    await page.waitForSelector('.timetable tr[data-station]');
    const departure = await page.locator('.timetable .timetable-end td.number').first().innerText();
    const stops = await page
      .locator('.timetable tr[data-station]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-station')!));
    console.log(departure, stops);
    const scenario = countyScenario('heshui', true);
    const ids = stops.map((id) => asId<StationId>(id));
    const fixes = driveAlong(
      scenario,
      {
        originId: scenario.depot.id,
        departureClockMin: Number(departure.slice(0, 2)) * 60 + Number(departure.slice(3, 5)),
        stops: ids.map((stationId, i) => ({ stationId, dwellMin: 5, restMin: i === 3 ? 20 : 0 })),
        back: { restMin: 0 },
      },
      { intervalSec: 10, noiseM: 4, slowness: 1.25, lateMin: 20, skips: ids.slice(-1) },
    );
    const text = gpxOf([fixes]);
    writeFileSync('/tmp/hw/shots/day.gpx', text);
    await page.click('[data-tab="driven"]');
    await page.setInputFiles('.driven-pane input[type="file"]', {
      name: '张师傅5月12日.gpx',
      mimeType: 'a/b',
      buffer: Buffer.from(text),
    });
    await page.waitForSelector('[data-class]');
    await page.waitForTimeout(1500);
    await shot('day-zh');
    await page.click('.bottom [aria-label="放大表格"]').catch(() => console.log('no larger'));
    await page.waitForTimeout(500);
    await shot('day-zh-tall');
    await page.locator('[data-driven-speeds]').scrollIntoViewIfNeeded();
    await shot('day-zh-speeds');
    await speak(page, 'en');
    await page.waitForTimeout(500);
    await page.locator('.driven-summary').scrollIntoViewIfNeeded();
    await shot('day-en-tall');
    await page.locator('[data-take-speeds]').scrollIntoViewIfNeeded();
    await shot('day-en-speeds');
    await page.setViewportSize({ width: 390, height: 844 });
    await page.locator('.driven-pane').scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await shot('day-en-phone');
    await speak(page, 'zh-CN');
    await page.locator('.driven-stops').scrollIntoViewIfNeeded();
    await page.waitForTimeout(500);
    await shot('day-zh-phone');
    await page.click('.driven-pane >> text=收起');
    await page.waitForTimeout(300);
    await shot('empty-zh-phone');
  } catch (error) {
    await shot('fault');
    console.log(String(error));
  }
  await browser.close();
  expect(1).toBe(1);
}, 120000);
