import type { TFunction } from 'i18next';
import { runsOnDay } from '../../core/evaluate/calendar.ts';
import type { PlannedLine } from '../../core/model/plan.ts';
import { weekdayKeys } from '../levels/useDayName.ts';

const daysPerWeek = 7;

/**
 * Days of a line as a notice says them: which weekdays, or every how many days and on which of the first ones. Day 0 is a
 * Monday.
 */
export function daysInWords(
  { serviceDays, phase }: Pick<PlannedLine, 'serviceDays' | 'phase'>,
  t: TFunction,
): string {
  const weekday = (day: number): string => t(`levels.weekdays.${weekdayKeys[day % daysPerWeek]!}`);
  if (serviceDays.kind === 'daily') return t('lines.daily');
  if (serviceDays.kind === 'weekdays') {
    const inOrder = serviceDays.days.toSorted((a, b) => a - b);
    return inOrder.map(weekday).join(t('prints.and'));
  }
  const days = Array.from({ length: serviceDays.n }, (_, day) => day);
  const first = days.find((day) => runsOnDay(serviceDays, phase, day)) ?? 0;
  const rhythm = serviceDays.n === 2 ? t('lines.alternate') : t('lines.everyN', { n: serviceDays.n });
  return t('prints.from', { rhythm, day: weekday(first) });
}
