import type { TableSystem } from '../crs/systems.ts';
import type { TableKind } from '../kinds.ts';
import { type ColumnMatch, type Header, type Mapping, mapColumns, plainHeader } from '../mapColumns.ts';
import type { HeaderChoice } from '../tableShape.ts';

/** What a user has settled about one table; whatever is absent is guessed. Plain data: it crosses to a worker. */
export interface TableChoices {
  /** Absent: visible sheets are read, hidden ones are not. */
  readonly isIncluded?: boolean;
  readonly header?: HeaderChoice;
  readonly kind?: TableKind;
  /** Field -> position of its column (from 0), or null where the table has none; fields not named are suggested. */
  readonly columns?: Readonly<Record<string, number | null>>;
  readonly system?: TableSystem;
  /** Central meridian of metres; null or absent: by their zone number or the county's zone. */
  readonly meridianDeg?: number | null;
  readonly systemByTownship?: Readonly<Record<string, TableSystem>>;
}

/** Columns a user has settled, by the words of the header: they hold for the next file with the same headers in any order. */
export interface RememberedColumns {
  readonly kind: TableKind;
  readonly headerOf: Readonly<Record<string, string>>;
}

export const rememberColumns = ({ kind, matches }: Mapping): RememberedColumns => ({
  kind,
  headerOf: Object.fromEntries(matches.map(({ fieldKey, header }) => [fieldKey, plainHeader(header)])),
});

/** A mapping from settled columns; a header that is not there leaves its field without a column. */
export function recallColumns({ kind, headerOf }: RememberedColumns, headers: readonly Header[]): Mapping {
  const columns: Record<string, number | null> = {};
  for (const { fieldKey } of mapColumns(kind, headers).matches) columns[fieldKey] = null;
  for (const [fieldKey, name] of Object.entries(headerOf))
    columns[fieldKey] = headers.find((header) => plainHeader(header) === name)?.index ?? null;
  return mapColumns(kind, headers, settledMatches(columns, headers), Object.keys(columns));
}

/** The suggestion for a kind with the user's own columns in place of the guesses. */
export const mapWithColumns = (
  kind: TableKind,
  headers: readonly Header[],
  columns: Readonly<Record<string, number | null>>,
): Mapping => mapColumns(kind, headers, settledMatches(columns, headers), Object.keys(columns));

const settledMatches = (
  columns: Readonly<Record<string, number | null>>,
  headers: readonly Header[],
): ColumnMatch[] =>
  Object.entries(columns).flatMap(([fieldKey, index]) => {
    const header = index === null ? undefined : headers[index];
    return header ? [{ fieldKey, header, score: 1 }] : [];
  });
