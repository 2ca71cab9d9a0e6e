import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import type { County } from '../core/model/county.ts';
import type { ScenarioId } from '../core/model/ids.ts';
import type { Scenario } from '../core/model/scenario.ts';
import { type PackedRoads, unpackRoads } from '../core/network/packedRoads.ts';
import { inSlices } from './inSlices.ts';
import { packedRoadsOf } from './packedShelf.ts';

/** Unsaved work, kept in this browser so that it outlives a closed tab. The saved file is the durable thing. */
export interface Draft {
  readonly county: County;
  readonly scenarios: readonly Scenario[];
  readonly activeScenarioId: ScenarioId;
  /** Steps that undo would take back. */
  readonly editCount: number;
  /** Milliseconds since 1970. */
  readonly keptAtMs: number;
}

export interface DraftShelf {
  /** Newest first. */
  list(): Promise<readonly Draft[]>;
  /** Rejects where the browser has no room or keeps nothing. */
  keep(draft: Draft): Promise<void>;
  drop(countyId: string): Promise<void>;
}

interface KeptDraft extends Draft {
  readonly packedRoads: readonly (PackedRoads | null)[];
}

interface Drafts extends DBSchema {
  drafts: { key: string; value: KeptDraft };
}

export function createDraftShelf(): DraftShelf {
  let opening: Promise<IDBPDatabase<Drafts>> | null = null;
  const database = (): Promise<IDBPDatabase<Drafts>> => {
    opening ??= openDB<Drafts>('cuntong', 1, {
      upgrade: (db) => void db.createObjectStore('drafts'),
    });
    return opening;
  };
  return {
    async list() {
      const kept = await (await database()).getAll('drafts');
      const drafts: Draft[] = [];
      for (const { packedRoads, ...draft } of kept) {
        const scenarios: Scenario[] = [];
        for (const [index, scenario] of draft.scenarios.entries()) {
          const packed = packedRoads[index];
          scenarios.push({ ...scenario, roads: packed ? await inSlices(unpackRoads(packed)) : null });
        }
        drafts.push({ ...draft, scenarios });
      }
      return drafts.sort((a, b) => b.keptAtMs - a.keptAtMs);
    },
    async keep(draft) {
      const packedRoads = await Promise.all(
        draft.scenarios.map(({ roads }) => (roads ? packedRoadsOf(roads) : Promise.resolve(null))),
      );
      // Roads cross as blocks of memory; as objects they would hold the screen up.
      const scenarios = draft.scenarios.map((scenario) => ({ ...scenario, roads: null }));
      const county = { ...draft.county, scenarios: [] };
      await (await database()).put('drafts', { ...draft, county, scenarios, packedRoads }, draft.county.id);
    },
    async drop(countyId) {
      await (await database()).delete('drafts', countyId);
    },
  };
}
