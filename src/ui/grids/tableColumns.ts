import type { TFunction } from 'i18next';
import type { Claim } from '../../core/model/county.ts';
import type { Grade } from '../../core/model/graded.ts';
import type { Report } from '../../core/model/report.ts';
import type { Scenario } from '../../core/model/scenario.ts';
import type { Language } from '../../i18n/t.ts';
import type { CellMark, GridColumn } from './gridTypes.ts';

/** A row of any table: what the grid needs beside the columns. */
export interface AnyRow {
  readonly id: string;
  readonly name: string;
  readonly township: string;
  readonly placeId: string | null;
  readonly stationId: string | null;
  readonly value: unknown;
}

export interface Table {
  readonly rows: readonly AnyRow[];
  readonly columns: readonly GridColumn<AnyRow>[];
}

export interface TableContext {
  readonly t: TFunction;
  readonly language: Language;
  readonly scenario: Scenario;
  readonly claims: readonly Claim[];
  /** A result that fits the scenario; null while there is none. */
  readonly report: Report | null;
}

/** Numbers for editing: no grouping, so that what is copied can be pasted anywhere. */
export const plain = (value: number | null | undefined): string =>
  value === null || value === undefined || Number.isNaN(value) ? '' : String(Number(value.toPrecision(10)));
export const degrees = (lonLat: readonly [number, number] | null, axis: 0 | 1): string =>
  lonLat ? lonLat[axis].toFixed(6) : '';

export const row = (
  id: string,
  name: string,
  value: unknown,
  rest: Partial<Pick<AnyRow, 'township' | 'placeId' | 'stationId'>> = {},
): AnyRow => ({ id, name, township: '', placeId: null, stationId: null, ...rest, value });

type Rest<Value> = Partial<Omit<GridColumn<Value>, 'key' | 'title' | 'widthPx' | 'text'>>;

/** Columns over the values of rows, titled by their keys. */
export function columnsOf<Value>(t: TFunction) {
  const text = (
    key: string,
    widthPx: number,
    show: (value: Value) => string,
    rest: Rest<Value> = {},
  ): GridColumn<AnyRow> => ({
    key,
    title: t(`grids.columns.${key as 'name'}`),
    widthPx,
    text: ({ value }) => show(value as Value),
    ...(rest.isNumber ? { isNumber: true } : {}),
    ...(rest.options ? { options: rest.options } : {}),
    ...(rest.keyOf ? { keyOf: rest.keyOf } : {}),
    ...(rest.order ? { order: ({ value }) => rest.order!(value as Value) } : {}),
    ...(rest.isEditable ? { isEditable: ({ value }) => rest.isEditable!(value as Value) } : {}),
    ...(rest.mark ? { mark: ({ value }) => rest.mark!(value as Value) } : {}),
  });
  const number = (
    key: string,
    widthPx: number,
    pick: (value: Value) => number | null | undefined,
    rest: Rest<Value> = {},
  ): GridColumn<AnyRow> =>
    text(key, widthPx, (value) => plain(pick(value)), {
      isNumber: true,
      order: (value) => pick(value) ?? Number.NaN,
      isEditable: () => true,
      ...rest,
    });
  return { text, number };
}

export const always = { isEditable: () => true };

export const gradeMark = (t: TFunction, grade: Grade | undefined): CellMark | null =>
  grade === 'user' ? { tone: 'changed', words: t('grades.user') } : null;
