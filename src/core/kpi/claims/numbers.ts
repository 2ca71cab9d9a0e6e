import { halfWidth } from '../../io/tables/cells/plainText.ts';
import { readChineseNumber } from '../../io/tables/cells/readNumber.ts';
import { myriadOf } from './units.ts';

/** What a cell says in numbers, in the unit it is given in. */
export interface StatedNumber {
  /** Both ends; the same where it is one number. */
  readonly least: number;
  readonly most: number;
  /** Half a unit of the last digit given: 27.6 is anything from 27.55 on. */
  readonly halfDigit: number;
  /** What stands behind the number: its unit, where the cell has it too. */
  readonly unitText: string;
  /** The unit's 万 was behind the number already. */
  readonly hasMyriad: boolean;
}

const digits = String.raw`\d+(?:\.\d+)?`;
const words = '[零〇一二两三四五六七八九十]+';
/** 四条, 两成, 十二辆: what is counted or measured, not 三级 or 一流. */
const countedWords = new RegExp(
  `(?<![第另统同逐零〇一二两三四五六七八九十])(${words})(?=\\s*(?:成|个|条|家|辆|台|处|座|天|日(?!达)|小时|元|分钟|万|千|百|%|[-~～—至到]\\s*${words}|$))`,
  'g',
);
const range = new RegExp(
  `(${digits})([百千万亿]?)(\\D{0,3}?)\\s*(?:[-–—~至到]|to)\\s*(${digits})([百千万亿]?)(.*)$`,
);
/** From one state to another: the later one is what is claimed. */
const change =
  /^.*\d\D{0,6}?\s*(?:->|→|=>|变为|(?:下降|降低|降|减少|减|缩短|压缩|提高|提升|升|增)(?:到|至|为))\s*/;

/** Digits for Chinese numbers, of usual width and without signs between thousands, in small letters. */
export const plainNumbers = (text: string): string =>
  halfWidth(text)
    .toLowerCase()
    .replace(/(?<=\d)[, ](?=\d{3}(?!\d))/g, '')
    .replace(new RegExp(`百分之\\s*(${words}|${digits})`, 'g'), '$1%')
    .replace(countedWords, (word) => String(readChineseNumber(word) ?? word));

const halfDigitOf = (number: string): number => 0.5 * 10 ** -(number.split('.')[1]?.length ?? 0);

/** What stands behind the last number of a cell: 条 of “1+12”条. */
export const behindNumbers = (valueText: string): string =>
  /\d[^\p{L}\d%]*([\p{L}%][^\d]*)$/u.exec(plainNumbers(valueText))?.[1] ?? '';

/** null: a class, a text, or several numbers of which none is the one. */
export function statedNumber(valueText: string): StatedNumber | null {
  const text = plainNumbers(valueText).trim().replace(change, '');
  // A minus before a share may be a fall or the sign of one: which is not known.
  if (/^[-−]\s*\d/.test(text)) return null;
  const ends = range.exec(text);
  if (ends) {
    const [, first = '', firstMyriad = '', , last = '', lastMyriad = '', unitText = ''] = ends;
    if (/\d/.test(unitText) || /\d/.test(text.slice(0, ends.index))) return null;
    const factor = myriadOf(lastMyriad || undefined);
    return {
      least: Number(first) * (firstMyriad === '' ? factor : myriadOf(firstMyriad)),
      most: Number(last) * factor,
      halfDigit: halfDigitOf(last) * factor,
      unitText,
      hasMyriad: lastMyriad !== '',
    };
  }
  const numbers = [...text.matchAll(new RegExp(digits, 'g'))];
  const only = numbers[0];
  if (!only || numbers.length > 1) return null;
  const behind = text.slice(only.index + only[0].length).trim();
  const myriad = /^[百千万亿](?!分)/.exec(behind)?.[0];
  const factor = myriadOf(myriad);
  const number = Number(only[0]) * factor;
  return {
    least: number,
    most: number,
    halfDigit: halfDigitOf(only[0]) * factor,
    unitText: myriad === undefined ? behind : behind.slice(1),
    hasMyriad: myriad !== undefined,
  };
}
