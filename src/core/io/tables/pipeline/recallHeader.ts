import { joinAngles } from '../findPointColumns.ts';
import { headerSignature } from '../mapColumns.ts';
import type { Sheet } from '../sheet.ts';
import { type HeaderChoice, searchRows, shapeTable } from '../tableShape.ts';

const headerRowCounts = [1, 2, 3] as const;

/** Rows below a header that its shape may depend on. */
const rowsBelow = 3;

/** Header rows whose columns were settled by hand before: they need no known names to be found again. */
export function recallHeader(
  sheet: Sheet,
  isRemembered: (signature: string) => boolean,
): HeaderChoice | null {
  for (const [index, { row }] of sheet.rows.slice(0, searchRows).entries())
    for (const rowCount of headerRowCounts) {
      const choice = { firstRow: row, rowCount };
      const head = { ...sheet, rows: sheet.rows.slice(index, index + rowCount + rowsBelow), merges: [] };
      const shape = shapeTable(head, sheet.name, () => undefined, choice);
      if (shape && isRemembered(headerSignature(joinAngles(shape).headers))) return choice;
    }
  return null;
}
