import { asId, type CountyId, type ScenarioId } from '../../core/model/ids.ts';
import type { AppState } from '../appState.ts';
import { solveActive } from './solve.ts';

/** Reads the list of counties. */
export async function readCatalog(app: AppState): Promise<void> {
  try {
    app.catalog.store.setState({ counties: await app.ports.counties.list(), hasFailed: false });
  } catch (error) {
    app.catalog.store.setState({ hasFailed: true });
    app.view.notify('failed', String(error));
  }
}

/** Opens a county on a scenario (its first one by default) and solves it. The last one asked for wins. */
export async function openCounty(app: AppState, id: CountyId, scenarioId?: ScenarioId): Promise<void> {
  const { documents, view, catalog, ports } = app;
  view.setLoadingCounty(id);
  try {
    const { county, issues } = await ports.counties.load(id);
    if (view.store.getState().loadingCountyId !== id) return;
    catalog.store.setState((state) => ({ issues: { ...state.issues, [id]: issues } }));
    const chosen = scenarioId ?? view.store.getState().activeScenarioIds[id] ?? county.scenarios[0]?.id;
    view.selectScenario(id, chosen ?? asId<ScenarioId>(''));
    documents.open(county);
    view.setLoadingCounty(null);
  } catch (error) {
    if (view.store.getState().loadingCountyId !== id) return;
    view.setFailedCounty(id);
    view.notify('failed', String(error));
    return;
  }
  await solveActive(app);
}

export async function chooseScenario(app: AppState, countyId: CountyId, scenarioId: ScenarioId): Promise<void> {
  app.view.selectScenario(countyId, scenarioId);
  await solveActive(app);
}
