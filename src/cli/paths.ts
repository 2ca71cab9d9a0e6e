import { accessSync, constants, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { UsageError } from './options.ts';

const kindOf = (path: string): 'folder' | 'file' | null => {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) return null;
  return found.isDirectory() ? 'folder' : 'file';
};

/** A folder may bear the name of a county; pipes can be read like files. */
export const isFile = (path: string): boolean => kindOf(path) === 'file';

/** Asked before the work, which would be lost otherwise. */
export function checkCanWrite(path: string): void {
  const kind = kindOf(path);
  if (kind === 'folder') throw new UsageError(`cannot write ${path}: it is a folder`);
  try {
    accessSync(kind === null ? dirname(path) : path, constants.W_OK);
  } catch {
    throw new UsageError(`cannot write ${path}`);
  }
}

/** Makes a folder to write into, before the work. */
export function openFolder(path: string): void {
  if (isFile(path)) throw new UsageError(`cannot write into ${path}: it is a file`);
  try {
    mkdirSync(path, { recursive: true });
    accessSync(path, constants.W_OK);
  } catch {
    throw new UsageError(`cannot write into ${path}`);
  }
}
