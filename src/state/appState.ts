import type { RunOptions } from '../../workers/protocol.ts';
import type { RoadNetwork, Scenario } from '../core/model/scenario.ts';
import type { Language } from '../i18n/t.ts';
import { type Catalog, createCatalog } from './catalog.ts';
import { type Costs, createCosts } from './costs.ts';
import { createDistances, type DistanceLookup } from './distances.ts';
import { activeDocument, createDocuments, type Documents, findScenario } from './documents.ts';
import { createDrafts, type Drafts } from './drafts.ts';
import { createDriven, type Driven } from './driven.ts';
import { createEvidence, type Evidence } from './evidence.ts';
import { createGrids, type Grids } from './grids.ts';
import { createImports, type Imports } from './imports.ts';
import { createNewVillage, type NewVillageQuestion } from './newVillage.ts';
import type { Ports } from './ports.ts';
import { createRoads, type Roads } from './roads.ts';
import type { RoomKey } from './rooms.ts';
import { createRuns, type Runs, shownResult } from './runs.ts';
import { createSimulations, type Simulations } from './simulations.ts';
import { createSolve, type Solve } from './solve.ts';
import { createSplits, type Splits } from './splits.ts';
import { createVariants, type Variants } from './variants.ts';
import { createView, type View } from './view.ts';

export interface AppState {
  readonly catalog: Catalog;
  readonly documents: Documents;
  readonly view: View;
  readonly runs: Runs;
  readonly roads: Roads;
  readonly solve: Solve;
  readonly distances: DistanceLookup;
  readonly simulations: Simulations;
  readonly costs: Costs;
  readonly evidence: Evidence;
  readonly splits: Splits;
  readonly imports: Imports;
  readonly grids: Grids;
  readonly driven: Driven;
  readonly drafts: Drafts;
  readonly variants: Variants;
  readonly newVillage: NewVillageQuestion;
  readonly ports: Ports;
  /** A quick stage for an answer at once, then the full one; each is a run of its own. */
  readonly runStages: readonly RunOptions[];
}

export interface OpeningState {
  readonly language: Language;
  /** The room open at first. */
  readonly room: RoomKey | null;
  readonly runStages: readonly RunOptions[];
}

export const createAppState = (ports: Ports, opening: OpeningState): AppState => ({
  catalog: createCatalog(),
  documents: createDocuments(),
  view: createView(opening.language, opening.room),
  runs: createRuns(ports.nowMs),
  roads: createRoads(),
  solve: createSolve(),
  distances: createDistances(),
  simulations: createSimulations(),
  costs: createCosts(),
  evidence: createEvidence(),
  splits: createSplits(),
  imports: createImports(),
  grids: createGrids(),
  driven: createDriven(),
  drafts: createDrafts(),
  variants: createVariants(),
  newVillage: createNewVillage(),
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

/** The roads on the screen: those of the scenario, else the estimated ones its figures rest on. */
export function activeRoads(app: AppState): RoadNetwork | null {
  const scenario = activeScenario(app);
  if (!scenario) return null;
  if (scenario.roads) return scenario.roads;
  const { report } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  return report?.roads ?? null;
}
