import { unzipSync } from 'fflate';
import { issue } from '../../issues.ts';
import { isZip } from '../isZip.ts';
import type { ReportIssue, RoadFile } from './roadFile.ts';

/** Parts of a shapefile that say something; the others are indexes and descriptions. */
const partEnding = /\.(shp|dbf|prj|cpg)$/i;
const otherEnding = /\.(shx|sbn|sbx|qix|qpj|fix|lock|shp\.xml|atx|ixs|mxs)$/i;
/** A county's roads take a few megabytes; more than this is no county's. */
const largestPartBytes = 400_000_000;

/** Puts the parts of shapefiles together and takes road files out of zip archives; other files are left as they are. */
export function gatherFiles(files: readonly RoadFile[], report: ReportIssue): RoadFile[] {
  const loose = files.filter(({ name }) => partEnding.test(name));
  const joined: RoadFile[] = [];
  for (const file of files) {
    if (/\.shp$/i.test(file.name)) joined.push(withParts(file, file.name, loose));
    else if (partEnding.test(file.name) || otherEnding.test(file.name)) {
      const hasShape = loose.some((other) => /\.shp$/i.test(other.name) && stemOf(other) === stemOf(file));
      if (!hasShape) report(issue('shapefile.shpMissing', { file: file.name }));
    } else joined.push(...(roadsInArchive(file) ?? [file]));
  }
  return joined;
}

const stemOf = ({ name }: RoadFile): string =>
  name.replace(partEnding, '').replace(otherEnding, '').toLowerCase();

function withParts(shape: RoadFile, name: string, among: readonly RoadFile[]): RoadFile {
  const part = (ending: string): Uint8Array | undefined =>
    among.find((file) => stemOf(file) === stemOf(shape) && file.name.toLowerCase().endsWith(ending))?.bytes;
  const [dbf, prj, cpg] = [part('.dbf'), part('.prj'), part('.cpg')];
  const beside = { ...(dbf ? { dbf } : {}), ...(prj ? { prj } : {}), ...(cpg ? { cpg } : {}) };
  return { name, bytes: shape.bytes, beside };
}

/** Whether a zip archive has a shapefile or a KML in it; nothing is unpacked. */
export function holdsRoads(bytes: Uint8Array): boolean {
  let isFound = false;
  try {
    unzipSync(bytes, {
      filter: ({ name }) => {
        isFound ||= /\.(shp|kml)$/i.test(name);
        return false;
      },
    });
  } catch {
    return false;
  }
  return isFound;
}

/** The shapefiles and KML files in an archive, named after it where there is one; null where it holds none. */
function roadsInArchive(file: RoadFile): RoadFile[] | null {
  if (!isZip(file.bytes)) return null;
  try {
    const entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) =>
        (partEnding.test(name) || /\.kml$/i.test(name)) &&
        !name.includes('__MACOSX') &&
        originalSize <= largestPartBytes,
    });
    const parts = Object.entries(entries).map(([name, bytes]) => ({ name, bytes }));
    const roads = parts.filter(({ name }) => /\.(shp|kml)$/i.test(name));
    if (roads.length === 0) return null;
    const nameOf = ({ name }: RoadFile): string =>
      roads.length === 1 ? file.name : `${file.name}/${name.split('/').at(-1)!}`;
    return roads.map((each) =>
      /\.shp$/i.test(each.name) ? withParts(each, nameOf(each), parts) : { ...each, name: nameOf(each) },
    );
  } catch {
    return null;
  }
}
