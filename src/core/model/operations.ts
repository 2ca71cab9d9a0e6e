import type { Graded } from './graded.ts';
import { operationDefaults } from './operationDefaults.ts';
import type { Scenario, Terrain } from './scenario.ts';

/** What varies from day to day, what villagers pay themselves, and the cold chain: key -> unit and what it is used for. */
export const operationRegistry = {
  demandVariationCv: { unit: 'factor', use: 'chance' },
  tripTimeLogSd: { unit: 'factor', use: 'chance' },
  badWeatherDayShare: { unit: 'share', use: 'chance' },
  badWeatherSpeedFactor: { unit: 'factor', use: 'chance' },
  lineClosedDaysPerYear: { unit: 'day/year', use: 'chance' },
  breakdownsPerYear: { unit: '1/year', use: 'chance' },
  breakdownDelayMin: { unit: 'min', use: 'chance' },
  keeperAbsentDayShare: { unit: 'share', use: 'chance' },
  busBoxTakenShare: { unit: 'share', use: 'chance' },
  hubDockCount: { unit: 'dock', use: 'hub' },
  hubSpaceParcels: { unit: 'parcel', use: 'hub' },
  extraTripMinParcels: { unit: 'parcel', use: 'hub' },
  double11PeakFactor: { unit: 'factor', use: 'peak' },
  double11Factor: { unit: 'factor', use: 'peak' },
  june18Factor: { unit: 'factor', use: 'peak' },
  springFestivalFactor: { unit: 'factor', use: 'peak' },
  fruitSeasonFactor: { unit: 'factor', use: 'peak' },
  villagerFareYuanPerTrip: { unit: 'yuan/trip', use: 'social' },
  villagerTripH: { unit: 'hour', use: 'social' },
  villagerParcelsPerTrip: { unit: 'parcel/trip', use: 'social' },
  secondChargeYuanPerParcel: { unit: 'yuan/parcel', use: 'social' },
  secondChargeShare: { unit: 'share', use: 'social' },
  villageLegLowYuanPerParcel: { unit: 'yuan/parcel', use: 'check' },
  villageLegHighYuanPerParcel: { unit: 'yuan/parcel', use: 'check' },
  coldValueYuanPerParcel: { unit: 'yuan/parcel', use: 'cold' },
  spoilageGraceH: { unit: 'hour', use: 'cold' },
  spoilageSharePerH: { unit: 'share/h', use: 'cold' },
  coldHoldH: { unit: 'hour', use: 'cold' },
  precoolingH: { unit: 'hour', use: 'cold' },
  precoolingYuanPerParcel: { unit: 'yuan/parcel', use: 'cold' },
  reeferYuanPerDay: { unit: 'yuan/day', use: 'cold' },
  reeferYuanPerKm: { unit: 'yuan/km', use: 'cold' },
} as const satisfies Record<string, { unit: string; use: string }>;

export type OperationKey = keyof typeof operationRegistry;
export type Operations = Readonly<Record<OperationKey, Graded>>;
export const operationKeys = Object.keys(operationRegistry) as OperationKey[];

/** The working defaults of a terrain; the same rows stand in data/defaults/operations.csv (a test compares). */
export function defaultOperations(terrain: Terrain): Operations {
  const found = {} as Record<OperationKey, Graded>;
  for (const row of operationDefaults)
    if (row.terrain === '' || row.terrain === terrain) found[row.key] = row.graded;
  return found;
}

/** The scenario's own parameters; a file written before they existed has the defaults of its terrain. */
export const operationsOf = (scenario: Pick<Scenario, 'operations' | 'travel'>): Operations => ({
  ...defaultOperations(scenario.travel.terrain),
  ...scenario.operations,
});
