import { Button, Segmented, Select, Tooltip } from 'antd';
import { useDeferredValue, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { useApp, useShownResult, useView } from '../AppContext.tsx';
import { BarChartOutlined, TableOutlined } from '../icons.tsx';
import { Pane } from '../Pane.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { DutyChart } from './DutyChart.tsx';
import { DutyTable } from './DutyTable.tsx';
import { handoverLinks } from './handoverLinks.ts';
import { timelineOf } from './timeline.ts';
import { stripDays, tripTimes } from './tripTimes.ts';
import { useDayName } from './useDayName.ts';

/** Hours across the width; null = all of the day. */
const zoomHours = [1, 2, 4, 8, 12, 24] as const;

/** Below the map: what every driver does and when, and where trunk and branch lines meet. */
export function DutiesPane() {
  const { t } = useTranslation();
  const { report, isStale } = useDeferredValue(useShownResult());
  if (report && report.plan.duties.length > 0) return <Duties report={report} isStale={isStale} />;
  return (
    <Pane title={t('levels.duties.title')} className="duties-pane">
      <p className="empty-state">{t('levels.duties.empty')}</p>
    </Pane>
  );
}

function Duties({ report, isStale }: { readonly report: Report; readonly isStale: boolean }) {
  const { t } = useTranslation();
  const app = useApp();
  const shownDay = useView((view) => view.shownDay);
  const [by, setBy] = useState<'duty' | 'line'>('duty');
  const [hours, setHours] = useState<number | null>(null);
  const [hasTable, setTable] = useState(false);

  const times = useMemo(() => tripTimes(report), [report]);
  const dayCount = stripDays(times.cycle);
  const dayName = useDayName(dayCount);
  const days = useMemo(
    () => (shownDay === null ? Array.from({ length: times.cycle }, (_, day) => day) : [shownDay]),
    [shownDay, times],
  );
  const timeline = useMemo(() => timelineOf(report, days, by, times), [report, days, by, times]);
  const links = useMemo(() => handoverLinks(report, days, times), [report, days, times]);

  const allDays =
    times.cycle === 1 ? t('levels.duties.everyDay') : t('levels.duties.allDays', { count: times.cycle });
  const tableText = hasTable ? t('levels.duties.chart') : t('levels.duties.table');
  return (
    <Pane
      title={t('levels.duties.title')}
      className="duties-pane"
      extra={
        <span className="pane-extra">
          <StaleMark isStale={isStale} />
          <Segmented
            size="small"
            aria-label={t('levels.duties.rows')}
            value={by}
            options={[
              { value: 'duty', label: t('levels.duties.byDuty') },
              { value: 'line', label: t('levels.duties.byLine') },
            ]}
            onChange={setBy}
          />
          <Select
            size="small"
            className="duties-day"
            aria-label={t('levels.duties.day')}
            popupMatchSelectWidth={false}
            value={shownDay ?? -1}
            options={[
              { value: -1, label: allDays },
              ...Array.from({ length: dayCount }, (_, day) => ({ value: day, label: dayName(day) })),
            ]}
            onChange={(day) => app.view.showDay(day < 0 ? null : day)}
          />
          <Select
            size="small"
            className="duties-zoom"
            aria-label={t('levels.duties.zoom')}
            value={hours ?? 0}
            options={[
              { value: 0, label: t('levels.duties.zoomAll') },
              ...zoomHours.map((count) => ({ value: count, label: t('levels.duties.zoomHours', { count }) })),
            ]}
            onChange={(next) => setHours(next === 0 ? null : next)}
          />
          <Tooltip title={tableText}>
            <Button
              type="text"
              size="small"
              aria-label={tableText}
              aria-pressed={hasTable}
              icon={hasTable ? <BarChartOutlined /> : <TableOutlined />}
              onClick={() => setTable(!hasTable)}
            />
          </Tooltip>
        </span>
      }
    >
      <div className={`duties-body ${isStale ? 'stale' : ''}`}>
        {timeline.rows.length === 0 ? (
          <p className="empty-state">{t('levels.duties.none')}</p>
        ) : hasTable ? (
          <DutyTable report={report} timeline={timeline} links={links} dayCount={dayCount} />
        ) : (
          <DutyChart report={report} timeline={timeline} links={links} dayCount={dayCount} hours={hours} />
        )}
      </div>
    </Pane>
  );
}
