import { writeFileSync } from 'node:fs';
import { openBrowser } from './test/e2e/browser.ts';
import { openApp, waitForResult } from './test/e2e/openApp.ts';

const out = '/tmp/tour';
const baseUrl = 'http://127.0.0.1:4173/';
const browser = await openBrowser();
const [language, county, width] = [
  process.argv[2] as 'en',
  process.argv[3]!,
  Number(process.argv[4] ?? 1366),
];
const { page, faults } = await openApp(browser, { baseUrl, language, width, height: 768 });
await waitForResult(page, true);
if (county !== 'heshui') {
  await page
    .click('.county-picker, [data-county-picker]')
    .catch(() => page.locator('.header .ant-select').first().click());
  await page.locator('.ant-select-item-option', { hasText: county }).first().click();
  await page.waitForTimeout(3000);
  await waitForResult(page, true);
}
await page.click('[data-room="data"]');
for (const kind of ['summary', 'lines', 'stations']) {
  await page.click(`[data-print="${kind}"]`);
  await page.waitForSelector('[data-print-now]:not([disabled])');
  await page.waitForTimeout(600);
  writeFileSync(`${out}/p-${language}-${width}-${kind}.png`, await page.screenshot());
  await page.emulateMedia({ media: 'print' });
  writeFileSync(
    `${out}/q-${language}-${width}-${kind}.png`,
    await page
      .locator('.sheet')
      .nth(kind === 'lines' ? 1 : 0)
      .screenshot(),
  );
  await page.emulateMedia({ media: 'screen' });
  writeFileSync(`${out}/p-${language}-${width}-${kind}.pdf`, await page.pdf({ preferCSSPageSize: true }));
  await page.keyboard.press('Escape');
}
console.log(faults);
await browser.close();
