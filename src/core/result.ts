import type { Issue } from './issues.ts';

/** The answer to reading user data: a value with what was doubtful, or only the reasons why there is none. */
export type Result<T> = { ok: true; value: T; issues: Issue[] } | { ok: false; issues: Issue[] };

/** A broken promise inside the program (never bad user data): throws. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new Error(`invariant: ${message}`);
}
