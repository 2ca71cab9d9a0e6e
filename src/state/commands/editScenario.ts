import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument, type EditLabel } from '../documents.ts';
import { hashScenario } from '../runs.ts';
import { solveActive } from './solve.ts';

/** Long enough for a second press of a stepper, short enough to feel instant. */
const solveDelayMs = 250;
let pending: ReturnType<typeof setTimeout> | null = null;

/** Solves what is on the screen shortly after an edit. */
export function solveSoon(app: AppState): void {
  if (pending !== null) clearTimeout(pending);
  pending = setTimeout(() => {
    pending = null;
    void solveActive(app);
  }, solveDelayMs);
}

/** Applies an edit to the scenario on the screen and solves it again shortly after. */
export function editScenario(
  app: AppState,
  label: EditLabel,
  coalesceKey: string,
  edit: (scenario: Scenario) => Scenario,
): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const next = edit(scenario);
  // A field that reports the value it already has is no edit, and must not cost an undo step.
  if (hashScenario(next) === hashScenario(scenario)) return;
  app.documents.replaceScenario(next, label, coalesceKey, app.ports.nowMs());
  solveSoon(app);
}

/** Gives the scenario on the screen the values it was loaded with. */
export function restoreScenario(app: AppState): void {
  const original = originalScenario(app);
  if (original) editScenario(app, 'restore', 'restore', () => original);
}

export function undoEdit(app: AppState): void {
  app.documents.undo();
  solveSoon(app);
}

export function redoEdit(app: AppState): void {
  app.documents.redo();
  solveSoon(app);
}

/** The active scenario as it was loaded. */
export function originalScenario(app: AppState): Scenario | null {
  const id = activeScenario(app)?.id;
  const document = activeDocument(app.documents.store.getState());
  return document?.county.scenarios.find((scenario) => scenario.id === id) ?? null;
}
