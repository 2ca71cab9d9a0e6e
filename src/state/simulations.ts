import { createStore } from 'zustand/vanilla';
import type { SimulationAnswer } from '../../workers/protocol.ts';
import { hashDocument } from '../core/hash.ts';
import type { Plan } from '../core/model/plan.ts';
import type { Report } from '../core/model/report.ts';
import type { SimulationSettings, TraceEntry } from '../core/model/simulation.ts';
import { hashScenario } from './runs.ts';

export interface Simulation extends SimulationAnswer {
  readonly settings: SimulationSettings;
  /** First day of the horizon when it was run. */
  readonly startDate: string;
  /** The plan that was simulated, with everything it rests on. */
  readonly report: Report;
}

export type SimulationActivity =
  | {
      readonly status: 'running';
      readonly runId: string;
      readonly replicationsDone: number;
      readonly replications: number;
    }
  | { readonly status: 'cancelled' | 'failed' };

/** Steps of one village's parcels, kept by what was simulated and the village. */
export type TraceState =
  | { readonly status: 'running' | 'failed' }
  | { readonly status: 'done'; readonly entries: readonly TraceEntry[] };

/** Results of simulations are a cache keyed by plan and settings, like those of runs. */
export interface SimulationsState {
  readonly results: Readonly<Record<string, Simulation>>;
  /** By scenario key. */
  readonly activities: Readonly<Record<string, SimulationActivity>>;
  /** Hash of the newest result of each scenario, shown greyed while plan or settings differ. */
  readonly newestHashes: Readonly<Record<string, string>>;
  readonly traces: Readonly<Record<string, TraceState>>;
}

const resultLimit = 24;
const traceLimit = 60;
const planHashes = new WeakMap<Plan, string>();

/** What a simulation is kept under: the scenario, its plan and the settings. */
export function simulationKey(report: Report, settings: SimulationSettings): string {
  let planHash = planHashes.get(report.plan);
  if (planHash === undefined) {
    planHash = hashDocument(report.plan);
    planHashes.set(report.plan, planHash);
  }
  return `${hashScenario(report.scenario)}/${planHash}/${hashDocument(settings)}`;
}

/** The newest entries of a record. */
const newest = <Value>(
  record: Readonly<Record<string, Value>>,
  limit: number,
  keep: ReadonlySet<string> = new Set(),
): Record<string, Value> => {
  const entries = Object.entries(record);
  return Object.fromEntries(
    entries.filter(([key], index) => index >= entries.length - limit || keep.has(key)),
  );
};

export function createSimulations() {
  const store = createStore<SimulationsState>(() => ({
    results: {},
    activities: {},
    newestHashes: {},
    traces: {},
  }));
  return {
    store,
    setActivity: (key: string, activity: SimulationActivity | null): void =>
      store.setState(({ activities }) => {
        const { [key]: _previous, ...others } = activities;
        return { activities: activity === null ? others : { ...others, [key]: activity } };
      }),
    finish: (key: string, hash: string, simulation: Simulation): void =>
      store.setState((state) => {
        const { [key]: _done, ...activities } = state.activities;
        const newestHashes = { ...state.newestHashes, [key]: hash };
        const kept = newest(state.results, resultLimit - 1, new Set(Object.values(newestHashes)));
        return { results: { ...kept, [hash]: simulation }, newestHashes, activities };
      }),
    setTrace: (key: string, trace: TraceState): void =>
      store.setState(({ traces }) => ({ traces: { ...newest(traces, traceLimit - 1), [key]: trace } })),
  };
}
export type Simulations = ReturnType<typeof createSimulations>;

export interface ShownSimulation {
  readonly simulation: Simulation | null;
  /** Its key in the store. */
  readonly hash: string | null;
  /** Simulated before the latest change of plan or settings. */
  readonly isStale: boolean;
}

/** The result that fits plan and settings, else the newest of the scenario, marked stale. */
export function shownSimulation(
  { results, newestHashes }: Pick<SimulationsState, 'results' | 'newestHashes'>,
  key: string,
  report: Report | null,
  settings: SimulationSettings,
): ShownSimulation {
  const fitting = report ? simulationKey(report, settings) : null;
  const hash = fitting !== null && results[fitting] ? fitting : (newestHashes[key] ?? null);
  const simulation = hash === null ? null : (results[hash] ?? null);
  return { simulation, hash: simulation ? hash : null, isStale: simulation !== null && hash !== fitting };
}
