import type { Graded } from '../graded.ts';
import { asId, type VehicleTypeId } from '../ids.ts';
import type { LineKind, Scenario, VehicleType } from '../scenario.ts';

export const vehicleQuantities = [
  'capacityParcels',
  'capacityKg',
  'fixedYuanPerDay',
  'energyYuanPerKm',
  'maintenanceYuanPerKm',
  'driverYuanPerDay',
  'energyKgCo2PerKm',
] as const satisfies readonly (keyof VehicleType)[];
export type VehicleQuantity = (typeof vehicleQuantities)[number];

export interface VehicleChange {
  readonly name?: string;
  readonly count?: number;
  readonly rangeKm?: number | null;
  readonly usedFor?: readonly LineKind[];
  readonly quantities?: Partial<Record<VehicleQuantity, number>>;
}

/** A vehicle type with what was typed in; its figures become the user's own. */
export function changeVehicle(
  scenario: Scenario,
  id: VehicleTypeId,
  { name, quantities = {}, ...rest }: VehicleChange,
  source = 'user',
): Scenario {
  const graded: Partial<Record<VehicleQuantity, Graded>> = {};
  for (const key of vehicleQuantities) {
    const value = quantities[key];
    if (value !== undefined) graded[key] = { value, grade: 'user', source };
  }
  return {
    ...scenario,
    vehicleTypes: scenario.vehicleTypes.map((type) =>
      type.id === id
        ? { ...type, ...rest, ...graded, ...(name === undefined ? {} : { name: { zh: name, en: name } }) }
        : type,
    ),
  };
}

/** One more type, a copy of another under a name of its own. */
export function addVehicle(scenario: Scenario, like: VehicleTypeId, name: string): Scenario {
  const model = scenario.vehicleTypes.find(({ id }) => id === like);
  if (!model) return scenario;
  const ids = new Set<string>(scenario.vehicleTypes.map(({ id }) => id));
  let id = `user-${ids.size + 1}`;
  for (let copy = 2; ids.has(id); copy++) id = `user-${ids.size + copy}`;
  const type: VehicleType = { ...model, id: asId<VehicleTypeId>(id), name: { zh: name, en: name } };
  return { ...scenario, vehicleTypes: [...scenario.vehicleTypes, type] };
}

/** Without a type; the last one stays, as a scenario without vehicles serves nobody. Today's lines take the first that is left. */
export function removeVehicle(scenario: Scenario, id: VehicleTypeId): Scenario {
  const vehicleTypes = scenario.vehicleTypes.filter((type) => type.id !== id);
  const [other] = vehicleTypes;
  if (!other || vehicleTypes.length === scenario.vehicleTypes.length) return scenario;
  const swap = <Row extends { readonly vehicleTypeId: VehicleTypeId }>(row: Row): Row =>
    row.vehicleTypeId === id ? { ...row, vehicleTypeId: other.id } : row;
  const { todaysPlan } = scenario;
  return {
    ...scenario,
    vehicleTypes,
    ...(todaysPlan
      ? { todaysPlan: { lines: todaysPlan.lines.map(swap), duties: todaysPlan.duties.map(swap) } }
      : {}),
  };
}
