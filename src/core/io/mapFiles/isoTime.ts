import type { Minutes } from '../../units.ts';
import { dateOfDay, dayNumber } from '../civilDate.ts';

/** A moment as minutes since the start of 1970 in UTC. */
export interface Moment {
  readonly utcMin: Minutes;
  /** The text says no zone; GPX asks for UTC, which is what it is taken for. */
  readonly isZoneMissing: boolean;
}

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,](\d{1,9}))?)?\s*(?:(Z)|([+-])(\d\d):?(\d\d))?$/i;

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
