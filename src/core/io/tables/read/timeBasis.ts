import { issue } from '../../../issues.ts';
import type { Parcels } from '../../../units.ts';
import { halfWidth } from '../cells/plainText.ts';
import { readMonth } from '../cells/readDate.ts';
import type { Column } from '../importRow.ts';
import type { ReadContext } from './readContext.ts';

const daysOfMonth = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const daysPerYear = 365;

/** span: the whole of a period of several months. */
type Basis = 'day' | 'week' | 'month' | 'year' | 'span';

/** Time base that a title states. */
export function basisOfTitle(title: string): Basis | null {
  if (/日均|每日|每天|\/日|\/天|天均|per_day|perday/i.test(title)) return 'day';
  if (/周均|每周|\/周/.test(title)) return 'week';
  if (/月均|每月|\/月|月件量|月业务量|当月|本月/.test(title)) return 'month';
  return /年均|全年|每年|\/年|年件量|年业务量|年度/.test(title) ? 'year' : null;
}

/** Time base that the header of a column of parcels states: there 月派件量 says it, which in a title need not. */
function basisOfHeader(header: string): Basis | null {
  const stated = basisOfTitle(header);
  if (stated !== null) return stated;
  if (/(?:^|[^\d])日(?!期)/.test(header)) return 'day';
  if (/(?:^|[^\d])周/.test(header)) return 'week';
  if (/(?:^|[^\d个])月/.test(header)) return 'month';
  return /(?:^|[^\d])年/.test(header) ? 'year' : null;
}

/** Period that a header names: 2025-05 of 2025年5月派件量, 5月 without a year, 2024 of 2024年派件量, several months as written; else empty. */
function periodOfHeader(header: string): string {
  const text = halfWidth(header).replace(/\s+/g, '');
  if (monthSpan(text)) return text;
  const month = /(?:(\d{4})[年/.-])?(?<!\d)(1[0-2]|0?[1-9])月/.exec(text);
  if (month) return month[1] ? `${month[1]}-${month[2]!.padStart(2, '0')}` : `${Number(month[2])}月`;
  return /(?<!\d)((?:19|20)\d{2})年/.exec(text)?.[1] ?? '';
}

/** First and last month of 2024年一季度, 上半年, 1-6月; null for other periods. */
export function monthSpan(period: string): readonly [first: number, last: number] | null {
  const text = halfWidth(period).replace(/\s+/g, '');
  const quarter = /第?([一二三四1-4])季度?|[qQ]([1-4])/.exec(text);
  if (quarter) {
    const word = quarter[1] ?? quarter[2]!;
    const number = Number(word) || '一二三四'.indexOf(word) + 1;
    return [3 * number - 2, 3 * number];
  }
  if (/上半年/.test(text)) return [1, 6];
  if (/下半年/.test(text)) return [7, 12];
  const range = /(?:^|年)(\d{1,2})月?(?:-|~|至|到)(\d{1,2})月/.exec(text);
  if (!range) return null;
  const [first, last] = [Number(range[1]), Number(range[2])];
  return first >= 1 && last <= 12 && first <= last ? [first, last] : null;
}

const yearOf = (period: string): number => Number(/^\d{4}/.exec(period)?.[0] ?? 0);
function daysOf(month: number, year: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) && year > 0;
  return month === 2 && isLeap ? 29 : daysOfMonth[month - 1]!;
}

/** Days that a figure covers: 28 to 31 for a named month. */
function daysIn(basis: Basis, period: string): number {
  if (basis === 'day') return 1;
  if (basis === 'week') return 7;
  const span = monthSpan(period);
  if (span) {
    let days = 0;
    for (let month = span[0]; month <= span[1]; month++) days += daysOf(month, yearOf(period));
    // Per month, as the header may say: the mean of the months.
    return basis === 'month' ? days / (span[1] - span[0] + 1) : days;
  }
  if (basis === 'year') return daysPerYear;
  const month = readMonth(period);
  return month === null ? daysPerYear / 12 : daysOf(month, yearOf(period));
}

/** A period as written says how long it is: a month, a year, a day. */
function basisOfPeriod(period: string): Basis | null {
  if (period === '') return null;
  if (/^\d{4}-\d{2}-\d{2}$/.test(period)) return 'day';
  if (/^\d{4}$/.test(period)) return 'year';
  if (monthSpan(period)) return 'span';
  return readMonth(period) === null ? null : 'month';
}

/** More are a slip of the finger. */
const mostParcelsPerDay = 1_000_000;

/** A column of parcels: how many days its figures stand for, and the most that one of them can be. */
export interface ParcelBasis {
  readonly days: number;
  readonly max: Parcels;
}

/**
 * How the columns of parcels of a table are to be read, by their headers, the period of the row and the table's title.
 * A header that says neither day, month nor year is taken for a day and asked about; one that is divided is told. Once each.
 */
export function parcelBasis(
  { shape, report }: ReadContext,
  titleBasis: Basis | null,
): (column: Column, rowPeriod: string) => ParcelBasis {
  const told = new Set<string>();
  return ({ header: { parts, text } }, rowPeriod) => {
    const header = parts.join('');
    const own = periodOfHeader(header);
    const period = own || rowPeriod;
    const stated = basisOfHeader(header) ?? basisOfPeriod(period) ?? titleBasis;
    const days = daysIn(stated ?? 'day', period);
    const code = stated === null ? 'demand.periodAssumed' : 'demand.periodDivided';
    // A row's own period differs from row to row: it speaks for itself.
    const isTold = stated === null || (days !== 1 && rowPeriod === '');
    if (isTold && !told.has(header)) {
      told.add(header);
      const at = { table: shape.table, row: shape.headerRow, column: text };
      const divided = { days: Number(days.toFixed(1)) };
      report(issue(code, { column: header, ...(stated === null ? {} : divided) }, at));
    }
    return { days, max: days * mostParcelsPerDay };
  };
}
