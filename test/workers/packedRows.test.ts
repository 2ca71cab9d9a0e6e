import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { hashDocument } from '../../src/core/hash.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';
import { rowsOfTexts, textsOfRows, withoutTables } from '../../src/core/model/packedTables.ts';
import { toEnd } from '../../src/core/toEnd.ts';
import { packRows, unpackRows, unpackTables } from '../../workers/packedRows.ts';

/** JSON has no minus zero; no table has one either. */
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const row = fc.record(
  {
    id: fc.string(),
    name: fc.string({ unit: 'grapheme' }),
    lonLat: fc.option(fc.tuple(number, number)),
    openClockMin: number,
    servesPlaceIds: fc.array(fc.string(), { maxLength: 3 }),
  },
  { requiredKeys: ['id', 'name'] },
);

test('packing loses nothing, whatever fields a row has', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 12 }), async (rows) => {
      expect(await unpackRows(toEnd(packRows(rows)))).toEqual(rows);
      expect(toEnd(rowsOfTexts([...textsOfRows(rows)]))).toEqual(rows);
    }),
  );
});

test('a scenario with more rows than one block holds is the same one after crossing', async () => {
  const read = readCounty(readCountyFiles('luxi'));
  if (!read.ok) throw new Error('luxi cannot be read');
  const scenario = read.value.scenarios[0]!;
  const { places, stations, demands } = scenario;
  const packed = {
    places: toEnd(packRows(places)),
    stations: toEnd(packRows(stations)),
    demands: toEnd(packRows(demands)),
  };
  // Luxi has some 150 places, a block holds 200: the same rows three times over are cut.
  const long = toEnd(packRows([...places, ...places, ...places]));
  expect(long.ends.length).toBe(Math.ceil((3 * places.length) / 200));
  expect(long.ends.at(-1)).toBe(long.blob.size);
  expect(await unpackRows(long)).toEqual([...places, ...places, ...places]);
  const crossed = await unpackTables(structuredClone(withoutTables(scenario)), packed);
  expect(hashDocument(crossed)).toBe(hashDocument({ ...scenario, roads: null }));
});
