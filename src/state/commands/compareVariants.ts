import type { ComparisonQuestion } from '../../core/model/comparison.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { adopted } from '../edits/adoptVariant.ts';
import type { VariantRow } from '../variants.ts';
import { chooseScenario } from './openCounty.ts';

let nextRun = 1;
/** Often enough to look alive. */
const progressStep = 0.02;

/** Draws the scenario on the screen and what it is to be compared with, in a worker. */
export async function compareVariants(app: AppState, question: ComparisonQuestion): Promise<void> {
  const basis = activeScenario(app);
  const options = app.runStages.at(-1);
  if (!basis || !options) return;
  cancelVariants(app);
  const runId = `variants-${nextRun++}`;
  const { variants } = app;
  variants.start(basis, question, runId);
  let shown = { key: '', doneShare: 0 };
  const outcome = await app.ports.planner.compareVariants({
    runId,
    scenario: basis,
    options,
    question,
    onProgress: ({ variants: all, key, doneShare }) => {
      if (key === shown.key && doneShare - shown.doneShare < progressStep) return;
      shown = { key, doneShare };
      variants.progress(runId, all, key, doneShare);
    },
    onVariant: (compared) => variants.finish(runId, compared),
  });
  // What was told one by one may still be on its way.
  if (outcome.status === 'done') for (const compared of outcome.value) variants.finish(runId, compared);
  variants.end(runId);
  if (outcome.status === 'failed') app.view.notify('failed', `${outcome.message}\n${outcome.stack}`);
}

/** Stops the comparison; what is finished stays. */
export function cancelVariants(app: AppState): void {
  const { runId } = app.variants.store.getState();
  if (runId === null) return;
  app.variants.end(runId);
  app.ports.planner.cancel(runId);
}

/** Puts a variant beside the county's scenarios, in one undo step, and shows it. */
export function adoptVariant(app: AppState, row: VariantRow): void {
  const { basis } = app.variants.store.getState();
  const document = activeDocument(app.documents.store.getState());
  if (!basis || !row.compared || !document || document.county.id !== basis.countyId) return;
  const taken = new Set<string>(document.scenarios.map(({ id }) => id));
  const scenario = adopted(row.compared, basis, taken);
  app.documents.addScenario(scenario, 'adoptVariant');
  void chooseScenario(app, document.county.id, scenario.id);
}
