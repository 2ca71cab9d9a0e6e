import type { LoadedCounty } from '../../clients/counties.ts';
import type { CountyId, ScenarioId } from '../../core/model/ids.ts';
import type { AppState } from '../appState.ts';
import { solveActive } from './solve.ts';

/** Reads the list of counties. */
export async function readCatalog(app: AppState): Promise<void> {
  try {
    app.catalog.store.setState({ counties: await app.ports.counties.list(), hasFailed: false });
  } catch (error) {
    app.catalog.store.setState({ hasFailed: true });
    app.view.notify('countyFailed', String(error));
  }
}

function rememberCounty(app: AppState, { county, issues }: LoadedCounty): void {
  app.catalog.store.setState((state) => ({
    issues: { ...state.issues, [county.id]: issues },
    villagePoints: { ...state.villagePoints, [county.id]: county.pointCounts.village },
  }));
}

/** Counties made from tables have ids of their own kind. */
const isOwn = (id: CountyId): boolean => id.startsWith('user-');

/**
 * Opens a county on its usual scenario, or the one last looked at, and solves it. The last thing asked for wins:
 * another county, or work restored, imported or read from a file while this one was on its way.
 */
export async function openCounty(app: AppState, id: CountyId): Promise<void> {
  const { documents, view, ports } = app;
  const own = documents.store.getState().histories[id]?.present.document;
  // A county from an import or a project file is nowhere else.
  if (own && isOwn(id)) {
    view.selectScenario(id, view.store.getState().activeScenarioIds[id] ?? own.county.defaultScenarioId);
    view.setLoadingCounty(null);
    documents.open(own.county);
    await solveActive(app);
    return;
  }
  view.setLoadingCounty(id);
  try {
    const loaded = await ports.counties.load(id);
    rememberCounty(app, loaded);
    if (view.store.getState().loadingCountyId !== id) return;
    const { county } = loaded;
    view.selectScenario(id, view.store.getState().activeScenarioIds[id] ?? county.defaultScenarioId);
    documents.open(county);
    view.setLoadingCounty(null);
  } catch (error) {
    if (view.store.getState().loadingCountyId !== id) return;
    view.setFailedCounty(id);
    view.notify('countyFailed', String(error));
    return;
  }
  await solveActive(app);
}

/** Reads the counties not opened yet, one by one, so that the picker knows them and no network is needed later. */
export async function readOtherCounties(app: AppState): Promise<void> {
  const { counties, villagePoints } = app.catalog.store.getState();
  for (const { id } of counties ?? []) {
    if (villagePoints[id] || isOwn(id)) continue;
    await app.ports.whenIdle();
    const loaded = await app.ports.counties.load(id).catch(() => null);
    if (loaded) rememberCounty(app, loaded);
  }
}

export async function chooseScenario(
  app: AppState,
  countyId: CountyId,
  scenarioId: ScenarioId,
): Promise<void> {
  app.view.selectScenario(countyId, scenarioId);
  await solveActive(app);
}
