import type { ExportWhat } from '../../../workers/filesProtocol.ts';
import type { FileDoor, ProjectToSave } from '../../clients/files.ts';
import type { Issue } from '../../core/issues.ts';
import { choicesIn } from '../../core/model/choices.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { appVersion } from '../appVersion.ts';
import { activeDocument, type PlanningDocument } from '../documents.ts';
import { shownResult } from '../runs.ts';
import { discardDraft, listCounty } from './keepDrafts.ts';
import { openCounty } from './openCounty.ts';
import { solveActive } from './solve.ts';

export interface ExportNames {
  readonly kpi: Readonly<Record<string, string>>;
  readonly issue: (found: Issue) => { readonly cause: string; readonly action: string };
}

/** What exports are made of for the scenario on the screen; a plan for other inputs is left out. */
function exportSource(app: AppState, names: ExportNames): Parameters<FileDoor['packEvidence']>[1] | null {
  const scenario = activeScenario(app);
  const document = activeDocument(app.documents.store.getState());
  if (!scenario || !document) return null;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  const issues = app.catalog.store.getState().issues[document.county.id] ?? [];
  return {
    scenario,
    report: isStale ? null : report,
    claims: document.county.claims,
    issues,
    kpiWords: names.kpi,
    issueWords: issues.map(names.issue),
    language: app.view.store.getState().language === 'en' ? 'en' : 'zh',
  };
}

/** Writes one table or all files of a format for the scenario on the screen; false where there is nothing to write. */
export async function exportWhat(app: AppState, what: ExportWhat, names: ExportNames): Promise<boolean> {
  const source = exportSource(app, names);
  if (!source) return false;
  app.drafts.setBusy(true);
  try {
    const file = await app.ports.files.exportFile({ ...source, what });
    if (!file) return false;
    app.ports.files.save(file.name, file.bytes, 'application/octet-stream');
    return true;
  } catch (error) {
    app.view.notify('failed', String(error));
    return true;
  } finally {
    app.drafts.setBusy(false);
  }
}

/** Hands out the plan on the screen with all it rests on. `drawPage` makes the page in it that people read. */
export async function exportEvidence(
  app: AppState,
  names: ExportNames,
  drawPage: () => Promise<string>,
): Promise<void> {
  const source = exportSource(app, names);
  const project = projectOnScreen(app);
  if (!source?.report || !project) return;
  app.evidence.begin('writing');
  try {
    const file = await app.ports.files.packEvidence(project, source, await drawPage());
    if (!file) return;
    app.ports.files.save(file.name, file.bytes, 'application/zip');
    const { countyId } = source.scenario;
    app.evidence.showMade({ file: file.name, fingerprint: file.fingerprint, countyId });
  } catch (error) {
    app.view.notify('failed', String(error));
  } finally {
    app.evidence.finish();
  }
}

/** Computes every figure of somebody's evidence pack again, and tells what differs. */
export async function verifyEvidence(app: AppState, file: File): Promise<void> {
  const countyId = activeDocument(app.documents.store.getState())?.county.id ?? null;
  app.evidence.begin('verifying');
  app.evidence.show(null);
  try {
    app.evidence.show({ file: file.name, answer: await app.ports.files.verifyEvidence(file), countyId });
  } catch (error) {
    app.view.notify('failed', String(error));
  } finally {
    app.evidence.finish();
  }
}

function projectOnScreen(app: AppState): ProjectToSave | null {
  const document = activeDocument(app.documents.store.getState());
  const scenario = activeScenario(app);
  if (!document || !scenario) return null;
  const { county, scenarios } = document;
  return {
    county,
    scenarios,
    activeScenarioId: scenario.id,
    choices: choicesIn(document),
    appVersion,
    savedAt: new Date(app.ports.timeMs()).toISOString(),
  };
}

/** Saves the county on the screen with all its scenarios as one file; what was kept in the browser is no longer needed. */
export async function saveProject(app: AppState): Promise<void> {
  const project = projectOnScreen(app);
  if (!project) return;
  const { county, savedAt } = project;
  app.drafts.setBusy(true);
  try {
    const text = await app.ports.files.projectText(project);
    const name = `${county.name.zh || county.id}-${savedAt.slice(0, 10)}.cuntong.json`;
    app.ports.files.save(name, text, 'application/json');
    app.drafts.setKeeping({ kind: 'none' });
    await discardDraft(app, county.id);
  } catch (error) {
    app.view.notify('failed', String(error));
  } finally {
    app.drafts.setBusy(false);
  }
}

/** Opens a project file, or a scenario file of a county the app knows; what it refuses is told in words. */
export async function openProjectFile(app: AppState, file: File): Promise<void> {
  app.drafts.setRefused(null);
  app.drafts.setBusy(true);
  try {
    const answer = await app.ports.files.openOwnFile(file);
    if (answer.status === 'refused') {
      app.drafts.setRefused({ file: file.name, issues: answer.issues });
      return;
    }
    const { county, scenarios, activeScenarioId, choices } = answer;
    if (county) {
      showProject(app, { county: { ...county, scenarios }, scenarios, ...choices });
      app.view.selectScenario(county.id, activeScenarioId);
      listCounty(app, county);
    } else {
      const [scenario] = scenarios;
      if (!scenario) return;
      await openCounty(app, scenario.countyId);
      const document = activeDocument(app.documents.store.getState());
      if (!document || document.county.id !== scenario.countyId) return;
      const others = document.scenarios.filter(({ id }) => id !== scenario.id);
      const next = { ...document, scenarios: [...others, scenario] };
      app.documents.replaceDocument(next, 'openProject', app.ports.nowMs());
      app.view.selectScenario(scenario.countyId, scenario.id);
    }
    await solveActive(app);
  } catch (error) {
    app.view.notify('failed', String(error));
  } finally {
    app.drafts.setBusy(false);
  }
}

/** What was on the screen of the same county is one undo away. */
export function showProject(app: AppState, document: PlanningDocument): void {
  const { id } = document.county;
  app.view.setLoadingCounty(null);
  const known = app.documents.store.getState().histories[id];
  if (!known) {
    app.documents.openDocument(document);
    return;
  }
  app.documents.open(document.county);
  app.documents.replaceDocument(document, 'openProject', app.ports.nowMs());
}
