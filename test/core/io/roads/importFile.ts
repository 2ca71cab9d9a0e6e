import { readFileSync } from 'node:fs';
import {
  type ImportedRoads,
  type ImportOptions,
  importAsIs,
  importRoads,
} from '../../../../src/core/io/roads/importRoads.ts';
import { decodeText } from '../../../../src/decodeText.ts';

export const fixture = (name: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../../fixtures/roads/${name}`, import.meta.url)));

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Imports one file to the end; throws where the progress leaves 0 to 1 or goes back. */
export function importFile(
  name: string,
  bytes: Uint8Array,
  options: Partial<ImportOptions> = {},
): ImportedRoads {
  const run = importRoads([{ name, bytes }], { ...importAsIs, decode: decodeText, ...options });
  let last = 0;
  for (;;) {
    const step = run.next();
    if (step.done) return step.value;
    if (!(step.value >= last && step.value <= 1)) throw new Error(`progress ${last} -> ${step.value}`);
    last = step.value;
  }
}

export const codesOf = (imported: ImportedRoads): string[] => imported.issues.map(({ code }) => code);
