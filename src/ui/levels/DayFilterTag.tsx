import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { useApp, useView } from '../AppContext.tsx';
import { stripDays, tripTimes } from './tripTimes.ts';
import { useDayName } from './useDayName.ts';

/** Says that only one day's lines are shown, and takes the filter off. */
export function DayFilterTag({ report }: { readonly report: Report }) {
  const { t } = useTranslation();
  const app = useApp();
  const shownDay = useView((view) => view.shownDay);
  const dayName = useDayName(shownDay === null ? 0 : stripDays(tripTimes(report).cycle));
  if (shownDay === null) return null;
  return (
    <Tag
      className="day-filter"
      closable={{ 'aria-label': t('levels.week.everyDay') }}
      onClose={(event) => {
        event.preventDefault();
        app.view.showDay(null);
      }}
    >
      {t('levels.week.onlyDay', { day: dayName(shownDay) })}
    </Tag>
  );
}
