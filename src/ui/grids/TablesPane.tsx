import { Button, Input, Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asId, type PlaceId, type StationId } from '../../core/model/ids.ts';
import { canGrow } from '../../state/commands/editRows.ts';
import { writeTable } from '../../state/commands/editTables.ts';
import { type GridTable, gridTables } from '../../state/grids.ts';
import { useApp, useGrids, useView } from '../AppContext.tsx';
import { FilterOutlined } from '../icons.tsx';
import { Pane } from '../Pane.tsx';
import { BulkEdit } from './BulkEdit.tsx';
import { DataGrid } from './DataGrid.tsx';
import { arrangeRows, type CellWrite, type RowSort, type WriteAnswer } from './gridTypes.ts';
import { PlaceTools } from './PlaceTools.tsx';
import { RowTools } from './RowTools.tsx';
import { useRefusalText } from './refusalText.ts';
import type { AnyRow } from './tableColumns.ts';
import { useTable } from './useTable.ts';

/** Below the map: every table of the scenario, to be edited like a spreadsheet. */
export function TablesPane() {
  const { t } = useTranslation();
  const app = useApp();
  const table = useGrids((grids) => grids.table);
  return (
    <Pane
      title={t('tabs.tables')}
      className="tables-pane"
      extra={
        <Select<GridTable>
          size="small"
          className="table-select"
          aria-label={t('grids.choose')}
          value={table}
          options={gridTables.map((key) => ({ value: key, label: t(`grids.tables.${key}`) }))}
          onChange={app.grids.show}
        />
      }
    >
      <OneTable key={table} table={table} />
    </Pane>
  );
}

function OneTable({ table }: { readonly table: GridTable }) {
  const { t } = useTranslation();
  const app = useApp();
  const { rows, columns } = useTable(table);
  const [search, setSearch] = useState('');
  const [sort, setSort] = useState<RowSort | null>(null);
  const [filters, setFilters] = useState<Readonly<Record<string, string>> | null>(null);
  const shown = useMemo(
    () => arrangeRows(rows, columns, search, filters ?? {}, sort),
    [rows, columns, search, filters, sort],
  );
  const isOfPlaces = table === 'stations' || table === 'places';
  const refusalText = useRefusalText();
  const [activeRowId, setActiveRow] = useState<string | null>(null);
  const [added, setAdded] = useState({ rowId: '', stamp: 0 });
  const chosen = useChosenRow(table, rows);
  const active = rows.find(({ id }) => id === activeRowId) ?? null;
  const onWrite = (writes: readonly CellWrite[]): WriteAnswer => {
    const keyOf = new Map(columns.map((column) => [column.key, column.keyOf]));
    const { written, refused } = writeTable(
      app,
      table,
      writes.map((each) => ({ ...each, text: keyOf.get(each.columnKey)?.(each.text) ?? each.text })),
    );
    return {
      written,
      refused: refused.map((each) => ({
        rowId: each.rowId,
        columnKey: each.columnKey,
        words: refusalText(each),
      })),
    };
  };
  const onChooseRow = (rowId: string): void => {
    setActiveRow(rowId);
    const row = rows.find(({ id }) => id === rowId);
    if (!row || !isOfPlaces) return;
    app.grids.choosePlace(row.placeId === null ? null : asId<PlaceId>(row.placeId));
    const { stationId } = row;
    app.view.selectStation(stationId === null ? null : asId<StationId>(stationId), null);
  };
  return (
    <div className="tables-body" data-table={table}>
      <div className="tables-bar">
        <Input
          size="small"
          allowClear
          className="table-search"
          placeholder={t('grids.search')}
          aria-label={t('grids.search')}
          onChange={(event) => setSearch(event.target.value)}
        />
        <Button
          size="small"
          icon={<FilterOutlined />}
          aria-pressed={filters !== null}
          onClick={() => setFilters(filters === null ? {} : null)}
        >
          {t('grids.showFilters')}
        </Button>
        <span className="hint" aria-live="polite">
          {t('grids.count', { shown: shown.length, total: rows.length })}
        </span>
        <span className="header-space" />
        <BulkEdit rows={rows} shown={shown} columns={columns} onWrite={onWrite} />
        {canGrow(table) ? (
          <RowTools
            table={table}
            chosen={active}
            onAdded={(rowId) => setAdded(({ stamp }) => ({ rowId, stamp: stamp + 1 }))}
          />
        ) : null}
        {isOfPlaces ? <PlaceTools chosen={chosen.row} /> : null}
      </div>
      <DataGrid<AnyRow>
        label={t(`grids.tables.${table}`)}
        columns={columns}
        rows={shown}
        rowId={({ id }) => id}
        rowName={({ name }) => name}
        sort={sort}
        onSort={setSort}
        filters={filters}
        onFilter={(columnKey, text) => setFilters({ ...filters, [columnKey]: text })}
        onWrite={onWrite}
        chosenRowId={(chosen.row ?? active)?.id ?? null}
        onChooseRow={onChooseRow}
        asked={chosen.asked ?? (added.stamp > 0 ? { ...added, columnKey: null } : null)}
        empty={t(rows.length > 0 ? 'grids.empty' : table === 'plan' ? 'grids.noPlanYet' : 'grids.emptyTable')}
      />
    </div>
  );
}

/** The row of the place that is chosen, here or on the map; one chosen on the map is brought into view. */
function useChosenRow(table: GridTable, rows: readonly AnyRow[]) {
  const placeId = useGrids((grids) => grids.placeId);
  const mapChoice = useGrids((grids) => grids.mapChoice);
  const stationId = useView((view) => view.selectedStationId);
  const isOfPlaces = table === 'stations' || table === 'places';
  const row = isOfPlaces
    ? ((stationId !== null ? rows.find((each) => each.stationId === stationId) : undefined) ??
      rows.find((each) => each.placeId !== null && each.placeId === placeId) ??
      null)
    : null;
  const asked = row && mapChoice > 0 ? { rowId: row.id, columnKey: null, stamp: mapChoice } : null;
  return { row, asked };
}
