import { createStore } from 'zustand/vanilla';
import type { EvidenceAnswer } from '../../workers/filesProtocol.ts';

export interface EvidenceState {
  /** Name of the pack being written or gone through; null = none. */
  readonly busyWith: 'writing' | 'verifying' | null;
  /** The pack last gone through, and what became of it. */
  readonly verified: { readonly file: string; readonly answer: EvidenceAnswer } | null;
}

/** Evidence packs: what was found in the last one. */
export function createEvidence() {
  const store = createStore<EvidenceState>(() => ({ busyWith: null, verified: null }));
  return {
    store,
    begin: (busyWith: EvidenceState['busyWith']): void => store.setState({ busyWith }),
    finish: (): void => store.setState({ busyWith: null }),
    show: (verified: EvidenceState['verified']): void => store.setState({ verified }),
  };
}
export type Evidence = ReturnType<typeof createEvidence>;
