import type { ClockMin, Share } from '../core/units.ts';
import { formatClock } from '../core/units.ts';
import type { Language } from './t.ts';

/** Numbers as people read them. Missing (undefined, NaN) is always an em dash. */
const missing = '—';
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(language: Language, minDigits: number, maxDigits: number): Intl.NumberFormat {
  const key = `${language}/${minDigits}/${maxDigits}`;
  let found = formatters.get(key);
  if (!found) {
    found = new Intl.NumberFormat(language, {
      minimumFractionDigits: minDigits,
      maximumFractionDigits: maxDigits,
      // No figure on the screen is a negative zero.
      signDisplay: 'negative',
    });
    formatters.set(key, found);
  }
  return found;
}

const isMissing = (value: number | undefined | null): value is undefined | null =>
  value === undefined || value === null || Number.isNaN(value);

/** A number with a fixed count of decimals. */
export function formatNumber(value: number | undefined | null, language: Language, digits = 0): string {
  return isMissing(value) ? missing : formatter(language, digits, digits).format(value);
}

/** An input value: as many decimals as it was given with, at most four. */
export const formatInput = (value: number | undefined | null, language: Language): string =>
  isMissing(value) ? missing : formatter(language, 0, 4).format(value);

/** Yuan with two decimals below 100, none above. */
export const formatYuan = (yuan: number | undefined | null, language: Language): string =>
  formatNumber(yuan, language, isMissing(yuan) || Math.abs(yuan) < 100 ? 2 : 0);

/** Kilometres with one decimal below 1000. */
export const formatKm = (km: number | undefined | null, language: Language): string =>
  formatNumber(km, language, isMissing(km) || Math.abs(km) < 1000 ? 1 : 0);

export const formatHours = (hours: number | undefined | null, language: Language): string =>
  formatNumber(hours, language, 1);

/** As exact as targets are judged: what differs from one by less is the last bits of a division. */
const sameWithin = 1e-9;

/** The fewest decimals from `digits` on that do not round a value onto a mark it is not on (a target, nothing, all). */
export function digitsOffMarks(value: number, digits: number, marks: readonly number[]): number {
  const isOnMark = (count: number): boolean =>
    marks.some(
      (mark) =>
        Math.abs(value - mark) > sameWithin && Number(value.toFixed(count)) === Number(mark.toFixed(count)),
    );
  let count = digits;
  while (isOnMark(count)) count++;
  return count;
}

/**
 * A share as a percentage with one decimal, without a trailing ".0". Nearly all is not 100 %, nearly nothing not 0 %,
 * and what nearly meets a target does not show as the target: it gets as many decimals as tell them apart.
 */
export function formatShare(
  share: Share | undefined | null,
  language: Language,
  targets: readonly Share[] = [],
): string {
  if (isMissing(share)) return missing;
  const marks = [0, 1, ...targets].map((mark) => mark * 100);
  return `${formatter(language, 0, digitsOffMarks(share * 100, 1, marks)).format(share * 100)}%`;
}

/** Minutes as h:mm, for lengths of time. */
export function formatDuration(min: number | undefined | null): string {
  if (isMissing(min)) return missing;
  const rounded = Math.round(min);
  return `${Math.floor(rounded / 60)}:${String(rounded % 60).padStart(2, '0')}`;
}

export const formatTime = (clockMin: ClockMin | undefined | null): string =>
  isMissing(clockMin) ? missing : formatClock(clockMin);
