import { type FileRole, rolesOf } from '../src/core/io/sortFiles.ts';
import { decodeText } from '../src/decodeText.ts';

/** Telling files apart; loaded only when somebody brings some, with all the formats there are. */

/** Large, and roads for certain: not read for this. */
const areRoads = /\.(osm|pbf|hgt)(\.gz|\.zip)?$/i;

export async function sortFiles(files: readonly File[]): Promise<readonly FileRole[]> {
  const read = files.map(async (file) => ({
    name: file.name,
    bytes: areRoads.test(file.name) ? new Uint8Array() : new Uint8Array(await file.arrayBuffer()),
  }));
  return rolesOf(await Promise.all(read), decodeText);
}
