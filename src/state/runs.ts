import { createStore } from 'zustand/vanilla';
import type { RunOptions } from '../../workers/protocol.ts';
import { hashDocument } from '../core/hash.ts';
import type { RunProgress } from '../core/model/progress.ts';
import type { Report } from '../core/model/report.ts';
import type { RoadNetwork, Scenario } from '../core/model/scenario.ts';

export interface OpenRun {
  readonly status: 'queued' | 'running';
  readonly runId: string;
  /** All workers of one search; absent = this run alone. */
  readonly runIds?: readonly string[];
  readonly hash: string;
  readonly progress: RunProgress | null;
}
export type RunActivity = OpenRun | { readonly status: 'cancelled' | 'failed'; readonly hash: string };

/** Results are a cache keyed by what they were computed from; undo brings them back without solving again. */
export interface RunsState {
  readonly reports: Readonly<Record<string, Report>>;
  /** What each scenario is doing now, by scenario key; absent when nothing is. */
  readonly activities: Readonly<Record<string, RunActivity>>;
  /** Hash of the newest result of each scenario, shown greyed while its inputs differ. */
  readonly newestHashes: Readonly<Record<string, string>>;
}

const reportLimit = 60;
/** Hash of each scenario without its roads. */
const hashes = new WeakMap<Scenario, string>();
/** Road networks are too large to be hashed on the main thread: within a session each goes by a number. */
const roadNumbers = new WeakMap<RoadNetwork, number>();
let nextRoadNumber = 1;

function roadNumber(roads: RoadNetwork): number {
  const number = roadNumbers.get(roads) ?? nextRoadNumber++;
  roadNumbers.set(roads, number);
  return number;
}

/** Scenario documents are immutable, so each is hashed once; what its roads are is told apart by their number. */
export function hashScenario(scenario: Scenario): string {
  const { roads } = scenario;
  let hash = hashes.get(scenario);
  if (hash === undefined) {
    hash = hashDocument(roads === null ? scenario : { ...scenario, roads: null });
    hashes.set(scenario, hash);
  }
  return roads === null ? hash : `${hash}/roads-${roadNumber(roads)}`;
}

/** A scenario's hash that was computed elsewhere, without its roads. */
export function knowHash(scenario: Scenario, hash: string): void {
  hashes.set(scenario, hash);
}

/** A scenario on other roads; the hash of all the rest goes with it. */
export function onRoads(scenario: Scenario, roads: RoadNetwork | null): Scenario {
  const next = { ...scenario, roads };
  const hash = hashes.get(scenario);
  if (hash !== undefined) hashes.set(next, hash);
  return next;
}

/** What a result is kept under: the scenario and how it was solved. */
export const runHash = (scenario: Scenario, options: RunOptions): string =>
  `${hashScenario(scenario)}/${options.seed}/${options.iterations}`;

export const scenarioKey = (scenario: Pick<Scenario, 'countyId' | 'id'>): string =>
  `${scenario.countyId}/${scenario.id}`;

/** Often enough to look alive; every change of the store wakes the screen up. */
const progressIntervalMs = 150;

export function createRuns(nowMs: () => number) {
  let lastProgressMs = Number.NEGATIVE_INFINITY;
  const store = createStore<RunsState>(() => ({ reports: {}, activities: {}, newestHashes: {} }));

  const setActivity = (key: string, activity: RunActivity | null): void =>
    store.setState(({ activities }) => {
      if (activity === null && !(key in activities)) return {};
      const { [key]: _previous, ...others } = activities;
      return { activities: activity === null ? others : { ...others, [key]: activity } };
    });

  return {
    store,
    setActivity,
    setProgress(key: string, runId: string, progress: RunProgress): void {
      if (nowMs() - lastProgressMs < progressIntervalMs) return;
      const activity = store.getState().activities[key];
      if (!activity || !('runId' in activity) || activity.runId !== runId) return;
      lastProgressMs = nowMs();
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
    /** A fuller account of a result that is still wanted. */
    replace: (hash: string, report: Report): void =>
      store.setState(({ reports }) => (reports[hash] ? { reports: { ...reports, [hash]: report } } : {})),
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
}

/** The result to show for a scenario: the one of the last stage that fits it, else the newest, marked stale. */
export function shownResult(
  { reports, newestHashes }: Pick<RunsState, 'reports' | 'newestHashes'>,
  scenario: Scenario,
  stages: readonly RunOptions[],
): ShownResult {
  const stageHashes = stages.map((options) => runHash(scenario, options));
  const fittingStage = stageHashes.findLastIndex((hash) => reports[hash] !== undefined);
  const shownHash = fittingStage >= 0 ? stageHashes[fittingStage] : newestHashes[scenarioKey(scenario)];
  const report = shownHash === undefined ? null : (reports[shownHash] ?? null);
  return {
    report,
    isStale: report !== null && fittingStage < 0,
    isPreliminary: fittingStage >= 0 && fittingStage < stages.length - 1,
  };
}

export const isWorking = (activity: RunActivity | null): activity is OpenRun =>
  activity !== null && 'runId' in activity;
