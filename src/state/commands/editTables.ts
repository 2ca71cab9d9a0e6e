import type { LonLat } from '../../core/geo.ts';
import type { Claim } from '../../core/model/county.ts';
import { addStation, movePlace, type NewStation, removeStation } from '../../core/model/edit/stations.ts';
import type { PlaceId, StationId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { TravelMatrix } from '../../core/model/travel.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument, type EditLabel } from '../documents.ts';
import type { GridTable } from '../grids.ts';
import { shownResult } from '../runs.ts';
import { writeBus } from '../tables/busTable.ts';
import { writeClaim } from '../tables/claimTable.ts';
import { writeCouriers } from '../tables/courierTable.ts';
import { writePlace } from '../tables/placeTable.ts';
import { settled, shownLines, writePlanLine } from '../tables/planTable.ts';
import { countyColumns, placeOfStation, writeStation } from '../tables/stationTable.ts';
import { refuse, type TableWrite, type WriteCell, type WrittenTable, writeAll } from '../tables/tableEdit.ts';
import { writeTodaysLine } from '../tables/todaysTable.ts';
import { writeRate, writeVehicle } from '../tables/valueTables.ts';
import { editScenario, solveSoon } from './editScenario.ts';
import { editLocks } from './lockLines.ts';
import { movableReport } from './moveStops.ts';

let nextEdit = 1;

/** Tables of the scenario whose cells need nothing else. */
const writers: Partial<Readonly<Record<GridTable, WriteCell>>> = {
  stations: writeStation,
  places: writePlace,
  vehicles: writeVehicle,
  rates: writeRate,
  lines: writeTodaysLine,
};

/** Minutes between stations as last computed; a moment old they still do for the timetable of a new stop. */
export function lastMatrix(app: AppState): TravelMatrix | null {
  const scenario = activeScenario(app);
  if (!scenario) return null;
  return shownResult(app.runs.store.getState(), scenario, app.runStages).report?.matrix ?? null;
}

type Written = Pick<WrittenTable, 'written' | 'refused'>;

/** Writes texts into a table, as one step for undo. Where a place is, and its name, holds for every scenario of the county. */
export function writeTable(app: AppState, table: GridTable, writes: readonly TableWrite[]): Written {
  const scenario = activeScenario(app);
  if (!scenario) return { written: 0, refused: [] };
  if (table === 'claims') return writeClaims(app, writes);
  if (table === 'plan') return writePlan(app, scenario, writes);
  if (table === 'couriers') {
    const answer = writeCouriers(scenario, writes);
    if (answer.written > 0) editScenario(app, 'editTable', `table/${nextEdit++}`, () => answer.scenario);
    return answer;
  }
  const write = table === 'buses' ? writeBus(lastMatrix(app)) : writers[table]!;
  const isOfPlaces = table === 'stations' || table === 'places';
  const isForAll = isOfPlaces && writes.some(({ columnKey }) => countyColumns.has(columnKey));
  const answer = writeAll(scenario, namesLast(table, writes), write);
  if (answer.written === 0) return answer;
  if (!isForAll) {
    editScenario(app, 'editTable', `table/${nextEdit++}`, () => answer.scenario);
    return answer;
  }
  const shared = writes.filter(({ columnKey }) => countyColumns.has(columnKey));
  const asPlaces = shared.map((each) =>
    table === 'stations' && each.columnKey !== 'name'
      ? { ...each, rowId: placeOfStation(scenario, each.rowId) ?? each.rowId }
      : each,
  );
  editCounty(app, 'editTable', (each) => {
    if (each.id === scenario.id) return answer.scenario;
    const names = asPlaces.filter(({ columnKey }) => columnKey === 'name');
    const points = asPlaces.filter(({ columnKey }) => columnKey !== 'name');
    const moved = writeAll(each, points, writePlace).scenario;
    return writeAll(moved, names, write).scenario;
  });
  return answer;
}

/** Rows of today's lines go by their names: those change after everything else. */
function namesLast(table: GridTable, writes: readonly TableWrite[]): readonly TableWrite[] {
  if (table !== 'lines') return writes;
  const isName = ({ columnKey }: TableWrite): boolean => columnKey === 'line';
  return [...writes.filter((each) => !isName(each)), ...writes.filter(isName)];
}

function writeClaims(app: AppState, writes: readonly TableWrite[]): Written {
  const claims = activeDocument(app.documents.store.getState())?.county.claims ?? [];
  const { scenario: next, ...answer } = writeAll(claims, writes, writeClaim);
  if (next !== claims) putClaims(app, 'editTable', next);
  return answer;
}

/** Claims belong to the county and to no scenario: nothing is solved for them. */
export function putClaims(app: AppState, label: EditLabel, claims: readonly Claim[]): void {
  const document = activeDocument(app.documents.store.getState());
  if (!document) return;
  const county = { ...document.county, claims };
  app.documents.replaceDocument({ ...document, county }, label, app.ports.nowMs());
}

/** The scenario with the lines on the screen settled by hand; null while there are none that fit it. */
export function settledScenario(app: AppState, scenario: Scenario): Scenario | null {
  const plan = shownLines(scenario, movableReport(app)?.plan ?? null);
  return plan ? settled(scenario, plan) : null;
}

/** Locks alone leave the lines as they are; anything else settles them by hand. */
function writePlan(app: AppState, scenario: Scenario, writes: readonly TableWrite[]): Written {
  const before = settledScenario(app, scenario);
  if (!before)
    return { written: 0, refused: writes.map((each) => ({ ...each, ...refuse('noLinesYet', each.text) })) };
  const answer = writeAll(before, writes, writePlanLine);
  if (answer.written === 0) return answer;
  const { locks, handPlan } = answer.scenario;
  if (handPlan === before.handPlan)
    editLocks(app, (now) => {
      const { locks: _before, ...free } = now;
      return locks ? { ...free, locks } : free;
    });
  else editScenario(app, 'editTable', `table/${nextEdit++}`, () => answer.scenario);
  return answer;
}

/** The same edit in every scenario of the county: one step for undo. */
function editCounty(app: AppState, label: EditLabel, change: (scenario: Scenario) => Scenario): void {
  app.documents.replaceScenarios(change, label, {
    key: `${label}/${nextEdit++}`,
    atMs: app.ports.nowMs(),
  });
  solveSoon(app);
}

/** Puts a place where it really is; it no longer counts as approximate. */
export const movePlaceTo = (app: AppState, placeId: PlaceId, lonLat: LonLat): void =>
  editCounty(app, 'movePlace', (scenario) => movePlace(scenario, placeId, rounded(lonLat)));

/** Six decimals of a degree are a tenth of a metre. */
const rounded = ([lon, lat]: LonLat): LonLat => [Number(lon.toFixed(6)), Number(lat.toFixed(6))];

/** Adds a station (and its place, where it is new) to the scenario on the screen, and shows its row. */
export function addPlaceWithStation(app: AppState, station: NewStation): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const added = addStation(scenario, { ...station, lonLat: rounded(station.lonLat) });
  editScenario(app, 'addPlace', `add/${nextEdit++}`, () => added.scenario);
  app.grids.setPicked(null);
  const placeId = placeOfStation(added.scenario, added.stationId);
  if (placeId) app.grids.chooseOnMap(placeId);
  app.view.selectStation(added.stationId, null);
}

/** Takes a station out of the scenario on the screen; its villages go to the nearest station of their township. */
export function removeStationById(app: AppState, stationId: StationId): void {
  const scenario = activeScenario(app);
  if (!scenario) return;
  const heir = heirOf(scenario, stationId);
  editScenario(app, 'removePlace', `remove/${nextEdit++}`, () => removeStation(scenario, stationId, heir));
  app.view.selectStation(null, null);
}

/** The township's own station, or where there is none the depot's nearest neighbour takes over. */
function heirOf(scenario: Scenario, stationId: StationId): StationId | null {
  const gone = scenario.stations.find(({ id }) => id === stationId);
  const place = scenario.places.find(({ id }) => id === gone?.placeId);
  const heir = scenario.stations.find(
    ({ id, role, placeId }) => id !== stationId && role === 'townshipStation' && placeId === place?.parentId,
  );
  return heir?.id ?? null;
}
