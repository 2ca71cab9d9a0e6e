import type { LineId, PlaceId, StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { lineOriginFor } from '../../core/model/suppliedBy.ts';
import type { AppState } from '../appState.ts';
import {
  addTownshipStation,
  closeHub,
  letChoose,
  makeHub,
  supplyFrom,
  townshipStationId,
} from '../edits/levels.ts';
import { moveToLine } from '../edits/moveToLine.ts';
import { editScenario } from './editScenario.ts';

/** Each is an undo step of its own, however quickly one follows the other. */
let nextStep = 1;
const ownStep = (): string => `levels/${nextStep++}`;

/** Supplies stations from a hub, or from the depot (null). */
export const moveToHub = (app: AppState, stationIds: readonly StationId[], hubId: StationId | null): void =>
  editScenario(app, 'supply', ownStep(), (scenario) => supplyFrom(scenario, stationIds, hubId));

/** A line from elsewhere cannot take the station: its hub supplies it then, and the lines are drawn anew. */
export function moveStationToLine(app: AppState, report: Report, stationId: StationId, lineId: LineId): void {
  const line = report.plan.lines.find(({ id }) => id === lineId);
  const { depot } = report.scenario;
  const origin = lineOriginFor(report.scenario, report.plan, stationId);
  if (line && origin !== null && line.originId !== origin) {
    moveToHub(app, [stationId], line.originId === depot.id ? null : line.originId);
    return;
  }
  editScenario(app, 'moveToLine', ownStep(), (scenario) => moveToLine(scenario, report, stationId, lineId));
}

export type HubWish = 'hub' | 'plain' | 'candidate';

export interface TownshipToChange {
  readonly placeId: PlaceId;
  /** null where the township has no station yet: one is added at its seat. */
  readonly stationId: StationId | null;
  readonly villageIds: readonly StationId[];
}

/** Makes a township a hub, takes that back, or leaves it to the program. */
export const wishHub = (app: AppState, township: TownshipToChange, wish: HubWish): void =>
  editScenario(app, 'hub', ownStep(), (scenario) => {
    const { placeId, villageIds } = township;
    const place = scenario.places.find(({ id }) => id === placeId);
    if (township.stationId === null && (wish === 'plain' || !place)) return scenario;
    const stationId = township.stationId ?? townshipStationId(placeId);
    const before = township.stationId === null && place ? addTownshipStation(scenario, place) : scenario;
    if (!before.stations.some(({ id }) => id === stationId)) return scenario;
    if (wish === 'hub') return makeHub(before, stationId, villageIds);
    if (wish === 'candidate') return letChoose(before, stationId);
    return closeHub(before, stationId);
  });
