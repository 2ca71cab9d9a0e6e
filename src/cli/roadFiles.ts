import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { MapFile } from '../core/io/mapFiles/mapFile.ts';
import { mayBeGb18030 } from '../core/io/roads/decodeText.ts';
import type { TableFile } from '../core/io/tables/sheet.ts';
import { UsageError } from './options.ts';

/** A file for the road readers; text in GB 18030, as Chinese office programs write tables, becomes UTF-8. */
export function readRoadFile(path: string): MapFile {
  const bytes = readBytes(path);
  return { name: basename(path), bytes: mayBeGb18030(path) ? asUtf8(bytes) : bytes };
}

/** A table as it is; what its bytes mean is found out later. */
export const readTableFile = (path: string): TableFile => ({ name: basename(path), bytes: readBytes(path) });

export const readText = (path: string): string => new TextDecoder().decode(readBytes(path));

export function readBytes(path: string): Uint8Array {
  try {
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function asUtf8(bytes: Uint8Array): Uint8Array {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return bytes;
  } catch {
    return new TextEncoder().encode(new TextDecoder('gb18030').decode(bytes));
  }
}

/** Runs work that reports its progress to its end. */
export function runToEnd<Value>(work: Generator<number, Value>): Value {
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}
