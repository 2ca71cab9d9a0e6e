import { hashDocument } from '../src/core/hash.ts';
import { readDefaults } from '../src/core/io/readDefaults.ts';
import { meanContractYuan } from '../src/core/io/tables/apply/applyRates.ts';
import { logEdits } from '../src/core/io/tables/fixes/editTable.ts';
import {
  type AppliedImport,
  applyTables,
  applyToNewCounty,
} from '../src/core/io/tables/pipeline/applyTables.ts';
import type { CheckedTables } from '../src/core/io/tables/pipeline/checkTables.ts';
import type { OpenedTable } from '../src/core/io/tables/pipeline/openFiles.ts';
import type { LoggedFix } from '../src/core/model/fixLog.ts';
import type { Scenario } from '../src/core/model/scenario.ts';
import type { AppliedAnswer, ApplyTablesRequest, ScenarioChanges, TableProgress } from './tableProtocol.ts';

/** Puts checked tables into scenarios: those of a county, or one made for a new county. */
export function* applyChecked(
  checked: CheckedTables,
  opened: readonly OpenedTable[],
  request: ApplyTablesRequest,
): Generator<TableProgress, AppliedAnswer> {
  const { target } = request;
  const edits = loggedEdits(checked, opened, request.edits);
  if (target.kind === 'newCounty') return yield* newCounty(checked, request, target, edits);
  const read = readDefaults(request.defaultTexts, request.terrain);
  const options = {
    isRosterComplete: target.isRosterComplete,
    edits,
    defaults: read.ok ? read.value : null,
  };
  const applied: AppliedImport[] = [];
  for (const scenario of request.scenarios)
    applied.push(yield* applyTables(scenario, checked, options, request.claims));
  const [first] = applied;
  const scenarios = applied.map(({ scenario }) => scenario);
  const claims = first?.claims ?? request.claims;
  return {
    county: null,
    scenarios,
    hashes: scenarios.map(hashDocument),
    claims,
    tables: first?.tables ?? [],
    contractYuanPerParcel: first ? meanContractYuan(first.contractPrices, first.scenario) : null,
    issues: first?.issues ?? [],
    fixCount: first?.fixes.length ?? 0,
    changes: first
      ? changesBetween(request.scenarios[0]!, first.scenario, claims.length - request.claims.length)
      : noChanges,
  };
}

/** What was changed by hand, in words of the file, for the log that travels with the project. */
const loggedEdits = (
  { tables }: CheckedTables,
  opened: readonly OpenedTable[],
  edits: ApplyTablesRequest['edits'],
): readonly LoggedFix[] =>
  opened.flatMap((table) => {
    const headers = tables.find(({ key }) => key === table.key)?.shape?.headers ?? [];
    return logEdits(table, edits[table.key] ?? [], (column) => headers[column]?.text ?? '');
  });

type NewTarget = Extract<ApplyTablesRequest['target'], { kind: 'newCounty' }>;

function* newCounty(
  checked: CheckedTables,
  request: ApplyTablesRequest,
  { countyName, terrain, depot }: NewTarget,
  edits: readonly LoggedFix[],
): Generator<TableProgress, AppliedAnswer> {
  const nothing: AppliedAnswer = {
    county: null,
    scenarios: [],
    hashes: [],
    claims: [],
    tables: [],
    contractYuanPerParcel: null,
    issues: [],
    fixCount: 0,
    changes: noChanges,
  };
  const read = readDefaults(request.defaultTexts, terrain);
  if (!read.ok) return { ...nothing, issues: read.issues };
  const name = countyName || checked.county.name.zh;
  const choice = {
    name: countyName,
    terrain,
    depot: depot && { name: `${name}配送中心`, lonLat: depot },
  };
  const result = yield* applyToNewCounty(checked, choice, read.value, edits);
  if (!result.ok) return { ...nothing, issues: result.issues };
  const { county, tables, issues, fixes, contractPrices } = result.value;
  const { scenarios, claims } = county;
  const first = scenarios[0]!;
  const empty: Scenario = { ...first, stations: [], demands: [], vehicleTypes: [], places: [] };
  return {
    county,
    scenarios,
    hashes: scenarios.map(hashDocument),
    claims,
    tables,
    contractYuanPerParcel: meanContractYuan(contractPrices, first),
    issues,
    fixCount: fixes.length,
    changes: changesBetween(empty, first, claims.length),
  };
}

const noChanges: ScenarioChanges = {
  placesMoved: 0,
  stationsAdded: 0,
  stationsRemoved: 0,
  demandsChanged: 0,
  vehicleTypes: 0,
  ratesChanged: 0,
  linesOfToday: 0,
  busLines: 0,
  claimsAdded: 0,
};

function changesBetween(before: Scenario, after: Scenario, claimsAdded: number): ScenarioChanges {
  const placeBefore = new Map(before.places.map((place) => [place.id, place]));
  const stationsBefore = new Set(before.stations.map(({ id }) => id));
  const stationsAfter = new Set(after.stations.map(({ id }) => id));
  const demandBefore = new Map(before.demands.map((demand) => [demand.placeId, demand]));
  const typesBefore = new Map(before.vehicleTypes.map((type) => [type.id, type]));
  return {
    placesMoved: after.places.filter(({ id, lonLat }) => {
      const old = placeBefore.get(id);
      return old !== undefined && String(old.lonLat) !== String(lonLat);
    }).length,
    stationsAdded: after.stations.filter(({ id }) => !stationsBefore.has(id)).length,
    stationsRemoved: before.stations.filter(({ id }) => !stationsAfter.has(id)).length,
    demandsChanged: after.demands.filter(({ placeId, deliveryParcelsPerDay, pickupParcelsPerDay }) => {
      const old = demandBefore.get(placeId);
      return (
        old?.deliveryParcelsPerDay !== deliveryParcelsPerDay ||
        old.pickupParcelsPerDay !== pickupParcelsPerDay
      );
    }).length,
    vehicleTypes: after.vehicleTypes.filter((type) => typesBefore.get(type.id) !== type).length,
    ratesChanged: Object.entries(after.rates).filter(
      ([key, rate]) => before.rates[key as keyof Scenario['rates']] !== rate,
    ).length,
    linesOfToday:
      after.todaysPlan && after.todaysPlan !== before.todaysPlan ? after.todaysPlan.lines.length : 0,
    busLines: after.busLines && after.busLines !== before.busLines ? after.busLines.length : 0,
    claimsAdded,
  };
}
