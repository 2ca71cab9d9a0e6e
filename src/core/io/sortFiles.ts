import { unzipSync } from 'fflate';
import { manifestName, projectName } from '../file/evidenceNames.ts';
import { projectFormat } from '../file/project.ts';
import { scenarioFormat } from '../file/schema.ts';
import { isZip } from './isZip.ts';
import type { MapFile } from './mapFiles/mapFile.ts';
import { startText } from './mapFiles/startText.ts';
import { roadFormats } from './roads/formats.ts';
import { tableFilesAmong } from './tables/tableFilesAmong.ts';
import type { DecodeText } from './textDecoding.ts';

/** What a file is to this app: a project or scenario of its own, an evidence pack, a table (or the points of a map), or roads. */
export type FileRole = 'project' | 'evidence' | 'table' | 'road';

/** Our own files say so; JSON that nobody else knows is told of by the reader of ours. */
function isOwnFile({ bytes }: MapFile): boolean {
  const start = bytes.subarray(0, 4096);
  const text = startText(start);
  if (!/^\s*\{/.test(text)) return false;
  const isNamed = [projectFormat, scenarioFormat].some((format) => text.includes(`"${format}"`));
  return isNamed || !roadFormats.some((format) => format.matches(start));
}

/** By what is in the archive, whatever it is called. */
function isEvidence({ bytes }: MapFile): boolean {
  if (!isZip(bytes)) return false;
  const names = new Set<string>();
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        names.add(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return names.has(manifestName) && names.has(projectName);
}

/** The role of each of the files that were brought together, in their order. */
export function rolesOf(files: readonly MapFile[], decode: DecodeText): readonly FileRole[] {
  const own = new Set(files.filter(isOwnFile));
  const evidence = new Set(files.filter(isEvidence));
  const tables = tableFilesAmong(
    files.filter((file) => !own.has(file) && !evidence.has(file)),
    decode,
  );
  return files.map((file) => {
    if (own.has(file)) return 'project';
    if (evidence.has(file)) return 'evidence';
    return tables.has(file) ? 'table' : 'road';
  });
}
