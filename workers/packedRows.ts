import { type RowTexts, textsOfRows } from '../src/core/model/packedTables.ts';
import type { Demand, Place, Scenario, Station } from '../src/core/model/scenario.ts';

/**
 * The rows of a long table as UTF-8 JSON outside the heap: crossing to a worker or being put away copies no more than a
 * handle. Block b, some hundreds of rows, ends before byte `ends[b]`.
 */
export interface PackedRows {
  readonly blob: Blob;
  readonly ends: readonly number[];
}

/** The tables of a scenario that have a row for every village. */
export interface PackedTables {
  readonly places: PackedRows;
  readonly stations: PackedRows;
  readonly demands: PackedRows;
}

/** Yields between blocks, so that the main thread can do it in slices. */
export function* packRows(rows: readonly object[]): Generator<undefined, PackedRows> {
  const blocks: Blob[] = [];
  const ends: number[] = [];
  for (const text of textsOfRows(rows)) {
    const block = new Blob([text]);
    blocks.push(block);
    ends.push((ends.at(-1) ?? 0) + block.size);
    yield;
  }
  return { blob: new Blob(blocks), ends };
}

/** Block after block, so that no more than a few hundred rows are read in one task. Rejects where the bytes are gone. */
export async function unpackRows<Row>({ blob, ends }: PackedRows): Promise<Row[]> {
  const rows: Row[] = [];
  for (const [index, end] of ends.entries())
    rows.push(...(JSON.parse(await blob.slice(ends[index - 1] ?? 0, end).text()) as Row[]));
  return rows;
}

/** The scenario with its tables in it again. */
export async function unpackTables(bare: Scenario, packed: PackedTables): Promise<Scenario> {
  return {
    ...bare,
    places: await unpackRows<Place>(packed.places),
    stations: await unpackRows<Station>(packed.stations),
    demands: await unpackRows<Demand>(packed.demands),
  };
}

/** Tables as earlier versions put them away. */
export interface TextTables {
  readonly places: RowTexts;
  readonly stations: RowTexts;
  readonly demands: RowTexts;
}
