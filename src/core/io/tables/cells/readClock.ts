import type { ClockMin } from '../../../units.ts';
import { type CellValue, cellText } from '../sheet.ts';
import { halfWidth } from './plainText.ts';

const hourWords: readonly (readonly [RegExp, number])[] = [
  [/^(上午|早上|早|凌晨|am)/i, 0],
  [/^(下午|晚上|晚|傍晚|pm)/i, 12],
  [/^中午/, 0],
];

/** Minutes after midnight of 7:30, 7：30, 0730, 7点半, 下午2点, 2024-05-01 07:30 or the day fraction 0.3125; null for none of these. */
export function readClock(cell: CellValue | undefined): ClockMin | null {
  if (typeof cell === 'number') {
    if (cell >= 0 && cell < 1) return Math.round(cell * 1440);
    return Number.isInteger(cell) && cell <= 24
      ? cell * 60
      : cell >= 1000
        ? clockOfDigits(String(cell))
        : null;
  }
  let text = halfWidth(cellText(cell)).replace(/\s+/g, ' ').trim().toLowerCase();
  if (/^0?\.\d+$/.test(text)) return Math.round(Number(text) * 1440);
  text = text.replace(/^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}[ t]/, '');
  let offsetHours = 0;
  for (const [word, hours] of hourWords) {
    if (word.test(text)) offsetHours = hours;
    text = text.replace(word, '').trim();
  }
  if (/pm$/.test(text)) offsetHours = 12;
  text = text.replace(/\s*[ap]m$/, '');
  const match = /^(\d{1,2})(?:[:.点时](\d{1,2}|半)?)(?:分|整)?(?::\d{1,2})?$/.exec(text);
  if (!match) return /^\d{3,4}$/.test(text) ? clockOfDigits(text) : null;
  const hours = Number(match[1]) + (Number(match[1]) < 12 ? offsetHours : 0);
  const minutes = match[2] === undefined ? 0 : match[2] === '半' ? 30 : Number(match[2]);
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : null;
}

function clockOfDigits(digits: string): ClockMin | null {
  const hours = Number(digits.slice(0, -2));
  const minutes = Number(digits.slice(-2));
  return hours <= 24 && minutes < 60 ? hours * 60 + minutes : null;
}

/** Several clocks in one cell: "6:30、8:00；13:30". null where one of them is none. */
export function readClocks(cell: CellValue | undefined): readonly ClockMin[] | null {
  if (typeof cell === 'number') {
    const clock = readClock(cell);
    return clock === null ? null : [clock];
  }
  const texts = halfWidth(cellText(cell))
    .split(/[,;、\n/]|\s+(?=\d{1,2}[:点])/)
    .map((text) => text.trim())
    .filter((text) => text !== '');
  const clocks = texts.map(readClock);
  return clocks.every((clock) => clock !== null) ? clocks : null;
}

/** "8:00-18:00" as opening and closing; null where it is no such pair. */
export function readHours(cell: CellValue | undefined): readonly [ClockMin, ClockMin] | null {
  const parts = halfWidth(cellText(cell)).split(/[-~—–至到]+/);
  if (parts.length !== 2) return null;
  const [open, close] = parts.map(readClock);
  return open === null || open === undefined || close === null || close === undefined ? null : [open, close];
}
