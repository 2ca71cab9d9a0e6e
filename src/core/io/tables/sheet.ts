/** A table file as it came from the user. */
export interface TableFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** What a cell holds; dates and times of a workbook are already text (2024-05-01, 07:30). */
export type CellValue = string | number | boolean | null;

/** `row` is the number a spreadsheet shows; blank rows are left out but counted. */
export interface SheetRow {
  readonly row: number;
  readonly cells: readonly CellValue[];
}

/** A merged block of cells; rows from 1, columns from 0, both ends included. */
export interface Merge {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** One sheet; the value of a merged block stands in every row of its first column. */
export interface Sheet {
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: readonly SheetRow[];
  readonly merges: readonly Merge[];
  /** The first row is the header for certain: not a table somebody typed. */
  readonly hasHeaderFirst?: boolean;
}

/** What a person sees in the cell, without blanks around it (also wide and no-break ones). */
export function cellText(value: CellValue | undefined): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  // Invisible marks that copying from web pages and chat programs leaves behind.
  return (
    String(value)
      .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
      // The apostrophe before what looks like a formula is not part of the text.
      .replace(/^'(?=[=+\-@])/, '')
      .trim()
  );
}

export const isBlank = (value: CellValue | undefined): boolean => cellText(value) === '';
