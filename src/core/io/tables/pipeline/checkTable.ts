import type { LonLat } from '../../../geo.ts';
import { type Issue, issue } from '../../../issues.ts';
import type { Metres } from '../../../units.ts';
import type { TableSystem } from '../crs/systems.ts';
import { findPointColumns, joinAngles } from '../findPointColumns.ts';
import { fillDown, locateFields } from '../importRow.ts';
import { fieldsNotKept, type TableKind } from '../kinds.ts';
import { type ColumnMatch, headerSignature, type Mapping, mapColumns, rankKinds } from '../mapColumns.ts';
import { type KnownCounty, PlaceIndex } from '../places/matchPlace.ts';
import type { SystemChoice } from '../read/readContext.ts';
import { readTyped } from '../read/readTyped.ts';
import type { RowTypes } from '../read/rowTypes.ts';
import { cellText, type Sheet } from '../sheet.ts';
import { type HeaderChoice, shapeTable, type TableShape } from '../tableShape.ts';
import { mapWithColumns, type RememberedColumns, recallColumns, type TableChoices } from './choices.ts';
import type { OpenedTable } from './openFiles.ts';
import { recallHeader } from './recallHeader.ts';

export type TypedRows = {
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

/** What checking a table rests on, beside the table and the user's choices for it. */
export interface CheckContext {
  readonly county: KnownCounty | null;
  readonly index: PlaceIndex | null;
  /** Columns settled before, by header signature. */
  readonly remembered: ReadonlyMap<string, RememberedColumns>;
  /** Metres to the nearest loaded road, as further evidence for the coordinate system. */
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
}

export const checkContext = (
  county: KnownCounty | null,
  rest: Partial<Pick<CheckContext, 'remembered' | 'distanceToRoadM'>> = {},
): CheckContext => ({
  county,
  index: county === null ? null : new PlaceIndex(county),
  remembered: rest.remembered ?? new Map(),
  distanceToRoadM: rest.distanceToRoadM ?? null,
});

/** Everything known of a table after the check: what each step of a wizard shows. */
export interface CheckedTable {
  readonly key: string;
  /** null where no header was found: the user has to point at it. */
  readonly shape: TableShape | null;
  /** Kinds, the likeliest first. */
  readonly kinds: readonly { readonly kind: TableKind; readonly score: number }[];
  /** The columns suggested before the user's own; null where the kind is not clear. */
  readonly suggested: Mapping | null;
  readonly signature: string | null;
  /** null where the table is not read: hidden, left out, without a header or of no known kind. */
  readonly imported: ImportedTable | null;
  readonly issues: readonly Issue[];
}

/** Below this, no kind fits well enough to be guessed. */
const leastScore = 1.5;

interface Columns {
  readonly suggested: Mapping | null;
  readonly mapping: Mapping | null;
  readonly kinds: CheckedTable['kinds'];
}

/** Columns: the user's own for this table, else as settled before for these headers, else by their names. */
function chooseColumns(
  shape: TableShape,
  nameHint: string,
  choices: TableChoices,
  remembered: CheckContext['remembered'],
): Columns {
  const ranking = rankKinds(shape.headers, nameHint);
  const kinds = ranking.map(({ kind, score }) => ({ kind, score }));
  const known = remembered.get(headerSignature(shape.headers));
  const [best] = ranking;
  let suggested: Mapping | null = null;
  if (known && (choices.kind === undefined || known.kind === choices.kind))
    suggested = recallColumns(known, shape.headers);
  else if (choices.kind !== undefined) suggested = mapColumns(choices.kind, shape.headers);
  else if (best && best.score >= leastScore && best.missing.length === 0) suggested = best;
  const mapping =
    suggested && choices.columns ? mapWithColumns(suggested.kind, shape.headers, choices.columns) : suggested;
  return { suggested, mapping, kinds };
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

const recalledHeader = (sheet: Sheet, { remembered }: CheckContext): HeaderChoice | null =>
  remembered.size === 0 ? null : recallHeader(sheet, (signature) => remembered.has(signature));

const needsPlaces = (kind: TableKind): boolean =>
  kind === 'stations' || kind === 'lines' || kind === 'volumes';

/** Reads one table with the user's choices. Pure; yields the share done. */
export function* checkTable(
  { key, sheet }: OpenedTable,
  choices: TableChoices,
  context: CheckContext,
): Generator<number, CheckedTable> {
  const issues: Issue[] = [];
  const report = (found: Issue): void => void issues.push(found);
  const answer = (part: Partial<CheckedTable>): CheckedTable => ({
    key,
    shape: null,
    kinds: [],
    suggested: null,
    signature: null,
    imported: null,
    ...part,
    issues,
  });
  if (!(choices.isIncluded ?? !sheet.isHidden)) {
    if (sheet.isHidden) {
      const params = { sheet: sheet.name, rows: sheet.rows.length, file: key };
      report(issue('table.hiddenSheet', params, { table: key, row: 1 }));
    }
    return answer({});
  }
  const found = shapeTable(sheet, key, report, choices.header ?? recalledHeader(sheet, context));
  if (found === null) return answer({});
  const shaped = joinAngles(found);
  const signature = headerSignature(shaped.headers);
  const nameHint = `${key} ${sheet.name} ${shaped.title}`;
  const columns = chooseColumns(shaped, nameHint, choices, context.remembered);
  const { kinds } = columns;
  const at = { table: key, row: shaped.headerRow };
  if (columns.mapping === null) {
    report(issue('table.unknownKind', { headers: shaped.headers.map(({ text }) => text).join(', ') }, at));
    return answer({ shape: shaped, kinds, signature });
  }
  const { shape, slipped } = dropSlipped(shaped, report);
  const mapping = findPointColumns(columns.mapping, shape, Object.keys(choices.columns ?? {}));
  const { suggested } = columns;
  for (const header of mapping.unused)
    report(issue('table.columnUnused', { column: header.text }, { ...at, column: header.text }));
  const isFilled = ({ index }: ColumnMatch['header']): boolean =>
    shape.rows.some(({ cells }) => cellText(cells[index]) !== '');
  for (const { fieldKey, header } of mapping.matches)
    if (fieldsNotKept[mapping.kind]?.includes(fieldKey) && isFilled(header))
      report(issue('table.columnNotKept', { column: header.text }, { ...at, column: header.text }));
  for (const group of mapping.missing)
    report(issue('table.columnMissing', { column: group.join(' / ') }, at));
  const rowCount = shape.rows.length + slipped;
  const common = { name: key, mapping, signature, shape, rowCount };
  const done = (imported: ImportedTable): CheckedTable =>
    answer({ shape, kinds, suggested, signature, imported });
  const empty: ImportedTable = {
    ...common,
    kind: mapping.kind,
    rows: [],
    acceptedCount: 0,
    crs: null,
    systemChoice: null,
  };
  if (rowCount === 0) report(issue('table.empty', { table: key }, at));
  if (rowCount === 0 || mapping.missing.length > 0) return done(empty);
  const located = locateFields(mapping, shape, report);
  if (context.index === null && needsPlaces(mapping.kind))
    report(issue('table.unmatched', { table: key }, at));
  const { typed, choice, crs } = yield* readTyped(mapping.kind, {
    shape,
    columns: located,
    rows: fillDown(shape, located, report),
    index: context.index,
    boundary: context.county?.boundary ?? null,
    system: choices.system ?? 'auto',
    systemByTownship: choices.systemByTownship ?? {},
    meridianDeg: choices.meridianDeg ?? null,
    distanceToRoadM: context.distanceToRoadM,
    report,
  });
  const acceptedCount = new Set(typed.rows.map(({ row }) => row)).size;
  return done({ ...common, ...typed, acceptedCount, crs, systemChoice: choice });
}
