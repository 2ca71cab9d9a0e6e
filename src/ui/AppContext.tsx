import { createContext, use, useMemo } from 'react';
import { useStore } from 'zustand';
import type { Scenario } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';
import type { AppState } from '../state/appState.ts';
import { activeDocument, activeHistory, type PlanningDocument } from '../state/documents.ts';
import { type ShownResult, shownResult } from '../state/runs.ts';
import { type SolvedScenario, selectActiveScenario, selectSolved } from '../state/select.ts';
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
export const useLanguage = (): Language => useView((view) => view.language);

export const useDocument = (): PlanningDocument | null => useStore(useApp().documents.store, activeDocument);
export const useHistory = () => useStore(useApp().documents.store, activeHistory);

export function useScenario(): Scenario | null {
  const app = useApp();
  const documents = useStore(app.documents.store);
  const view = useStore(app.view.store);
  return selectActiveScenario(documents, view);
}

const nothingShown: ShownResult = {
  report: null,
  isStale: false,
  isPreliminary: false,
  activity: null,
};

export function useShownResult(): ShownResult {
  const app = useApp();
  const scenario = useScenario();
  const runs = useStore(app.runs.store);
  return scenario ? shownResult(runs, scenario, app.runStages) : nothingShown;
}

/** All solved scenarios of the county on the screen. */
export function useSolved(): readonly SolvedScenario[] {
  const app = useApp();
  const document = useDocument();
  const activeId = useScenario()?.id ?? null;
  const reports = useStore(app.runs.store, (runs) => runs.reports);
  const newestHashes = useStore(app.runs.store, (runs) => runs.newestHashes);
  return useMemo(
    () => selectSolved(document, activeId, { reports, newestHashes, activities: {} }, app.runStages),
    [document, activeId, reports, newestHashes, app.runStages],
  );
}
