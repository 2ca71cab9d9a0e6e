import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readCountyFiles } from '../../../../src/cli/countyFiles.ts';
import { readCounty } from '../../../../src/core/io/readCounty.ts';
import type { CellValue } from '../../../../src/core/io/tables/sheet.ts';
import type { County } from '../../../../src/core/model/county.ts';

export const fixtures = join(import.meta.dirname, '../../../fixtures/rosters');
export const readFixture = (name: string): Uint8Array => new Uint8Array(readFileSync(join(fixtures, name)));

const loaded = new Map<string, County>();
export function countyOf(id: string): County {
  let county = loaded.get(id);
  if (!county) {
    const read = readCounty(readCountyFiles(id));
    if (!read.ok) throw new Error(`county ${id} does not load`);
    county = read.value;
    loaded.set(id, county);
  }
  return county;
}

/** Villages of 泸溪 whose names occur once and whose points are real: four each of three townships. */
export const villages = [
  ['达岚镇', '麻坪村', '433122102204'],
  ['达岚镇', '六里村', '433122102201'],
  ['达岚镇', '覃木阳村', '433122102202'],
  ['达岚镇', '五德村', '433122102203'],
  ['兴隆场镇', '甘田坪村', '433122104200'],
  ['兴隆场镇', '都里坪村', '433122104201'],
  ['兴隆场镇', '武堰村', '433122104202'],
  ['兴隆场镇', '德堡村', '433122104203'],
  ['潭溪镇', '盘古岩村', '433122105201'],
  ['潭溪镇', '朱雀洞村', '433122105202'],
  ['潭溪镇', '下都村', '433122105203'],
  ['潭溪镇', '新寨坪村', '433122105204'],
] as const;

/** A surveyed point some 50 m beside the listed one, the same in every run. */
export function truePoint(index: number): readonly [number, number] {
  const place = countyOf('luxi').places.find(({ id }) => id === villages[index]![2])!;
  const [lon, lat] = place.lonLat!;
  const shift = ((index * 7) % 5) - 2;
  return [
    Number((lon + shift * 0.0003).toFixed(6)),
    Number((lat + (((index * 3) % 5) - 2) * 0.0003).toFixed(6)),
  ];
}

export const headers = [
  '序号',
  '乡镇',
  '行政村',
  '站点名称',
  '经度',
  '纬度',
  '日均进件',
  '距乡镇(公里)',
] as const;
/** Columns of the roster by name. */
export const at = {
  sequence: 0,
  township: 1,
  village: 2,
  name: 3,
  lon: 4,
  lat: 5,
  delivery: 6,
  distance: 7,
} as const;

/** The roster without any fault: header in row 1, twelve villages in rows 2 to 13. */
export const roster = (): CellValue[][] => [
  [...headers],
  ...villages.map(([township, village], index): CellValue[] => {
    const [lon, lat] = truePoint(index);
    return [index + 1, township, village, `${village}服务站`, lon, lat, 20 + index, 3 + index / 2];
  }),
];
