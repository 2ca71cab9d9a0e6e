import type { Demand, Place, Scenario, Station } from './scenario.ts';

/**
 * The rows of a long table as JSON, some hundreds to a text. Thousands of objects would be copied one by one when they
 * cross to a worker or are put away, and hold the screen up; texts are copied as blocks of memory.
 */
export type PackedRows = readonly string[];

/** The tables of a scenario that have a row for every village. */
export interface PackedTables {
  readonly places: PackedRows;
  readonly stations: PackedRows;
  readonly demands: PackedRows;
}

/** Well under a millisecond of work between two chances to stop. */
const rowsPerText = 200;

/** Yields the share done, so that the main thread can do it in slices. */
export function* packRows(rows: readonly object[]): Generator<number, PackedRows> {
  const texts: string[] = [];
  for (let from = 0; from < rows.length; from += rowsPerText) {
    texts.push(JSON.stringify(rows.slice(from, from + rowsPerText)));
    yield (from + rowsPerText) / rows.length;
  }
  return texts;
}

export function* unpackRows<Row>(texts: PackedRows): Generator<number, Row[]> {
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

/** The scenario with its tables in it again. */
export function* unpackTables(bare: Scenario, packed: PackedTables): Generator<number, Scenario> {
  const places = yield* unpackRows<Place>(packed.places);
  const stations = yield* unpackRows<Station>(packed.stations);
  const demands = yield* unpackRows<Demand>(packed.demands);
  return { ...bare, places, stations, demands };
}
