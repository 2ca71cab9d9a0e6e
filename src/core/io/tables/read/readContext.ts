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
  /** Systems the user has settled for single townships. */
  readonly systemByTownship: Readonly<Record<string, TableSystem>>;
  /** Central meridian of metres that the user has given; null: by their zone number or the county's zone. */
  readonly meridianDeg: number | null;
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
  readonly report: (found: Issue) => void;
}

/** What speaks for the system of one township's points. */
export interface TownshipEvidence {
  readonly township: string;
  readonly system: TableSystem;
  /** False where another system fits nearly as well, as with a handful of points. */
  readonly isClear: boolean;
  readonly pointCount: number;
  readonly evidence: readonly SystemEvidence[];
}

/** What the coordinates of a table were taken to be, per township where they differ, and why. */
export interface SystemChoice {
  readonly system: TableSystem;
  readonly byTownship: Readonly<Record<string, TableSystem>>;
  readonly evidence: readonly SystemEvidence[];
  readonly pointCount: number;
  /** Every township with a known point, by name; `system` is what its rows were taken for. */
  readonly townships: readonly TownshipEvidence[];
}

/** Tells how many data rows are done, every so often; answers with the good rows. */
export type Reading<Value> = Generator<number, Value[]>;
/** A row takes some 50 µs, so that a slice stays well under a frame. */
export const rowsPerSlice = 200;

/** Every row read by `read`; rows it finds bad are left out (it has told why). */
export function* readRows<Value>(
  context: ReadContext,
  read: (row: ImportRow) => Value | null,
): Reading<Value> {
  const values: Value[] = [];
  for (const [index, sheetRow] of context.rows.entries()) {
    if (index % rowsPerSlice === rowsPerSlice - 1) yield index;
    const row = new ImportRow(context.shape.table, sheetRow, context.columns, context.report);
    const value = read(row);
    if (row.isGood && value !== null) values.push(value);
  }
  return values;
}
