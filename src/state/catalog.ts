import { createStore } from 'zustand/vanilla';
import type { Issue } from '../core/issues.ts';
import type { CountySummary } from '../clients/counties.ts';

/** The counties on the shelf and what was noticed while reading them. */
export interface CatalogState {
  readonly counties: readonly CountySummary[] | null;
  readonly hasFailed: boolean;
  readonly issues: Readonly<Record<string, readonly Issue[]>>;
}

export const createCatalog = () => ({
  store: createStore<CatalogState>(() => ({ counties: null, hasFailed: false, issues: {} })),
});

export type Catalog = ReturnType<typeof createCatalog>;
