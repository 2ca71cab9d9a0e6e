import { type CellValue, isBlank, type Sheet } from './sheet.ts';

/** Attributes of things as cells of a table: what map files and dBASE tables hold by name, in any type. */

export type Attributes = Readonly<Record<string, unknown>>;

/** Attributes of which something has one, in the order they come in. */
export function attributeNames(things: readonly Attributes[]): string[] {
  const names = new Set<string>();
  for (const attributes of things)
    for (const [name, value] of Object.entries(attributes)) if (!isBlank(cellOf(value))) names.add(name);
  return [...names];
}

export const numberCell = (value: number): CellValue => (Number.isFinite(value) ? value : null);

export function cellOf(value: unknown): CellValue {
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number') return numberCell(value);
  if (value === null || value === undefined) return null;
  // A date of a dBASE table, at midnight of this computer's clock.
  if (value instanceof Date) {
    const part = (number: number): string => String(number).padStart(2, '0');
    const year = value.getFullYear();
    return Number.isNaN(year) ? null : `${year}-${part(value.getMonth() + 1)}-${part(value.getDate())}`;
  }
  return JSON.stringify(value);
}

/** A sheet of things, one a row from row 2 on, under a header that is one for certain. */
export const attributeSheet = (
  name: string,
  header: readonly string[],
  things: readonly (readonly CellValue[])[],
): Sheet => ({
  name,
  isHidden: false,
  rows: [header, ...things].map((cells, index) => ({ row: index + 1, cells })),
  merges: [],
  hasHeaderFirst: true,
});
