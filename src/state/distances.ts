import { createStore } from 'zustand/vanilla';
import type { DistanceAnswer } from '../../workers/protocol.ts';
import type { DistancePlace } from '../core/network/distances.ts';
import type { LegPath } from '../core/network/legPath.ts';

/** What the distances rest on: the roads in use with the plan's stations, or roads just read with the places in them. */
export type DistanceBasis = 'inUse' | 'justRead';

export type DistanceWork =
  | { readonly status: 'running'; readonly doneShare: number }
  | { readonly status: 'failed'; readonly details: string }
  | { readonly status: 'done'; readonly answer: DistanceAnswer };

export interface ShownWay {
  readonly from: number;
  readonly to: number;
  /** undefined while it is being found; null where there is none. */
  readonly way: LegPath | null | undefined;
}

export interface DistancesState {
  /** null while the table is closed. */
  readonly basis: DistanceBasis | null;
  readonly places: readonly DistancePlace[];
  readonly work: DistanceWork;
  /** Numbers of the places in the table. */
  readonly chosen: readonly number[];
  readonly shown: ShownWay | null;
}

const closed: DistancesState = {
  basis: null,
  places: [],
  work: { status: 'running', doneShare: 0 },
  chosen: [],
  shown: null,
};

/** What is being looked up; never undoable. */
export function createDistances() {
  const store = createStore<DistancesState>(() => closed);
  return {
    store,
    open: (basis: DistanceBasis, places: readonly DistancePlace[], chosen: readonly number[]): void =>
      store.setState({ ...closed, basis, places, chosen }),
    setWork: (work: DistanceWork): void => store.setState({ work }),
    choose: (chosen: readonly number[]): void => store.setState({ chosen, shown: null }),
    show: (shown: ShownWay | null): void => store.setState({ shown }),
    close: (): void => store.setState(closed),
  };
}

export type DistanceLookup = ReturnType<typeof createDistances>;
