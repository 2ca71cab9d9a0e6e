import { createStore } from 'zustand/vanilla';
import type { RunOptions } from '../../workers/protocol.ts';
import { hashDocument } from '../core/hash.ts';
import type { RunProgress } from '../core/model/progress.ts';
import type { Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';

export type RunActivity =
  | {
      readonly status: 'queued' | 'running';
      readonly runId: string;
      readonly hash: string;
      readonly progress: RunProgress | null;
    }
  | { readonly status: 'cancelled' | 'failed'; readonly hash: string };

/** Results are a cache keyed by what they were computed from; undo brings them back without solving again. */
export interface RunsState {
  readonly reports: Readonly<Record<string, Report>>;
  /** What each scenario is doing now, by scenario key; absent when nothing is. */
  readonly activities: Readonly<Record<string, RunActivity>>;
  /** Hash of the newest result of each scenario, shown greyed while its inputs differ. */
  readonly newestHashes: Readonly<Record<string, string>>;
}

const reportLimit = 60;
const hashes = new WeakMap<Scenario, string>();

/** Scenario documents are immutable, so each is hashed once. */
export function runHash(scenario: Scenario, options: RunOptions): string {
  let hash = hashes.get(scenario);
  if (hash === undefined) {
    hash = hashDocument(scenario);
    hashes.set(scenario, hash);
  }
  return `${hash}/${options.seed}/${options.iterations}`;
}

export const scenarioKey = (scenario: Pick<Scenario, 'countyId' | 'id'>): string =>
  `${scenario.countyId}/${scenario.id}`;

export function createRuns() {
  const store = createStore<RunsState>(() => ({ reports: {}, activities: {}, newestHashes: {} }));

  const setActivity = (key: string, activity: RunActivity | null): void =>
    store.setState(({ activities }) => {
      const { [key]: _previous, ...others } = activities;
      return { activities: activity === null ? others : { ...others, [key]: activity } };
    });

  return {
    store,
    setActivity,
    setProgress(key: string, runId: string, progress: RunProgress): void {
      const activity = store.getState().activities[key];
      if (!activity || !('runId' in activity) || activity.runId !== runId) return;
      setActivity(key, { ...activity, status: 'running', progress });
    },
    finish(key: string, hash: string, report: Report): void {
      store.setState((state) => {
        const kept = Object.entries(state.reports).slice(-(reportLimit - 1));
        const newest = new Set(Object.values(state.newestHashes));
        const dropped = Object.entries(state.reports)
          .slice(0, -(reportLimit - 1))
          .filter(([each]) => newest.has(each));
        const { [key]: _done, ...activities } = state.activities;
        return {
          reports: { ...Object.fromEntries([...dropped, ...kept]), [hash]: report },
          newestHashes: { ...state.newestHashes, [key]: hash },
          activities,
        };
      });
    },
    /** A result computed earlier fits the scenario again (undo). */
    recall(key: string, hash: string): void {
      if (store.getState().newestHashes[key] === hash) return;
      store.setState((state) => ({ newestHashes: { ...state.newestHashes, [key]: hash } }));
    },
  };
}

export type Runs = ReturnType<typeof createRuns>;

export interface ShownResult {
  readonly report: Report | null;
  /** Computed before the latest change. */
  readonly isStale: boolean;
  /** From the quick first stage; a better one is on its way or was stopped. */
  readonly isPreliminary: boolean;
  readonly activity: RunActivity | null;
}

const shownCache = new WeakMap<RunsState, Map<string, ShownResult>>();

/**
 * The result to show for a scenario: the one of the last stage that fits it, else the newest, marked stale. The same
 * object as long as nothing has changed.
 */
export function shownResult(
  state: RunsState,
  scenario: Scenario,
  stages: readonly RunOptions[],
): ShownResult {
  const key = scenarioKey(scenario);
  const stageHashes = stages.map((options) => runHash(scenario, options));
  let ofState = shownCache.get(state);
  if (!ofState) {
    ofState = new Map();
    shownCache.set(state, ofState);
  }
  const cacheKey = `${key} ${stageHashes.join(' ')}`;
  const cached = ofState.get(cacheKey);
  if (cached) return cached;
  const fittingStage = stageHashes.findLastIndex((hash) => state.reports[hash] !== undefined);
  const newestHash = fittingStage >= 0 ? stageHashes[fittingStage] : state.newestHashes[key];
  const report = newestHash === undefined ? null : (state.reports[newestHash] ?? null);
  const shown: ShownResult = {
    report,
    isStale: report !== null && fittingStage < 0,
    isPreliminary: fittingStage >= 0 && fittingStage < stages.length - 1,
    activity: state.activities[key] ?? null,
  };
  ofState.set(cacheKey, shown);
  return shown;
}
