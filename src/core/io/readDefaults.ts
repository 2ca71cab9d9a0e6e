import type { Credit, TargetPack } from '../model/county.ts';
import type { Rates } from '../model/rates.ts';
import type { Courier, StationRole, Terrain, VehicleType, Wave } from '../model/scenario.ts';
import type { Result } from '../result.ts';
import type { ClockMin } from '../units.ts';
import { readCredits, readTargetPacks } from './readClaims.ts';
import { type Parameters, readParameters, readRates } from './readRates.ts';
import { readCouriers, readWaves } from './readScenarios.ts';
import { readVehicleCatalogue } from './readVehicles.ts';
import { TableSource } from './tableRows.ts';

/** What a county without tables of its own starts with: every figure graded, with its source. */
export interface CountyDefaults {
  readonly rates: Rates;
  readonly parameters: Parameters;
  /** By id, without vehicles and without a use. */
  readonly vehicleTypes: ReadonlyMap<string, Omit<VehicleType, 'count' | 'usedFor'>>;
  readonly couriers: readonly Courier[];
  readonly waves: readonly Wave[];
  readonly hours: Readonly<Record<StationRole, readonly [open: ClockMin, close: ClockMin]>>;
  readonly targetPacks: readonly TargetPack[];
  readonly credits: readonly Credit[];
}

export const stationHoursFile = 'defaults/station-hours.csv';
const roles: readonly StationRole[] = ['depot', 'townshipStation', 'villageStation', 'urbanStation'];

/** The defaults for one terrain, from the texts of the shared files (`sharedFileNames`). */
export function readDefaults(
  files: Readonly<Record<string, string>>,
  terrain: Terrain,
): Result<CountyDefaults> {
  const source = new TableSource(files);
  const rates = readRates(source, ['defaults/rates.csv']);
  const parameters = readParameters(source, ['defaults/parameters.csv'], terrain);
  const hours = new Map<StationRole, readonly [ClockMin, ClockMin]>();
  source.read(stationHoursFile, 'stationHours', (row) => {
    const role = row.oneOf('role', roles);
    const span = [row.clock('open_clock'), row.clock('close_clock')] as const;
    if (row.isGood) hours.set(role, span);
  });
  const { issues } = source;
  if (rates === null || parameters === null || roles.some((role) => !hours.has(role)))
    return { ok: false, issues };
  const value: CountyDefaults = {
    rates,
    parameters,
    vehicleTypes: readVehicleCatalogue(
      source,
      'defaults/vehicle-types.csv',
      'defaults/vehicle-quantities.csv',
      terrain,
    ),
    couriers: readCouriers(source, 'defaults/couriers.csv'),
    waves: readWaves(source, 'defaults/waves.csv'),
    hours: Object.fromEntries(hours) as CountyDefaults['hours'],
    targetPacks: readTargetPacks(source, 'defaults/targets.csv'),
    credits: readCredits(source, 'defaults/credits.csv'),
  };
  return { ok: true, value, issues };
}
