import { isInChina, type LonLat } from '../../../geo.ts';
import { countyMeridianDeg, fromProjectedPair, fromStatedPair, hasNoZone } from '../../gaussKruger.ts';
import { readAngle, splitPair } from '../cells/readAngle.ts';
import type { ImportRow } from '../importRow.ts';
import { type CellValue, cellText } from '../sheet.ts';

/** Degrees as the file gives them, longitude first, before any change of system. */
export interface RawPoint {
  readonly lonLat: LonLat;
  /** From metres: CGCS2000 for certain. */
  readonly isProjected: boolean;
  readonly first: string;
  readonly second: string;
}

const isLon = (value: number): boolean => Math.abs(value) <= 180;
const isLat = (value: number): boolean => Math.abs(value) <= 90;
const looksSwapped = (lon: number, lat: number): boolean => isInChina([lat, lon]);

/** 109978037 and 27993246: devices that know whole numbers only. No projected metres are as large as the first. */
const areMillionths = (lon: number, lat: number): boolean =>
  Number.isInteger(lon) && Number.isInteger(lat) && lon > 73e6 && lon < 136e6 && lat > 3e6 && lat < 54e6;

function cellsOfPoint(
  row: ImportRow,
): { key: string; first: CellValue; second: CellValue; isSplit: boolean } | null {
  const lonText = cellText(row.cell('lon'));
  const latText = cellText(row.cell('lat'));
  for (const key of ['coordinate', 'lon', 'lat']) {
    if (key !== 'coordinate' && lonText !== '' && latText !== '') break;
    const pair = splitPair(row.cell(key));
    if (pair) return { key, first: pair[0], second: pair[1], isSplit: true };
  }
  if (lonText !== '' || latText !== '')
    return { key: 'lon', first: row.cell('lon'), second: row.cell('lat'), isSplit: false };
  if (row.text('coordinate') !== '')
    row.tell('coord.notReadable', 'coordinate', { value: cellText(row.cell('coordinate')) });
  return null;
}

/** Where metres are measured from. */
export interface MetresOrigin {
  /** Central meridian the user has given; it counts for metres with a zone number, too. */
  readonly meridianDeg: number | null;
  /** Where the county lies, for metres without a zone number; null = not known. */
  readonly countyLonDeg: number | null;
}

/** Degrees of a pair of metres; null where they are none. */
function fromMetres(
  a: number,
  b: number,
  { meridianDeg, countyLonDeg }: MetresOrigin,
): { readonly lonLat: LonLat; readonly meridianDeg: number } | null {
  const found = fromProjectedPair(
    a,
    b,
    countyLonDeg === null ? meridianDeg : countyMeridianDeg(countyLonDeg),
  );
  if (found === null || meridianDeg === null) return found;
  return { lonLat: fromStatedPair(a, b, meridianDeg, 1), meridianDeg };
}

/** The point of a row; a bad one is told and dropped, the row goes on without it. */
export function readPoint(row: ImportRow, origin: MetresOrigin): RawPoint | null {
  const cells = cellsOfPoint(row);
  if (cells === null) return null;
  const { key, isSplit } = cells;
  const secondKey = isSplit ? key : 'lat';
  const first = readAngle(cells.first);
  const second = readAngle(cells.second);
  const firstText = cellText(cells.first);
  const secondText = cellText(cells.second);
  const value = isSplit ? cellText(row.cell(key)) : `${firstText} / ${secondText}`;
  if (first.kind === 'empty' && second.kind === 'empty') return null;
  if (first.kind === 'fault' || second.kind === 'fault') {
    const badKey = first.kind === 'fault' ? key : secondKey;
    row.tell('coord.notReadable', badKey, { value: cellText(row.cell(badKey)) });
    return null;
  }
  if (first.kind === 'empty' || second.kind === 'empty') {
    row.tell('coord.incomplete', first.kind === 'empty' ? key : secondKey, { value });
    return null;
  }
  let [lon, lat] = [first.value, second.value];
  const isMillionths = areMillionths(lon, lat);
  if (isMillionths) [lon, lat] = [lon / 1e6, lat / 1e6];
  if (Math.abs(lon) > 1000 && Math.abs(lat) > 1000) {
    const projected = fromMetres(lon, lat, origin);
    if (projected === null) {
      row.tell(hasNoZone(lon, lat) ? 'coord.zoneUnknown' : 'coord.notReadable', key, { value });
      return null;
    }
    const { lonLat } = projected;
    row.tell('coord.projected', key, {
      value,
      meridianDeg: projected.meridianDeg,
      to: `${lonLat[0].toFixed(6)}, ${lonLat[1].toFixed(6)}`,
    });
    return { lonLat, isProjected: true, first: firstText, second: secondText };
  }
  if (lon === 0 && lat === 0) {
    row.tell('coord.zero', key, { value });
    return null;
  }
  const isSwapped = first.axis === 'lat' || second.axis === 'lon' || looksSwapped(lon, lat);
  if (isSwapped) {
    [lon, lat] = [lat, lon];
    row.tell('coord.swapped', key, { value, to: `${lon}, ${lat}` });
  } else if (isSplit || isMillionths || first.isRepaired || second.isRepaired)
    row.tell('cell.repaired', key, { value, to: `${lon}, ${lat}` });
  if (!isLon(lon) || !isLat(lat)) {
    row.tell('cell.outOfRange', isLon(lon) ? secondKey : key, { value });
    return null;
  }
  return { lonLat: [lon, lat], isProjected: false, first: firstText, second: secondText };
}
