import type { CellValue } from '../sheet.ts';
import { cellText } from '../sheet.ts';
import { halfWidth, isErrorValue, isNothing } from './plainText.ts';
import { type Dimension, unitFactor } from './units.ts';

export type NumberDoubt = 'repaired' | 'unitConverted' | 'approximate' | 'rangeAveraged';

/** A number read from a cell, in the dimension's own unit; `doubt` names what had to be understood. */
export type NumberReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault'; readonly fault: 'notANumber' | 'errorValue' }
  | {
      readonly kind: 'number';
      readonly value: number;
      readonly doubt: NumberDoubt | null;
      readonly hasUnit: boolean;
    };

const approximateStart =
  /^(约为?|大约|大概|近|将近|左右|±|~|≈|不足|超过?|不到|≥|≤|>=?|<=?|≧|≦|大于|小于|高于|低于|不少于|不超过|至少|最多)\s*/;
const approximateEnd = /\s*(左右|上下|以上|以下|余|多|余件|多件|\+)$/;
const numberPattern =
  /^([-+]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?(?:e[-+]?\d+)?|[-+]?\.\d+)\s*(万|千|百|亿)?\s*(\D*)$/i;
const myriads: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 1e8 };
const chineseDigits = '零一二三四五六七八九';

/** One to ninety-nine in Chinese: 两, 十二, 三十. */
export function readChineseNumber(text: string): number | null {
  const plain = text.replace('两', '二').replace('〇', '零');
  const match = /^([一二三四五六七八九]?)(十?)([零一二三四五六七八九]?)$/.exec(plain);
  if (!match || plain === '') return null;
  const [, tens = '', ten = '', ones = ''] = match;
  const digit = (letter: string): number => chineseDigits.indexOf(letter);
  if (ten === '') return tens !== '' && ones === '' ? digit(tens) : null;
  return (tens === '' ? 1 : digit(tens)) * 10 + (ones === '' ? 0 : digit(ones));
}

/** 0.1 + 0.2 is 0.3 to a reader: what floating point adds beyond 12 digits is taken off. */
const withoutNoise = (value: number): number => Number(value.toPrecision(12));

/** Reads "12.5公里", "３，０００", "约30件", "1.2万", "20-30", "80%". */
export function readNumber(cell: CellValue | undefined, dimension: Dimension): NumberReading {
  if (typeof cell === 'number') return { kind: 'number', value: cell, doubt: null, hasUnit: false };
  const original = cellText(cell);
  if (original === '' || isNothing(original)) return { kind: 'empty' };
  if (isErrorValue(original)) return { kind: 'fault', fault: 'errorValue' };
  const wide = halfWidth(original)
    .replace(/^[''`‘’]/, '')
    .trim();
  const bare = wide.replace(approximateStart, '').replace(approximateEnd, '').trim();
  let doubt: NumberDoubt | null = bare === original ? null : 'repaired';
  if (bare !== wide) doubt = 'approximate';
  const range = /^(\d+(?:\.\d+)?)\s*(?:-|~|—|–|至|到)\s*(\d+(?:\.\d+)?)\s*(\D*)$/.exec(bare);
  if (range) {
    const factor = range[3] === '' ? 1 : unitFactor(dimension, range[3]!);
    if (factor === undefined) return { kind: 'fault', fault: 'notANumber' };
    return {
      kind: 'number',
      value: withoutNoise(((Number(range[1]) + Number(range[2])) / 2) * factor),
      doubt: 'rangeAveraged',
      hasUnit: range[3] !== '',
    };
  }
  const currency = bare.replace(/^[¥￥$]\s*/, '');
  if (currency !== bare) doubt ??= 'repaired';
  const joined = currency.replace(/(\d)[ \u2009\u202f](?=\d{3}(?:\D|$))/g, '$1');
  if (joined !== currency) doubt ??= 'repaired';
  const match = numberPattern.exec(joined);
  if (!match) {
    const [, words = '', unit = ''] = /^([零一二三四五六七八九十两〇]+)(\D*)$/.exec(currency) ?? [];
    const value = words === '' ? null : readChineseNumber(words);
    const factor = unit === '' ? 1 : unitFactor(dimension, unit);
    if (value === null || factor === undefined) return { kind: 'fault', fault: 'notANumber' };
    return { kind: 'number', value: value * factor, doubt: doubt ?? 'repaired', hasUnit: unit !== '' };
  }
  const [, digits = '', myriad, unit = ''] = match;
  const factor = unit === '' ? 1 : unitFactor(dimension, unit);
  if (factor === undefined) return { kind: 'fault', fault: 'notANumber' };
  const value = withoutNoise(
    Number(digits.replaceAll(',', '')) * (myriad === undefined ? 1 : myriads[myriad]!) * factor,
  );
  if (doubt !== 'approximate') {
    if (myriad !== undefined || factor !== 1) doubt = 'unitConverted';
    else if (digits.includes(',') || unit !== '') doubt ??= 'repaired';
  }
  return { kind: 'number', value, doubt, hasUnit: unit !== '' };
}
