import type { Issue } from '../../../issues.ts';
import type { Claim, County } from '../../../model/county.ts';
import type { LoggedFix } from '../../../model/fixLog.ts';
import type { PlaceId } from '../../../model/ids.ts';
import type { PlannedDuty, PlannedLine } from '../../../model/plan.ts';
import type { Scenario } from '../../../model/scenario.ts';
import type { Result } from '../../../result.ts';
import type { CountyDefaults } from '../../readDefaults.ts';
import { applyBuses } from '../apply/applyBuses.ts';
import { applyClaims } from '../apply/applyClaims.ts';
import { applyLines } from '../apply/applyLines.ts';
import { applyRates, type ContractPrice } from '../apply/applyRates.ts';
import { applyStations } from '../apply/applyStations.ts';
import { applyVehicles } from '../apply/applyVehicles.ts';
import { applyVolumes } from '../apply/applyVolumes.ts';
import { applyCourierShares } from '../apply/courierShares.ts';
import { assumedIn, type NewCounty, startCounty } from '../apply/startCounty.ts';
import { addToFixLog, fixLog } from '../fixLog.ts';
import type { RowTypes, StationRow } from '../read/rowTypes.ts';
import { type CheckedTables, importedOf, issuesOf } from './checkTables.ts';
import type { ImportProgress } from './openFiles.ts';

export interface ApplyOptions {
  /** The rosters list every station: those they do not list are removed. */
  readonly isRosterComplete: boolean;
  /** Its figures are defaults so far. */
  readonly isNewCounty?: boolean;
  /** Changes by hand before the check, for the log that travels with the project. */
  readonly edits?: readonly LoggedFix[];
  /** Vehicle types to take figures from that a table leaves out, beside the scenario's own. */
  readonly defaults: CountyDefaults | null;
}

/** What became of one table. */
export interface AppliedTable {
  readonly key: string;
  readonly kind: keyof RowTypes;
  readonly appliedRowCount: number;
}

/** A scenario with every table of an import in it; the lines a table brought are its `todaysPlan`. */
export interface AppliedImport {
  readonly scenario: Scenario;
  readonly claims: readonly Claim[];
  readonly contractPrices: readonly ContractPrice[];
  readonly tables: readonly AppliedTable[];
  readonly issues: readonly Issue[];
  /** Every value that was read differently from how it was written; kept with the project. */
  readonly fixes: readonly LoggedFix[];
}

const peoplePerHousehold = 3;

/** Residents of the places a roster gives a figure for, to share totals by. */
function residentsOf(rows: readonly StationRow[]): ReadonlyMap<PlaceId, number> {
  const people = new Map<PlaceId, number>();
  for (const { placeId, residents, households } of rows) {
    const count = residents ?? (households === null ? null : households * peoplePerHousehold);
    if (placeId !== null && count !== null && count > 0) people.set(placeId, count);
  }
  return people;
}

/**
 * Last step of an import: the checked tables put into a scenario, in the order that later ones need: vehicles, stations,
 * volumes, prices, lines, buses, claims. Pure; yields after every table.
 */
export function* applyTables(
  start: Scenario,
  checked: CheckedTables,
  options: ApplyOptions,
  knownClaims: readonly Claim[] = [],
): Generator<ImportProgress, AppliedImport> {
  const imported = importedOf(checked);
  const issues: Issue[] = [];
  const tables: AppliedTable[] = [];
  const contractPrices: ContractPrice[] = [];
  let scenario = start;
  let claims = knownClaims;
  const lines: PlannedLine[] = [];
  const duties: PlannedDuty[] = [];
  const catalogue = [...(options.defaults?.vehicleTypes.values() ?? [])].map((type) => ({
    ...type,
    count: 0,
    usedFor: ['direct' as const, 'branch' as const, 'urban' as const],
  }));
  const rowsOf = <Kind extends keyof RowTypes>(kind: Kind) =>
    imported.flatMap((table) =>
      table.kind === kind ? [{ table: table.name, rows: table.rows as readonly RowTypes[Kind][] }] : [],
    );
  const stationRows = rowsOf('stations').flatMap(({ rows }) => rows);
  const residents = residentsOf(stationRows);
  // With a figure for every village that is served, totals are shared by people; else as they were shared before.
  const weightOf = (): ((placeId: PlaceId) => number | undefined) | null => {
    const villages = scenario.stations.filter(({ role }) => role === 'villageStation');
    const isKnown = villages.length > 0 && villages.every(({ placeId }) => residents.has(placeId));
    return isKnown ? (placeId) => residents.get(placeId) : null;
  };
  const hadFigure = new Set(options.isNewCounty ? [] : start.demands.map(({ placeId }) => placeId));
  let doneCount = 0;
  const done = (key: string, kind: keyof RowTypes, appliedRowCount: number): ImportProgress => {
    tables.push({ key, kind, appliedRowCount });
    return { phase: 'apply', doneShare: ++doneCount / Math.max(1, imported.length) };
  };

  for (const { table, rows } of rowsOf('vehicles')) {
    const applied = applyVehicles(scenario, rows, { table, source: table, catalogue });
    scenario = applied.scenario;
    issues.push(...applied.issues);
    yield done(table, 'vehicles', rows.length);
  }
  const rosters = rowsOf('stations');
  if (rosters.length > 0) {
    const source = rosters.map(({ table }) => table).join(', ');
    const applied = applyStations(scenario, stationRows, {
      source,
      isComplete: options.isRosterComplete,
      ...(options.defaults ? { hours: options.defaults.hours } : {}),
    });
    scenario = applied.scenario;
    issues.push(...applied.issues);
    for (const { table, rows } of rosters) yield done(table, 'stations', rows.length);
  }
  for (const { table, rows } of rowsOf('volumes')) {
    const applied = applyVolumes(scenario, rows, {
      source: table,
      weightOf: weightOf(),
      hasFigure: (placeId) => hadFigure.has(placeId),
    });
    scenario = applyCourierShares(applied.scenario, rows, table);
    issues.push(...applied.issues);
    yield done(table, 'volumes', rows.length);
  }
  for (const { table, rows } of rowsOf('rates')) {
    const applied = applyRates(scenario, rows, { table, source: table });
    scenario = applied.scenario;
    contractPrices.push(...applied.contractPrices);
    issues.push(...applied.issues);
    yield done(table, 'rates', rows.length);
  }
  for (const { table, rows } of rowsOf('lines')) {
    const applied = applyLines(scenario, rows, table);
    lines.push(...applied.plan.lines);
    duties.push(...applied.plan.duties);
    issues.push(...applied.issues);
    yield done(table, 'lines', applied.plan.lines.length);
  }
  for (const { table, rows } of rowsOf('buses')) {
    const applied = applyBuses(scenario, rows, { table, source: table });
    scenario = applied.scenario;
    issues.push(...applied.issues);
    yield done(table, 'buses', rows.length);
  }
  for (const { table, rows } of rowsOf('claims')) {
    claims = applyClaims(claims, rows);
    yield done(table, 'claims', rows.length);
  }
  const fixes = [...(options.edits ?? []), ...fixLog(issuesOf(checked))];
  const log = addToFixLog(scenario.fixLog ?? [], fixes);
  if (log.length > 0) scenario = { ...scenario, fixLog: log };
  if (lines.length > 0) scenario = { ...scenario, todaysPlan: { lines, duties } };
  return { scenario, claims, contractPrices, tables, issues, fixes };
}

export interface AppliedCounty extends Omit<AppliedImport, 'scenario' | 'claims'> {
  readonly county: County;
}

/** A county of its own from the checked tables: the rosters make it, the other tables go into its scenario. */
export function* applyToNewCounty(
  checked: CheckedTables,
  choice: NewCounty,
  defaults: CountyDefaults,
  edits: readonly LoggedFix[] = [],
): Generator<ImportProgress, Result<AppliedCounty>> {
  const imported = importedOf(checked);
  const rosters = imported.flatMap((table) =>
    table.kind === 'stations' ? [{ table: table.name, rows: table.rows }] : [],
  );
  yield { phase: 'apply', doneShare: 0 };
  const started = startCounty(checked.county, rosters, choice, defaults);
  if (!started.ok) return started;
  const county = started.value;
  const others: CheckedTables = {
    ...checked,
    tables: checked.tables.filter(({ imported: table }) => table?.kind !== 'stations'),
  };
  const rosterFixes = fixLog(
    checked.tables.flatMap(({ imported: table, issues }) => (table?.kind === 'stations' ? issues : [])),
  );
  const applied = yield* applyTables(county.scenarios[0]!, others, {
    isRosterComplete: false,
    isNewCounty: true,
    defaults,
    edits: [...edits, ...rosterFixes],
  });
  const { scenario, claims, ...rest } = applied;
  const tables: AppliedTable[] = [
    ...rosters.map(({ table, rows }) => ({
      key: table,
      kind: 'stations' as const,
      appliedRowCount: rows.length,
    })),
    ...rest.tables,
  ];
  const issues = [...started.issues, ...rest.issues, ...assumedIn(county.scenarios[0]!, scenario)];
  return {
    ok: true,
    issues,
    value: {
      ...rest,
      tables,
      issues,
      county: { ...county, scenarios: [scenario], claims },
    },
  };
}
