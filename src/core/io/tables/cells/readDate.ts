import { type CellValue, cellText } from '../sheet.ts';
import { dateOfSerial } from '../xlsx/dates.ts';
import { halfWidth } from './plainText.ts';

const pad = (text: string): string => text.padStart(2, '0');
/** 1954 to 2119: serial numbers of days a planner can mean. */
const isSerial = (value: number): boolean => value >= 20_000 && value <= 80_000;

/**
 * A day (2024-05-01), month (2024-05) or year (2024) as text, shortest form that keeps what was written.
 * `isSerial` tells that a bare day number was understood as a date. null where it is no date.
 */
export function readDate(
  cell: CellValue | undefined,
): { readonly date: string; readonly isSerial: boolean } | null {
  const text = halfWidth(cellText(cell)).replace(/\s+\d{1,2}:\d{2}(:\d{2})?$/, '');
  const number = Number(text);
  if (/^\d{5}(\.\d+)?$/.test(text) && isSerial(number)) return { date: dateOfSerial(number), isSerial: true };
  const plain = (date: string) => ({ date, isSerial: false });
  const inRange = (month: string, day = '1'): boolean =>
    Number(month) >= 1 && Number(month) <= 12 && Number(day) >= 1 && Number(day) <= 31;
  const full =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (full && inRange(full[2]!, full[3]!)) return plain(`${full[1]}-${pad(full[2]!)}-${pad(full[3]!)}`);
  const month = /^(\d{4})[-/.年](\d{1,2})月?份?$/.exec(text) ?? /^(\d{4})(\d{2})$/.exec(text);
  if (month && inRange(month[2]!)) return plain(`${month[1]}-${pad(month[2]!)}`);
  const year = /^((?:19|20)\d{2})年?(?:度|全年)?$/.exec(text);
  return year ? plain(year[1]!) : null;
}

/** Month 1 to 12 of "2024-05", "5月", "5月份", 5; null where it is none. */
export function readMonth(cell: CellValue | undefined): number | null {
  const text = halfWidth(cellText(cell));
  const bare = /^(\d{1,2})(?:月份?)?$/.exec(text)?.[1] ?? readDate(cell)?.date.split('-')[1];
  const month = Number(bare ?? 0);
  return month >= 1 && month <= 12 ? month : null;
}
