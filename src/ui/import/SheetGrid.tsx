import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TableView } from '../../../workers/tableProtocol.ts';
import { cellText, type SheetRow } from '../../core/io/tables/sheet.ts';
import type { Issue } from '../../core/issues.ts';
import { editCells } from '../../state/commands/importTables.ts';
import { useApp, useImports } from '../AppContext.tsx';
import { DataGrid } from '../grids/DataGrid.tsx';
import type { CellMark, CellWrite, GridColumn, WriteAnswer } from '../grids/gridTypes.ts';
import { cellOfIssue } from './fixes.ts';
import { rowLimit, useSheetRows } from './useSheetRows.ts';

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const columnLetter = (index: number): string =>
  index < 26 ? letters[index]! : `${letters[Math.floor(index / 26) - 1] ?? ''}${letters[index % 26]}`;

/** The sheet as it stands in the file, doubtful cells coloured, to be corrected in place. */
export function SheetGrid({ view }: { readonly view: TableView }) {
  const { t } = useTranslation();
  const app = useApp();
  const checkNumber = useImports((state) => state.checkNumber);
  const issues = useImports((state) => state.issues);
  const tables = useImports((state) => state.checked?.tables);
  const asked = useImports((state) => state.asked);
  const startAt = asked?.key === view.key && asked.row > rowLimit ? asked.row - rowLimit / 2 : 0;
  const rows = useSheetRows(view.key, checkNumber, startAt);
  const marks = useMemo(() => marksOf(issues, tables ?? [], view.key), [issues, tables, view.key]);
  const columns = useMemo(() => {
    const width = Math.max(view.headers?.length ?? 0, ...rows.slice(0, 50).map(({ cells }) => cells.length));
    return Array.from({ length: width }, (_each, index): GridColumn<SheetRow> => {
      const name = view.headers?.[index]?.text ?? '';
      return {
        key: String(index),
        title: name === '' ? columnLetter(index) : `${columnLetter(index)} ${name}`,
        widthPx: 118,
        text: ({ cells }) => cellText(cells[index]),
        isEditable: () => true,
        mark: ({ row }) => {
          const found = marks.get(`${row} ${index}`);
          return found ? markOf(found, (each) => t(`issues.${each.code}.cause`, each.params)) : null;
        },
      };
    });
  }, [view.headers, rows, marks, t]);
  const onWrite = (writes: readonly CellWrite[]): WriteAnswer => {
    const edits = writes.map(({ rowId, columnKey, text }) => ({
      kind: 'setCell' as const,
      row: Number(rowId),
      column: Number(columnKey),
      value: text === '' ? null : text,
    }));
    editCells(app, 'cell', view.key, edits);
    return { written: edits.length, refused: [] };
  };
  return (
    <DataGrid
      label={t('import.check.sheet', { table: view.key })}
      columns={columns}
      rows={rows}
      rowId={({ row }) => String(row)}
      rowName={({ row }) => t('import.rowNumber', { row })}
      rowNumber={({ row }) => String(row)}
      sort={null}
      onSort={null}
      filters={null}
      onWrite={onWrite}
      chosenRowId={asked?.key === view.key ? String(asked.row) : null}
      asked={
        asked?.key === view.key
          ? {
              rowId: String(asked.row),
              columnKey: asked.column === null ? null : String(asked.column),
              stamp: asked.stamp,
            }
          : null
      }
      empty={t('import.check.noRows')}
    />
  );
}

/** The gravest issue of each cell. */
function marksOf(
  issues: readonly Issue[],
  tables: Parameters<typeof cellOfIssue>[1],
  key: string,
): ReadonlyMap<string, Issue> {
  const grave = { error: 2, warning: 1, info: 0 };
  const marks = new Map<string, Issue>();
  const own = tables.filter((table) => table.key === key);
  for (const issue of issues) {
    const cell = cellOfIssue(issue, own);
    if (!cell || cell.column === null) continue;
    const at = `${cell.row} ${cell.column}`;
    const before = marks.get(at);
    if (!before || grave[issue.severity] > grave[before.severity]) marks.set(at, issue);
  }
  return marks;
}

const markOf = (issue: Issue, words: (issue: Issue) => string): CellMark => ({
  tone: issue.severity,
  words: words(issue),
});
