/// <reference path="./shpjs.d.ts" />
import { strFromU8 } from 'fflate';
import { combine, parseShp } from 'shpjs';
import { issue } from '../../issues.ts';
import { readDbf } from './dbfTable.ts';
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
    const { dbf, prj, cpg } = file.beside ?? {};
    if (!dbf) report(issue('shapefile.dbfMissing', { file: file.name }));
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
      const fields = dbf ? readDbf(dbf, cpg) : null;
      if (dbf && !fields)
        report(issue('file.truncated', { file: file.name.replace(/\.(shp|zip)$/i, '.dbf') }));
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

/** Projections this app does not know itself (Albers and Lambert maps of a province), by the library's means. */
function inDegrees(file: MapFile, prjText: string): (object | null)[] | null {
  try {
    return parseShp(file.bytes, prjText);
  } catch {
    return null;
  }
}
