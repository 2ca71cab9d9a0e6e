import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { countyFileNames, sharedFileNames } from '../core/io/readCounty.ts';
import { countiesFile } from '../core/io/readCountyIndex.ts';
import { projectRoot } from './projectRoot.ts';

const dataFolder = join(projectRoot, 'data');

export const readCountiesText = (): string => readFileSync(join(dataFolder, countiesFile), 'utf8');

/** Texts of a shipped county's tables and of the shared ones, ready for `readCounty`. Absent files are left out. */
export function readCountyFiles(countyId: string): Record<string, string> {
  const files: Record<string, string> = {};
  const add = (name: string, path: string): void => {
    if (existsSync(path)) files[name] = readFileSync(path, 'utf8');
  };
  for (const name of sharedFileNames) add(name, join(dataFolder, name));
  for (const name of countyFileNames) add(name, join(dataFolder, countyId, name));
  return files;
}
