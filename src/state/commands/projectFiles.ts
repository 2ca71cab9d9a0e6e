import type { ExportWhat } from '../../../workers/filesProtocol.ts';
import type { Issue } from '../../core/issues.ts';
import { choicesIn } from '../../core/model/choices.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument, type PlanningDocument } from '../documents.ts';
import { shownResult } from '../runs.ts';
import { discardDraft, listCounty } from './keepDrafts.ts';
import { openCounty } from './openCounty.ts';
import { solveActive } from './solve.ts';

/** Version of the app that writes a file; readers of newer files than theirs refuse them. */
const appVersion = '0.2.0';

export interface ExportNames {
  readonly kpi: Readonly<Record<string, string>>;
  readonly issue: (found: Issue) => { readonly cause: string; readonly action: string };
}

/** Writes one table or all files of a format for the scenario on the screen; false where there is nothing to write. */
export async function exportWhat(app: AppState, what: ExportWhat, names: ExportNames): Promise<boolean> {
  const scenario = activeScenario(app);
  const document = activeDocument(app.documents.store.getState());
  if (!scenario || !document) return false;
  const { report, isStale } = shownResult(app.runs.store.getState(), scenario, app.runStages);
  const issues = app.catalog.store.getState().issues[document.county.id] ?? [];
  app.drafts.setBusy(true);
  try {
    const file = await app.ports.files.exportFile({
      what,
      scenario,
      // A plan for other inputs must not leave the house under the name of these.
      report: isStale ? null : report,
      claims: document.county.claims,
      issues,
      kpiWords: names.kpi,
      issueWords: issues.map(names.issue),
      language: app.view.store.getState().language === 'en' ? 'en' : 'zh',
    });
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

/** Saves the county on the screen with all its scenarios as one file; what was kept in the browser is no longer needed. */
export async function saveProject(app: AppState): Promise<void> {
  const document = activeDocument(app.documents.store.getState());
  const scenario = activeScenario(app);
  if (!document || !scenario) return;
  const { county, scenarios } = document;
  app.drafts.setBusy(true);
  try {
    const savedAt = new Date(app.ports.timeMs()).toISOString();
    const text = await app.ports.files.projectText({
      county,
      scenarios,
      activeScenarioId: scenario.id,
      choices: choicesIn(document),
      appVersion,
      savedAt,
    });
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
