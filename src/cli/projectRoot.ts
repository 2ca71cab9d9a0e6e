import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Folder of package.json: the same from a source and from a bundle of it, which lies elsewhere. */
export const projectRoot: string = rootAbove(import.meta.dirname);

function rootAbove(folder: string): string {
  return existsSync(join(folder, 'package.json')) ? folder : rootAbove(dirname(folder));
}
