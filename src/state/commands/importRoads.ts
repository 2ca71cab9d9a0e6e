import type { RoadImport } from '../../clients/importer.ts';
import { countyMeridianDeg } from '../../core/io/gaussKruger.ts';
import { middleLonDeg } from '../../core/model/county.ts';
import type { AppState } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import type { RoadImportChoice } from '../roads.ts';
import { onRoads } from '../runs.ts';
import { solveSoon } from './editScenario.ts';

let running: RoadImport | null = null;

/** Reads road files in a worker; an import still running gives way. */
export async function importRoads(app: AppState, files: readonly File[]): Promise<void> {
  await readFiles(app, files, app.roads.store.getState().choice, new Set());
}

/** Reads the files again with one repair taken back or made again. */
export async function toggleRepair(app: AppState, key: string): Promise<void> {
  const { import: done } = app.roads.store.getState();
  if (done.status !== 'done') return;
  const skipKeys = new Set(done.skipKeys);
  if (!skipKeys.delete(key)) skipKeys.add(key);
  await readFiles(app, done.files, done.choice, skipKeys);
}

async function readFiles(
  app: AppState,
  files: readonly File[],
  choice: RoadImportChoice,
  skipKeys: ReadonlySet<string>,
): Promise<void> {
  const county = activeDocument(app.documents.store.getState())?.county;
  if (!county || files.length === 0) return;
  running?.cancel();
  const { roads } = app;
  const before = roads.store.getState().import;
  const fileNames = files.map(({ name }) => name);
  roads.setImport({ status: 'running', fileNames, doneShare: 0 });
  const { coordinateSystem, clipMarginKm } = choice;
  const countyLonDeg = middleLonDeg(county.boundary);
  const current = app.ports.roads.importRoads(
    {
      files,
      coordinateSystem,
      meridianDeg: choice.meridianDeg ?? countyMeridianDeg(countyLonDeg),
      countyLonDeg,
      clip: clipMarginKm === null ? null : { boundary: county.boundary, marginKm: clipMarginKm },
      skipKeys: [...skipKeys],
    },
    (doneShare) => {
      if (running === current) roads.setImport({ status: 'running', fileNames, doneShare });
    },
  );
  running = current;
  const outcome = await current.outcome;
  if (running !== current) return;
  running = null;
  if (outcome.status === 'cancelled') roads.setImport(before.status === 'done' ? before : { status: 'none' });
  else if (outcome.status === 'failed') {
    roads.setImport({ status: 'failed', details: `${outcome.message}\n${outcome.stack}` });
  } else {
    const result = outcome.value;
    const found = before.status === 'done' && before.files === files ? before.repairs : [];
    const known = new Set(found.map(({ key }) => key));
    const repairs = [...found, ...result.repairs.filter(({ key }) => !known.has(key))];
    roads.setImport({
      status: 'done',
      countyId: county.id,
      files,
      choice,
      result,
      repairs,
      skipKeys,
      isUsed: false,
    });
  }
}

export const cancelImport = (): void => running?.cancel();

/** Puts the imported roads into every scenario of the county, gaps filled with estimated roads: one undo step. */
export async function useImportedRoads(app: AppState): Promise<void> {
  const { roads, documents, ports, view } = app;
  const { import: done } = roads.store.getState();
  const document = activeDocument(documents.store.getState());
  if (done.status !== 'done' || !document || !done.result.network) return;
  roads.setBusy(true);
  try {
    const { network } = await ports.roads.completeRoads(done.result.network, document.scenarios);
    if (activeDocument(documents.store.getState())?.county.id !== document.county.id) return;
    roads.selectRoad(null);
    roads.setImport({ ...done, isUsed: true });
    documents.replaceScenarios((scenario) => onRoads(scenario, network), 'useRoads', {
      key: 'useRoads',
      atMs: ports.nowMs(),
    });
    solveSoon(app);
  } catch (error) {
    view.notify('failed', String(error));
  } finally {
    roads.setBusy(false);
  }
}

/** Takes the roads out of every scenario of the county again: one undo step. */
export function useEstimatedRoads(app: AppState): void {
  app.roads.selectRoad(null);
  app.documents.replaceScenarios((scenario) => onRoads(scenario, null), 'estimatedRoads', {
    key: 'estimatedRoads',
    atMs: app.ports.nowMs(),
  });
  solveSoon(app);
}
