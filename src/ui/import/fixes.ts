import type { TableView } from '../../../workers/tableProtocol.ts';
import type { TableEdit } from '../../core/io/tables/fixes/editTable.ts';
import type { Issue, IssueCode } from '../../core/issues.ts';
import type { Place } from '../../core/model/scenario.ts';

/** Where an issue stands in the sheet, and what the wizard itself can offer about it. */

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

const columnCodes: ReadonlySet<IssueCode> = new Set([
  'table.noHeader',
  'table.unknownKind',
  'table.columnMissing',
  'table.columnUnused',
  'table.columnNotKept',
  'table.unitConverted',
]);

/** The step where an issue is settled, if it is not in the sheet. */
export function stepOfIssue({ code }: Issue): 'columns' | 'system' | null {
  if (columnCodes.has(code)) return 'columns';
  return code.startsWith('coord.system') ? 'system' : null;
}

/** Issues that choosing a place from the official list settles. */
export const isAboutPlace = ({ code }: Issue): boolean =>
  code === 'place.unknown' || code === 'place.added' || code === 'place.ambiguous';

/** Cells that name a place beyond doubt: its code where the table has codes, else its official names. */
export function placeEdits(
  view: TableView,
  row: number,
  place: Place,
  township: Place | null,
): readonly TableEdit[] {
  const columnOf = (fieldKey: string): number | undefined =>
    view.matches.find((match) => match.fieldKey === fieldKey)?.header.index;
  const edits: TableEdit[] = [];
  const put = (column: number | undefined, value: string): boolean => {
    if (column === undefined) return false;
    edits.push({ kind: 'setCell', row, column, value });
    return true;
  };
  const hasTownship = put(columnOf('township'), township?.name ?? '');
  const named = hasTownship || !township ? place.name : `${township.name}${place.name}`;
  if (!put(columnOf('village'), named)) put(columnOf('name'), named);
  put(columnOf('code'), place.id);
  return edits;
}
