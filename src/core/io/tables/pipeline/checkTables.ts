import type { LonLat } from '../../../geo.ts';
import { type Issue, issue } from '../../../issues.ts';
import type { Metres } from '../../../units.ts';
import { hasPoint } from '../apply/startCounty.ts';
import { countyInTitles } from '../places/countyInTitles.ts';
import { listPlaces } from '../places/listPlaces.ts';
import type { KnownCounty } from '../places/matchPlace.ts';
import type { StationRow } from '../read/rowTypes.ts';
import { type CheckedTable, checkContext, checkTable, type ImportedTable } from './checkTable.ts';
import type { RememberedColumns, TableChoices } from './choices.ts';
import type { ImportProgress, OpenedTable } from './openFiles.ts';

export interface CheckOptions {
  /** The county whose places the tables name; null: a county on no list, whose places the rosters themselves name. */
  readonly county: KnownCounty | null;
  /** Name of a county on no list; empty: read from the 县 column. */
  readonly countyName: string;
  readonly choices: Readonly<Record<string, TableChoices>>;
  readonly remembered: Readonly<Record<string, RememberedColumns>>;
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
}

export interface CheckedTables {
  readonly tables: readonly CheckedTable[];
  /** What the places were matched with: the county given, or the list made from the rosters. */
  readonly county: KnownCounty;
  /** The list was made from the rosters. */
  readonly isListed: boolean;
}

/** Every issue of a check in the order of the tables. */
export const issuesOf = ({ tables }: CheckedTables): readonly Issue[] =>
  tables.flatMap(({ issues }) => issues);

export const importedOf = ({ tables }: CheckedTables): readonly ImportedTable[] =>
  tables.flatMap(({ imported }) => (imported ? [imported] : []));

/** The county that most rows of the rosters name. */
function namedCounty(rows: readonly StationRow[]): string {
  const counts = new Map<string, number>();
  for (const { county } of rows) if (county !== '') counts.set(county, (counts.get(county) ?? 0) + 1);
  let best = '';
  for (const [name, count] of counts)
    if (count > (counts.get(best) ?? 0) || (count === counts.get(best) && name < best)) best = name;
  return best;
}

/** What keeps the rosters from being a county of their own, told at the first of them while it can still be mended. */
function withGaps(
  table: CheckedTable,
  index: number,
  tables: readonly CheckedTable[],
  name: string,
): CheckedTable {
  const isRoster = ({ imported }: CheckedTable): boolean => imported?.kind === 'stations';
  if (index !== tables.findIndex(isRoster)) return table;
  const rosters = tables.flatMap(({ imported }) => (imported?.kind === 'stations' ? [imported] : []));
  const at = { table: table.key, row: table.shape?.headerRow ?? 1 };
  const params = { table: rosters.map((roster) => roster.name).join(', ') };
  return {
    ...table,
    issues: [
      ...(name === '' ? [issue('roster.noName', {}, at)] : []),
      ...(rosters.some(({ rows }) => rows.some(hasPoint)) ? [] : [issue('roster.noPoints', params, at)]),
      ...table.issues,
    ],
  };
}

/** Second step of an import: every table read with the user's choices. Pure; run again after every change. */
export function* checkTables(
  opened: readonly OpenedTable[],
  options: CheckOptions,
): Generator<ImportProgress, CheckedTables> {
  const passCount = options.county === null ? 2 : 1;
  function* pass(county: KnownCounty | null, number: number): Generator<ImportProgress, CheckedTable[]> {
    const context = checkContext(county, {
      remembered: new Map(Object.entries(options.remembered)),
      distanceToRoadM: options.distanceToRoadM,
    });
    const tables: CheckedTable[] = [];
    for (const [index, table] of opened.entries()) {
      const check = checkTable(table, options.choices[table.key] ?? {}, context);
      for (;;) {
        const step = check.next();
        if (step.done) {
          tables.push(step.value);
          break;
        }
        yield {
          phase: 'check',
          doneShare: (number + (index + step.value) / opened.length) / passCount,
        };
      }
    }
    return tables;
  }
  if (options.county !== null) {
    const tables = yield* pass(options.county, 0);
    return { tables, county: options.county, isListed: false };
  }
  // First for the names of the places, then with them as the list.
  const first = yield* pass(null, 0);
  const rosters = first.flatMap(({ imported }) => (imported?.kind === 'stations' ? [imported.rows] : []));
  const titles = first.flatMap(({ key, shape }) => [shape?.title ?? '', key]);
  const name = options.countyName || namedCounty(rosters.flat()) || countyInTitles(titles);
  const county = listPlaces(rosters, name);
  const tables = yield* pass(county, 1);
  return {
    tables: tables.map((table, index) => withGaps(table, index, tables, name)),
    county,
    isListed: true,
  };
}
