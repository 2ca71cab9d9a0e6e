import { addVehicle, removeVehicle } from '../../core/model/edit/vehicles.ts';
import { asId, type VehicleTypeId } from '../../core/model/ids.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import { type AppState, activeScenario } from '../appState.ts';
import { activeDocument } from '../documents.ts';
import type { GridTable } from '../grids.ts';
import { addBus, removeBus } from '../tables/busTable.ts';
import { addClaim, removeClaim } from '../tables/claimTable.ts';
import { addCourier, removeCourier } from '../tables/courierTable.ts';
import { addPlanLine, removePlanLine } from '../tables/planTable.ts';
import { isRefusal, type Refusal, refuse } from '../tables/tableEdit.ts';
import { addTodaysLine, removeTodaysLine } from '../tables/todaysTable.ts';
import { editScenario } from './editScenario.ts';
import { lastMatrix, putClaims, settledScenario } from './editTables.ts';

/** Rows that come and go in tables other than those of places, which are also points on the map. */

/** What a new row must be told, by table; a table that is not here cannot grow. */
export const newRowFields = {
  vehicles: ['name'],
  couriers: ['name', 'share'],
  plan: ['stops'],
  lines: ['line', 'stops'],
  buses: ['line', 'stops'],
  claims: ['subject', 'value', 'unit', 'document'],
} as const satisfies Partial<Record<GridTable, readonly string[]>>;
export type GrowingTable = keyof typeof newRowFields;
export const canGrow = (table: GridTable): table is GrowingTable => table in newRowFields;

type Texts = Readonly<Record<string, string>>;
type AddedRow = { readonly scenario: Scenario; readonly rowId: string } | Refusal;

let nextEdit = 1;

/** Adds a row; resolves with its id, or with why it was not added. `likeRowId` is the row a vehicle is a copy of. */
export function addRow(
  app: AppState,
  table: GrowingTable,
  texts: Texts,
  likeRowId: string | null,
): { readonly rowId: string } | Refusal {
  const scenario = activeScenario(app);
  if (!scenario) return refuse('noLinesYet', '');
  if (table === 'claims') {
    const claims = activeDocument(app.documents.store.getState())?.county.claims ?? [];
    const added = addClaim(claims, texts);
    if (isRefusal(added)) return added;
    putClaims(app, 'addRow', added.claims);
    return { rowId: added.rowId };
  }
  const added = addToScenario(app, scenario, table, texts, likeRowId);
  if (isRefusal(added)) return added;
  editScenario(app, 'addRow', `row/${nextEdit++}`, () => added.scenario);
  return { rowId: added.rowId };
}

function addToScenario(
  app: AppState,
  scenario: Scenario,
  table: Exclude<GrowingTable, 'claims'>,
  texts: Texts,
  likeRowId: string | null,
): AddedRow {
  switch (table) {
    case 'vehicles':
      return addVehicleRow(scenario, texts, likeRowId);
    case 'couriers':
      return addCourier(scenario, texts);
    case 'lines':
      return addTodaysLine(scenario, texts);
    case 'buses':
      return addBus(scenario, texts, lastMatrix(app));
    case 'plan': {
      const before = settledScenario(app, scenario);
      return before ? addPlanLine(before, texts) : refuse('noLinesYet', '');
    }
  }
}

function addVehicleRow(scenario: Scenario, { name = '' }: Texts, likeRowId: string | null): AddedRow {
  if (name === '') return refuse('required', name);
  if (scenario.vehicleTypes.some((type) => type.name.zh === name || type.name.en === name))
    return refuse('nameTaken', name);
  const like = scenario.vehicleTypes.find(({ id }) => id === likeRowId) ?? scenario.vehicleTypes[0];
  if (!like) return refuse('noVehicle', name);
  const next = addVehicle(scenario, like.id, name);
  return { scenario: next, rowId: next.vehicleTypes.at(-1)!.id };
}

/** Takes a row out; the answer is why it stayed, null where it is gone. */
export function removeRow(app: AppState, table: GrowingTable, rowId: string): Refusal | null {
  const scenario = activeScenario(app);
  if (!scenario) return null;
  if (table === 'claims') {
    const claims = activeDocument(app.documents.store.getState())?.county.claims ?? [];
    putClaims(app, 'removeRow', removeClaim(claims, rowId));
    return null;
  }
  const next = withoutRow(app, scenario, table, rowId);
  if (isRefusal(next)) return next;
  editScenario(app, 'removeRow', `row/${nextEdit++}`, () => next);
  return null;
}

function withoutRow(
  app: AppState,
  scenario: Scenario,
  table: Exclude<GrowingTable, 'claims'>,
  rowId: string,
): Scenario | Refusal {
  switch (table) {
    case 'vehicles': {
      const id = asId<VehicleTypeId>(rowId);
      const name = scenario.vehicleTypes.find((type) => type.id === id)?.name.zh ?? rowId;
      if (scenario.vehicleTypes.length < 2) return refuse('lastOne', name);
      const isUsed = [...(scenario.handPlan?.lines ?? []), ...(scenario.locks ?? [])].some(
        ({ vehicleTypeId }) => vehicleTypeId === id,
      );
      return isUsed ? refuse('inUse', name) : removeVehicle(scenario, id);
    }
    case 'couriers':
      return removeCourier(scenario, rowId);
    case 'lines':
      return removeTodaysLine(scenario, rowId);
    case 'buses':
      return removeBus(scenario, rowId);
    case 'plan': {
      const before = settledScenario(app, scenario);
      return before ? removePlanLine(before, rowId) : refuse('noLinesYet', '');
    }
  }
}
