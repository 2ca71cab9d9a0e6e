import { unzipSync } from 'fflate';
import { issue } from '../../issues.ts';
import { type ElevationTile, readElevationTile } from '../../network/elevation.ts';
import { isZip } from '../isZip.ts';
import type { MapFile, ReportIssue } from '../mapFiles/mapFile.ts';

export interface SortedFiles {
  readonly roads: readonly MapFile[];
  readonly tiles: readonly ElevationTile[];
}

/** Bytes of a tile of 3,601 x 3,601 samples, the largest there is. */
const largestTileBytes = 2 * 3601 * 3601;
/** A county lies in four tiles at most; a prefecture in nine. */
const tileLimit = 16;

/** Elevation tiles (.hgt, also in a zip archive as SRTM is handed out) told from road files by name and content. */
export function sortElevation(files: readonly MapFile[], report: ReportIssue): SortedFiles {
  const roads: MapFile[] = [];
  const tiles: ElevationTile[] = [];
  for (const file of files) {
    const found = isZip(file.bytes) ? tilesIn(file) : /\.hgt$/i.test(file.name) ? [file] : null;
    if (found === null) {
      roads.push(file);
      continue;
    }
    const read = found.flatMap(({ name, bytes }) => readElevationTile(name, bytes) ?? []);
    if (read.length === 0) report(issue('elevation.notReadable', { file: file.name }));
    tiles.push(...read);
  }
  return { roads, tiles };
}

/** The tiles in an archive; null where it holds none, so that the file may be something else. */
function tilesIn(file: MapFile): MapFile[] | null {
  let tileCount = 0;
  try {
    const entries = unzipSync(file.bytes, {
      filter: ({ name, originalSize }) =>
        /\.hgt$/i.test(name) && originalSize <= largestTileBytes && ++tileCount <= tileLimit,
    });
    const tiles = Object.entries(entries).map(([name, bytes]) => ({ name, bytes }));
    return tiles.length > 0 ? tiles : null;
  } catch {
    return /\.hgt\.zip$/i.test(file.name) ? [] : null;
  }
}
