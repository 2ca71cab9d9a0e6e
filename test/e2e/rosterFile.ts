import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import writeXlsxFile from 'write-excel-file/node';
import { readCountyFiles } from '../../src/cli/countyFiles.ts';
import { readCounty } from '../../src/core/io/readCounty.ts';

/** Rosters as people bring them, for the browser tests. */

const fixtures = join(import.meta.dirname, '../fixtures/rosters');
export const fixture = (name: string) => ({
  name,
  mimeType: 'application/octet-stream',
  buffer: readFileSync(join(fixtures, name)),
});

/** A workbook of so many villages about Luxi county, none of them on its list: the largest roster anybody brings. */
export async function largeRoster(rowCount: number): Promise<Buffer<ArrayBuffer>> {
  const read = readCounty(readCountyFiles('luxi'));
  if (!read.ok) throw new Error('luxi cannot be read');
  const townships = read.value.places.filter(({ tier }) => tier === 'township');
  const cell = (value: string | number) => ({ value });
  const rows = Array.from({ length: rowCount }, (_, index) => {
    const township = townships[index % townships.length]!;
    const [lon, lat] = township.lonLat ?? [109.9, 28.2];
    // A spiral about the seat, so that no two stand on one spot.
    const turn = index * 2.399963;
    const reachDeg = 0.002 * Math.sqrt(index / townships.length);
    return [
      index + 1,
      township.name,
      `大寨${index + 1}村`,
      Number((lon + reachDeg * Math.cos(turn)).toFixed(6)),
      Number((lat + reachDeg * Math.sin(turn)).toFixed(6)),
      20 + (index % 7),
    ].map(cell);
  });
  const header = ['序号', '乡镇', '行政村', '经度', '纬度', '日均进件(件/日)'].map(cell);
  return Buffer.from(new Uint8Array(await writeXlsxFile([header, ...rows]).toBuffer()));
}
