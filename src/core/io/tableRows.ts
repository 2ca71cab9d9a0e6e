import { type Issue, type IssueCode, issue } from '../issues.ts';
import type { Grade, Graded } from '../model/graded.ts';
import type { ClockMin } from '../units.ts';
import { type Column, locateColumns, type TableName, tableColumns } from './columns.ts';
import { parseCsv } from './csv.ts';

const grades: readonly Grade[] = ['sourced', 'derived', 'assumption', 'user'];
const clockPattern = /^(\d{1,2}):([0-5]\d)$/;

interface NumberLimits {
  readonly min?: number;
  readonly max?: number;
  readonly isInteger?: boolean;
}

/**
 * One row while it is read. Every getter answers something usable and reports a bad cell as an issue;
 * `isGood` tells afterwards whether the row may be used.
 */
export class TableRow {
  private errorCount = 0;

  constructor(
    readonly table: string,
    readonly row: number,
    private readonly cells: readonly string[],
    private readonly columns: ReadonlyMap<string, { readonly index: number; readonly header: string }>,
    private readonly issues: Issue[],
  ) {}

  get isGood(): boolean {
    return this.errorCount === 0;
  }

  reject(code: IssueCode, key: string, params: Issue['params'] = {}): void {
    this.errorCount++;
    const column = this.columns.get(key)?.header ?? key;
    this.issues.push(issue(code, { column, ...params }, { table: this.table, row: this.row, column }));
  }

  /** A doubt that does not keep the row out. */
  warn(code: IssueCode, key: string, params: Issue['params'] = {}): void {
    const column = this.columns.get(key)?.header ?? key;
    this.issues.push(issue(code, { column, ...params }, { table: this.table, row: this.row, column }));
  }

  optionalText(key: string): string {
    const column = this.columns.get(key);
    return column === undefined ? '' : (this.cells[column.index] ?? '');
  }

  text(key: string): string {
    const text = this.optionalText(key);
    if (text === '') this.reject('cell.required', key);
    return text;
  }

  /** undefined for an empty cell. */
  optionalNumber(key: string, limits: NumberLimits = {}): number | undefined {
    const text = this.optionalText(key);
    if (text === '') return undefined;
    const value = Number(text.replaceAll(',', ''));
    if (!Number.isFinite(value)) {
      this.reject('cell.notANumber', key, { text });
      return undefined;
    }
    const { min = -Infinity, max = Infinity, isInteger = false } = limits;
    if (value < min || value > max || (isInteger && !Number.isInteger(value))) {
      this.reject('cell.outOfRange', key, { text });
      return undefined;
    }
    return value;
  }

  number(key: string, limits: NumberLimits = {}): number {
    if (this.optionalText(key) === '') {
      this.reject('cell.required', key);
      return 0;
    }
    return this.optionalNumber(key, limits) ?? 0;
  }

  oneOf<Word extends string>(key: string, words: readonly Word[]): Word {
    const text = this.text(key);
    const found = words.find((word) => word === text);
    if (found !== undefined) return found;
    if (text !== '') this.reject('cell.unknownWord', key, { text, words: words.join(', ') });
    return words[0]!;
  }

  isYes(key: string): boolean {
    return this.oneOf(key, ['no', 'yes']) === 'yes';
  }

  /** Words separated by semicolons; an empty cell is an empty list. */
  list(key: string): readonly string[] {
    const text = this.optionalText(key);
    return text === '' ? [] : text.split(/[;；]/).map((word) => word.trim());
  }

  /** HH:MM as minutes after midnight. */
  clockOf(key: string, text: string): ClockMin {
    const match = clockPattern.exec(text);
    const clockMin = match === null ? Number.NaN : Number(match[1]) * 60 + Number(match[2]);
    if (clockMin >= 0 && clockMin <= 1440) return clockMin;
    this.reject('cell.unknownWord', key, { text, words: 'HH:MM' });
    return 0;
  }

  clock(key: string): ClockMin {
    const text = this.text(key);
    return text === '' ? 0 : this.clockOf(key, text);
  }

  /** Value with range, grade and source from the columns `valueKey`, low, high, grade, source. */
  graded(valueKey: string, limits: NumberLimits = {}): Graded {
    const low = this.optionalNumber('low');
    const high = this.optionalNumber('high');
    return {
      value: this.number(valueKey, limits),
      ...(low === undefined ? {} : { low }),
      ...(high === undefined ? {} : { high }),
      grade: this.oneOf('grade', grades),
      source: this.text('source'),
    };
  }
}

/** The county's files and everything found wrong with them so far. */
export class TableSource {
  readonly issues: Issue[] = [];

  constructor(private readonly files: Readonly<Record<string, string>>) {}

  /** Text of a file; a missing or empty file is an issue and an empty text. */
  text(file: string): string {
    const text = this.files[file] ?? '';
    if (text.trim() === '') this.issues.push(issue('file.empty', { file }));
    return text;
  }

  has(file: string): boolean {
    return (this.files[file] ?? '').trim() !== '';
  }

  /** Reads a table row by row; rows with a bad cell are reported and left out. */
  read<Value>(file: string, table: TableName, readRow: (row: TableRow) => Value): Value[] {
    const text = this.text(file);
    if (text.trim() === '') return [];
    const { headers, rows } = parseCsv(text);
    const columns = locateColumns(table, headers);
    const missing = (tableColumns[table] as readonly Column[]).filter(
      (column) => column.isRequired && !columns.has(column.key),
    );
    for (const column of missing)
      this.issues.push(
        issue('table.columnMissing', { column: column.key, columnZh: column.zh }, { table: file, row: 1 }),
      );
    if (missing.length > 0) return [];
    const values: Value[] = [];
    for (const record of rows) {
      const row = new TableRow(file, record.row, record.cells, columns, this.issues);
      const value = readRow(row);
      if (row.isGood) values.push(value);
    }
    return values;
  }

  /** An optional table: no file, no rows. */
  readIfPresent<Value>(file: string, table: TableName, readRow: (row: TableRow) => Value): Value[] {
    return this.has(file) ? this.read(file, table, readRow) : [];
  }
}
