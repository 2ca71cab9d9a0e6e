import type { KeptDraft } from '../../src/clients/drafts.ts';

const kinds = { Float64Array, Int32Array, Uint8Array } as const;
interface Typed {
  readonly typed: keyof typeof kinds;
  /** null stands for NaN, which JSON lacks. */
  readonly values: readonly (number | null)[];
}
const isTyped = (value: unknown): value is Typed =>
  typeof value === 'object' && value !== null && 'typed' in value && 'values' in value;

/** A kept draft from JSON, where blocks of memory stand as lists of their numbers. */
export const reviveDraft = (text: string): KeptDraft =>
  JSON.parse(text, (_key, value: unknown) =>
    isTyped(value) ? kinds[value.typed].from(value.values.map((number) => number ?? Number.NaN)) : value,
  ) as KeptDraft;
