import { type CellValue, cellText } from '../sheet.ts';
import { halfWidth, isErrorValue, isNothing } from './plainText.ts';

/** One coordinate: degrees, or metres of a projection; `isRepaired` where it was not a plain number. */
export type AngleReading =
  | { readonly kind: 'empty' }
  | { readonly kind: 'fault' }
  | {
      readonly kind: 'angle';
      readonly value: number;
      readonly isRepaired: boolean;
      readonly axis: 'lon' | 'lat' | null;
    };

const hemisphere =
  /^(东经|西经|北纬|南纬|经度?|纬度?|longitude|latitude|lng|lon|lat|[eswn])\s*[:=]?|\s*([eswn])$/gi;
/** 110d01m26s, as some devices write it. */
const lettered = /^(\d{1,3})\s*d\s*(\d{1,2}(?:\.\d+)?)\s*m\s*(?:(\d{1,2}(?:\.\d+)?)\s*s)?(?=\s*[ewns]?$)/i;
const degreesMinutesSeconds =
  /^(-?\d{1,3}(?:\.\d+)?)\s*[°度º˚。]\s*(?:(\d{1,2}(?:\.\d+)?)\s*['′’‘´`ˊ分]\s*)?(?:(\d{1,2}(?:\.\d+)?)\s*(?:["″”“秒]|''|′′|´´|’’|‘‘|ˊˊ)?)?$/;
const separatedParts = /^(\d{2,3})[\s:-](\d{1,2})[\s:-](\d{1,2}(?:\.\d+)?)$/;

/** Reads 106.52, １０６．５２, 106°31′12″, 东经106度31分, E106.52, 106:31:12. */
export function readAngle(cell: CellValue | undefined): AngleReading {
  if (typeof cell === 'number') return { kind: 'angle', value: cell, isRepaired: false, axis: null };
  const original = cellText(cell);
  if (original === '' || isNothing(original)) return { kind: 'empty' };
  if (isErrorValue(original)) return { kind: 'fault' };
  const wide = halfWidth(original)
    .replace(/^[''`]/, '')
    .replace(lettered, (_, degrees: string, minutes: string, seconds?: string) =>
      seconds === undefined ? `${degrees}°${minutes}′` : `${degrees}°${minutes}′${seconds}″`,
    );
  const marks = [...wide.matchAll(hemisphere)].map((match) => (match[1] ?? match[2] ?? '').toLowerCase());
  const axis = marks.some((mark) => /[经]|^(e|w|lng|lon|longitude)$/.test(mark))
    ? 'lon'
    : marks.length > 0
      ? 'lat'
      : null;
  const sign = marks.some((mark) => /西|南|^[ws]$/.test(mark)) ? -1 : 1;
  const text = wide.replace(hemisphere, '').trim().replace(/[,]$/, '');
  const isRepaired = text !== original;
  if (/^[-+]?\d+(\.\d+)?$/.test(text)) return { kind: 'angle', value: sign * Number(text), isRepaired, axis };
  // 109,978037 and 109。978037: a comma or full stop for the point. Three digits after a comma could be thousands.
  const pointless = /^([-+]?\d{1,3})(?:,(\d{4,})|[。·](\d{3,}))$/.exec(text);
  if (pointless)
    return {
      kind: 'angle',
      value: sign * Number(`${pointless[1]}.${pointless[2] ?? pointless[3]}`),
      isRepaired: true,
      axis,
    };
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text))
    return { kind: 'angle', value: sign * Number(text.replaceAll(',', '')), isRepaired: true, axis };
  const match = degreesMinutesSeconds.exec(text) ?? separatedParts.exec(text);
  if (!match) return { kind: 'fault' };
  const [, degrees = '0', minutes = '0', seconds = '0'] = match;
  if (Number(minutes) >= 60 || Number(seconds) >= 60) return { kind: 'fault' };
  // A hundredth of a second is 0.3 m; eight decimals keep it and leave out the noise.
  const value = Number((sign * (Number(degrees) + Number(minutes) / 60 + Number(seconds) / 3600)).toFixed(8));
  return { kind: 'angle', value, isRepaired: true, axis };
}

/** Splits "106.52,29.61", "(106.52 29.61)", "106°31′,29°36′", "东经106.5 北纬29.6" in two; null where it is not two parts. */
export function splitPair(cell: CellValue | undefined): readonly [string, string] | null {
  const text = halfWidth(cellText(cell))
    .replace(/^[[({]|[\])}]$/g, '')
    .replace(/^point\s*\(?/i, '')
    .trim();
  const parts = text
    // 110.01 E 28.06 N: the letter belongs to the number before it.
    .replace(/([\d°′″'"])\s+(?=[eswn](?:\s|,|$))/gi, '$1')
    .split(/\s*[,;、|/]\s*|\s+(?=[北纬东经nesw\d-])|(?=[北南]纬)|(?<=\d.*)(?<![北南])(?=纬)/i)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.length === 2 ? [parts[0]!, parts[1]!] : null;
}
