import { issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { planeTable, tooLong } from './euclidean.ts';
import { outOfRange } from './ranges.ts';
import { headNumber, headWord, refused, type SectionedFile } from './sections.ts';

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
 * A matrix forbids a pair by a number of `unreachable` or more; coordinates so far apart are refused.
 */
export function readLengths(file: SectionedFile, isReal: boolean): Result<FileLengths> {
  const type = headWord(file, 'EDGE_WEIGHT_TYPE') ?? 'EUC_2D';
  const dimension = file.values.get('DIMENSION');
  if (dimension !== undefined && !/^\d+$/.test(dimension))
    return refused(issue('instance.unknownValue', { key: 'DIMENSION', value: dimension }));
  if (type === 'EXPLICIT') return explicitLengths(file);
  const isExact = type === 'EXACT_2D' || (type === 'EUC_2D' && isReal);
  const metric = isExact ? exact : planeMetrics[type];
  if (!metric) return refused(issue('instance.unknownValue', { key: 'EDGE_WEIGHT_TYPE', value: type }));
  const rows = file.sections.get('NODE_COORD_SECTION');
  if (!rows) return refused(issue('instance.sectionMissing', { section: 'NODE_COORD_SECTION' }));
  const size = headNumber(file, 'DIMENSION') ?? rows.length;
  const readable = rows.filter((row) => row.length >= 3 && row.every(Number.isFinite));
  const found = new Set(readable.map((row) => row[0]!)).size;
  if (size === 0 || rows.length !== size || found !== size)
    return refused(issue('instance.sectionLength', { section: 'NODE_COORD_SECTION', wanted: size, found }));
  const points = rows.map((row) => ({ x: row[1]!, y: row[2]! }));
  const { table: lengthM, longest } = planeTable(points, metric);
  const unitsPerLength = isExact ? exactUnits : 1;
  const long = tooLong(longest, unitsPerLength);
  if (long) return refused(long);
  return { ok: true, issues: [], value: { numbers: rows.map((row) => row[0]!), lengthM, unitsPerLength } };
}

type Columns = (row: number, size: number) => readonly [first: number, end: number];
const behind: Columns = (row, size) => [row + 1, size];
const before: Columns = (row) => [0, row];
const fromDiagonal: Columns = (row, size) => [row, size];
const toDiagonal: Columns = (row) => [0, row + 1];

/** Columns of each row of a matrix format, in the order they are written. */
const formats: Readonly<Record<string, Columns>> = {
  FULL_MATRIX: (_, size) => [0, size],
  UPPER_ROW: behind,
  LOWER_ROW: before,
  UPPER_DIAG_ROW: fromDiagonal,
  LOWER_DIAG_ROW: toDiagonal,
  // Columns of one triangle are the rows of the other.
  UPPER_COL: before,
  LOWER_COL: behind,
  UPPER_DIAG_COL: toDiagonal,
  LOWER_DIAG_COL: fromDiagonal,
};

/** How many cells a format holds, as its first and last row tell. */
function cellCount(columns: Columns, size: number): number {
  if (size === 0) return 0;
  const widthOf = (row: number): number => columns(row, size)[1] - columns(row, size)[0];
  return (size * (widthOf(0) + widthOf(size - 1))) / 2;
}

function explicitLengths(file: SectionedFile): Result<FileLengths> {
  const size = headNumber(file, 'DIMENSION');
  const format = headWord(file, 'EDGE_WEIGHT_FORMAT') ?? 'FULL_MATRIX';
  const columns = formats[format];
  const values = file.sections.get('EDGE_WEIGHT_SECTION')?.flat();
  if (!columns) return refused(issue('instance.unknownValue', { key: 'EDGE_WEIGHT_FORMAT', value: format }));
  if (!size || !values)
    return refused(
      issue('instance.sectionMissing', { section: values ? 'DIMENSION' : 'EDGE_WEIGHT_SECTION' }),
    );
  const wanted = cellCount(columns, size);
  const found = values.filter(Number.isFinite).length;
  if (values.length !== wanted || found !== wanted)
    return refused(issue('instance.sectionLength', { section: 'EDGE_WEIGHT_SECTION', wanted, found }));
  const unitsPerLength = values.every(Number.isInteger) ? 1 : exactUnits;
  const outside = outOfRange(
    values.map((value) => ['EDGE_WEIGHT_SECTION', value] as const),
    unitsPerLength,
  );
  if (outside) return refused(outside);
  const isFull = format === 'FULL_MATRIX';
  const lengthM = new Int32Array(size * size);
  let index = 0;
  for (let row = 0; row < size; row++) {
    const [first, end] = columns(row, size);
    for (let column = first; column < end; column++) {
      const length = Math.round(values[index++]! * unitsPerLength);
      lengthM[row * size + column] = length;
      if (!isFull) lengthM[column * size + row] = length;
    }
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

/** Rows and columns of a square table in another order. */
export function reordered(table: Int32Array, order: readonly number[]): Int32Array {
  const size = order.length;
  const result = new Int32Array(size * size);
  for (let row = 0; row < size; row++)
    for (let column = 0; column < size; column++)
      result[row * size + column] = table[order[row]! * size + order[column]!]!;
  return result;
}
