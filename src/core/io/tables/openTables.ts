import { strToU8 } from 'fflate';
import { type Issue, issue } from '../../issues.ts';
import { isZip } from '../isZip.ts';
import { mapFormats } from '../mapFiles/formats.ts';
import type { MapFile } from '../mapFiles/mapFile.ts';
import { shapefile } from '../mapFiles/shapefile.ts';
import type { DecodeText } from '../textDecoding.ts';
import { tooLarge } from '../tooLarge.ts';
import { csvSheet } from './csvSheet.ts';
import { dbfSheet } from './dbfSheet.ts';
import { decodeBytes } from './decodeBytes.ts';
import { pointSheet } from './pointSheet.ts';
import type { Sheet } from './sheet.ts';
import { readXlsx } from './xlsx/readXlsx.ts';

/**
 * Five hundred villages for a year of days are about 20 MB; 60 MB of volumes take 1.15 GB of heap at their peak (measured,
 * see file.tooLarge in errors.md). Larger files would stop a planner's PC.
 */
export const fileLimitMb = 60;

/** Maps of OpenStreetMap that people drop among their tables: millions of points, none of them a station. */
const mapEnding = /\.(osm|pbf)(\.gz)?$/i;

const startsWith = (bytes: Uint8Array, ...start: number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

const isOldOffice = (bytes: Uint8Array): boolean => startsWith(bytes, 0xd0, 0xcf, 0x11, 0xe0);

/** A workbook with a password is an old-style container that holds a part called EncryptedPackage (UTF-16). */
function isEncrypted(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].flatMap((letter) => [letter.charCodeAt(0), 0]);
  const end = bytes.length - name.length;
  for (let at = 0; at <= end; at++) if (name.every((byte, index) => bytes[at + index] === byte)) return true;
  return false;
}

/**
 * Every sheet of a file, hidden ones too, or the points of a map; none and an issue where it is too large, damaged or of
 * another kind.
 */
export function openTables(
  file: MapFile,
  decode: DecodeText,
  report: (found: Issue) => void,
): readonly Sheet[] {
  const { bytes, name } = file;
  if (bytes.length === 0) {
    report(issue('file.empty', { file: name }));
    return [];
  }
  const refused = tooLarge(name, bytes.length, fileLimitMb);
  if (refused) {
    report(refused);
    return [];
  }
  if (mapEnding.test(name)) {
    report(issue('file.isMap', { file: name }));
    return [];
  }
  if (isZip(bytes)) return readXlsx(file, report) ?? [];
  if (shapefile.matches(bytes)) return pointSheet(file, shapefile, report);
  if (/\.dbf$/i.test(name)) return dbfSheet(file, report);
  if (isOldOffice(bytes)) {
    report(issue(isEncrypted(bytes) ? 'file.encrypted' : 'file.oldExcel', { file: name }));
    return [];
  }
  const { text } = decodeBytes(file, decode, report);
  if (text.trim() === '') {
    report(issue('file.empty', { file: name }));
    return [];
  }
  const start = strToU8(text.slice(0, 4096));
  const format = mapFormats.find((each) => each.matches(start));
  if (format) return pointSheet({ name, bytes: strToU8(text) }, format, report);
  // Web systems export an HTML page or an image under the name of a table.
  if (/^\s*<(!doctype|html|table|\?xml)/i.test(text) || text.slice(0, 2000).includes('\0')) {
    report(issue('file.notReadable', { file: name }));
    return [];
  }
  return [csvSheet(name, text, report)];
}
