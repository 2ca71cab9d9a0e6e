import { createStore } from 'zustand/vanilla';
import type { SavingSplit } from '../core/model/savingSplit.ts';

export type SplitActivity =
  | { readonly status: 'running'; readonly runId: string; readonly doneShare: number }
  | { readonly status: 'cancelled' | 'failed' };

/** Savings split among the couriers: asked for by a person, and kept under the plan they are of (`pricedHash`). */
export interface SplitsState {
  readonly results: Readonly<Record<string, SavingSplit>>;
  readonly activities: Readonly<Record<string, SplitActivity>>;
}

const resultLimit = 20;

const newest = (results: SplitsState['results']): SplitsState['results'] =>
  Object.fromEntries(Object.entries(results).slice(-resultLimit));

export function createSplits() {
  const store = createStore<SplitsState>(() => ({ results: {}, activities: {} }));
  return {
    store,
    setActivity: (hash: string, activity: SplitActivity): void =>
      store.setState(({ activities }) => ({ activities: { ...activities, [hash]: activity } })),
    finish: (hash: string, split: SavingSplit): void =>
      store.setState(({ results, activities: { [hash]: _done, ...activities } }) => ({
        results: newest({ ...results, [hash]: split }),
        activities,
      })),
  };
}
export type Splits = ReturnType<typeof createSplits>;
