import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import {
  type PackedRows,
  type PackedTables,
  type TextTables,
  unpackRows,
  unpackTables,
} from '../../workers/packedRows.ts';
import type { ScenarioChoices } from '../core/model/choices.ts';
import type { County } from '../core/model/county.ts';
import type { ScenarioId } from '../core/model/ids.ts';
import { type RowTexts, rowsOfTexts, withoutTables } from '../core/model/packedTables.ts';
import type { Demand, Place, Scenario, Station } from '../core/model/scenario.ts';
import { type PackedRoads, unpackRoads } from '../core/network/packedRoads.ts';
import { inSlices } from './inSlices.ts';
import { packedRoadsOf, packedRowsOf, packedTablesOf } from './packedShelf.ts';

/** Unsaved work, kept in this browser so that it outlives a closed tab. The saved file is the durable thing. */
export interface Draft extends ScenarioChoices {
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

/** A draft as it lies in the browser's database. */
export interface KeptDraft extends Draft {
  readonly packedRoads: readonly (PackedRoads | null)[];
  /** Of each scenario. Drafts of earlier versions have texts, those before them the rows themselves. */
  readonly packedTables?: readonly (PackedTables | TextTables)[];
  /** Of the county. */
  readonly packedPlaces?: PackedRows | RowTexts;
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
      for (const each of kept) drafts.push(await unpackDraft(each));
      return drafts.sort((a, b) => b.keptAtMs - a.keptAtMs);
    },
    async keep(draft) {
      const kept = await packDraft(draft);
      await (await database()).put('drafts', kept, draft.county.id);
    },
    async drop(countyId) {
      await (await database()).delete('drafts', countyId);
    },
  };
}

/** Roads and tables are kept as blocks of memory; as objects they would hold the screen up. */
export async function packDraft(draft: Draft): Promise<KeptDraft> {
  const packedRoads: (PackedRoads | null)[] = [];
  const packedTables: PackedTables[] = [];
  for (const scenario of draft.scenarios) {
    packedRoads.push(scenario.roads ? await packedRoadsOf(scenario.roads) : null);
    packedTables.push(await packedTablesOf(scenario));
  }
  const packedPlaces = await packedRowsOf(draft.county.places);
  const scenarios = draft.scenarios.map(withoutTables);
  const county = { ...draft.county, scenarios: [], places: [] };
  return { ...draft, county, scenarios, packedRoads, packedTables, packedPlaces };
}

export async function unpackDraft(kept: KeptDraft): Promise<Draft> {
  const { packedRoads, packedTables, packedPlaces, ...draft } = kept;
  const scenarios: Scenario[] = [];
  for (const [index, bare] of draft.scenarios.entries()) {
    const roads = packedRoads[index];
    const tables = packedTables?.[index];
    const scenario = tables ? await withTables(bare, tables) : bare;
    scenarios.push({ ...scenario, roads: roads ? await inSlices(unpackRoads(roads)) : null });
  }
  const places = packedPlaces ? await rowsOf<Place>(packedPlaces) : draft.county.places;
  return { ...draft, county: { ...draft.county, places }, scenarios };
}

const isTexts = (packed: PackedRows | RowTexts): packed is RowTexts => Array.isArray(packed);

const rowsOf = <Row>(packed: PackedRows | RowTexts): Promise<Row[]> =>
  isTexts(packed) ? inSlices(rowsOfTexts<Row>(packed)) : unpackRows<Row>(packed);

async function withTables(bare: Scenario, tables: PackedTables | TextTables): Promise<Scenario> {
  if (!isTexts(tables.places)) return await unpackTables(bare, tables as PackedTables);
  const { places, stations, demands } = tables as TextTables;
  return {
    ...bare,
    places: await rowsOf<Place>(places),
    stations: await rowsOf<Station>(stations),
    demands: await rowsOf<Demand>(demands),
  };
}
