import { createContext, startTransition, use, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';
import type { AppState } from '../state/appState.ts';
import type { DistancesState } from '../state/distances.ts';
import {
  activeDocument,
  activeHistory,
  type DocumentsState,
  findScenario,
  type PlanningDocument,
} from '../state/documents.ts';
import type { DraftsState } from '../state/drafts.ts';
import type { DrivenState } from '../state/driven.ts';
import type { GridsState } from '../state/grids.ts';
import type { ImportsState } from '../state/imports.ts';
import type { RoadsState } from '../state/roads.ts';
import {
  isWorking,
  type RunActivity,
  type RunsState,
  type ShownResult,
  scenarioKey,
  shownResult,
} from '../state/runs.ts';
import { type SolvedScenario, selectSolved } from '../state/select.ts';
import type { Live } from '../state/solve.ts';
import type { ViewState } from '../state/view.ts';

/** The one place where components meet the stores. */
export const AppContext = createContext<AppState | null>(null);

export function useApp(): AppState {
  const app = use(AppContext);
  if (!app) throw new Error('no AppContext above this component');
  return app;
}

export const useView = <Slice,>(select: (view: ViewState) => Slice): Slice =>
  useStore(useApp().view.store, select);
export const useCatalog = () => useStore(useApp().catalog.store);
export const useImports = <Slice,>(select: (imports: ImportsState) => Slice): Slice =>
  useStore(useApp().imports.store, select);
export const useDistances = (): DistancesState => useStore(useApp().distances.store);
export const useDriven = (): DrivenState => useStore(useApp().driven.store);
export const useGrids = <Slice,>(select: (grids: GridsState) => Slice): Slice =>
  useStore(useApp().grids.store, select);
export const useDrafts = (): DraftsState => useStore(useApp().drafts.store);
export const useRoads = (): RoadsState => useStore(useApp().roads.store);
export const useLanguage = (): Language => useView((view) => view.language);

/** From so many stations in all on, a new document is drawn in slices. */
const longFrom = 1000;
const isLong = ({ scenarios }: PlanningDocument): boolean =>
  scenarios.reduce((sum, { stations }) => sum + stations.length, 0) >= longFrom;

/** The county on the screen. One with thousands of stations is a transition, as results are. */
export function useDocument(): PlanningDocument | null {
  const { store } = useApp().documents;
  const [document, setDocument] = useState(() => activeDocument(store.getState()));
  useEffect(() => {
    const take = (state: DocumentsState): void => {
      const next = activeDocument(state);
      if (next && isLong(next)) startTransition(() => setDocument(next));
      else setDocument(next);
    };
    take(store.getState());
    return store.subscribe(take);
  }, [store]);
  return document;
}

export const useHistory = () => useStore(useApp().documents.store, activeHistory);

export function useScenario(): Scenario | null {
  const document = useDocument();
  const activeId = useView((view) => (document ? view.activeScenarioIds[document.county.id] : undefined));
  return document ? findScenario(document, activeId ?? null) : null;
}

type Results = Pick<RunsState, 'reports' | 'newestHashes'>;
const resultsOf = ({ reports, newestHashes }: RunsState): Results => ({ reports, newestHashes });

/**
 * All results. A new one is a transition: everything that shows it is prepared in slices between which the pointer and
 * the keyboard are served, and then changes at once.
 */
function useResults(): Results {
  const { store } = useApp().runs;
  const [results, setResults] = useState(() => resultsOf(store.getState()));
  useEffect(() => {
    const take = (state: RunsState): void =>
      startTransition(() =>
        setResults((shown) =>
          shown.reports === state.reports && shown.newestHashes === state.newestHashes
            ? shown
            : resultsOf(state),
        ),
      );
    take(store.getState());
    return store.subscribe(take);
  }, [store]);
  return results;
}

/** Changes only with a new result or a changed scenario, not with the progress of a run. */
export function useShownResult(): ShownResult {
  const { runStages } = useApp();
  const scenario = useScenario();
  const results = useResults();
  const shown = scenario && shownResult(results, scenario, runStages);
  const { report = null, isStale = false, isPreliminary = false } = shown ?? {};
  return useMemo(() => ({ report, isStale, isPreliminary }), [report, isStale, isPreliminary]);
}

/** What the scenario on the screen is doing; changes with every step of progress. */
export function useActivity(): RunActivity | null {
  const app = useApp();
  const scenario = useScenario();
  return useStore(app.runs.store, (runs) => (scenario && runs.activities[scenarioKey(scenario)]) || null);
}

/** The search that runs for the scenario on the screen, or the last one. */
export function useLive(): Live | null {
  const scenario = useScenario();
  return useStore(useApp().solve.store, ({ lives }) => (scenario && lives[scenarioKey(scenario)]) || null);
}

export function useIsWorking(): boolean {
  const app = useApp();
  const scenario = useScenario();
  return useStore(app.runs.store, (runs) =>
    isWorking((scenario && runs.activities[scenarioKey(scenario)]) || null),
  );
}

/** Whether the last run of the scenario on the screen was cancelled or has failed. */
export function useHasEndedWithoutAnswer(): boolean {
  const app = useApp();
  const scenario = useScenario();
  return useStore(app.runs.store, (runs) => {
    const activity = scenario && runs.activities[scenarioKey(scenario)];
    return activity !== null && activity !== undefined && !isWorking(activity);
  });
}

/** All solved scenarios of the county on the screen. */
export function useSolved(): readonly SolvedScenario[] {
  const app = useApp();
  const document = useDocument();
  const activeId = useScenario()?.id ?? null;
  const results = useResults();
  return useMemo(
    () => selectSolved(document, activeId, results, app.runStages),
    [document, activeId, results, app.runStages],
  );
}
