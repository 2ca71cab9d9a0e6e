import { createStore } from 'zustand/vanilla';
import type { Draft } from '../clients/drafts.ts';
import type { Issue } from '../core/issues.ts';

export type Keeping =
  | { readonly kind: 'none' }
  | { readonly kind: 'kept'; readonly atMs: number }
  | { readonly kind: 'noRoom' };

export interface DraftsState {
  /** Work of an earlier session that nobody has decided about yet. */
  readonly offered: readonly Draft[];
  readonly keeping: Keeping;
  /** A file of ours that was not opened, and why. */
  readonly refused: { readonly file: string; readonly issues: readonly Issue[] } | null;
  readonly isBusy: boolean;
}

/** Work kept in the browser and project files: what to tell about them. */
export function createDrafts() {
  const store = createStore<DraftsState>(() => ({
    offered: [],
    keeping: { kind: 'none' },
    refused: null,
    isBusy: false,
  }));
  return {
    store,
    offer: (offered: readonly Draft[]): void => store.setState({ offered }),
    settle: (countyId: string): void =>
      store.setState(({ offered }) => ({ offered: offered.filter(({ county }) => county.id !== countyId) })),
    setKeeping: (keeping: Keeping): void => store.setState({ keeping }),
    setRefused: (refused: DraftsState['refused']): void => store.setState({ refused }),
    setBusy: (isBusy: boolean): void => store.setState({ isBusy }),
  };
}

export type Drafts = ReturnType<typeof createDrafts>;
