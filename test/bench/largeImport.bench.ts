import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build, preview } from 'vite';
import { openBrowser } from '../e2e/browser.ts';
import { openApp, processorSlowness, waitForMap, waitForResult } from '../e2e/openApp.ts';
import { recordTasks } from '../e2e/recordTasks.ts';
import { repeatPbf } from './repeatPbf.ts';

/**
 * A 30 MB .pbf (Andorra fifty-five times side by side) brought into the built app in a real browser: how long it
 * takes, how long the page is held up at most, and how large the tab grows.
 */
process.env.NODE_ENV = 'production';
const folder = mkdtempSync(join(tmpdir(), 'cuntong-import-'));
const path = join(folder, 'large.osm.pbf');
const andorra = readFileSync(new URL('../fixtures/roads/andorra.osm.pbf', import.meta.url));
const file = repeatPbf(Uint8Array.from(andorra), 55, 0.5);
writeFileSync(path, file);

await build({ logLevel: 'error' });
const server = await preview({ logLevel: 'error', preview: { port: 0, host: '127.0.0.1', open: false } });
const browser = await openBrowser();
const { page } = await openApp(browser, {
  baseUrl: server.resolvedUrls!.local[0]!,
  query: '&iterations=200',
});
await waitForResult(page, true);
await waitForMap(page);
await page.click('.rail >> text=道路');
// Not clipped to the county: everything in the file is wanted.
await page.click('.roads-body .ant-checkbox-input');
await page.waitForTimeout(1500);

/** Resident memory of the largest renderer process, MB: page and workers together; null where it cannot be read. */
async function tabMb(): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => {
      try {
        const status = readFileSync(`/proc/${id}/status`, 'utf8');
        return Number(/VmHWM:\s+(\d+)/.exec(status)?.[1] ?? Number.NaN) / 1024;
      } catch {
        return Number.NaN;
      }
    })
    .filter((size) => !Number.isNaN(size));
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

const beforeMb = await tabMb();
const startMs = performance.now();
const tasks = await recordTasks(page, async () => {
  await page.setInputFiles('.roads-body input[type="file"]', path);
  await page.waitForSelector('[data-count="edges"] dd', { timeout: 180_000 });
});
const seconds = (performance.now() - startMs) / 1000;
const counts = await page.$$eval('[data-count]', (rows) =>
  rows.map((row) => `${row.getAttribute('data-count')} ${row.querySelector('dd')?.textContent}`),
);
const stretch = await processorSlowness(page);
const afterMb = await tabMb();
await browser.close();
await server.close();
rmSync(folder, { recursive: true });

let failures = 0;
function report(what: string, figure: number, unit: string, limit: number): void {
  const isMet = figure <= limit;
  if (!isMet) failures++;
  console.log(
    `${what.padEnd(44)} ${figure.toFixed(1).padStart(8)} ${unit.padEnd(3)} <= ${limit}   ${isMet ? 'met' : 'NOT MET'}`,
  );
}
console.log(
  `file: ${(file.length / 1e6).toFixed(1)} MB; ${counts.join(', ')}; shown after ${seconds.toFixed(1)} s`,
);
console.log(`processor: ${stretch.toFixed(2)} times slower than a free one while this ran`);
report('longest task of the page, processor time', tasks.longestCpuMs, 'ms', 50 * stretch);
if (tasks.longestCpuMs > 30) console.log(tasks.longestParts.join('\n'));
if (beforeMb !== null && afterMb !== null) {
  console.log(`tab before the import, at most ${beforeMb.toFixed(0)} MB`);
  report('tab with page and workers, at most', afterMb, 'MB', 1024);
} else console.log('the size of the tab cannot be read on this system');
process.exitCode = failures > 0 ? 1 : 0;
