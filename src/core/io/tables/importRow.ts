import { type Issue, type IssueCode, issue } from '../../issues.ts';
import type { ServiceDays } from '../../model/scenario.ts';
import type { ClockMin } from '../../units.ts';
import { isErrorValue, isNothing } from './cells/plainText.ts';
import { readClock, readClocks } from './cells/readClock.ts';
import { readDate } from './cells/readDate.ts';
import { readNumber } from './cells/readNumber.ts';
import { readServiceDays } from './cells/readServiceDays.ts';
import { readYesNo } from './cells/readYesNo.ts';
import { splitNames } from './cells/splitNames.ts';
import { unitFactor, unitOfHeader } from './cells/units.ts';
import { type Field, kindFields } from './kinds.ts';
import type { Header, Mapping } from './mapColumns.ts';
import { type CellValue, cellText, type SheetRow } from './sheet.ts';
import type { TableShape } from './tableShape.ts';

export interface Column {
  readonly field: Field;
  readonly header: Header;
  /** Unit of the header over the field's own unit: 0.001 under 里程(米). */
  readonly factor: number;
}
export type Columns = ReadonlyMap<string, Column>;

/** Mapped columns by field; a header in another unit is reported once. */
export function locateFields(mapping: Mapping, shape: TableShape, report: (found: Issue) => void): Columns {
  const fieldOf = new Map(kindFields[mapping.kind].map((field) => [field.key, field]));
  const columns = new Map<string, Column>();
  for (const { fieldKey, header } of mapping.matches) {
    const field = fieldOf.get(fieldKey)!;
    const { dimension } = field;
    const unit = dimension === null ? null : unitOfHeader(header.parts.join(''), dimension);
    const factor = unit === null ? 1 : unitFactor(dimension!, unit)!;
    if (factor !== 1) {
      const at = { table: shape.table, row: shape.headerRow, column: header.text };
      report(issue('table.unitConverted', { column: header.text, unit: unit!, factor }, at));
    }
    columns.set(fieldKey, { field, header, factor });
  }
  return columns;
}

interface NumberLimits {
  readonly max?: number;
  readonly isInteger?: boolean;
  /** A bad cell keeps the row out; otherwise only the cell is dropped. */
  readonly isFatal?: boolean;
  /** A cell that says 无 counts none; otherwise it says nothing. */
  readonly isNoneZero?: boolean;
}

/** Words for a count of none. 暂无 and a dash leave open whether anybody has counted. */
const noneWords = /^(无|没有|none)$/i;

/** One row while it is read: every cell that is dropped, doubted or repaired is an issue with its place. */
export class ImportRow {
  isGood = true;
  readonly row: number;
  private readonly cells: readonly CellValue[];

  constructor(
    private readonly table: string,
    { row, cells }: SheetRow,
    private readonly columns: Columns,
    private readonly report: (found: Issue) => void,
  ) {
    this.row = row;
    this.cells = cells;
  }

  tell(code: IssueCode, key: string | null, params: Issue['params'] = {}): void {
    const column = key === null ? undefined : this.columns.get(key)?.header.text;
    const at = { table: this.table, row: this.row, ...(column === undefined ? {} : { column }) };
    this.report(issue(code, column === undefined ? params : { column, ...params }, at));
  }

  reject(code: IssueCode, key: string | null, params: Issue['params'] = {}): void {
    this.isGood = false;
    this.tell(code, key, params);
  }

  has(key: string): boolean {
    return this.columns.has(key);
  }

  cell(key: string): CellValue {
    const column = this.columns.get(key);
    return column === undefined ? null : (this.cells[column.header.index] ?? null);
  }

  cellAt(index: number): CellValue {
    return this.cells[index] ?? null;
  }

  /** Text of a cell; Excel's error values count as empty and are reported. */
  text(key: string): string {
    const text = cellText(this.cell(key));
    if (isErrorValue(text)) {
      this.tell('cell.errorValue', key, { value: text });
      return '';
    }
    return isNothing(text) ? '' : text;
  }

  requiredText(key: string): string {
    const text = this.text(key);
    if (text === '') this.reject('cell.required', key);
    return text;
  }

  /** A number of at least 0 in the field's own unit; null for an empty or dropped cell. */
  number(key: string, limits: NumberLimits = {}): number | null {
    const column = this.columns.get(key);
    return column === undefined ? null : this.numberOf(column, this.cell(key), limits);
  }

  numberOf({ field, header, factor }: Column, cell: CellValue, limits: NumberLimits = {}): number | null {
    const value = cellText(cell);
    const at = { table: this.table, row: this.row, column: header.text };
    const tell = (code: IssueCode, params: Issue['params'] = {}): null => {
      this.report(issue(code, { column: header.text, value, ...params }, at));
      return null;
    };
    const drop = (code: IssueCode): null => {
      if (limits.isFatal) this.isGood = false;
      return tell(code);
    };
    if (limits.isNoneZero && noneWords.test(value)) {
      tell('cell.noneIsZero', { to: 0 });
      return 0;
    }
    const reading = readNumber(cell, field.dimension ?? 'none');
    if (reading.kind === 'empty') return null;
    if (reading.kind === 'fault')
      return drop(reading.fault === 'errorValue' ? 'cell.errorValue' : 'cell.notANumber');
    // A percentage is a number of its own; the header's unit does not count twice.
    const number =
      reading.hasUnit || factor === 1 ? reading.value : Number((reading.value * factor).toPrecision(12));
    const isTooLarge = limits.max !== undefined && number > limits.max;
    if (number < 0 || isTooLarge || (limits.isInteger && !Number.isInteger(number)))
      return drop('cell.outOfRange');
    if (reading.doubt !== null) tell(`cell.${reading.doubt}`, { to: number });
    return number;
  }

  clock(key: string): ClockMin | null {
    if (this.text(key) === '') return null;
    const clockMin = readClock(this.cell(key));
    if (clockMin === null) this.tell('cell.notAClock', key, { value: this.text(key) });
    return clockMin;
  }

  clocks(key: string): readonly ClockMin[] {
    if (this.text(key) === '') return [];
    const clocks = readClocks(this.cell(key));
    if (clocks === null) this.tell('cell.notAClock', key, { value: this.text(key) });
    return clocks ?? [];
  }

  date(key: string): string {
    const text = this.text(key);
    if (text === '') return '';
    const reading = readDate(this.cell(key));
    if (reading === null) this.tell('cell.notADate', key, { value: text });
    else if (reading.isSerial) this.tell('cell.dateFromSerial', key, { value: text, to: reading.date });
    return reading?.date ?? '';
  }

  /** Days of service; null for an empty or unreadable cell, the latter told. */
  serviceDays(key: string): ServiceDays | null {
    const text = this.text(key);
    if (text === '') return null;
    const days = readServiceDays(text);
    if (days === null) this.tell('cell.unknownWord', key, { value: text });
    return days;
  }

  yesNo(key: string): boolean | null {
    const text = this.text(key);
    if (text === '') return null;
    const answer = readYesNo(this.cell(key));
    if (answer === null) this.tell('cell.unknownWord', key, { value: text });
    return answer;
  }

  /** Names one after another: 甲村、乙村-丙村→丁村. */
  names(key: string): readonly string[] {
    return splitNames(this.text(key));
  }
}

const sameAsAbove = /^(同上|上同|同前|〃|″|“|”|"|々)$/;

/** Rows with 同上 and, in the fields that are filled down, blanks replaced by the cell above; each told. */
export function fillDown(
  shape: TableShape,
  columns: Columns,
  report: (found: Issue) => void,
): readonly SheetRow[] {
  const above = new Map<number, CellValue>();
  const filledFields = [...columns.values()].filter(({ field }) => field.isFilledDown);
  return shape.rows.map(({ row, cells: given }) => {
    const cells = [...given];
    const fill = (index: number, code: IssueCode, column: string): void => {
      const to = above.get(index);
      if (to === undefined) return;
      cells[index] = to;
      const at = { table: shape.table, row, column };
      report(issue(code, { column, value: cellText(given[index]), to: cellText(to) }, at));
    };
    for (const header of shape.headers)
      if (sameAsAbove.test(cellText(cells[header.index])))
        fill(header.index, 'cell.sameAsAbove', header.text);
    const isCountyRow = cells.some((cell) =>
      /县级|县(快递|物流|寄递|公共)?(配送|分拨|分拣|物流|电商)?中心/.test(cellText(cell)),
    );
    if (!isCountyRow)
      for (const { header } of filledFields)
        if (cellText(cells[header.index]) === '') fill(header.index, 'cell.filledDown', header.text);
    for (const [index, cell] of cells.entries()) if (cellText(cell) !== '') above.set(index, cell);
    return { row, cells };
  });
}
