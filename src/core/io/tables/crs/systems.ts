import gcoord from 'gcoord';
import { isInChina, type LonLat } from '../../../geo.ts';

/** cgcs2000 in degrees equals wgs84 to a few centimetres; it is kept apart because people state it. */
export const tableSystems = ['wgs84', 'gcj02', 'bd09', 'cgcs2000'] as const;
export type TableSystem = (typeof tableSystems)[number];
/** Names of the systems, the same in every language. */
export const systemNames: Readonly<Record<TableSystem, string>> = {
  wgs84: 'WGS-84',
  gcj02: 'GCJ-02',
  bd09: 'BD-09',
  cgcs2000: 'CGCS2000',
};
/** The systems that evidence can tell apart. */
export const hypotheses = ['wgs84', 'gcj02', 'bd09'] as const;
export type Hypothesis = (typeof hypotheses)[number];

/** WGS-84 degrees of a point given in a system; points outside China stay as they are. */
export function systemToWgs84(lonLat: LonLat, system: TableSystem): LonLat {
  if (system === 'wgs84' || system === 'cgcs2000' || !isInChina(lonLat)) return lonLat;
  const from = system === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09;
  const [lon, lat] = gcoord.transform<[number, number]>([lonLat[0], lonLat[1]], from, gcoord.WGS84);
  return [lon, lat];
}

/** System a header, title or cell names; null where it names none. */
export function systemNamed(text: string): TableSystem | null {
  if (/gcj|火星|高德|腾讯|amap/i.test(text)) return 'gcj02';
  if (/bd-?0?9|百度|baidu/i.test(text)) return 'bd09';
  if (/cgcs|2000\s*(国家)?(大地)?坐标|国家2000|天地图/i.test(text)) return 'cgcs2000';
  return /wgs|gps|84坐标/i.test(text) ? 'wgs84' : null;
}
