import type { AppliedAnswer, ImportTarget } from '../../../workers/tableProtocol.ts';
import { rememberColumns } from '../../core/io/tables/pipeline/choices.ts';
import { countPoints } from '../../core/model/county.ts';
import type { AppState } from '../appState.ts';
import { activeDocument, costChoicesOf, type PlanningDocument } from '../documents.ts';
import { settledNow } from '../imports.ts';
import { knowHash, onRoads } from '../runs.ts';
import { importSession } from './importTables.ts';
import { keepCounty } from './keepDrafts.ts';
import { solveActive } from './solve.ts';

/** Puts the checked tables into the county (one step for undo) or makes a county of them, and solves it at once. */
export async function applyImport(app: AppState): Promise<void> {
  const { imports, documents, ports } = app;
  const session = importSession();
  const document = activeDocument(documents.store.getState());
  const { settled } = imports.store.getState();
  if (!session || !document) return;
  const { target } = settled.present.document;
  imports.setWork({ kind: 'working', progress: { phase: 'apply', doneShare: 0 } });
  const outcome = await session.apply(
    {
      target,
      edits: settled.present.document.edits,
      scenarios: document.scenarios.map((scenario) => ({ ...scenario, roads: null })),
      claims: document.county.claims,
      terrain: document.county.terrain,
      defaultTexts: await ports.counties.defaultTexts(),
    },
    (progress) => {
      if (importSession() === session) imports.setWork({ kind: 'working', progress });
    },
  );
  if (importSession() !== session) return;
  if (outcome.status === 'failed') {
    imports.setWork({ kind: 'failed', details: `${outcome.message}\n${outcome.stack}` });
    return;
  }
  imports.setWork({ kind: 'idle' });
  if (outcome.status === 'cancelled') return;
  // What was changed meanwhile must not be lost.
  if (activeDocument(documents.store.getState()) !== document) return;
  const next = place(app, document, target, outcome.value);
  if (!next) {
    imports.setRefused(outcome.value.issues);
    return;
  }
  rememberChosenColumns(app);
  if (target.kind === 'newCounty') void keepCounty(app, next.county.id);
  // Thousands of stations are drawn, told of and sent to be solved one after the other: at once they hold the screen up.
  await ports.whenIdle();
  if (importSession() !== session) return await solveActive(app);
  imports.setApplied({
    countyName: next.county.name,
    isNewCounty: target.kind === 'newCounty',
    changes: outcome.value.changes,
    issues: outcome.value.issues,
    fixCount: outcome.value.fixCount,
  });
  await ports.whenIdle();
  await solveActive(app);
}

/** Writes the answer into the documents; null where no county could be made of the tables. */
function place(
  app: AppState,
  document: PlanningDocument,
  target: ImportTarget,
  answer: AppliedAnswer,
): PlanningDocument | null {
  for (const [index, scenario] of answer.scenarios.entries()) {
    const hash = answer.hashes[index];
    if (hash !== undefined) knowHash(scenario, hash);
  }
  if (target.kind === 'newCounty') {
    const { county } = answer;
    if (!county) return null;
    const made = withContract({ county, scenarios: county.scenarios }, answer);
    app.view.setLoadingCounty(null);
    app.documents.openDocument(made);
    app.view.selectScenario(county.id, county.defaultScenarioId);
    app.catalog.store.setState((state) => ({
      counties: [...(state.counties ?? []).filter(({ id }) => id !== county.id), county],
      villagePoints: { ...state.villagePoints, [county.id]: county.pointCounts.village },
      issues: { ...state.issues, [county.id]: answer.issues },
    }));
    return made;
  }
  const scenarios = answer.scenarios.map((scenario, index) =>
    onRoads(scenario, document.scenarios[index]?.roads ?? null),
  );
  const places = scenarios[0]?.places ?? document.county.places;
  const county = {
    ...document.county,
    places,
    claims: answer.claims,
    pointCounts: countPoints(places),
  };
  const next = withContract({ ...document, county, scenarios }, answer);
  app.documents.replaceDocument(next, 'importTables', app.ports.nowMs());
  app.catalog.store.setState((state) => ({
    villagePoints: { ...state.villagePoints, [county.id]: county.pointCounts.village },
  }));
  return next;
}

/** Contract prices of a table are what a parcel cost before: they stand in the costs tab, where their reach can be changed. */
function withContract(
  document: PlanningDocument,
  { contractYuanPerParcel }: AppliedAnswer,
): PlanningDocument {
  if (contractYuanPerParcel === null) return document;
  const costChoices = Object.fromEntries(
    document.scenarios.map((scenario) => {
      const before = costChoicesOf(document, scenario);
      const reaches = before.contract?.reaches ?? 'village';
      const yuanPerParcel = Number(contractYuanPerParcel.toFixed(3));
      return [scenario.id, { ...before, contract: { yuanPerParcel, reaches } }];
    }),
  );
  return { ...document, costChoices: { ...document.costChoices, ...costChoices } };
}

/** Columns chosen by hand hold for the next file with the same headers. */
function rememberChosenColumns(app: AppState): void {
  const state = app.imports.store.getState();
  const { choices } = settledNow(state);
  const { checked } = state;
  for (const { key, signature, kind, matches } of checked?.tables ?? []) {
    const choice = choices[key];
    if (signature === null || kind === null || (!choice?.columns && !choice?.kind)) continue;
    app.ports.columnMemory.write(
      signature,
      rememberColumns({ kind, matches, missing: [], unused: [], score: 0 }),
    );
  }
}
