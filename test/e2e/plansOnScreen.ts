import type { Page } from 'playwright-core';

/** What the screen says of the plan it shows; for tests that change a scenario and look at what became of the plan. */

const figureOf = '[data-kpi="yuanPerParcel"] [data-value]';

export const yuanPerParcel = (page: Page): Promise<string | null> =>
  page.getAttribute(figureOf, 'data-value');

/** Resolves when nothing is being solved and the figures fit what is set. */
export async function waitForRest(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('.solve .ant-btn-dangerous') &&
      !document.querySelector('.stale-mark') &&
      !document.querySelector('.preliminary-mark'),
    undefined,
    { timeout: 60_000 },
  );
  // Tables follow a new plan when nothing more urgent is to be drawn.
  await page.evaluate(
    () =>
      new Promise<void>((resolve) => {
        requestIdleCallback(() => requestIdleCallback(() => requestIdleCallback(() => resolve())));
      }),
  );
}

/** Does something that changes the plan, and resolves when the new figures are there. */
export async function changePlan(page: Page, action: () => Promise<unknown>): Promise<void> {
  const before = await yuanPerParcel(page);
  await action();
  await page.waitForFunction(
    ([selector, value]) => {
      const now = document.querySelector(selector!)?.getAttribute('data-value');
      return now !== value && !document.querySelector('.stale-mark');
    },
    [figureOf, before] as const,
    { timeout: 60_000 },
  );
  await waitForRest(page);
}

/** Takes back every edit there is; the figure must then be the given one again, which needs no solving. */
export async function undoAll(page: Page, figure: string | null): Promise<void> {
  const button = page.locator('.undo-buttons button').first();
  while (await button.isEnabled()) await button.click();
  await page.waitForFunction(
    ([selector, value]) => document.querySelector(selector!)?.getAttribute('data-value') === value,
    [figureOf, figure] as const,
  );
  await waitForRest(page);
}

/** What the independent check finds wrong, in words; the solve room must be open. */
export const faultsFound = (page: Page): Promise<string[]> =>
  page.$$eval('[data-faults] li', (items) => items.map((item) => item.textContent ?? ''));

export interface ShownLine {
  readonly stops: number;
  readonly km: number;
  readonly hours: number;
}

/** Rows of the lines table. */
export async function shownLines(page: Page): Promise<ShownLine[]> {
  const rows = await page.$$eval('.lines-table [data-line]', (each) =>
    each.map((row) => [...row.querySelectorAll('.ant-table-cell')].map((cell) => cell.textContent ?? '')),
  );
  return rows.map((cells) => {
    const [hours = 0, minutes = 0] = cells[9]!.split(':').map(Number);
    return {
      stops: Number(cells[5]),
      km: Number(cells[6]!.replace(',', '')),
      hours: hours + minutes / 60,
    };
  });
}
