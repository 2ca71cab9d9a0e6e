import type { Graded } from '../../../model/graded.ts';

/** Numbers that differ by less were only written with fewer digits. */
const relativeTolerance = 1e-9;

export const isSameNumber = (a: number, b: number): boolean =>
  Math.abs(a - b) <= relativeTolerance * Math.max(1, Math.abs(a), Math.abs(b));

/** A figure from a table: the user's own where it says something new. One that repeats what is known keeps its origin. */
export const userValue = (value: number | null, known: Graded, source: string): Graded =>
  value === null || isSameNumber(value, known.value) ? known : { value, grade: 'user', source };
