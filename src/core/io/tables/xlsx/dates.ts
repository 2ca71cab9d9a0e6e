import { dateOfDay } from '../../civilDate.ts';
import { attribute, withoutPrefix } from './xml.ts';

export type DateStyle = 'none' | 'date' | 'clock' | 'dateAndClock';

/** Formats every workbook knows without stating them (ECMA-376 part 1, 18.8.30; 27-36 and 50-58 are the Chinese dates). */
function builtInStyle(formatId: number): DateStyle {
  if (formatId === 22) return 'dateAndClock';
  if ((formatId >= 18 && formatId <= 21) || (formatId >= 45 && formatId <= 47)) return 'clock';
  if (formatId >= 32 && formatId <= 35) return 'clock';
  const isDate = (formatId >= 14 && formatId <= 17) || (formatId >= 27 && formatId <= 36);
  return isDate || (formatId >= 50 && formatId <= 58) ? 'date' : 'none';
}

function styleOfCode(code: string): DateStyle {
  const bare = code.replace(/"[^"]*"|\\.|\[[^\]]*\]/g, (part) => (/^\[[hms]+\]$/i.test(part) ? part : ''));
  const hasDate = /[yd]/i.test(bare);
  const hasClock = /[hs]/i.test(bare);
  if (hasDate && hasClock) return 'dateAndClock';
  return hasDate ? 'date' : hasClock ? 'clock' : 'none';
}

/** What each cell format of the style sheet shows, by index. */
export function readDateStyles(stylesXml: string | undefined): readonly DateStyle[] {
  const xml = withoutPrefix(stylesXml ?? '');
  const custom = new Map<number, DateStyle>();
  for (const [element] of xml.matchAll(/<numFmt\b[^>]*>/g))
    custom.set(Number(attribute(element, 'numFmtId')), styleOfCode(attribute(element, 'formatCode') ?? ''));
  const formats = /<cellXfs\b[\s\S]*?<\/cellXfs>/.exec(xml)?.[0] ?? '';
  return [...formats.matchAll(/<xf\b[^>]*>/g)].map(([element]) => {
    const formatId = Number(attribute(element, 'numFmtId') ?? 0);
    return custom.get(formatId) ?? builtInStyle(formatId);
  });
}

/** Serial of 1970-01-01. */
const serialOf1970 = 25_569;

const pad = (value: number): string => String(value).padStart(2, '0');

/** Minutes after midnight of a serial's fraction as HH:MM. */
export function clockOfSerial(serial: number): string {
  const minutes = Math.round((serial - Math.floor(serial)) * 1440) % 1440;
  return `${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

/** Serial day number (1900 system, 1 = 1900-01-01, with Excel's 29 February 1900) as YYYY-MM-DD. */
export const dateOfSerial = (serial: number): string => dateOfDay(Math.floor(serial) - serialOf1970);

/** A serial as the cell shows it. */
export function textOfSerial(serial: number, style: DateStyle): string {
  if (style === 'clock' || serial < 1) return clockOfSerial(serial);
  const hasClock = serial !== Math.floor(serial);
  return hasClock ? `${dateOfSerial(serial)} ${clockOfSerial(serial)}` : dateOfSerial(serial);
}
