import { type CellValue, cellText } from '../sheet.ts';
import { halfWidth } from './plainText.ts';

/** A code of the administrative list: 12 digits; shorter ones are filled with zeros. */
export type CodeReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'code'; readonly code: string; readonly isPadded: boolean }
  | { readonly kind: 'lostDigits' }
  | { readonly kind: 'fault' };

/** Reads a division code; "4.30E+11" has lost its digits for good. */
export function readCode(cell: CellValue | undefined): CodeReading {
  const text = halfWidth(cellText(cell))
    .replace(/^[''‘’`]/, '')
    .replace(/\.0+$/, '')
    .replace(/[\s-]/g, '');
  if (text === '') return { kind: 'empty' };
  if (/^\d(\.\d+)?e\+?\d+$/i.test(text)) return { kind: 'lostDigits' };
  if (!/^\d+$/.test(text)) return { kind: 'fault' };
  if (text.length === 12) return { kind: 'code', code: text, isPadded: false };
  if (text.length === 6 || text.length === 9)
    return { kind: 'code', code: text.padEnd(12, '0'), isPadded: true };
  return { kind: 'fault' };
}
