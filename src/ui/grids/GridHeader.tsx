import { useTranslation } from 'react-i18next';
import { CaretDownFilled, CaretUpFilled } from '../icons.tsx';
import type { GridColumn, RowSort } from './gridTypes.ts';

interface GridHeaderProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly widthPx: number;
  readonly hasRowNumbers: boolean;
  readonly sort: RowSort | null;
  readonly onSort: ((sort: RowSort | null) => void) | null;
  readonly filters: Readonly<Record<string, string>> | null;
  readonly onFilter?: (columnKey: string, text: string) => void;
}

/** Column names; a press sorts up, down and not at all. A second row takes a filter for each column. */
export function GridHeader<Row>(props: GridHeaderProps<Row>) {
  const { columns, widthPx, hasRowNumbers, sort, onSort, filters, onFilter } = props;
  const { t } = useTranslation();
  const press = (key: string): void => {
    if (!onSort) return;
    if (sort?.columnKey !== key) onSort({ columnKey: key, isDescending: false });
    else onSort(sort.isDescending ? null : { columnKey: key, isDescending: true });
  };
  return (
    <div role="rowgroup" className="grid-head" style={{ width: widthPx }}>
      <div role="row" className="grid-head-row" aria-rowindex={1}>
        {hasRowNumbers ? (
          <div role="columnheader" className="grid-row-number">
            {t('grids.row')}
          </div>
        ) : null}
        {columns.map(({ key, title, widthPx: columnPx, isNumber }) => {
          const isSorted = sort?.columnKey === key;
          return (
            <div
              key={key}
              role="columnheader"
              aria-sort={!isSorted ? 'none' : sort.isDescending ? 'descending' : 'ascending'}
              className={`grid-column ${isNumber ? 'number' : ''}`}
              style={{ width: columnPx }}
            >
              {onSort ? (
                <button type="button" className="grid-sort" tabIndex={-1} onClick={() => press(key)}>
                  <span title={title}>{title}</span>
                  {isSorted ? sort.isDescending ? <CaretDownFilled /> : <CaretUpFilled /> : null}
                </button>
              ) : (
                <span title={title}>{title}</span>
              )}
            </div>
          );
        })}
      </div>
      {filters && onFilter ? (
        <div className="grid-head-row grid-filters" role="presentation">
          {hasRowNumbers ? <span className="grid-row-number" /> : null}
          {columns.map(({ key, title, widthPx: columnPx }) => (
            <input
              key={key}
              style={{ width: columnPx }}
              aria-label={t('grids.filterBy', { column: title })}
              placeholder={t('grids.filter')}
              value={filters[key] ?? ''}
              onKeyDown={(event) => event.stopPropagation()}
              onMouseDown={(event) => event.stopPropagation()}
              onChange={(event) => onFilter(key, event.target.value)}
            />
          ))}
        </div>
      ) : null}
    </div>
  );
}
