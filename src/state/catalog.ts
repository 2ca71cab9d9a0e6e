import { createStore } from 'zustand/vanilla';
import type { Issue } from '../core/issues.ts';
import type { CountySummary, PointCount } from '../core/model/county.ts';

/** The counties on the shelf and what is known of each. */
export interface CatalogState {
  readonly counties: readonly CountySummary[] | null;
  readonly hasFailed: boolean;
  /** How many villages stand on real points, by county; filled as counties are read. */
  readonly villagePoints: Readonly<Record<string, PointCount>>;
  readonly issues: Readonly<Record<string, readonly Issue[]>>;
}

export const createCatalog = () => ({
  store: createStore<CatalogState>(() => ({
    counties: null,
    hasFailed: false,
    villagePoints: {},
    issues: {},
  })),
});

export type Catalog = ReturnType<typeof createCatalog>;
