import { createStore } from 'zustand/vanilla';
import type { CostAnswer } from '../../workers/protocol.ts';
import { hashDocument } from '../core/hash.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Report } from '../core/model/report.ts';
import { hashScenario } from './runs.ts';

export interface CostResult extends CostAnswer {
  /** The plan that was priced. */
  readonly report: Report;
  readonly operatorCount: number;
}

export type CostActivity =
  | { readonly status: 'running'; readonly runId: string; readonly hash: string; readonly doneShare: number }
  | { readonly status: 'cancelled' | 'failed'; readonly hash: string };

/** Prices and "befores" of plans: a cache keyed by plan and assumptions, like the results of runs. */
export interface CostsState {
  readonly results: Readonly<Record<string, CostResult>>;
  /** By scenario key. */
  readonly activities: Readonly<Record<string, CostActivity>>;
  readonly newestHashes: Readonly<Record<string, string>>;
}

const resultLimit = 20;
const planHashes = new WeakMap<Plan, string>();

/** What a pricing is kept under. */
export const costHash = (report: Report, operatorCount: number): string =>
  `${pricedHash(report)}/${operatorCount}`;

/** Of a plan and the scenario it is for. */
export function pricedHash(report: Report): string {
  let planHash = planHashes.get(report.plan);
  if (planHash === undefined) {
    planHash = hashDocument(report.plan);
    planHashes.set(report.plan, planHash);
  }
  return `${hashScenario(report.scenario)}/${planHash}`;
}

export function createCosts() {
  const store = createStore<CostsState>(() => ({ results: {}, activities: {}, newestHashes: {} }));
  return {
    store,
    setActivity: (key: string, activity: CostActivity): void =>
      store.setState(({ activities }) => ({ activities: { ...activities, [key]: activity } })),
    finish: (key: string, hash: string, result: CostResult): void =>
      store.setState((state) => {
        const { [key]: _done, ...activities } = state.activities;
        const newestHashes = { ...state.newestHashes, [key]: hash };
        const isNeeded = new Set(Object.values(newestHashes));
        const entries = Object.entries(state.results);
        const kept = entries.filter(
          ([each], index) => index > entries.length - resultLimit || isNeeded.has(each),
        );
        return { results: { ...Object.fromEntries(kept), [hash]: result }, newestHashes, activities };
      }),
  };
}
export type Costs = ReturnType<typeof createCosts>;

export interface ShownCosts {
  readonly costs: CostResult | null;
  /** Computed before the latest change. */
  readonly isStale: boolean;
}

/** The pricing that fits the plan and the assumptions, else the newest of the scenario, marked stale. */
export function shownCosts(
  { results, newestHashes }: Pick<CostsState, 'results' | 'newestHashes'>,
  key: string,
  report: Report | null,
  operatorCount: number,
): ShownCosts {
  const fitting = report ? costHash(report, operatorCount) : null;
  const hash = fitting !== null && results[fitting] ? fitting : (newestHashes[key] ?? null);
  const costs = hash === null ? null : (results[hash] ?? null);
  return { costs, isStale: costs !== null && hash !== fitting };
}
