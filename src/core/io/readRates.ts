import { issue } from '../issues.ts';
import type { Graded } from '../model/graded.ts';
import { leastInput } from '../model/leastInputs.ts';
import { type OperationKey, type Operations, operationKeys, operationRegistry } from '../model/operations.ts';
import { type RateKey, type Rates, rateRegistry } from '../model/rates.ts';
import {
  type DutyRules,
  type RoadClass,
  roadClasses,
  type ServiceTimes,
  type SortingSettings,
  type Terrain,
  type TravelSettings,
} from '../model/scenario.ts';
import type { TableRow, TableSource } from './tableRows.ts';

/** Prices: the defaults, each replaced by the county's own row where there is one. */
export function readRates(source: TableSource, files: readonly string[]): Rates | null {
  const keys = Object.keys(rateRegistry) as RateKey[];
  const found = new Map<RateKey, Graded>();
  files.forEach((file, index) => {
    const readRow = (row: TableRow): void => {
      const key = row.oneOf('key', keys);
      if (row.text('unit') !== rateRegistry[key].unit)
        row.reject('cell.unknownWord', 'unit', { text: row.text('unit'), words: rateRegistry[key].unit });
      const rate = row.graded('value', { min: 0 });
      if (row.isGood) found.set(key, rate);
    };
    if (index === 0) source.read(file, 'rates', readRow);
    else source.readIfPresent(file, 'rates', readRow);
  });
  const missing = keys.filter((key) => !found.has(key));
  for (const key of missing)
    source.issues.push(issue('cell.required', { column: key }, { table: files[0]!, row: 1, column: key }));
  return missing.length > 0 ? null : (Object.fromEntries(found) as Rates);
}

/** What varies, what villagers pay, the cold chain: rows of the terrain or of none; later files replace earlier ones. */
export function readOperations(
  source: TableSource,
  files: readonly string[],
  terrain: Terrain,
): Operations | null {
  const found = new Map<OperationKey, Graded>();
  files.forEach((file, index) => {
    const readRow = (row: TableRow): void => {
      const key = row.oneOf('key', operationKeys);
      if (row.text('unit') !== operationRegistry[key].unit)
        row.reject('cell.unknownWord', 'unit', {
          text: row.text('unit'),
          words: operationRegistry[key].unit,
        });
      const operation = row.graded('value', { min: 0 });
      const rowTerrain = row.optionalText('terrain');
      if (row.isGood && (rowTerrain === '' || rowTerrain === terrain)) found.set(key, operation);
    };
    if (index === 0) source.read(file, 'operations', readRow);
    else source.readIfPresent(file, 'operations', readRow);
  });
  const missing = operationKeys.filter((key) => !found.has(key));
  for (const key of missing)
    source.issues.push(issue('cell.required', { column: key }, { table: files[0]!, row: 1, column: key }));
  return missing.length > 0 ? null : (Object.fromEntries(found) as Operations);
}

/** Parameters other than prices and vehicles, and the unit each must be given in. */
const parameterUnits = {
  detourFactor: 'factor',
  'speedKmPerH.national': 'km/h',
  'speedKmPerH.provincial': 'km/h',
  'speedKmPerH.county': 'km/h',
  'speedKmPerH.township': 'km/h',
  'speedKmPerH.village': 'km/h',
  'speedKmPerH.urban': 'km/h',
  weatherFactor: 'factor',
  sortingParcelsPerHour: 'parcel/h',
  chuteCount: 'chute',
  roundChangeMin: 'min',
  loadingMin: 'min',
  townshipDwellMin: 'min',
  villageDwellMin: 'min',
  urbanDwellMin: 'min',
  handlingSecPerParcel: 's/parcel',
  hubHandoverMin: 'min',
  shiftMin: 'min',
  overtimeLimitMin: 'min',
  breakAfterDrivingMin: 'min',
  breakMin: 'min',
} as const satisfies Record<string, string>;
type ParameterKey = keyof typeof parameterUnits;

export interface Parameters {
  readonly travel: TravelSettings;
  readonly sorting: SortingSettings;
  readonly serviceTimes: ServiceTimes;
  readonly dutyRules: DutyRules;
}

/** Speeds, times and rules for one terrain: rows of that terrain or of none; later files replace earlier ones. */
export function readParameters(
  source: TableSource,
  files: readonly string[],
  terrain: Terrain,
): Parameters | null {
  const keys = Object.keys(parameterUnits) as ParameterKey[];
  const found = new Map<ParameterKey, Graded>();
  files.forEach((file, index) => {
    const readRow = (row: TableRow): void => {
      const key = row.oneOf('key', keys);
      if (row.text('unit') !== parameterUnits[key])
        row.reject('cell.unknownWord', 'unit', { text: row.text('unit'), words: parameterUnits[key] });
      const parameter = row.graded('value', { min: leastInput(key) });
      const rowTerrain = row.optionalText('terrain');
      if (row.isGood && (rowTerrain === '' || rowTerrain === terrain)) found.set(key, parameter);
    };
    if (index === 0) source.read(file, 'parameters', readRow);
    else source.readIfPresent(file, 'parameters', readRow);
  });
  const missing = keys.filter((key) => !found.has(key));
  for (const key of missing)
    source.issues.push(issue('cell.required', { column: key }, { table: files[0]!, row: 1, column: key }));
  if (missing.length > 0) return null;
  const of = (key: ParameterKey): Graded => found.get(key)!;
  const speedKmPerH = Object.fromEntries(
    roadClasses.map((roadClass) => [roadClass, of(`speedKmPerH.${roadClass}`)]),
  ) as Record<RoadClass, Graded>;
  return {
    travel: {
      terrain,
      detourFactor: of('detourFactor'),
      speedKmPerH,
      weatherFactor: of('weatherFactor').value,
    },
    sorting: {
      parcelsPerHour: of('sortingParcelsPerHour'),
      chuteCount: of('chuteCount').value,
      roundChangeMin: of('roundChangeMin'),
    },
    serviceTimes: {
      loadingMin: of('loadingMin'),
      townshipDwellMin: of('townshipDwellMin'),
      villageDwellMin: of('villageDwellMin'),
      urbanDwellMin: of('urbanDwellMin'),
      handlingSecPerParcel: of('handlingSecPerParcel'),
      hubHandoverMin: of('hubHandoverMin'),
    },
    dutyRules: {
      shiftMin: of('shiftMin'),
      overtimeLimitMin: of('overtimeLimitMin'),
      breakAfterDrivingMin: of('breakAfterDrivingMin'),
      breakMin: of('breakMin'),
      wageBasis: 'day',
    },
  };
}
