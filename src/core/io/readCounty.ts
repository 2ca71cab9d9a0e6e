import { issue } from '../issues.ts';
import { type County, countPoints } from '../model/county.ts';
import type { Scenario, Station } from '../model/scenario.ts';
import type { Result } from '../result.ts';
import { readBoundary } from './boundary.ts';
import { readClaims, readCredits, readProvenance, readTargetPacks } from './readClaims.ts';
import { countiesFile, readCountyIndex } from './readCountyIndex.ts';
import { readDemand, readPlaces } from './readPlaces.ts';
import { readOperations, readParameters, readRates } from './readRates.ts';
import { readCouriers, readScenarioRows, readWaves } from './readScenarios.ts';
import { readStations } from './readStations.ts';
import { readFleet, readVehicleCatalogue } from './readVehicles.ts';
import { TableSource } from './tableRows.ts';

/** Files a county folder may hold. */
export const countyFileNames = [
  'places.csv',
  'stations.csv',
  'scenarios.csv',
  'demand.csv',
  'vehicles.csv',
  'couriers.csv',
  'claims.csv',
  'provenance.csv',
  'rates.csv',
  'parameters.csv',
  'operations.csv',
  'boundary.geojson',
] as const;

/** Files shared by all counties. */
export const sharedFileNames = [
  countiesFile,
  'defaults/rates.csv',
  'defaults/parameters.csv',
  'defaults/operations.csv',
  'defaults/vehicle-types.csv',
  'defaults/vehicle-quantities.csv',
  'defaults/couriers.csv',
  'defaults/waves.csv',
  'defaults/targets.csv',
  'defaults/credits.csv',
  'defaults/station-hours.csv',
] as const;

const shareTolerance = 1e-6;
const addsUpToOne = (shares: readonly number[]): boolean =>
  Math.abs(shares.reduce((sum, share) => sum + share, 0) - 1) <= shareTolerance;

/**
 * Reads one county from the texts of its tables (`places.csv`, …, plus counties.csv and the defaults by their path).
 * Every bad row is an issue and is left out; without an index row, places, rates or a scenario there is no county.
 */
export function readCounty(files: Readonly<Record<string, string>>): Result<County> {
  const source = new TableSource(files);
  const { issues } = source;
  const boundary = readBoundary(source, 'boundary.geojson');
  const places = readPlaces(source, 'places.csv', boundary);
  const seat = places.find((place) => place.kind === 'county');
  const index = readCountyIndex(source.text(countiesFile));
  issues.push(...index.issues);
  const summary = index.ok ? index.value.find(({ adcode }) => seat?.id.startsWith(adcode)) : undefined;
  if (summary === undefined) {
    issues.push(
      issue('row.unknownReference', { reference: seat?.id ?? '' }, { table: countiesFile, row: 1 }),
    );
    return { ok: false, issues };
  }

  const rates = readRates(source, ['defaults/rates.csv', 'rates.csv']);
  const parameters = readParameters(source, ['defaults/parameters.csv', 'parameters.csv'], summary.terrain);
  const operations = readOperations(source, ['defaults/operations.csv', 'operations.csv'], summary.terrain);
  const catalogue = readVehicleCatalogue(
    source,
    'defaults/vehicle-types.csv',
    'defaults/vehicle-quantities.csv',
    summary.terrain,
  );
  const fleet = readFleet(source, 'vehicles.csv', catalogue);
  const waves = readWaves(source, 'defaults/waves.csv');
  const couriersFile = source.has('couriers.csv') ? 'couriers.csv' : 'defaults/couriers.csv';
  const couriers = readCouriers(source, couriersFile);
  if (!addsUpToOne(waves.map(({ share }) => share)))
    issues.push(issue('scenario.sharesDoNotAddUp', { table: 'defaults/waves.csv' }));
  if (!addsUpToOne(couriers.map(({ volumeShare }) => volumeShare.value)))
    issues.push(issue('scenario.sharesDoNotAddUp', { table: couriersFile }));
  const demands = readDemand(source, 'demand.csv', new Set(places.map(({ id }) => id)));
  const stations = readStations(source, 'stations.csv', places);
  const rows = readScenarioRows(source, 'scenarios.csv');
  const claims = readClaims(source, 'claims.csv');
  const targetPacks = readTargetPacks(source, 'defaults/targets.csv');
  const provenance = readProvenance(source, 'provenance.csv');
  const credits = readCredits(source, 'defaults/credits.csv');
  if (rates === null || parameters === null || operations === null || boundary === null)
    return { ok: false, issues };

  const scenarios: Scenario[] = [];
  for (const { isDefault: _, ...row } of rows) {
    const ownStations = stations
      .filter(({ scenarioId }) => scenarioId === row.id)
      .map(({ station }) => station);
    const depot = ownStations.find(({ role }) => role === 'depot');
    const calls: Station[] = ownStations.filter(({ role }) => role !== 'depot');
    if (depot === undefined || calls.length === 0) {
      issues.push(issue('scenario.noStops', { scenario: row.id }, { entity: 'scenario', id: row.id }));
      continue;
    }
    const served = new Set(calls.flatMap(({ servesPlaceIds }) => servesPlaceIds));
    const ownFleet = fleet.filter(({ scenarioId }) => scenarioId === null || scenarioId === row.id);
    const fleetOf = (isBaseline: boolean) =>
      ownFleet.filter((entry) => entry.isBaseline === isBaseline).map(({ vehicleType }) => vehicleType);
    scenarios.push({
      ...row,
      countyId: summary.id,
      places,
      depot,
      stations: calls,
      demands: demands.filter(({ placeId }) => served.has(placeId)),
      couriers,
      vehicleTypes: fleetOf(false),
      baselineVehicleTypes: fleetOf(true),
      roads: null,
      travel: parameters.travel,
      waves,
      sorting: parameters.sorting,
      serviceTimes: parameters.serviceTimes,
      dutyRules: parameters.dutyRules,
      rates,
      operations,
      targets: targetPacks[0]?.targets ?? [],
      provenance: provenance
        .filter(({ scenarioId }) => scenarioId === '' || scenarioId === row.id)
        .map((entry) => entry.provenance),
    });
  }
  const defaultScenario =
    scenarios.find(({ id }) => rows.some((row) => row.isDefault && row.id === id)) ?? scenarios[0];
  if (defaultScenario === undefined) return { ok: false, issues };
  return {
    ok: true,
    value: {
      ...summary,
      boundary,
      places,
      scenarios,
      defaultScenarioId: defaultScenario.id,
      claims,
      targetPacks,
      credits,
      pointCounts: countPoints(places),
    },
    issues,
  };
}
