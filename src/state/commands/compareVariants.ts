import type { Name } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { adopted, variantsOf } from '../edits/variants.ts';
import { shownResult } from '../runs.ts';
import { type VariantRow, variantFigures } from '../variants.ts';
import { chooseScenario } from './openCounty.ts';

let nextRun = 1;
/** Often enough to look alive. */
const progressStep = 0.02;

const isOpen = (row: VariantRow): boolean => row.status === 'waiting' || row.status === 'running';

/** Solves the scenario on the screen in every shape and frequency, behind what the person waits for. */
export async function compareVariants(app: AppState): Promise<void> {
  const basis = activeScenario(app);
  const options = app.runStages.at(-1);
  if (!basis || !options) return;
  cancelVariants(app);
  const variants = variantsOf(basis);
  app.variants.start(basis, variants);
  const { report } = shownResult(app.runs.store.getState(), basis, app.runStages);
  let before = report?.plan ?? null;
  for (const { key, scenario } of variants) {
    const { basis: current, rows } = app.variants.store.getState();
    if (current !== basis || !rows.some((row) => row.key === key && isOpen(row))) return;
    const runId = `variant-${nextRun++}`;
    let shownShare = 0;
    app.variants.change(basis, key, { runId });
    const outcome = await app.ports.planner.run({
      runId,
      scenario,
      options,
      isUrgent: false,
      onStart: () => app.variants.change(basis, key, { status: 'running' }),
      onProgress: ({ doneShare }) => {
        if (doneShare - shownShare < progressStep) return;
        shownShare = doneShare;
        app.variants.change(basis, key, { doneShare });
      },
    });
    if (outcome.status === 'done') {
      // The first variant is the scenario itself: what the others change is counted from it.
      before ??= outcome.value.plan;
      const figures = variantFigures(outcome.value, before);
      app.variants.change(basis, key, { status: 'done', runId: null, doneShare: 1, figures });
    } else {
      app.variants.change(basis, key, { status: outcome.status, runId: null });
      if (outcome.status === 'failed') app.view.notify('failed', `${outcome.message}\n${outcome.stack}`);
    }
  }
}

/** Stops the comparison; what is finished stays. */
export function cancelVariants(app: AppState): void {
  const { basis, rows } = app.variants.store.getState();
  if (!basis) return;
  for (const row of rows.filter(isOpen)) {
    app.variants.change(basis, row.key, { status: 'cancelled' });
    if (row.runId !== null) app.ports.planner.cancel(row.runId);
  }
}

/** Puts a variant beside the county's scenarios, in one undo step, and shows it. */
export function adoptVariant(app: AppState, row: VariantRow, name: Name): void {
  const { basis } = app.variants.store.getState();
  const document = activeDocument(app.documents.store.getState());
  if (!basis || !document || document.county.id !== basis.countyId) return;
  const taken = new Set<string>(document.scenarios.map(({ id }) => id));
  const scenario = adopted(row, basis, name, taken);
  app.documents.addScenario(scenario, 'adoptVariant');
  void chooseScenario(app, document.county.id, scenario.id);
}
