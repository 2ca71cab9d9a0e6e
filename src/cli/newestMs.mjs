import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * When a file, or anything in a folder, was last changed. Folders count as well: a file that has gone makes its folder
 * newer. Plain JavaScript, as it is asked before anything is bundled.
 * @param {string} path @returns {number}
 */
export function newestMs(path) {
  const stats = statSync(path);
  if (!stats.isDirectory()) return stats.mtimeMs;
  return readdirSync(path).reduce(
    (newest, name) => Math.max(newest, newestMs(join(path, name))),
    stats.mtimeMs,
  );
}
