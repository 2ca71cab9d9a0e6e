import { halfWidth } from '../core/io/tables/cells/plainText.ts';

/** What is left of a text for a number: wide digits and the Chinese full stop count, blanks and units do not. */
export const numberText = (text: string): string =>
  halfWidth(text)
    .replaceAll('。', '.')
    .replace(/[^\w.-]+/g, '');

export interface NumberLimits {
  readonly min?: number | undefined;
  readonly max?: number | undefined;
  /** Digits behind the point; absent = any. */
  readonly precision?: number | undefined;
}

export interface SettledNumber {
  readonly value: number;
  /** Why it is not the number typed; null = it is. */
  readonly change: 'raised' | 'lowered' | 'rounded' | null;
}

/** The number a field takes over from a text when it is left; null where the text is none. */
export function settleNumber(text: string, { min, max, precision }: NumberLimits): SettledNumber | null {
  const plain = numberText(text);
  const typed = Number(plain);
  if (plain === '' || !Number.isFinite(typed)) return null;
  const rounded = precision === undefined ? typed : Number(typed.toFixed(precision));
  if (min !== undefined && rounded < min) return { value: min, change: 'raised' };
  if (max !== undefined && rounded > max) return { value: max, change: 'lowered' };
  return { value: rounded, change: rounded === typed ? null : 'rounded' };
}
