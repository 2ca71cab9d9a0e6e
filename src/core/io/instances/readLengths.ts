import { type Issue, issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { headNumber, type SectionedFile } from './sections.ts';

/** Lengths between all nodes of a file, in the order of `numbers`, times `unitsPerLength`. */
export interface FileLengths {
  /** What the file calls its nodes. */
  readonly numbers: readonly number[];
  readonly lengthM: Int32Array;
  readonly unitsPerLength: number;
}

const exactUnits = 1000;

/** TSPLIB 95, section 2: how each type makes a whole number of the differences of two coordinates. */
const planeMetrics: Readonly<Record<string, (dx: number, dy: number) => number>> = {
  EUC_2D: (dx, dy) => Math.round(Math.sqrt(dx * dx + dy * dy)),
  CEIL_2D: (dx, dy) => Math.ceil(Math.sqrt(dx * dx + dy * dy)),
  FLOOR_2D: (dx, dy) => Math.floor(Math.sqrt(dx * dx + dy * dy)),
  MAN_2D: (dx, dy) => Math.round(Math.abs(dx) + Math.abs(dy)),
  MAX_2D: (dx, dy) => Math.max(Math.round(Math.abs(dx)), Math.round(Math.abs(dy))),
  ATT: (dx, dy) => Math.ceil(Math.sqrt((dx * dx + dy * dy) / 10)),
};
const exact = (dx: number, dy: number): number => Math.round(Math.sqrt(dx * dx + dy * dy) * exactUnits);

/**
 * Lengths by EDGE_WEIGHT_TYPE: plane metrics over NODE_COORD_SECTION, or EXPLICIT matrices in every TSPLIB format.
 * `isReal`: the literature of this set does not round EUC_2D; lengths are then kept to a thousandth, as for EXACT_2D.
 */
export function readLengths(file: SectionedFile, isReal: boolean): Result<FileLengths> {
  const type = file.values.get('EDGE_WEIGHT_TYPE') ?? 'EUC_2D';
  if (type === 'EXPLICIT') return explicitLengths(file);
  const isExact = type === 'EXACT_2D' || (type === 'EUC_2D' && isReal);
  const metric = isExact ? exact : planeMetrics[type];
  if (!metric) return refused(issue('instance.unknownValue', { key: 'EDGE_WEIGHT_TYPE', value: type }));
  const rows = file.sections.get('NODE_COORD_SECTION');
  if (!rows) return refused(issue('instance.sectionMissing', { section: 'NODE_COORD_SECTION' }));
  const size = headNumber(file, 'DIMENSION') ?? rows.length;
  if (rows.length !== size || rows.some((row) => row.length < 3 || !row.every(Number.isFinite)))
    return refused(
      issue('instance.sectionLength', {
        section: 'NODE_COORD_SECTION',
        wanted: size,
        found: rows.filter((row) => row.length >= 3 && row.every(Number.isFinite)).length,
      }),
    );
  const lengthM = new Int32Array(size * size);
  for (let from = 0; from < size; from++)
    for (let to = 0; to < from; to++) {
      const length = metric(rows[from]![1]! - rows[to]![1]!, rows[from]![2]! - rows[to]![2]!);
      lengthM[from * size + to] = length;
      lengthM[to * size + from] = length;
    }
  return {
    ok: true,
    issues: [],
    value: { numbers: rows.map((row) => row[0]!), lengthM, unitsPerLength: isExact ? exactUnits : 1 },
  };
}

/** Cells of a matrix format in the order they are written. */
const formats: Readonly<Record<string, (size: number) => Iterable<readonly [row: number, column: number]>>> =
  {
    FULL_MATRIX: (size) => cells(size, () => [0, size]),
    UPPER_ROW: (size) => cells(size, (row) => [row + 1, size]),
    LOWER_ROW: (size) => cells(size, (row) => [0, row]),
    UPPER_DIAG_ROW: (size) => cells(size, (row) => [row, size]),
    LOWER_DIAG_ROW: (size) => cells(size, (row) => [0, row + 1]),
    // Columns of one triangle are the rows of the other.
    UPPER_COL: (size) => cells(size, (row) => [0, row]),
    LOWER_COL: (size) => cells(size, (row) => [row + 1, size]),
    UPPER_DIAG_COL: (size) => cells(size, (row) => [0, row + 1]),
    LOWER_DIAG_COL: (size) => cells(size, (row) => [row, size]),
  };

function* cells(
  size: number,
  columnsOf: (row: number) => readonly [first: number, end: number],
): Generator<readonly [number, number]> {
  for (let row = 0; row < size; row++) {
    const [first, end] = columnsOf(row);
    for (let column = first; column < end; column++) yield [row, column];
  }
}

function explicitLengths(file: SectionedFile): Result<FileLengths> {
  const size = headNumber(file, 'DIMENSION');
  const format = file.values.get('EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX';
  const order = formats[format];
  const values = file.sections.get('EDGE_WEIGHT_SECTION')?.flat();
  if (!order) return refused(issue('instance.unknownValue', { key: 'EDGE_WEIGHT_FORMAT', value: format }));
  if (size === undefined || !values)
    return refused(
      issue('instance.sectionMissing', { section: values ? 'DIMENSION' : 'EDGE_WEIGHT_SECTION' }),
    );
  const places = [...order(size)];
  if (values.length !== places.length || !values.every(Number.isFinite))
    return refused(
      issue('instance.sectionLength', {
        section: 'EDGE_WEIGHT_SECTION',
        wanted: places.length,
        found: values.filter(Number.isFinite).length,
      }),
    );
  const isWhole = values.every(Number.isInteger);
  const unitsPerLength = isWhole ? 1 : exactUnits;
  const isFull = format === 'FULL_MATRIX';
  const lengthM = new Int32Array(size * size);
  for (const [index, [row, column]] of places.entries()) {
    const length = Math.round(values[index]! * unitsPerLength);
    lengthM[row * size + column] = length;
    if (!isFull) lengthM[column * size + row] = length;
  }
  for (let node = 0; node < size; node++) lengthM[node * size + node] = 0;
  const numbers = file.sections.get('NODE_COORD_SECTION')?.map((row) => row[0]!) ?? [];
  return {
    ok: true,
    issues: [],
    value: {
      numbers: numbers.length === size ? numbers : Array.from({ length: size }, (_, node) => node + 1),
      lengthM,
      unitsPerLength,
    },
  };
}

const refused = (...issues: Issue[]): { readonly ok: false; readonly issues: Issue[] } => ({
  ok: false,
  issues,
});

/** Rows and columns of a square table in another order. */
export function reordered(table: Int32Array, order: readonly number[]): Int32Array {
  const size = order.length;
  const result = new Int32Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      result[row * size + column] = table[order[row]! * size + order[column]!]!;
  return result;
}
