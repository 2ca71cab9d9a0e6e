/** One repair of a table that was brought in: what stood in the cell and what was made of it. Kept with the project. */
export interface LoggedFix {
  readonly table: string;
  /** As a spreadsheet shows it. */
  readonly row: number;
  readonly column: string;
  /** Code of the issue that was repaired while reading, or `edited` for a change by hand. */
  readonly code: string;
  readonly from: string;
  readonly to: string;
}
