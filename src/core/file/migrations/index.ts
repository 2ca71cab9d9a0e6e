import { v1ToV2 } from './v1ToV2.ts';

/** Turns the JSON of one format version into that of the next. Pure; never changed once shipped. */
export type Migration = (file: Record<string, unknown>) => Record<string, unknown>;

/** Entry n leads from version n + 1 to n + 2. Append only. */
export const migrations: readonly Migration[] = [v1ToV2];

/** Brings a file of an older version up to date by running the rest of the chain. */
export function migrate(
  file: Record<string, unknown>,
  fromVersion: number,
  chain: readonly Migration[] = migrations,
): Record<string, unknown> {
  return chain.slice(fromVersion - 1).reduce((current, migration) => migration(current), file);
}
