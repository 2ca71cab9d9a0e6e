/// <reference path="./shpjs.d.ts" />
import { strFromU8 } from 'fflate';
import { combine, parseDbf, parseShp } from 'shpjs';
import { issue } from '../../issues.ts';
import { looksLikeUtf8 } from '../utf8.ts';
import type { MapFile, MapFormat } from './mapFile.ts';
import { crsOfText, wgs84Degrees } from './statedCrs.ts';

/**
 * Shapefiles (Esri 1998), as counties keep their roads: lines in the .shp, names and classes in the .dbf beside it,
 * what the coordinates are in the .prj. Read as the GeoJSON they come to.
 */
export const shapefile: MapFormat = {
  key: 'shapefile',
  // The file code 9994, the big end first.
  matches: (start) => start[0] === 0 && start[1] === 0 && start[2] === 0x27 && start[3] === 0x0a,
  *read(file, report) {
    if (!hasWholeRecords(file.bytes)) {
      report(issue('file.truncated', { file: file.name }));
      return null;
    }
    const { dbf, prj } = file.beside ?? {};
    const fieldBytes = dbf && hasWholeRows(dbf) ? dbf : undefined;
    if (!dbf) report(issue('shapefile.dbfMissing', { file: file.name }));
    else if (!fieldBytes)
      report(issue('file.truncated', { file: file.name.replace(/\.(shp|zip)$/i, '.dbf') }));
    yield 0.1;
    const prjText = prj ? strFromU8(prj) : '';
    let crs = crsOfText(prjText);
    try {
      let shapes = parseShp(file.bytes);
      yield 0.5;
      if (crs?.kind === 'other') {
        const converted = inDegrees(file, prjText);
        if (converted) [shapes, crs] = [converted, wgs84Degrees];
      }
      const fields = fieldBytes && parseDbf(fieldBytes, encodingOf(fieldBytes, file.beside?.cpg));
      yield 0.9;
      return { document: combine(fields ? [shapes, fields] : [shapes]), crs };
    } catch {
      report(issue('file.notReadable', { file: file.name }));
      return null;
    }
  },
};

const wholeNumber = (bytes: Uint8Array): number => bytes.reduce((sum, byte) => 256 * sum + byte, 0);

/** Whether the records of a .shp end within it: the library walks on for ever where lengths are wrong. */
function hasWholeRecords(bytes: Uint8Array): boolean {
  // Lengths are in words of two bytes, the big end first.
  const stated = 2 * wholeNumber(bytes.subarray(24, 28));
  if (bytes.length < 100 || stated < 100 || stated > bytes.length) return false;
  let at = 100;
  while (at + 8 <= stated) at += 8 + 2 * wholeNumber(bytes.subarray(at + 4, at + 8));
  return at <= stated;
}

/** Whether a .dbf is as long as the number and length of its rows say. */
function hasWholeRows(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return false;
  // Here the little end comes first.
  const rows = wholeNumber(bytes.slice(4, 8).reverse());
  const headBytes = wholeNumber(bytes.slice(8, 10).reverse());
  const rowBytes = wholeNumber(bytes.slice(10, 12).reverse());
  return headBytes > 32 && rowBytes > 0 && headBytes + rows * rowBytes <= bytes.length;
}

/** Projections this app does not know itself (Albers and Lambert maps of a province), by the library's means. */
function inDegrees(file: MapFile, prjText: string): (object | null)[] | null {
  try {
    return parseShp(file.bytes, prjText);
  } catch {
    return null;
  }
}

/** Encoding of the texts: as the .cpg or the table's own mark says, else UTF-8 where it is that, else GB 18030. */
function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const stated = cpg ? strFromU8(cpg) : '';
  if (/65001|utf-?8/i.test(stated)) return 'utf-8';
  const chineseMark = 0x4d;
  if (/936|gb/i.test(stated) || dbf[29] === chineseMark) return 'gb18030';
  return looksLikeUtf8(dbf.subarray((dbf[8] ?? 0) + 256 * (dbf[9] ?? 0))) ? 'utf-8' : 'gb18030';
}
