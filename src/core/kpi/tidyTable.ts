import type { Estimate } from '../model/simulation.ts';
import { invariant } from '../result.ts';

/** One column of a tidy table. Numbers are typed arrays, so that charts and exports read the same cells. */
export interface TableColumn {
  readonly name: string;
  /** Empty for names and codes. */
  readonly unit: string;
  readonly values: Float64Array | readonly string[];
}

export interface TidyTable {
  readonly name: string;
  readonly rowCount: number;
  readonly columns: readonly TableColumn[];
}

export const textColumn = <Row>(
  rows: readonly Row[],
  name: string,
  pick: (row: Row) => string,
): TableColumn => ({
  name,
  unit: '',
  values: rows.map(pick),
});
export const numberColumn = <Row>(
  rows: readonly Row[],
  name: string,
  unit: string,
  pick: (row: Row, index: number) => number,
): TableColumn => ({ name, unit, values: Float64Array.from(rows, pick) });
/** Mean with the ends of its 95 % interval: three columns. */
export const intervalColumns = <Row>(
  rows: readonly Row[],
  name: string,
  unit: string,
  pick: (row: Row) => Estimate,
): TableColumn[] => [
  numberColumn(rows, name, unit, (row) => pick(row).mean),
  numberColumn(rows, `${name}Low`, unit, (row) => pick(row).low),
  numberColumn(rows, `${name}High`, unit, (row) => pick(row).high),
];
export const tidyTable = (name: string, rowCount: number, columns: readonly TableColumn[]): TidyTable => ({
  name,
  rowCount,
  columns,
});

/** Readers for charts. A table or column that is not there is a fault of the program. */
export function tableNamed(tables: readonly TidyTable[], name: string): TidyTable {
  const found = tables.find((each) => each.name === name);
  invariant(found, `no table ${name}`);
  return found;
}

function columnNamed({ name: tableName, columns }: TidyTable, name: string): TableColumn {
  const found = columns.find((each) => each.name === name);
  invariant(found, `no column ${name} in table ${tableName}`);
  return found;
}

export function numbersIn(from: TidyTable, name: string): Float64Array {
  const { values } = columnNamed(from, name);
  invariant(values instanceof Float64Array, `column ${name} holds no numbers`);
  return values;
}

export function textsIn(from: TidyTable, name: string): readonly string[] {
  const { values } = columnNamed(from, name);
  invariant(!(values instanceof Float64Array), `column ${name} holds no texts`);
  return values;
}

/** Mean with the ends of its interval, row by row. */
export function estimatesIn(from: TidyTable, name: string): Estimate[] {
  const low = numbersIn(from, `${name}Low`);
  const high = numbersIn(from, `${name}High`);
  return Array.from(numbersIn(from, name), (mean, row) => ({ mean, low: low[row]!, high: high[row]! }));
}

/** All tables as one, a row per cell: what statistics programs take as it is. */
export const longRows = (tables: readonly TidyTable[]): (string | number | null)[][] =>
  tables.flatMap(({ name, rowCount, columns }) =>
    Array.from({ length: rowCount }, (_, row) => row).flatMap((row) =>
      columns.map((column) => {
        const value = column.values[row]!;
        // What is not known has an empty cell: statistics programs read NaN in as many ways as there are of them.
        return [name, row + 1, column.name, column.unit, Number.isNaN(value) ? null : value];
      }),
    ),
  );
export const longHeaders = ['table', 'row', 'column', 'unit', 'value'] as const;
