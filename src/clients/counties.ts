import type { Issue } from '../core/issues.ts';
import type { County } from '../core/model/county.ts';
import type { CountyId } from '../core/model/ids.ts';
import type { Name } from '../core/model/scenario.ts';

/** What the picker says of a county before it is opened. */
export interface CountySummary {
  readonly id: CountyId;
  readonly name: Name;
  readonly villageCount: number;
  readonly realVillageCount: number;
}

export interface LoadedCounty {
  readonly county: County;
  readonly issues: readonly Issue[];
}

export interface CountyShelf {
  list(): Promise<readonly CountySummary[]>;
  /** Rejects when the county's data cannot be read at all. */
  load(id: CountyId): Promise<LoadedCounty>;
}
