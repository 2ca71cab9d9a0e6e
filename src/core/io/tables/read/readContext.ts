import type { LonLat } from '../../../geo.ts';
import type { Issue } from '../../../issues.ts';
import type { CountyBoundary } from '../../../model/county.ts';
import type { Metres } from '../../../units.ts';
import type { SystemEvidence } from '../crs/judgeSystem.ts';
import type { TableSystem } from '../crs/systems.ts';
import { type Columns, ImportRow } from '../importRow.ts';
import type { PlaceIndex } from '../places/matchPlace.ts';
import type { SheetRow } from '../sheet.ts';
import type { TableShape } from '../tableShape.ts';

/** One table about to be read: its parts, what is known of the county, and where to tell. */
export interface ReadContext {
  readonly shape: TableShape;
  readonly columns: Columns;
  /** Data rows, filled down. */
  readonly rows: readonly SheetRow[];
  /** null: no county was named, so places are not matched. */
  readonly index: PlaceIndex | null;
  readonly boundary: CountyBoundary | null;
  /** auto: judged by the evidence. */
  readonly system: TableSystem | 'auto';
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
  readonly report: (found: Issue) => void;
}

/** What the coordinates of a table were taken to be, per township where they differ, and why. */
export interface SystemChoice {
  readonly system: TableSystem;
  readonly byTownship: Readonly<Record<string, TableSystem>>;
  readonly evidence: readonly SystemEvidence[];
  readonly pointCount: number;
}

/** Every row read by `read`; rows it finds bad are left out (it has told why). */
export function readRows<Value>(context: ReadContext, read: (row: ImportRow) => Value | null): Value[] {
  const values: Value[] = [];
  for (const sheetRow of context.rows) {
    const row = new ImportRow(context.shape.table, sheetRow, context.columns, context.report);
    const value = read(row);
    if (row.isGood && value !== null) values.push(value);
  }
  return values;
}
