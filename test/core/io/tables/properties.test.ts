import fc from 'fast-check';
import gcoord from 'gcoord';
import { describe, expect, it } from 'vitest';
import { haversineKm } from '../../../../src/core/geo.ts';
import { importTables } from '../../../../src/core/io/tables/importTables.ts';
import type { StationRow } from '../../../../src/core/io/tables/read/rowTypes.ts';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import { at, countyOf, roster } from './luxi.ts';
import { type Cells, csvText, decode, encode, workbook } from './writeTables.ts';

function stationsOf(name: string, bytes: Uint8Array): readonly StationRow[] {
  const result = importTables([{ name, bytes }], countyOf('luxi'), {
    decode,
    kind: null,
    system: 'auto',
    remembered: new Map(),
    distanceToRoadM: null,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  const [table] = result.value;
  if (table?.kind !== 'stations') throw new Error('no stations');
  return table.rows;
}
const fromCsv = (cells: Cells): readonly StationRow[] => stationsOf('a.csv', encode(csvText(cells), 'utf-8'));

/** What a scenario is made of; where it stood in the file does not count. */
const essence = (rows: readonly StationRow[]) =>
  rows
    .map(({ placeId, name, role, lonLat, deliveryParcelsPerDay }) => ({
      placeId,
      name,
      role,
      lonLat,
      deliveryParcelsPerDay,
    }))
    .sort((a, b) => (String(a.placeId) < String(b.placeId) ? -1 : 1));

const plain = essence(fromCsv(roster()));
const [header, ...rows] = roster();
const order = (length: number) =>
  fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: length, maxLength: length }).map((keys) =>
    keys
      .map((key, index) => ({ key, index }))
      .sort((a, b) => a.key - b.key || a.index - b.index)
      .map(({ index }) => index),
  );
const runs = { numRuns: 15 };

describe('what must not change a roster', () => {
  it('has twelve located villages to begin with', () => {
    expect(plain.filter(({ placeId, lonLat }) => placeId && lonLat)).toHaveLength(12);
  });

  it('order of columns', () => {
    fc.assert(
      fc.property(order(header!.length), (columns) => {
        const cells = roster().map((row) => columns.map((column) => row[column]!));
        expect(essence(fromCsv(cells))).toEqual(plain);
      }),
      runs,
    );
  });

  it('order of rows', () => {
    fc.assert(
      fc.property(order(rows.length), (numbers) => {
        expect(essence(fromCsv([header!, ...numbers.map((number) => rows[number]!)]))).toEqual(plain);
      }),
      runs,
    );
  });

  it('blank rows anywhere, and titles above', () => {
    const title = fc.constantFrom<CellValue>('泸溪县花名册', '附件1', '填报单位：泸溪县商务局', '2024年5月');
    fc.assert(
      fc.property(
        fc.array(title, { maxLength: 3 }),
        fc.array(fc.nat({ max: 12 }), { maxLength: 5 }),
        (titles, blanks) => {
          const cells: CellValue[][] = roster();
          for (const blank of blanks)
            cells.splice(
              blank,
              0,
              header!.map(() => null),
            );
          const above = titles.map((text) => [text, ...header!.slice(1).map(() => null)]);
          expect(essence(fromCsv([...above, ...cells]))).toEqual(plain);
        },
      ),
      runs,
    );
  });

  it('kind of file and encoding', () => {
    const text = csvText(roster());
    for (const encoding of ['utf-8', 'utf-8-bom', 'gbk', 'utf-16le', 'utf-16be'] as const)
      expect(essence(stationsOf('a.csv', encode(text, encoding)))).toEqual(plain);
    expect(essence(stationsOf('a.xlsx', workbook([{ name: 'S', cells: roster() }])))).toEqual(plain);
  });

  it('coordinate system, to a few metres', () => {
    for (const system of [gcoord.GCJ02, gcoord.BD09] as const) {
      const cells = roster().map((row, index) => {
        if (index === 0) return row;
        const [lon, lat] = gcoord.transform<[number, number]>(
          [Number(row[at.lon]), Number(row[at.lat])],
          gcoord.WGS84,
          system,
        );
        return row.with(at.lon, lon).with(at.lat, lat);
      });
      for (const [index, { placeId, lonLat }] of essence(fromCsv(cells)).entries()) {
        expect(placeId).toBe(plain[index]!.placeId);
        expect(1000 * haversineKm(lonLat!, plain[index]!.lonLat!)).toBeLessThan(3);
      }
    }
  });
});
