import { strFromU8 } from 'fflate';
import type { MapFile } from '../mapFiles/mapFile.ts';
import { hasText } from './osmPbf.ts';

const recordBytes = 512;

export const isTar = (start: Uint8Array): boolean => hasText(start, 257, 'ustar');

/** Plain files in a tar archive (POSIX ustar); null where the archive ends inside one. */
export function readTar(bytes: Uint8Array): MapFile[] | null {
  const files: MapFile[] = [];
  for (let at = 0; at + recordBytes <= bytes.length && bytes[at] !== 0; ) {
    const text = (offset: number, length: number): string =>
      strFromU8(bytes.subarray(at + offset, at + offset + length), true).split('\0')[0]!;
    const size = Number.parseInt(text(124, 12), 8) || 0;
    const start = at + recordBytes;
    if (start + size > bytes.length) return null;
    const type = text(156, 1);
    if (type === '0' || type === '')
      files.push({ name: text(0, 100), bytes: bytes.subarray(start, start + size) });
    at = start + Math.ceil(size / recordBytes) * recordBytes;
  }
  return files;
}
