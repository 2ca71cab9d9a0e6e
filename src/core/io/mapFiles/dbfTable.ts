/// <reference path="./shpjs.d.ts" />
import { strFromU8 } from 'fflate';
import { parseDbf } from 'shpjs';
import { looksLikeUtf8 } from '../utf8.ts';

/**
 * Rows of a dBASE table (.dbf), the attributes of a shapefile or a table of its own; null where it ends early. Texts are
 * in the encoding that the .cpg or the table's own mark says, else in UTF-8 where they are that, else in GB 18030.
 */
export function readDbf(bytes: Uint8Array, cpg?: Uint8Array): Record<string, unknown>[] | null {
  return hasWholeRows(bytes) ? parseDbf(bytes, encodingOf(bytes, cpg)) : null;
}

/** Where the little end comes first. */
const littleEnd = (bytes: Uint8Array): number => bytes.reduceRight((sum, byte) => 256 * sum + byte, 0);

/** Whether a .dbf is as long as the number and length of its rows say. */
function hasWholeRows(bytes: Uint8Array): boolean {
  if (bytes.length < 33) return false;
  const rows = littleEnd(bytes.subarray(4, 8));
  const headBytes = littleEnd(bytes.subarray(8, 10));
  const rowBytes = littleEnd(bytes.subarray(10, 12));
  return headBytes > 32 && rowBytes > 0 && headBytes + rows * rowBytes <= bytes.length;
}

function encodingOf(dbf: Uint8Array, cpg: Uint8Array | undefined): string {
  const stated = cpg ? strFromU8(cpg) : '';
  if (/65001|utf-?8/i.test(stated)) return 'utf-8';
  const chineseMark = 0x4d;
  if (/936|gb/i.test(stated) || dbf[29] === chineseMark) return 'gb18030';
  return looksLikeUtf8(dbf.subarray(littleEnd(dbf.subarray(8, 10)))) ? 'utf-8' : 'gb18030';
}
