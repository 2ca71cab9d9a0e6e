import type { ImporterApi } from '../../workers/protocol.ts';
import { countyFileNames, sharedFileNames } from '../core/io/readCounty.ts';
import { countiesFile, readCountyIndex } from '../core/io/readCountyIndex.ts';
import type { Issue } from '../core/issues.ts';
import type { County, CountySummary } from '../core/model/county.ts';
import type { CountyId } from '../core/model/ids.ts';
import type { Result } from '../core/result.ts';
import { wrap } from './remote.ts';

/** The counties that ship with the app. Each table is a chunk of its own, fetched when its county is opened. */

export interface LoadedCounty {
  readonly county: County;
  readonly issues: readonly Issue[];
}

export interface CountyShelf {
  list(): Promise<readonly CountySummary[]>;
  /** Rejects when the county's data cannot be read at all. */
  load(id: CountyId): Promise<LoadedCounty>;
  /** Texts of the tables shared by all counties, by file name. */
  defaultTexts(): Promise<Readonly<Record<string, string>>>;
}

const dataFolder = '../../data/';
const texts = import.meta.glob<string>(
  ['../../data/*.csv', '../../data/*/*.csv', '../../data/*/boundary.geojson', '!../../data/build/**'],
  { query: '?raw', import: 'default' },
);

const textOf = (path: string): Promise<string> | undefined => texts[`${dataFolder}${path}`]?.();

/** Texts by the name the reader knows them by; absent files are left out. */
async function readTexts(
  paths: readonly (readonly [name: string, path: string])[],
): Promise<Record<string, string>> {
  const found = await Promise.all(paths.map(async ([name, path]) => [name, await textOf(path)] as const));
  return Object.fromEntries(found.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

export const spawnImporterWorker = (): Worker =>
  new Worker(new URL('../../workers/importer.worker.ts', import.meta.url), {
    type: 'module',
    name: 'importer',
  });

/** Reads tables in a worker of its own, which ends with the reading: it is needed a few times in a session. */
async function readCountyAside(spawn: () => Worker, files: Record<string, string>): Promise<Result<County>> {
  const worker = spawn();
  const death = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', (event) => reject(new Error(event.message)));
  });
  try {
    return await Promise.race([wrap<ImporterApi>(worker).readCounty(files), death]);
  } finally {
    worker.terminate();
  }
}

export function createCountyShelf(spawn: () => Worker = spawnImporterWorker): CountyShelf {
  const loaded = new Map<CountyId, Promise<LoadedCounty>>();

  async function read(id: CountyId): Promise<LoadedCounty> {
    const files = await readTexts([
      ...sharedFileNames.map((name) => [name, name] as const),
      ...countyFileNames.map((name) => [name, `${id}/${name}`] as const),
    ]);
    const result = await readCountyAside(spawn, files);
    if (!result.ok) throw new Error(result.issues.map((each) => each.code).join(', '));
    return { county: result.value, issues: result.issues };
  }

  return {
    async list() {
      const result = readCountyIndex((await textOf(countiesFile)) ?? '');
      if (!result.ok) throw new Error(result.issues.map((each) => each.code).join(', '));
      return result.value;
    },
    defaultTexts: () => readTexts(sharedFileNames.map((name) => [name, name] as const)),
    load(id) {
      const known = loaded.get(id);
      if (known) return known;
      const reading = read(id);
      loaded.set(id, reading);
      // A failed read may be tried again.
      reading.catch(() => loaded.delete(id));
      return reading;
    },
  };
}
