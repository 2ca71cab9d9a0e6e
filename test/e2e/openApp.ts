import type { Browser, Page } from 'playwright-core';
import { recordTasks } from './recordTasks.ts';

export interface OpenOptions {
  readonly baseUrl: string;
  readonly language?: 'zh-CN' | 'en';
  readonly query?: string;
  readonly width?: number;
  readonly height?: number;
  /** Whether the app may keep itself on this computer, which costs seconds of work behind the page. */
  readonly mayKeepOffline?: boolean;
}

/** Opens the app in a page of its own, with faults collected. `test` in the address lends the map to the test. */
export async function openApp(
  browser: Browser,
  options: OpenOptions,
): Promise<{ page: Page; faults: string[] }> {
  const { baseUrl, language = 'zh-CN', query = '', width = 1366, height = 768, mayKeepOffline } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    serviceWorkers: mayKeepOffline ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`${message.text()} ${message.location().url}`);
  });
  await page.addInitScript((chosen) => {
    localStorage.setItem('cuntong.language', chosen);
  }, language);
  await page.goto(`${baseUrl}?test${query}`);
  return { page, faults };
}

/** Resolves when figures are on the screen; `isFinal` waits for the thorough stage too. */
export async function waitForResult(page: Page, isFinal = false): Promise<void> {
  await page.waitForSelector('[data-kpi="yuanPerParcel"]', { timeout: 45_000 });
  if (!isFinal) return;
  await page.waitForFunction(
    () => !document.querySelector('.preliminary-mark') && !document.querySelector('.kpi-pane .stale-mark'),
    undefined,
    { timeout: 90_000 },
  );
}

export const waitForMap = (page: Page): Promise<unknown> =>
  page.waitForSelector('[data-map="idle"]', { timeout: 45_000 });

/** Changes the language of the screen by its switch. */
export async function speak(page: Page, language: 'zh-CN' | 'en'): Promise<void> {
  await page.click(`.header [lang="${language}"]`);
  await page.waitForFunction((chosen) => document.documentElement.lang === chosen, language);
}

/** Chooses an option of an antd select by the select's class and the option's place. */
export async function choose(page: Page, select: string, optionIndex: number): Promise<void> {
  await page.click(select);
  await page.locator('.ant-select-dropdown:visible .ant-select-item-option').nth(optionIndex).click();
}

/** Presses a Stop button and says how long it stays, ms: it is gone once the search has stopped. */
export const stopMs = (page: Page, button: string): Promise<number> =>
  page.evaluate(
    (selector) =>
      new Promise<number>((resolve) => {
        const startMs = performance.now();
        new MutationObserver(() => {
          if (document.querySelector(selector)) return;
          resolve(performance.now() - startMs);
        }).observe(document.body, { childList: true, subtree: true, attributes: true });
        document.querySelector<HTMLButtonElement>(selector)!.click();
      }),
    button,
  );

/** Processor time of the loop below on one free core of the machines this was written on. */
const freeLoopMs = 45;

/**
 * How much slower this machine is at this moment than a free core: a limit in real time is stretched by it, so that
 * a busy test machine does not fail what a user's machine would pass. 1 on a free machine, at most 8.
 */
export async function slowness(page: Page): Promise<number> {
  const elapsedMs = await runLoop(page);
  return Math.min(8, Math.max(1, elapsedMs / freeLoopMs));
}

/** The same by the processor's own clock: shared caches and clock rates slow it too, by 3 at most. */
export async function processorSlowness(page: Page): Promise<number> {
  const { longestCpuMs } = await recordTasks(page, async () => {
    await runLoop(page);
  });
  return Math.min(3, Math.max(1, longestCpuMs / freeLoopMs));
}

/** Whole-number arithmetic in a task of its own; its time by the clock. */
const runLoop = (page: Page): Promise<number> =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        setTimeout(() => {
          const startMs = performance.now();
          let state = 1;
          for (let round = 0; round < 40_000_000; round++)
            state = (Math.imul(state, 1664525) + 1013904223) | 0;
          resolve(state === 0 ? 0 : performance.now() - startMs);
        });
      }),
  );
