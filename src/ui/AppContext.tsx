import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';
import type { AppState } from '../state/appState.ts';
import type { DistancesState } from '../state/distances.ts';
import { activeDocument, activeHistory, findScenario, type PlanningDocument } from '../state/documents.ts';
import type { DraftsState } from '../state/drafts.ts';
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
export const useGrids = <Slice,>(select: (grids: GridsState) => Slice): Slice =>
  useStore(useApp().grids.store, select);
export const useDrafts = (): DraftsState => useStore(useApp().drafts.store);
export const useRoads = (): RoadsState => useStore(useApp().roads.store);
export const useLanguage = (): Language => useView((view) => view.language);

export const useDocument = (): PlanningDocument | null => useStore(useApp().documents.store, activeDocument);
export const useHistory = () => useStore(useApp().documents.store, activeHistory);

export function useScenario(): Scenario | null {
  const document = useDocument();
  const activeId = useView((view) => (document ? view.activeScenarioIds[document.county.id] : undefined));
  return document ? findScenario(document, activeId ?? null) : null;
}

/** Changes only with a new result or a changed scenario, not with the progress of a run. */
export function useShownResult(): ShownResult {
  const { runs, runStages } = useApp();
  const scenario = useScenario();
  const ofRuns = (state: RunsState): ShownResult | null =>
    scenario && shownResult(state, scenario, runStages);
  const report = useStore(runs.store, (state) => ofRuns(state)?.report ?? null);
  const isStale = useStore(runs.store, (state) => ofRuns(state)?.isStale ?? false);
  const isPreliminary = useStore(runs.store, (state) => ofRuns(state)?.isPreliminary ?? false);
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

/** All solved scenarios of the county on the screen. */
export function useSolved(): readonly SolvedScenario[] {
  const app = useApp();
  const document = useDocument();
  const activeId = useScenario()?.id ?? null;
  const reports = useStore(app.runs.store, (runs) => runs.reports);
  const newestHashes = useStore(app.runs.store, (runs) => runs.newestHashes);
  return useMemo(
    () => selectSolved(document, activeId, { reports, newestHashes }, app.runStages),
    [document, activeId, reports, newestHashes, app.runStages],
  );
}
