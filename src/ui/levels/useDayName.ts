import { useTranslation } from 'react-i18next';

const daysPerWeek = 7;
export const weekdayKeys = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Day of the calendar in words; the week is named only where there are two. */
export function useDayName(dayCount: number): (day: number) => string {
  const { t } = useTranslation();
  return (day) => {
    const weekday = t(`levels.weekdays.${weekdayKeys[day % daysPerWeek]!}`);
    if (dayCount <= daysPerWeek) return weekday;
    return t(day < daysPerWeek ? 'levels.weekOne' : 'levels.weekTwo', { day: weekday });
  };
}
