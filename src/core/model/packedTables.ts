import type { Scenario } from './scenario.ts';

/**
 * The rows of a long table as JSON, some hundreds to a text. Thousands of objects would be copied one by one when they
 * cross to a worker or are put away, and hold the screen up.
 */
export type RowTexts = readonly string[];

/** Well under a millisecond of work between two chances to stop. */
const rowsPerText = 200;

export function* textsOfRows(rows: readonly object[]): Generator<string, void> {
  for (let from = 0; from < rows.length; from += rowsPerText)
    yield JSON.stringify(rows.slice(from, from + rowsPerText));
}

/** Yields the share done, so that the main thread can do it in slices. */
export function* rowsOfTexts<Row>(texts: RowTexts): Generator<number, Row[]> {
  const rows: Row[] = [];
  for (const [index, text] of texts.entries()) {
    rows.push(...(JSON.parse(text) as Row[]));
    yield (index + 1) / texts.length;
  }
  return rows;
}

/** What of a scenario crosses as it is: all but the tables and the roads. */
export const withoutTables = (scenario: Scenario): Scenario => ({
  ...scenario,
  places: [],
  stations: [],
  demands: [],
  roads: null,
});
