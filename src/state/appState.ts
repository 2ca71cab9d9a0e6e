import type { RunOptions } from '../../workers/protocol.ts';
import type { Scenario } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { activeDocument, createDocuments, type Documents, findScenario } from './documents.ts';
import type { Ports } from './ports.ts';
import { createRuns, type Runs } from './runs.ts';
import { createView, type View } from './view.ts';

export interface AppState {
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly view: View;
  readonly runs: Runs;
  readonly ports: Ports;
  /** A quick stage for an answer at once, then the full one; each is a run of its own. */
  readonly runStages: readonly RunOptions[];
}

export interface OpeningState {
  readonly language: Language;
  readonly isParametersOpen: boolean;
  readonly runStages: readonly RunOptions[];
}

export const createAppState = (ports: Ports, opening: OpeningState): AppState => ({
  catalog: createCatalog(),
  documents: createDocuments(),
  view: createView(opening.language, opening.isParametersOpen),
  runs: createRuns(ports.nowMs),
  ports,
  runStages: opening.runStages,
});

/** The scenario on the screen; null until a county is open. */
export function activeScenario(app: AppState): Scenario | null {
  const document = activeDocument(app.documents.store.getState());
  if (!document) return null;
  const chosen = app.view.store.getState().activeScenarioIds[document.county.id] ?? null;
  return findScenario(document, chosen);
}
