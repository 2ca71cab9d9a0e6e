import { createStore } from 'zustand/vanilla';
import type { EvidenceAnswer } from '../../workers/filesProtocol.ts';
import type { CountyId } from '../core/model/ids.ts';

type OfCounty<What> = What & { readonly countyId: CountyId | null };

export interface EvidenceState {
  /** Name of the pack being written or gone through; null = none. */
  readonly busyWith: 'writing' | 'verifying' | null;
  /** The pack last made; each belongs to the county on the screen at the time. */
  readonly made: OfCounty<{ readonly file: string; readonly fingerprint: string }> | null;
  /** The pack last gone through, and what became of it. */
  readonly verified: OfCounty<{ readonly file: string; readonly answer: EvidenceAnswer }> | null;
}

/** Evidence packs: what was found in the last one. */
export function createEvidence() {
  const store = createStore<EvidenceState>(() => ({ busyWith: null, made: null, verified: null }));
  return {
    store,
    begin: (busyWith: EvidenceState['busyWith']): void => store.setState({ busyWith }),
    finish: (): void => store.setState({ busyWith: null }),
    showMade: (made: EvidenceState['made']): void => store.setState({ made }),
    show: (verified: EvidenceState['verified']): void => store.setState({ verified }),
  };
}
export type Evidence = ReturnType<typeof createEvidence>;
