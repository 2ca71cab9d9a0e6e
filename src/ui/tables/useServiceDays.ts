import { useTranslation } from 'react-i18next';
import type { ServiceDays } from '../../core/model/scenario.ts';

/** Calendar of a line in words. */
export function useServiceDays(): (days: ServiceDays) => string {
  const { t } = useTranslation();
  return (days) => {
    if (days.kind === 'daily') return t('lines.daily');
    if (days.kind === 'weekdays') return t('lines.weekdays', { count: days.days.length });
    return days.n === 2 ? t('lines.alternate') : t('lines.everyN', { n: days.n });
  };
}
