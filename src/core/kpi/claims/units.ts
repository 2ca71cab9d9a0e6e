import { halfWidth } from '../../io/tables/cells/plainText.ts';
import { daysPerYear, minPerHour } from '../../units.ts';
import type { FigureUnit } from './rule.ts';

/** A unit as a statement writes it, and how many units of the figure it is. */
export interface StatedUnit {
  readonly unit: FigureUnit;
  readonly scale: number;
  /** What counts are counted in (条, 辆, node); empty for all others. */
  readonly counter: string;
}

const myriads: Readonly<Record<string, number>> = { 百: 100, 千: 1000, 万: 10_000, 亿: 1e8 };
const hoursPerDay = 24;
const monthsPerYear = 12;

const parcel = '(?:件|票|单|包裹|parcels?)';
const per = '(?:/|每|per)';
const counters =
  /^(?:个|处|座|所|家|条|辆|台|部|站|点|村|个?(?:行政村|建制村)|nodes?|villages?|lines?|routes?|compan(?:y|ies)|brands?|vehicles?|vans?|trucks?|stations?|cent(?:er|re)s?|points?)$/;

/** What is counted may follow what it is counted in: 条线路, 家快递企业, 个村. */
const counterOf = (unit: string): string =>
  unit.replace(/^([条家辆])(?:(?:配送)?线路|(?:快递)?(?:企业|公司)|车)$/, '$1').replace(/^个村$/, '村');

/** The first that fits. */
const units: readonly (readonly [pattern: RegExp, unit: FigureUnit, scale: number])[] = [
  [/^(?:%|percent|百分比)$/, 'share', 0.01],
  [/^成$/, 'share', 0.1],
  [/^(?:个?小时|时|h|hrs?|hours?)$/, 'hour', 1],
  [/^(?:天|日|days?)$/, 'hour', hoursPerDay],
  [/^(?:分钟|min|minutes?)$/, 'hour', 1 / minPerHour],
  [new RegExp(`^(?:元|圆|块|yuan|rmb|cny)${per}${parcel}$`), 'yuan/parcel', 1],
  [new RegExp(`^角${per}${parcel}$`), 'yuan/parcel', 0.1],
  [new RegExp(`^分${per}${parcel}$`), 'yuan/parcel', 0.01],
];

/** Of a rate per day, month or year. */
const rates: readonly (readonly [pattern: RegExp, unit: FigureUnit])[] = [
  [new RegExp(`^${parcel}$`), 'parcel/day'],
  [/^(?:元|yuan|rmb|cny)$/, 'yuan/day'],
  [/^(?:公里|千米|km)$/, 'km/day'],
  [/^(?:公斤|千克|kg)$/, 'kg/day'],
  [/^(?:班|班次|dut(?:y|ies))$/, 'duty/day'],
];
const perDay: Readonly<Record<string, number>> = {
  ...{ 日: 1, 天: 1, day: 1 },
  ...{ 月: monthsPerYear / daysPerYear, month: monthsPerYear / daysPerYear },
  ...{ 年: 1 / daysPerYear, year: 1 / daysPerYear },
};

/** Small letters of usual width; of a unit in two languages (件/日 / parcel/day) the first. */
const plainUnit = (unit: string): string =>
  halfWidth(unit)
    .toLowerCase()
    .split(' / ')[0]!
    .replace(/per\s*cent/, 'percent')
    .replace(/\s+/g, '');

/** What a unit measures; null where no figure of a plan is in it (吨, 个百分点, %/年). */
export function statedUnit(text: string): StatedUnit | null {
  const plain = plainUnit(text);
  const prefix = /^([百千万亿])(?!分)/.exec(plain)?.[1];
  const bare = prefix === undefined ? plain : plain.slice(1);
  const factor = prefix === undefined ? 1 : myriads[prefix]!;
  for (const [pattern, unit, scale] of units)
    if (pattern.test(bare)) return { unit, scale: scale * factor, counter: '' };
  const counter = counterOf(bare);
  if (counters.test(counter)) return { unit: 'count', scale: factor, counter };
  const [, what = '', time = ''] = /^(.+?)(?:\/|每|per)(日|天|月|年|day|month|year)$/.exec(bare) ?? [];
  const rate = rates.find(([pattern]) => pattern.test(what));
  return rate ? { unit: rate[1], scale: factor * perDay[time]!, counter: '' } : null;
}

/** 万, 千 behind a number. */
export const myriadOf = (letter: string | undefined): number =>
  letter === undefined ? 1 : (myriads[letter] ?? 1);
