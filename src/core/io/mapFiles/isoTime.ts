import type { Minutes } from '../../units.ts';

/** A moment as minutes since the start of 1970 in UTC. */
export interface Moment {
  readonly utcMin: Minutes;
  /** The text says no zone; GPX asks for UTC, which is what it is taken for. */
  readonly isZoneMissing: boolean;
}

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

/** Days from 1970-01-01 to a date of the Gregorian calendar (years of March to February, eras of 400 years). */
export function dayNumber(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The date so many days after 1970-01-01, as 2026-05-12. */
export function dateOfDay(number: number): string {
  const shifted = number + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const marchMonth = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * marchMonth + 2) / 5) + 1;
  const month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9;
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0);
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`;
}

/** A time of ISO 8601 (Z or an offset, fractions of seconds); null where it is none. */
export function readMoment(text: string): Moment | null {
  const match = pattern.exec(text.trim());
  if (!match) return null;
  const at = (group: number): number => Number(match[group] ?? 0);
  const [year, month, day, hour, minute, second] = [at(1), at(2), at(3), at(4), at(5), at(6)];
  const isDate =
    month >= 1 && month <= 12 && dateOfDay(dayNumber(year, month, day)) === text.trim().slice(0, 10);
  // A leap second is written as 60.
  if (!isDate || hour > 24 || minute > 59 || second > 60) return null;
  const fraction = match[7] === undefined ? 0 : Number(`0.${match[7]}`);
  const offsetMin = (match[9] === '-' ? -1 : 1) * (at(10) * 60 + at(11));
  const localMin = dayNumber(year, month, day) * 1440 + hour * 60 + minute + (second + fraction) / 60;
  return { utcMin: localMin - offsetMin, isZoneMissing: match[8] === undefined && match[9] === undefined };
}
