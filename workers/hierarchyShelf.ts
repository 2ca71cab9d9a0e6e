import { type IDBPDatabase, openDB } from 'idb';
import type { Hierarchy } from '../src/core/network/hierarchy.ts';

/**
 * Hierarchies kept on this computer by the content of their graph, so that a large road network is prepared once.
 * Only a cache: where the browser keeps nothing (private window, full disk), the hierarchy is built again.
 */
const database = 'cuntong-hierarchies';
const store = 'hierarchies';
const keptCount = 8;

interface Kept {
  readonly key: string;
  readonly usedAtMs: number;
  readonly hierarchy: Hierarchy;
}

async function withStore<Value>(work: (db: IDBPDatabase) => Promise<Value>): Promise<Value | null> {
  try {
    const db = await openDB(database, 1, {
      upgrade: (fresh) => {
        fresh.createObjectStore(store, { keyPath: 'key' });
      },
    });
    try {
      return await work(db);
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

export const findHierarchy = (key: string, nowMs: number): Promise<Hierarchy | null> =>
  withStore(async (db) => {
    const kept = (await db.get(store, key)) as Kept | undefined;
    if (!kept) return null;
    await db.put(store, { ...kept, usedAtMs: nowMs } satisfies Kept);
    return kept.hierarchy;
  });

/** Puts one in, and the least recently used out. */
export const keepHierarchy = (key: string, hierarchy: Hierarchy, nowMs: number): Promise<unknown> =>
  withStore(async (db) => {
    await db.put(store, { key, usedAtMs: nowMs, hierarchy } satisfies Kept);
    const all = (await db.getAll(store)) as Kept[];
    const stale = all.sort((a, b) => b.usedAtMs - a.usedAtMs).slice(keptCount);
    for (const each of stale) await db.delete(store, each.key);
  });
