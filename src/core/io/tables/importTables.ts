import type { LonLat } from '../../geo.ts';
import type { Issue } from '../../issues.ts';
import type { Result } from '../../result.ts';
import { toEnd } from '../../toEnd.ts';
import type { Metres } from '../../units.ts';
import type { DecodeText } from '../textDecoding.ts';
import type { TableSystem } from './crs/systems.ts';
import type { TableKind } from './kinds.ts';
import { checkContext, checkTable, type ImportedTable } from './pipeline/checkTable.ts';
import type { RememberedColumns } from './pipeline/choices.ts';
import { openFiles } from './pipeline/openFiles.ts';
import type { KnownCounty } from './places/matchPlace.ts';
import type { TableFile } from './sheet.ts';

export type { ImportedTable } from './pipeline/checkTable.ts';

export interface TableOptions {
  readonly decode: DecodeText;
  /** null: guessed from the headers. */
  readonly kind: TableKind | null;
  /** auto: as stated by the table, else by the evidence. */
  readonly system: TableSystem | 'auto';
  /** Central meridian of coordinates in metres; null: by their zone number or the county's zone. */
  readonly meridianDeg?: number | null;
  /** Columns a user has settled before, by header signature. */
  readonly remembered: ReadonlyMap<string, RememberedColumns>;
  /** Metres to the nearest loaded road, as further evidence for the coordinate system. */
  readonly distanceToRoadM: ((lonLat: LonLat) => Metres) | null;
}

/**
 * Reads table files of any kind into typed rows, all guesses taken. Good rows go on, every other cell is an issue with its
 * place; `county` null reads without matching places. Not ok only where no file held a table.
 */
export function importTables(
  files: readonly TableFile[],
  county: KnownCounty | null,
  options: TableOptions,
): Result<readonly ImportedTable[]> {
  const opened = toEnd(openFiles(files, options.decode));
  const issues: Issue[] = [...opened.issues];
  const context = checkContext(county, options);
  const choices = {
    ...(options.kind === null ? {} : { kind: options.kind }),
    ...(options.system === 'auto' ? {} : { system: options.system }),
    meridianDeg: options.meridianDeg ?? null,
  };
  const tables: ImportedTable[] = [];
  for (const table of opened.tables) {
    const checked = toEnd(checkTable(table, choices, context));
    issues.push(...checked.issues);
    if (checked.imported) tables.push(checked.imported);
  }
  return tables.length > 0 ? { ok: true, value: tables, issues } : { ok: false, issues };
}
