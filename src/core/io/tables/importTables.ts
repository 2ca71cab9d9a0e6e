import type { LonLat } from '../../geo.ts';
import { type Issue, issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import type { Metres } from '../../units.ts';
import type { TableSystem } from './crs/systems.ts';
import { findPointColumns } from './findPointColumns.ts';
import { fillDown, locateFields } from './importRow.ts';
import type { TableKind } from './kinds.ts';
import { headerSignature, type Mapping, mapColumns, rankKinds } from './mapColumns.ts';
import { openTables } from './openTables.ts';
import { type KnownCounty, PlaceIndex } from './places/matchPlace.ts';
import { readClaimRows } from './read/readClaims.ts';
import type { ReadContext, SystemChoice } from './read/readContext.ts';
import { readBusRows, readLineRows } from './read/readLines.ts';
import { readRateRows } from './read/readRates.ts';
import { readStationRows } from './read/readStations.ts';
import { readVehicleRows } from './read/readVehicles.ts';
import { readVolumeRows } from './read/readVolumes.ts';
import type { RowTypes } from './read/rowTypes.ts';
import { cellText, type DecodeText, type Sheet, type TableFile } from './sheet.ts';
import { shapeTable, type TableShape } from './tableShape.ts';

export interface TableOptions {
  readonly decode: DecodeText;
  /** null: guessed from the headers. */
  readonly kind: TableKind | null;
  /** auto: as stated by the table, else by the evidence. */
  readonly system: TableSystem | 'auto';
  /** Mappings a user has corrected before, by header signature. */
  readonly remembered: ReadonlyMap<string, Mapping>;
  /** Metres to the nearest loaded road, as further evidence for the coordinate system. */
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
}

type TypedRows = {
  readonly [Kind in TableKind]: { readonly kind: Kind; readonly rows: readonly RowTypes[Kind][] };
}[TableKind];

/** One table as it came in. */
export type ImportedTable = TypedRows & {
  readonly name: string;
  readonly mapping: Mapping;
  readonly signature: string;
  readonly shape: TableShape;
  /** Data rows in the file; totals, notes and blanks do not count. */
  readonly rowCount: number;
  /** Data rows that were good. */
  readonly acceptedCount: number;
  /** mixed: differs by township; null: the table has no coordinates. */
  readonly crs: TableSystem | 'mixed' | null;
  readonly systemChoice: SystemChoice | null;
};

function readTyped(
  kind: TableKind,
  context: ReadContext,
): { typed: TypedRows; choice: SystemChoice | null; crs: ImportedTable['crs'] } {
  const plain = (typed: TypedRows) => ({ typed, choice: null, crs: null });
  switch (kind) {
    case 'stations': {
      const { rows, choice, hasProjected } = readStationRows(context);
      const isMixed = choice !== null && (hasProjected || Object.keys(choice.byTownship).length > 0);
      const crs = isMixed ? 'mixed' : (choice?.system ?? (hasProjected ? 'cgcs2000' : ownSystem(rows)));
      return { typed: { kind, rows }, choice, crs };
    }
    case 'lines':
      return plain({ kind, rows: readLineRows(context) });
    case 'vehicles':
      return plain({ kind, rows: readVehicleRows(context) });
    case 'volumes':
      return plain({ kind, rows: readVolumeRows(context) });
    case 'buses':
      return plain({ kind, rows: readBusRows(context) });
    case 'rates':
      return plain({ kind, rows: readRateRows(context) });
    case 'claims':
      return plain({ kind, rows: readClaimRows(context) });
  }
}

/** Where every row names its system, the one they agree on. */
function ownSystem(rows: readonly RowTypes['stations'][]): ImportedTable['crs'] {
  const systems = new Set(rows.flatMap(({ original }) => (original ? [original.system] : [])));
  return systems.size > 1 ? 'mixed' : ([...systems][0] ?? null);
}

/** Below this, no kind fits well enough to be guessed. */
const leastScore = 1.5;

function chooseMapping(shape: TableShape, nameHint: string, options: TableOptions): Mapping | null {
  const remembered = options.remembered.get(headerSignature(shape.headers));
  if (remembered && (options.kind === null || remembered.kind === options.kind)) return remembered;
  if (options.kind !== null) return mapColumns(options.kind, shape.headers);
  const [best] = rankKinds(shape.headers, nameHint);
  return best && best.score >= leastScore && best.missing.length === 0 ? best : null;
}

/** A row longer than the header has slipped: its cells are under the wrong names. */
function dropSlipped(
  shape: TableShape,
  report: (found: Issue) => void,
): { shape: TableShape; slipped: number } {
  const width = shape.headers.length;
  const rows = shape.rows.filter(({ row, cells }) => {
    const extra = cells.slice(width).filter((cell) => cellText(cell) !== '');
    if (extra.length > 0)
      report(issue('row.extraCells', { cells: cells.length, columns: width }, { table: shape.table, row }));
    return extra.length === 0;
  });
  return { shape: { ...shape, rows }, slipped: shape.rows.length - rows.length };
}

function readSheet(
  sheet: Sheet,
  table: string,
  index: PlaceIndex | null,
  county: KnownCounty | null,
  options: TableOptions,
  report: (found: Issue) => void,
): ImportedTable | null {
  const shaped = shapeTable(sheet, table, report);
  if (shaped === null) return null;
  const at = { table, row: shaped.headerRow };
  const suggested = chooseMapping(shaped, `${table} ${sheet.name} ${shaped.title}`, options);
  if (suggested === null) {
    report(issue('table.unknownKind', { headers: shaped.headers.map(({ text }) => text).join(', ') }, at));
    return null;
  }
  const { shape, slipped } = dropSlipped(shaped, report);
  const mapping = findPointColumns(suggested, shape);
  for (const header of mapping.unused)
    report(issue('table.columnUnused', { column: header.text }, { ...at, column: header.text }));
  const common = { name: table, mapping, signature: headerSignature(shape.headers), shape };
  const rowCount = shape.rows.length + slipped;
  for (const group of mapping.missing)
    report(issue('table.columnMissing', { column: group.join(' / ') }, at));
  const empty = {
    ...common,
    kind: mapping.kind,
    rows: [],
    rowCount,
    acceptedCount: 0,
    crs: null,
    systemChoice: null,
  };
  if (mapping.missing.length > 0) return empty;
  if (rowCount === 0) {
    report(issue('table.empty', { table }, at));
    return empty;
  }
  const columns = locateFields(mapping, shape, report);
  const needsPlaces = mapping.kind === 'stations' || mapping.kind === 'lines' || mapping.kind === 'volumes';
  if (index === null && needsPlaces) report(issue('table.unmatched', { table }, at));
  const { typed, choice, crs } = readTyped(mapping.kind, {
    shape,
    columns,
    rows: fillDown(shape, columns, report),
    index,
    boundary: county?.boundary ?? null,
    system: options.system,
    distanceToRoadM: options.distanceToRoadM,
    report,
  });
  const acceptedCount = new Set(typed.rows.map(({ row }) => row)).size;
  return { ...common, ...typed, rowCount, acceptedCount, crs, systemChoice: choice };
}

/**
 * Reads table files of any kind into typed rows. Good rows go on, every other cell is an issue with its place;
 * `county` null reads without matching places. Not ok only where no file held a table.
 */
export function importTables(
  files: readonly TableFile[],
  county: KnownCounty | null,
  options: TableOptions,
): Result<readonly ImportedTable[]> {
  const issues: Issue[] = [];
  const report = (found: Issue): void => void issues.push(found);
  const index = county === null ? null : new PlaceIndex(county);
  const tables: ImportedTable[] = [];
  for (const file of files) {
    const sheets = openTables(file, options.decode, report);
    const visible = sheets.filter(({ isHidden, rows }) => !isHidden && rows.length > 0);
    for (const { name, rows } of sheets.filter(({ isHidden }) => isHidden))
      report(
        issue(
          'table.hiddenSheet',
          { sheet: name, rows: rows.length, file: file.name },
          { table: file.name, row: 1 },
        ),
      );
    if (visible.length === 0 && sheets.length > 0) report(issue('file.empty', { file: file.name }));
    for (const sheet of visible) {
      const table = visible.length > 1 ? `${file.name}!${sheet.name}` : file.name;
      const imported = readSheet(sheet, table, index, county, options, report);
      if (imported) tables.push(imported);
    }
  }
  return tables.length > 0 ? { ok: true, value: tables, issues } : { ok: false, issues };
}
