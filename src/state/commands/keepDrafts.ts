import type { Draft } from '../../clients/drafts.ts';
import { choicesIn } from '../../core/model/choices.ts';
import type { AppState } from '../appState.ts';
import { activeHistory } from '../documents.ts';
import { solveActive } from './solve.ts';

/** Long enough for a burst of edits to be written once, short enough that little is lost. */
const keepDelayMs = 1200;

/** Keeps the county on the screen in the browser shortly after every edit; a browser without room is told of once. */
export function keepDrafts(app: AppState): void {
  let pending: ReturnType<typeof setTimeout> | null = null;
  app.documents.store.subscribe(() => {
    if (pending !== null) clearTimeout(pending);
    pending = setTimeout(() => {
      pending = null;
      void keepNow(app);
    }, keepDelayMs);
  });
}

let lastKept: unknown = null;

async function keepNow(app: AppState): Promise<void> {
  const history = activeHistory(app.documents.store.getState());
  if (!history || history.past.length + history.future.length === 0) return;
  const { document } = history.present;
  if (document === lastKept) return;
  const { county, scenarios } = document;
  const activeScenarioId = app.view.store.getState().activeScenarioIds[county.id] ?? county.defaultScenarioId;
  const keptAtMs = app.ports.timeMs();
  await app.ports.whenIdle();
  try {
    await app.ports.drafts.keep({
      county,
      scenarios,
      ...choicesIn(document),
      activeScenarioId,
      editCount: history.past.length,
      keptAtMs,
    });
    lastKept = document;
    app.drafts.setKeeping({ kind: 'kept', atMs: keptAtMs });
  } catch {
    app.drafts.setKeeping({ kind: 'noRoom' });
  }
}

/** Offers what an earlier session left unsaved. */
export async function offerDrafts(app: AppState): Promise<void> {
  try {
    app.drafts.offer(await app.ports.drafts.list());
  } catch {
    // A browser that keeps nothing has nothing to offer.
    app.drafts.offer([]);
  }
}

/** Goes on with kept work. */
export async function resumeDraft(app: AppState, draft: Draft): Promise<void> {
  const { county, scenarios, activeScenarioId } = draft;
  app.drafts.settle(county.id);
  app.view.setLoadingCounty(null);
  app.documents.openDocument({ county: { ...county, scenarios }, scenarios, ...choicesIn(draft) });
  app.view.selectScenario(county.id, activeScenarioId);
  listCounty(app, county);
  await solveActive(app);
}

export async function discardDraft(app: AppState, countyId: string): Promise<void> {
  app.drafts.settle(countyId);
  await app.ports.drafts.drop(countyId).catch(() => undefined);
}

/** A county that does not come with the app is listed beside those that do. */
export function listCounty(app: AppState, county: Draft['county']): void {
  app.catalog.store.setState((state) => ({
    counties: (state.counties ?? []).some(({ id }) => id === county.id)
      ? state.counties
      : [...(state.counties ?? []), county],
    villagePoints: { ...state.villagePoints, [county.id]: county.pointCounts.village },
  }));
}
