import { unzipSync } from 'fflate';
import { issue } from '../issues.ts';
import type { Result } from '../result.ts';

const bytesPerMb = 1_000_000;
/** A county of 5,000 stations with its roads unpacks to some 40 MB. */
const unpackedLimitMb = 300;
const entryLimit = 1000;

/** The files of an archive by name. The stated sizes are looked at before anything is unpacked. */
export function openEvidence(name: string, bytes: Uint8Array): Result<ReadonlyMap<string, Uint8Array>> {
  let unpackedBytes = 0;
  let entryCount = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpackedBytes += originalSize;
        entryCount++;
        return false;
      },
    });
    if (unpackedBytes > unpackedLimitMb * bytesPerMb || entryCount > entryLimit) {
      const unpackedMb = Math.round(unpackedBytes / bytesPerMb);
      const params = { file: name, unpackedMb, limitMb: unpackedLimitMb };
      return { ok: false, issues: [issue('file.archiveTooLarge', params)] };
    }
    return { ok: true, value: new Map(Object.entries(unzipSync(bytes))), issues: [] };
  } catch {
    return { ok: false, issues: [issue('evidence.none', {})] };
  }
}
