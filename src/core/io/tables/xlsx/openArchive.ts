import { strFromU8, unzipSync } from 'fflate';
import { type Issue, issue } from '../../../issues.ts';
import type { TableFile } from '../sheet.ts';

const bytesPerMb = 1_000_000;
/** A roster of 100,000 rows unpacks to about 60 MB; beyond this it is no roster. */
const unpackedLimitMb = 150;
/** Honest workbooks pack 5 to 20 times; a bomb packs about 1,000 times. */
const packingLimit = 200;
const entryLimit = 5_000;

/** Texts of a workbook's parts by path. The stated sizes are looked at before anything is unpacked. */
export function openArchive(
  file: TableFile,
  report: (found: Issue) => void,
): ReadonlyMap<string, string> | null {
  let unpackedBytes = 0;
  let entryCount = 0;
  try {
    unzipSync(file.bytes, {
      filter: ({ originalSize }) => {
        unpackedBytes += originalSize;
        entryCount++;
        return false;
      },
    });
    const isBomb = unpackedBytes > 20 * bytesPerMb && unpackedBytes > packingLimit * file.bytes.length;
    if (unpackedBytes > unpackedLimitMb * bytesPerMb || entryCount > entryLimit || isBomb) {
      const unpackedMb = Math.round(unpackedBytes / bytesPerMb);
      report(issue('file.archiveTooLarge', { file: file.name, unpackedMb, limitMb: unpackedLimitMb }));
      return null;
    }
    const parts = unzipSync(file.bytes, { filter: ({ name }) => /^\/?xl\/.*\.(xml|rels)$/i.test(name) });
    return new Map(Object.entries(parts).map(([name, bytes]) => [name.replace(/^\//, ''), strFromU8(bytes)]));
  } catch {
    report(issue('file.truncated', { file: file.name }));
    return null;
  }
}
