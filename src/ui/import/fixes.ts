import type { CellEdit, TableView } from '../../../workers/tableProtocol.ts';
import type { Issue, IssueCode } from '../../core/issues.ts';
import type { Place } from '../../core/model/scenario.ts';

/** What one press can do about an issue: cells typed over, or a place chosen from the list. */
export type Fix =
  | { readonly kind: 'clear'; readonly edits: readonly CellEdit[] }
  | { readonly kind: 'leaveOut'; readonly edits: readonly CellEdit[] }
  | { readonly kind: 'place'; readonly placeId: string }
  | { readonly kind: 'choosePlace' }
  | { readonly kind: 'useSystem'; readonly system: string }
  | { readonly kind: 'readSheet' }
  | { readonly kind: 'goTo'; readonly step: 'columns' | 'system' };

const clearable: ReadonlySet<IssueCode> = new Set([
  'cell.notANumber',
  'cell.outOfRange',
  'cell.notADate',
  'cell.notAClock',
  'cell.errorValue',
  'cell.unknownWord',
  'cell.lostDigits',
  'coord.notReadable',
  'coord.incomplete',
  'coord.zero',
  'coord.outsideChina',
  'place.outsideCounty',
  'place.farFromTownship',
]);
const rowCodes: ReadonlySet<IssueCode> = new Set([
  'row.doubled',
  'row.extraCells',
  'place.ambiguous',
  'place.unknown',
  'place.added',
  'place.outsideCounty',
  'cell.required',
  'coord.outsideChina',
]);
const columnSteps: ReadonlySet<IssueCode> = new Set([
  'table.noHeader',
  'table.unknownKind',
  'table.columnMissing',
  'table.columnUnused',
  'table.unitConverted',
]);

export interface IssueCell {
  readonly key: string;
  readonly row: number;
  /** Position from 0; null where the issue is of the whole row or table. */
  readonly column: number | null;
}

/** The cell an issue is about; null where it is about a file. */
export function cellOfIssue({ at }: Issue, tables: readonly TableView[]): IssueCell | null {
  if (!at || !('table' in at)) return null;
  const view = tables.find(({ key }) => key === at.table);
  if (!view) return null;
  const header = view.headers?.find(({ text }) => text === at.column);
  return { key: view.key, row: at.row, column: header?.index ?? null };
}

/** Columns that hold the point of a row. */
const pointColumns = (view: TableView): readonly number[] =>
  view.matches
    .filter(({ fieldKey }) => ['lon', 'lat', 'coordinate'].includes(fieldKey))
    .map(({ header }) => header.index);

const everyColumn = (view: TableView): readonly number[] => (view.headers ?? []).map(({ index }) => index);

const emptied = (row: number, columns: readonly number[]): CellEdit[] =>
  columns.map((column) => ({ row, column, value: null }));

/** Ids at the end of each candidate of an ambiguous name. */
const candidateIds = (candidates: string): readonly string[] =>
  candidates.split('; ').flatMap((text) => text.split(' ').at(-1) ?? []);

export function fixesOf(issue: Issue, view: TableView | undefined, cell: IssueCell | null): readonly Fix[] {
  const { code, params } = issue;
  if (code === 'table.hiddenSheet') return [{ kind: 'readSheet' }];
  if (!view || !cell) return [];
  if (columnSteps.has(code)) return [{ kind: 'goTo', step: 'columns' }];
  if (code === 'coord.systemContradicted')
    return [
      { kind: 'useSystem', system: String(params.crs) },
      { kind: 'goTo', step: 'system' },
    ];
  if (code.startsWith('coord.system')) return [{ kind: 'goTo', step: 'system' }];
  const fixes: Fix[] = [];
  if (code === 'place.ambiguous')
    for (const placeId of candidateIds(String(params.candidates ?? '')))
      fixes.push({ kind: 'place', placeId });
  if (code === 'place.unknown' || code === 'place.added' || code === 'place.ambiguous')
    fixes.push({ kind: 'choosePlace' });
  if (clearable.has(code)) {
    const isPoint = code.startsWith('coord.') || code.startsWith('place.');
    const columns = isPoint ? pointColumns(view) : cell.column === null ? [] : [cell.column];
    if (columns.length > 0) fixes.push({ kind: 'clear', edits: emptied(cell.row, columns) });
  }
  if (rowCodes.has(code)) fixes.push({ kind: 'leaveOut', edits: emptied(cell.row, everyColumn(view)) });
  return fixes;
}

/** Cells that name a place beyond doubt: its code where the table has codes, else its official names. */
export function placeEdits(
  view: TableView,
  row: number,
  place: Place,
  township: Place | null,
): readonly CellEdit[] {
  const columnOf = (fieldKey: string): number | undefined =>
    view.matches.find((match) => match.fieldKey === fieldKey)?.header.index;
  const edits: CellEdit[] = [];
  const put = (column: number | undefined, value: string): boolean => {
    if (column === undefined) return false;
    edits.push({ row, column, value });
    return true;
  };
  const hasTownship = put(columnOf('township'), township?.name ?? '');
  const named = hasTownship || !township ? place.name : `${township.name}${place.name}`;
  if (!put(columnOf('village'), named)) put(columnOf('name'), named);
  put(columnOf('code'), place.id);
  return edits;
}
