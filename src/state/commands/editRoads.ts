import { haversineKm } from '../../core/geo.ts';
import type { RoadClass, RoadNetwork } from '../../core/model/scenario.ts';
import {
  setRoadClass,
  setRoadClosed,
  setRoadLength,
  setRoadSpeed,
} from '../../core/network/edit/changeRoad.ts';
import { type AppState, activeRoads, activeScenario } from '../appState.ts';
import type { EditLabel } from '../documents.ts';
import type { DrawEnd } from '../roads.ts';
import { onRoads } from '../runs.ts';
import { editScenario } from './editScenario.ts';

let nextEdit = 1;

/** Edits the roads on the screen; estimated roads become the scenario's own by it, and stay marked as estimated. */
function editRoads(app: AppState, label: EditLabel, edit: (roads: RoadNetwork) => RoadNetwork): void {
  const roads = activeRoads(app);
  if (!roads) return;
  const edited = edit(roads);
  // Every edit of a road is an undo step of its own.
  editScenario(app, label, `road/${nextEdit++}`, (scenario) => onRoads(scenario, edited));
}

export const closeRoad = (app: AppState, roadId: string): void =>
  editRoads(app, 'closeRoad', (roads) => setRoadClosed(roads, roadId, true));

export const reopenRoad = (app: AppState, roadId: string): void =>
  editRoads(app, 'reopenRoad', (roads) => setRoadClosed(roads, roadId, false));

export const changeRoadClass = (app: AppState, roadId: string, roadClass: RoadClass): void =>
  editRoads(app, 'roadClass', (roads) => setRoadClass(roads, roadId, roadClass));

/** null gives the road the speed of its class again. */
export const changeRoadSpeed = (app: AppState, roadId: string, speedKmPerH: number | null): void =>
  editRoads(app, 'roadSpeed', (roads) => setRoadSpeed(roads, roadId, speedKmPerH));

export const changeRoadLength = (app: AppState, roadId: string, lengthKm: number): void =>
  editRoads(app, 'roadLength', (roads) => setRoadLength(roads, roadId, lengthKm));

/** Likely length of a road between two points: straight distance times the detour factor of the scenario. */
export function likelyLengthKm(app: AppState, from: DrawEnd, to: DrawEnd): number {
  const factor = activeScenario(app)?.travel.detourFactor.value ?? 1;
  return haversineKm(from.lonLat, to.lonLat) * factor;
}

export interface NewRoad {
  readonly from: DrawEnd;
  readonly to: DrawEnd;
  readonly roadClass: RoadClass;
  /** Measured length; null: the likely one, and the road is estimated. */
  readonly lengthKm: number | null;
}

/** An end this near to a road joins it. */
const snapM = 150;

/** Adds a road between two points, joined to what is there, and selects it. */
export async function drawNewRoad(app: AppState, drawn: NewRoad): Promise<void> {
  const scenario = activeScenario(app);
  const roads = activeRoads(app);
  if (!scenario || !roads) return;
  app.roads.setBusy(true);
  try {
    const ids = new Set(roads.roads.map(({ id }) => id));
    let number = 1;
    while (ids.has(`drawn-${number}`)) number++;
    const id = `drawn-${number}`;
    const edited = await app.ports.roads.drawRoad(roads, {
      id,
      line: [drawn.from.lonLat, drawn.to.lonLat],
      roadClass: drawn.roadClass,
      isOneWay: false,
      name: '',
      lengthKm: drawn.lengthKm ?? likelyLengthKm(app, drawn.from, drawn.to),
      isEstimated: drawn.lengthKm === null,
      snapM,
    });
    // What was changed meanwhile must not be lost.
    if (activeScenario(app) !== scenario) return;
    editScenario(app, 'drawRoad', `road/${nextEdit++}`, (before) => onRoads(before, edited));
    app.roads.stopDrawing();
    app.roads.selectRoad(id);
  } catch (error) {
    app.view.notify('failed', String(error));
  } finally {
    app.roads.setBusy(false);
  }
}
