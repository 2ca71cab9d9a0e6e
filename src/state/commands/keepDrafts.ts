import type { Draft } from '../../clients/drafts.ts';
import { choicesIn } from '../../core/model/choices.ts';
import type { AppState } from '../appState.ts';
import type { PlanningDocument } from '../documents.ts';
import { solveActive } from './solve.ts';

/** Long enough for a burst of edits to be written once, short enough that little is lost. */
const keepDelayMs = 1200;

/**
 * Keeps in the browser what was changed: shortly after an edit, and at once where another county is opened. A browser
 * without room is told of once.
 */
export function keepDrafts(app: AppState): void {
  let pending: ReturnType<typeof setTimeout> | null = null;
  const changed = new Set<string>();
  const flush = (): void => {
    if (pending !== null) clearTimeout(pending);
    pending = null;
    const { histories } = app.documents.store.getState();
    for (const countyId of changed) {
      const history = histories[countyId];
      // A county as it was opened is kept elsewhere.
      if (history && history.past.length + history.future.length > 0) void keepCounty(app, countyId);
    }
    changed.clear();
  };
  app.documents.store.subscribe((state, before) => {
    for (const [countyId, { present }] of Object.entries(state.histories))
      if (present.document !== before.histories[countyId]?.present.document) changed.add(countyId);
    if (state.activeCountyId !== before.activeCountyId) return flush();
    if (pending !== null) clearTimeout(pending);
    pending = setTimeout(flush, keepDelayMs);
  });
}

/** By county, so that none is written twice. */
const lastKept = new WeakMap<AppState, Map<string, PlanningDocument>>();

/** Keeps a county as it stands; one made of imported tables is nowhere else, though nothing was edited yet. */
export async function keepCounty(app: AppState, countyId: string): Promise<void> {
  const history = app.documents.store.getState().histories[countyId];
  const kept = lastKept.get(app) ?? new Map<string, PlanningDocument>();
  lastKept.set(app, kept);
  if (!history || history.present.document === kept.get(countyId)) return;
  const { document } = history.present;
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
    kept.set(countyId, document);
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
