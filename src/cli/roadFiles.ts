import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { MapFile } from '../core/io/mapFiles/mapFile.ts';
import { UsageError } from './options.ts';

/** A file as it is; what its bytes mean is found out later. */
export const readBinary = (path: string): MapFile => ({ name: basename(path), bytes: readBytes(path) });

export const readText = (path: string): string => new TextDecoder().decode(readBytes(path));

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}
