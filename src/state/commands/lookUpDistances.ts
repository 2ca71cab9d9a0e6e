import type { DistanceSession } from '../../clients/distances.ts';
import { csvText } from '../../core/io/export/writeCsv.ts';
import type { RoadNetwork } from '../../core/model/scenario.ts';
import type { DistancePlace } from '../../core/network/distances.ts';
import { type AppState, activeRoads, activeScenario } from '../appState.ts';
import type { DistanceBasis } from '../distances.ts';

let session: DistanceSession | null = null;

/** A table that can be read at a glance; more can be chosen. */
const chosenAtFirst = 12;

/** Opens the table over the roads in use (depot and stations of the plan) or over roads just read (places in them). */
export async function openDistances(app: AppState, basis: DistanceBasis): Promise<void> {
  const scenario = activeScenario(app);
  const ground = basis === 'inUse' ? groundInUse(app) : groundJustRead(app);
  if (!scenario || !ground) return;
  const { distances } = app;
  session?.close();
  const chosen = ground.places.slice(0, chosenAtFirst).map((_, index) => index);
  distances.open(basis, ground.places, chosen);
  const current = app.ports.distances.open({ ...ground, travel: scenario.travel }, (doneShare) => {
    if (session === current) distances.setWork({ status: 'running', doneShare });
  });
  session = current;
  const outcome = await current.outcome;
  if (session !== current) return;
  if (outcome.status === 'done') distances.setWork({ status: 'done', answer: outcome.value });
  else if (outcome.status === 'failed')
    distances.setWork({ status: 'failed', details: `${outcome.message}\n${outcome.stack}` });
}

export function closeDistances(app: AppState): void {
  session?.close();
  session = null;
  app.distances.close();
}

/** All pairs of the chosen places as a table to keep; headers in the language of the screen. */
export function saveDistances(app: AppState, headers: readonly string[]): void {
  const { places, chosen, work } = app.distances.store.getState();
  if (work.status !== 'done') return;
  const { lengthKm, durationMin, placeCount } = work.answer.table;
  const round = (value: number | undefined, places: number): number | null =>
    value === undefined || Number.isNaN(value) ? null : Math.round(value * 10 ** places) / 10 ** places;
  const rows = chosen.flatMap((from) =>
    chosen.flatMap((to) => {
      if (from === to) return [];
      const entry = from * placeCount + to;
      return [
        [places[from]!.name, places[to]!.name, round(lengthKm[entry], 3), round(durationMin[entry], 1)],
      ];
    }),
  );
  app.ports.files.save('distances.csv', csvText(headers, rows), 'text/csv');
}

/** Finds the way between two places, draws it on the map and lists its turns. */
export async function showWay(app: AppState, from: number, to: number): Promise<void> {
  const { distances } = app;
  const current = session;
  distances.show({ from, to, way: undefined });
  const way = (await current?.way(from, to)) ?? null;
  const { shown } = distances.store.getState();
  if (session === current && shown?.from === from && shown.to === to) distances.show({ from, to, way });
}

interface Ground {
  readonly roads: RoadNetwork;
  readonly places: readonly DistancePlace[];
}

function groundInUse(app: AppState): Ground | null {
  const scenario = activeScenario(app);
  const roads = activeRoads(app);
  if (!scenario || !roads) return null;
  const order = { depot: 0, townshipStation: 1, urbanStation: 2, villageStation: 3 } as const;
  const stations = [scenario.depot, ...scenario.stations];
  const places = [...stations].sort((a, b) => order[a.role] - order[b.role]);
  return { roads, places: places.map(({ name, lonLat }) => ({ name, lonLat })) };
}

function groundJustRead(app: AppState): Ground | null {
  const imported = app.roads.store.getState().import;
  if (imported.status !== 'done' || !imported.result.network) return null;
  const places = imported.result.places.map(({ name, lonLat }) => ({ name, lonLat }));
  return places.length > 0 ? { roads: imported.result.network, places } : null;
}
