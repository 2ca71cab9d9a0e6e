/**
 * How far a number can be trusted.
 * sourced: read in the named document; derived: computed from sourced figures; assumption: working default;
 * user: typed in or imported by the person using the app.
 */
export type Grade = 'sourced' | 'derived' | 'assumption' | 'user';

/** One number with its range and its origin. The unit is in the name of the field or key that holds it. */
export interface Graded {
  readonly value: number;
  readonly low?: number;
  readonly high?: number;
  readonly grade: Grade;
  /** Document, page or arithmetic; free text shown to the user. */
  readonly source: string;
}
