import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong in parts of the screen, given by selectors; the whole page where none is given. */

async function violationsIn(page: Page, parts: readonly string[]) {
  // The app has no frames: without this axe opens a page of its own to add up what it found in them.
  const whole = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await parts.reduce((each, part) => each.include(part), whole).analyze();
  return violations;
}
type Violations = Awaited<ReturnType<typeof violationsIn>>;
const inWords = (violations: Violations): string[] =>
  violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(' | ')}`);

export const allFaults = async (page: Page, ...parts: string[]): Promise<string[]> =>
  inWords(await violationsIn(page, parts));

export const seriousFaults = async (page: Page, ...parts: string[]): Promise<string[]> => {
  const violations = await violationsIn(page, parts);
  return inWords(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical'));
};

/** What everybody here calls by its Latin letters: file formats, coordinate systems, and the switch to the other language. */
const known =
  /\b(Excel|CSV|GPX|KML|GeoJSON|Overpass|JSON|SRTM|osm|pbf|gz|hgt|zip|shp|dbf|prj|Shapefile|KMZ|PDF|WGS-84|GCJ-02|BD-09|English)\b/gi;

/** What screen readers say in a part of the Chinese screen that has an English word in it. */
export async function englishSaid(page: Page, part: string): Promise<string[]> {
  const tree = await page.locator(part).ariaSnapshot();
  return tree
    .split('\n')
    .map((line) => line.trim().replace(/^- '?[a-z]+/, ''))
    .filter((line) => /[a-z]{3,}/i.test(line.replace(/\[[a-z]+(=\w+)?\]/g, '').replace(known, '')));
}
