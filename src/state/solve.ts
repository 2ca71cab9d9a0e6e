import { createStore } from 'zustand/vanilla';
import { missingVehicleCount } from '../core/evaluate/violations.ts';
import { hashDocument } from '../core/hash.ts';
import type { IncumbentLines, RunProgress } from '../core/model/progress.ts';
import type { Baseline, Report } from '../core/model/report.ts';
import type { Scenario } from '../core/model/scenario.ts';

/** How the lines are to be searched for, and what is known of the searches of this session. Never undoable. */

export const budgets = ['quick', 'standard', 'thorough', 'seconds'] as const;
export type Budget = (typeof budgets)[number];

export interface SolveSettings {
  readonly budget: Budget;
  /** For the budget by seconds. */
  readonly seconds: number;
  readonly workers: 1 | 2;
  readonly seed: number;
}

/** A point of the convergence curve: the best cost known after so many seconds. */
export interface CurvePoint {
  readonly seconds: number;
  readonly yuanPerParcel: number;
  readonly unservedCount: number;
}

/** The search that runs, or the last one, of a scenario. */
export interface Live {
  readonly startedAtMs: number;
  readonly curve: readonly CurvePoint[];
  readonly incumbent: IncumbentLines | null;
  /** Seconds from the first line to the last; null while it runs. */
  readonly endedAfterSeconds: number | null;
  /** Asked for by a person, so the lines on the map give way to those being found. */
  readonly isAsked: boolean;
  readonly wasStopped: boolean;
}

/** One finished search, for the spread between searches. */
export interface SearchRecord {
  readonly seed: number;
  readonly iterations: number;
  readonly objectiveYuanPerDay: number;
  readonly unservedCount: number;
}

export interface SolveState {
  readonly settings: SolveSettings;
  /** By scenario key. */
  readonly lives: Readonly<Record<string, Live>>;
  /** By hash of the scenario: searches of other scenarios say nothing about this one. */
  readonly records: Readonly<Record<string, readonly SearchRecord[]>>;
  /** Measured on this computer; turns seconds into iterations. */
  readonly iterationsPerSecond: number;
}

/** Before anything is measured: about what an office computer does on a county of a hundred villages. */
const likelyIterationsPerSecond = 12_000;
/** A quick answer takes fewer rounds for each than a search by seconds does: the rate is not learnt from it. */
const fewestMeasured = 5000;
const baselineLimit = 24;

export const budgetIterations = { quick: 2000, standard: 20_000, thorough: 200_000 } as const;

export function createSolve() {
  const store = createStore<SolveState>(() => ({
    settings: { budget: 'standard', seconds: 10, workers: 1, seed: 1 },
    lives: {},
    records: {},
    iterationsPerSecond: likelyIterationsPerSecond,
  }));
  const baselines = new Map<string, Baseline>();

  const setLive = (key: string, change: (live: Live) => Live): void =>
    store.setState(({ lives }) => {
      const live = lives[key];
      return live ? { lives: { ...lives, [key]: change(live) } } : {};
    });

  return {
    store,
    change: (part: Partial<SolveSettings>): void =>
      store.setState(({ settings }) => ({ settings: { ...settings, ...part } })),
    begin: (key: string, startedAtMs: number, isAsked: boolean): void =>
      store.setState(({ lives }) => ({
        lives: {
          ...lives,
          [key]: {
            startedAtMs,
            curve: [],
            incumbent: null,
            endedAfterSeconds: null,
            isAsked,
            wasStopped: false,
          },
        },
      })),
    /** Takes what is new: a better plan, or a better price. */
    follow(key: string, progress: RunProgress, nowMs: number): void {
      const live = store.getState().lives[key];
      if (!live || live.endedAfterSeconds !== null) return;
      const yuanPerParcel = progress.bestYuanPerParcel;
      const before = live.curve.at(-1);
      const unservedCount = progress.incumbent?.unservedCount ?? before?.unservedCount ?? 0;
      const servesMore = before !== undefined && unservedCount < before.unservedCount;
      const isCheaper =
        before === undefined ||
        (unservedCount === before.unservedCount &&
          yuanPerParcel !== null &&
          yuanPerParcel < before.yuanPerParcel);
      const isBetter = yuanPerParcel !== null && (servesMore || isCheaper);
      const isNewer =
        progress.incumbent && (isBetter || live.incumbent === null) && progress.phase !== 'baseline';
      if (!isBetter && !isNewer) return;
      const seconds = (nowMs - live.startedAtMs) / 1000;
      setLive(key, () => ({
        ...live,
        // The price of a plan that leaves more stops out says nothing beside one that serves them.
        curve: isBetter
          ? [...(servesMore ? [] : live.curve), { seconds, yuanPerParcel, unservedCount }]
          : live.curve,
        incumbent: isNewer ? (progress.incumbent ?? null) : live.incumbent,
      }));
    },
    /** The curve ends at the plan that is kept: it may serve stops that the best lines on the way left out. */
    arrive(key: string, { plan, evaluation }: Report, nowMs: number): void {
      setLive(key, (live) => {
        const unservedCount = plan.unserved.length;
        const { yuanPerParcel } = evaluation;
        const last = live.curve.at(-1);
        if (last?.unservedCount === unservedCount && last.yuanPerParcel === yuanPerParcel) return live;
        const point = { seconds: (nowMs - live.startedAtMs) / 1000, yuanPerParcel, unservedCount };
        return {
          ...live,
          curve: [...live.curve.filter((each) => each.unservedCount === unservedCount), point],
        };
      });
    },
    markStopped: (key: string): void => setLive(key, (live) => ({ ...live, wasStopped: true })),
    end: (key: string, nowMs: number): void =>
      setLive(key, (live) => ({
        ...live,
        incumbent: null,
        endedAfterSeconds: (nowMs - live.startedAtMs) / 1000,
      })),
    measure(iterations: number, seconds: number): void {
      if (iterations < fewestMeasured || seconds <= 0) return;
      store.setState({ iterationsPerSecond: iterations / seconds });
    },
    /** Lines settled by hand were searched for by nobody. */
    record(scenarioHash: string, { plan }: Report): void {
      const { seed, iterations, objectiveYuanPerDay } = plan.quality;
      if (iterations === 0) return;
      const record = { seed, iterations, objectiveYuanPerDay, unservedCount: plan.unserved.length };
      store.setState(({ records }) => {
        const known = records[scenarioHash] ?? [];
        const isKnown = known.some((each) => each.seed === seed && each.iterations === iterations);
        return isKnown ? {} : { records: { ...records, [scenarioHash]: [...known, record] } };
      });
    },
    baselineOf: (scenario: Scenario): Baseline | null => baselines.get(baselineKey(scenario)) ?? null,
    keepBaseline(scenario: Scenario, baseline: Baseline): void {
      const key = baselineKey(scenario);
      baselines.delete(key);
      baselines.set(key, baseline);
      const oldest = baselines.size > baselineLimit ? baselines.keys().next() : null;
      if (oldest && !oldest.done) baselines.delete(oldest.value);
    },
  };
}

export type Solve = ReturnType<typeof createSolve>;

const baselineKeys = new WeakMap<Scenario, string>();
const numbers = new WeakMap<object, number>();
let nextNumber = 1;

function numberOf(value: object): number {
  const number = numbers.get(value) ?? nextNumber++;
  numbers.set(value, number);
  return number;
}

/**
 * What a "before" rests on: the scenario without rules, locks and lines settled by hand. Roads and the long lists go by
 * identity, which undo brings back: as text, thousands of stations would hold the screen up.
 */
function baselineKey(scenario: Scenario): string {
  const known = baselineKeys.get(scenario);
  if (known) return known;
  const { locks: _locks, handPlan: _handPlan, fixLog: _fixLog, ...others } = scenario;
  const { places, stations, demands, roads, ...rest } = others;
  const { lineRules: _lineRules, ...policy } = scenario.policy;
  const lists = [places, stations, demands].map(numberOf).join('/');
  const key = `${hashDocument({ ...rest, policy })}/${lists}/${roads ? numberOf(roads) : 0}`;
  baselineKeys.set(scenario, key);
  return key;
}

/** Iterations a budget stands for on this computer. */
export function iterationsOf({ settings, iterationsPerSecond }: SolveState): number {
  if (settings.budget !== 'seconds') return budgetIterations[settings.budget];
  // Two figures are kept, so that the number can be said and typed again.
  const wanted = Math.max(200, settings.seconds * iterationsPerSecond);
  const digit = 10 ** (Math.floor(Math.log10(wanted)) - 1);
  return Math.round(wanted / digit) * digit;
}

/** Fewer stations left out and vehicles wanting is better, then the cheaper. */
export function isBetterPlan(left: Report, right: Report): boolean {
  const missing = ({ plan, evaluation }: Report): number =>
    plan.unserved.length + missingVehicleCount(evaluation.violations);
  const more = missing(left) - missing(right);
  if (more !== 0) return more < 0;
  return left.plan.quality.objectiveYuanPerDay < right.plan.quality.objectiveYuanPerDay;
}
