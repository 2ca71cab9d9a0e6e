import { issue } from '../issues.ts';
import type { Graded } from '../model/graded.ts';
import { asId, type ScenarioId, type VehicleTypeId } from '../model/ids.ts';
import type { LineKind, Name, Terrain, VehicleType } from '../model/scenario.ts';
import type { TableSource } from './tableRows.ts';

const quantityUnits = {
  capacityParcels: 'parcel',
  capacityKg: 'kg',
  fixedYuanPerDay: 'yuan/day',
  energyYuanPerKm: 'yuan/km',
  maintenanceYuanPerKm: 'yuan/km',
  driverYuanPerDay: 'yuan/day',
  energyKgCo2PerKm: 'kg/km',
} as const;
type QuantityKey = keyof typeof quantityUnits;
const quantityKeys = Object.keys(quantityUnits) as QuantityKey[];
const lineKinds: readonly LineKind[] = ['direct', 'trunk', 'branch', 'urban', 'bus'];

/** A vehicle type without a number of vehicles and without a use. */
type CatalogueEntry = Omit<VehicleType, 'count' | 'usedFor'>;

/** The catalogue of vehicle types for one terrain. Types with a missing quantity are reported and left out. */
export function readVehicleCatalogue(
  source: TableSource,
  typesFile: string,
  quantitiesFile: string,
  terrain: Terrain,
): ReadonlyMap<string, CatalogueEntry> {
  const names = source.read(typesFile, 'vehicleTypes', (row) => ({
    id: row.text('id'),
    name: { zh: row.text('name_zh'), en: row.text('name_en') } satisfies Name,
    rangeKm: row.optionalNumber('range_km', { min: 0 }) ?? null,
  }));
  const known = new Set(names.map(({ id }) => id));
  const quantities = new Map<string, Graded>();
  source.read(quantitiesFile, 'vehicleQuantities', (row) => {
    const id = row.text('vehicle_type_id');
    if (!known.has(id)) row.reject('row.unknownReference', 'vehicle_type_id', { reference: id });
    const key = row.oneOf('key', quantityKeys);
    if (row.text('unit') !== quantityUnits[key])
      row.reject('cell.unknownWord', 'unit', { text: row.text('unit'), words: quantityUnits[key] });
    const quantity = row.graded('value', { min: 0 });
    const rowTerrain = row.optionalText('terrain');
    if (row.isGood && (rowTerrain === '' || rowTerrain === terrain)) quantities.set(`${id} ${key}`, quantity);
  });
  const catalogue = new Map<string, CatalogueEntry>();
  for (const { id, name, rangeKm } of names) {
    const missing = quantityKeys.filter((key) => !quantities.has(`${id} ${key}`));
    for (const column of missing)
      source.issues.push(issue('cell.required', { column, id }, { table: quantitiesFile, row: 1, column }));
    if (missing.length > 0) continue;
    const of = (key: QuantityKey): Graded => quantities.get(`${id} ${key}`)!;
    catalogue.set(id, {
      id: asId<VehicleTypeId>(id),
      name,
      rangeKm,
      capacityParcels: of('capacityParcels'),
      capacityKg: of('capacityKg'),
      fixedYuanPerDay: of('fixedYuanPerDay'),
      energyYuanPerKm: of('energyYuanPerKm'),
      maintenanceYuanPerKm: of('maintenanceYuanPerKm'),
      driverYuanPerDay: of('driverYuanPerDay'),
      energyKgCo2PerKm: of('energyKgCo2PerKm'),
    });
  }
  return catalogue;
}

/** Vehicles at hand; `scenarioId` null = in every scenario. */
export interface FleetRow {
  readonly scenarioId: ScenarioId | null;
  readonly isBaseline: boolean;
  readonly vehicleType: VehicleType;
  readonly source: string;
}

export function readFleet(
  source: TableSource,
  file: string,
  catalogue: ReadonlyMap<string, CatalogueEntry>,
): FleetRow[] {
  return source
    .read(file, 'vehicles', (row): FleetRow | null => {
      const typeId = row.text('vehicle_type_id');
      const entry = catalogue.get(typeId);
      if (entry === undefined) row.reject('row.unknownReference', 'vehicle_type_id', { reference: typeId });
      const usedFor = row.list('used_for').map((word) => {
        const kind = lineKinds.find((lineKind) => lineKind === word);
        if (kind === undefined)
          row.reject('cell.unknownWord', 'used_for', { text: word, words: lineKinds.join(', ') });
        return kind ?? 'direct';
      });
      const count = row.number('count', { min: 0, isInteger: true });
      const scenarioId = row.optionalText('scenario_id');
      return entry === undefined
        ? null
        : {
            scenarioId: scenarioId === '' ? null : asId<ScenarioId>(scenarioId),
            isBaseline: row.isYes('is_baseline'),
            vehicleType: { ...entry, count, usedFor },
            source: row.text('source'),
          };
    })
    .filter((fleetRow) => fleetRow !== null);
}
