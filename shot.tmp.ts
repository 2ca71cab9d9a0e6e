import { openBrowser } from './test/e2e/browser.ts';
import { openApp, waitForMap, waitForResult } from './test/e2e/openApp.ts';
const browser = await openBrowser();
for (const [lang,w,h] of [['en',1366,768]] as const){
const { page, faults } = await openApp(browser, { baseUrl:'http://localhost:4902/', language: lang, query: '&iterations=200', width:w, height:h });
await waitForResult(page, true); await waitForMap(page);
await page.click(`.rail >> text=${lang==='en'?'Roads':'道路'}`);
await page.click('.roads-body .ant-checkbox-input');
await page.setInputFiles('.roads-body input[type="file"]', ['test/fixtures/roads/andorra.osm.pbf','/tmp/prof/N42E001.hgt.zip']);
await page.waitForSelector('[data-count="places"]', { timeout: 60000 });
await page.click('[data-tab="distances"]');
await page.click('.distances-offer button:nth-child(2)');
await page.waitForSelector('.distances-grid', { timeout: 60000 });
await page.waitForTimeout(1000);
const tall = await page.$('.part-head button:has(.anticon-expand)'); await tall?.click();
await page.locator('.distances-grid .cell-button').nth(1).click();
await page.waitForSelector('.way-list .total-row'); await page.waitForTimeout(2500);
await page.screenshot({ path: `/tmp/prof/andorra-${lang}.png` });
console.log(lang, faults, (await page.innerText('.way-list')).slice(0,600));
await page.close();}
await browser.close();
