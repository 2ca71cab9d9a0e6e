import { unzipSync } from 'fflate';
import { issue } from '../../issues.ts';
import { isZip } from '../isZip.ts';
import { asUtf8, type DecodeText, entryName } from '../textDecoding.ts';
import { tooLarge } from '../tooLarge.ts';
import type { MapFile, ReportIssue } from './mapFile.ts';

/** Parts of a shapefile that say something; the others are indexes and descriptions. */
const partEnding = /\.(shp|dbf|prj|cpg)$/i;
const otherEnding = /\.(shx|sbn|sbx|qix|qpj|fix|lock|shp\.xml|atx|ixs|mxs)$/i;

export interface GatherOptions {
  /** Whether a .dbf without its .shp is something by itself: a table. */
  readonly areTables: boolean;
  readonly decode: DecodeText;
  /** Parts of archives that would unpack to more are told and left. */
  readonly limitMb: number;
}

/** Puts the parts of shapefiles together and takes map files out of zip archives; other files are left as they are. */
export function gatherFiles(
  files: readonly MapFile[],
  options: GatherOptions,
  report: ReportIssue,
): MapFile[] {
  const loose = files.filter(({ name }) => partEnding.test(name));
  const joined: MapFile[] = [];
  for (const file of files) {
    if (/\.shp$/i.test(file.name)) joined.push(withParts(file, file.name, loose));
    else if (partEnding.test(file.name) || otherEnding.test(file.name)) {
      if (loose.some((other) => isShapeOf(other, file))) continue;
      if (options.areTables && /\.dbf$/i.test(file.name)) joined.push(file);
      else report(issue('shapefile.shpMissing', { file: file.name }));
    } else joined.push(...(mapsInArchive(file, options, report) ?? [file]));
  }
  return joined;
}

const stemOf = ({ name }: MapFile): string =>
  name.replace(partEnding, '').replace(otherEnding, '').toLowerCase();

/** Whether one file is the .shp of the shapefile that another belongs to. */
export const isShapeOf = (shape: MapFile, part: MapFile): boolean =>
  /\.shp$/i.test(shape.name) && stemOf(shape) === stemOf(part);

function withParts(shape: MapFile, name: string, among: readonly MapFile[]): MapFile {
  const part = (ending: string): Uint8Array | undefined =>
    among.find((file) => stemOf(file) === stemOf(shape) && file.name.toLowerCase().endsWith(ending))?.bytes;
  const [dbf, prj, cpg] = [part('.dbf'), part('.prj'), part('.cpg')];
  const beside = { ...(dbf ? { dbf } : {}), ...(prj ? { prj } : {}), ...(cpg ? { cpg } : {}) };
  return { name, bytes: shape.bytes, beside };
}

/** Whether bytes are a zip archive that has a file of such an ending in it; nothing is unpacked. */
function holds(bytes: Uint8Array, ending: RegExp): boolean {
  if (!isZip(bytes)) return false;
  let isFound = false;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        isFound ||= ending.test(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return isFound;
}

/** Whether bytes are a zip archive with a shapefile or a KML in it. */
export const holdsMap = (bytes: Uint8Array): boolean => holds(bytes, /\.(shp|kml)$/i);

/** Whether bytes are a zip archive of elevation tiles. */
export const holdsElevation = (bytes: Uint8Array): boolean => holds(bytes, /\.hgt$/i);

/** The shapefiles and KML files in an archive, named after it where there is one; null where there are none in it. */
function mapsInArchive(
  file: MapFile,
  { decode, limitMb }: GatherOptions,
  report: ReportIssue,
): MapFile[] | null {
  if (!isZip(file.bytes)) return null;
  let isTooLarge = false;
  try {
    const entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) => {
        if ((!partEnding.test(name) && !/\.kml$/i.test(name)) || name.includes('__MACOSX')) return false;
        const refused = tooLarge(`${file.name}/${entryName(name, decode)}`, originalSize, limitMb);
        if (refused) report(refused);
        isTooLarge ||= refused !== null;
        return refused === null;
      },
    });
    const parts = Object.entries(entries).map(([name, bytes]) => ({
      name: entryName(name, decode),
      bytes: /\.kml$/i.test(name) ? asUtf8(bytes, decode) : bytes,
    }));
    const maps = parts.filter(({ name }) => /\.(shp|kml)$/i.test(name));
    if (maps.length === 0) return isTooLarge ? [] : null;
    const nameOf = ({ name }: MapFile): string =>
      maps.length === 1 ? file.name : `${file.name}/${name.split('/').at(-1)!}`;
    return maps.map((each) =>
      /\.shp$/i.test(each.name) ? withParts(each, nameOf(each), parts) : { ...each, name: nameOf(each) },
    );
  } catch {
    return null;
  }
}
