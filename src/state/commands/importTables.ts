import type { ImportTarget, Settled } from '../../../workers/tableProtocol.ts';
import type { TableImport } from '../../clients/tables.ts';
import type { TableEdit } from '../../core/io/tables/fixes/editTable.ts';
import type { FixLabel, TableFix } from '../../core/io/tables/fixes/suggestFixes.ts';
import type { TableChoices } from '../../core/io/tables/pipeline/choices.ts';
import type { KnownCounty } from '../../core/io/tables/places/matchPlace.ts';
import type { IssueCode } from '../../core/issues.ts';
import type { County } from '../../core/model/county.ts';
import type { RoadNetwork } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import { lacksCountyName, type SettleLabel, settledNow, type WizardStep } from '../imports.ts';

/** The import of this moment; its worker keeps the files. */
let running: TableImport | null = null;

export const importSession = (): TableImport | null => running;

export function openWizard(app: AppState): void {
  running?.end();
  running = null;
  app.imports.open();
}

export function closeWizard(app: AppState): void {
  running?.end();
  running = null;
  app.imports.close();
}

/** Reads files and goes on to their columns; files read before are put away. */
export async function readTableFiles(app: AppState, files: readonly File[]): Promise<void> {
  const { imports } = app;
  if (files.length === 0) return;
  running?.end();
  const session = app.ports.tables.start();
  running = session;
  imports.setFiles(files.map(({ name }) => name));
  imports.setWork({ kind: 'working', progress: { phase: 'open', doneShare: 0 } });
  const outcome = await session.open(files, surveyedRoads(app), (progress) => {
    if (running === session) imports.setWork({ kind: 'working', progress });
  });
  if (running !== session) return;
  if (outcome.status === 'cancelled') imports.setWork({ kind: 'idle' });
  else if (outcome.status === 'failed')
    imports.setWork({ kind: 'failed', details: `${outcome.message}\n${outcome.stack}` });
  else {
    imports.setOpened(outcome.value);
    imports.setWork({ kind: 'idle' });
    if (outcome.value.tables.length === 0) return;
    await checkAgain(app);
    const state = imports.store.getState();
    if (running === session && state.step === 'files' && !lacksCountyName(state)) imports.goTo('columns');
  }
}

/** Roads from a file; estimated ones say nothing about where places are. */
function surveyedRoads(app: AppState): RoadNetwork | null {
  const roads = activeScenario(app)?.roads ?? null;
  return roads && roads.source !== 'proxy' ? roads : null;
}

const knownCounty = ({ name, boundary, places }: County): KnownCounty => ({ name, boundary, places });

/** The county with the places of the scenario on the screen, which may have been moved or added by hand. */
function countyNow(app: AppState): KnownCounty | null {
  const county = activeDocument(app.documents.store.getState())?.county;
  if (!county) return null;
  const places = activeScenario(app)?.places ?? county.places;
  return knownCounty({ ...county, places });
}

/** Reads the tables once more with everything that is settled. */
async function checkAgain(app: AppState): Promise<void> {
  const { imports } = app;
  const session = running;
  const county = countyNow(app);
  if (!session || !county) return;
  const settled = settledNow(imports.store.getState());
  imports.setWork({ kind: 'working', progress: { phase: 'check', doneShare: 0 } });
  const remembered = app.ports.columnMemory.read();
  const outcome = await session.check({ settled, county, remembered }, (progress) => {
    if (running === session && settledNow(imports.store.getState()) === settled)
      imports.setWork({ kind: 'working', progress });
  });
  // A newer change has its own check under way.
  if (running !== session || settledNow(imports.store.getState()) !== settled) return;
  if (outcome.status === 'done') imports.setChecked(outcome.value.answer, outcome.value.issues);
  else if (outcome.status === 'failed')
    imports.setWork({ kind: 'failed', details: `${outcome.message}\n${outcome.stack}` });
  else imports.setWork({ kind: 'idle' });
}

export function cancelTableWork(app: AppState): void {
  running?.cancel();
  if (app.imports.store.getState().opened) return;
  running?.end();
  running = null;
  app.imports.open();
}

function settle(app: AppState, label: SettleLabel, change: (settled: Settled) => Settled): void {
  const { imports } = app;
  imports.settle(label, change(settledNow(imports.store.getState())), app.ports.nowMs());
  void checkAgain(app);
}

/** Settles something about one table; a new kind or header puts its columns back to the suggestions. */
export const chooseForTable = (
  app: AppState,
  label: SettleLabel,
  key: string,
  change: Partial<TableChoices>,
): void =>
  settle(app, label, (settled) => ({
    ...settled,
    choices: { ...settled.choices, [key]: { ...settled.choices[key], ...change } },
  }));

export const forgetColumns = (app: AppState, key: string, change: Partial<TableChoices>): void =>
  settle(app, 'kind', (settled) => {
    const { columns: _columns, ...rest } = settled.choices[key] ?? {};
    return { ...settled, choices: { ...settled.choices, [key]: { ...rest, ...change } } };
  });

/** Gives a column to a field, or none; whichever field had the column before loses it. */
export const chooseColumn = (
  app: AppState,
  key: string,
  fieldKey: string | null,
  columnIndex: number,
  matches: readonly { readonly fieldKey: string; readonly header: { readonly index: number } }[],
): void =>
  settle(app, 'column', (settled) => {
    const columns: Record<string, number | null> = { ...settled.choices[key]?.columns };
    for (const { fieldKey: other, header } of matches)
      if (header.index === columnIndex && other !== fieldKey) columns[other] = null;
    if (fieldKey !== null) columns[fieldKey] = columnIndex;
    return { ...settled, choices: { ...settled.choices, [key]: { ...settled.choices[key], columns } } };
  });

export const chooseTarget = (app: AppState, target: ImportTarget): void =>
  settle(app, 'target', (settled) => ({ ...settled, target }));

/** Types cells over; all of them are one step for undo. */
export const editCells = (
  app: AppState,
  label: SettleLabel,
  key: string,
  edits: readonly TableEdit[],
): void => {
  if (edits.length === 0) return;
  settle(app, label, (settled) => ({
    ...settled,
    edits: { ...settled.edits, [key]: [...(settled.edits[key] ?? []), ...edits] },
  }));
};

export function undoSettled(app: AppState): void {
  app.imports.undo();
  void checkAgain(app);
}

export function redoSettled(app: AppState): void {
  app.imports.redo();
  void checkAgain(app);
}

export const goToStep = (app: AppState, step: WizardStep): void => app.imports.goTo(step);

/** Does what a fix says about a table: cells and choices together are one step for undo. */
export const applyTableFix = (app: AppState, key: string, { edits, choices }: TableFix): void =>
  settle(app, 'fix', (settled) => ({
    ...settled,
    edits: { ...settled.edits, [key]: [...(settled.edits[key] ?? []), ...edits] },
    choices: choices
      ? { ...settled.choices, [key]: { ...settled.choices[key], ...choices } }
      : settled.choices,
  }));

/** The same kind of fix for every issue of the code in a table. */
export async function fixAllLike(
  app: AppState,
  code: IssueCode,
  key: string,
  label: FixLabel,
): Promise<void> {
  const session = running;
  const settled = settledNow(app.imports.store.getState());
  const edits = await session?.editsForAll(code, key, label);
  if (!edits || running !== session || settledNow(app.imports.store.getState()) !== settled) return;
  editCells(app, 'fix', key, edits);
}
