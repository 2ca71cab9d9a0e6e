import { Button } from 'antd';
import { useDeferredValue, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { DriverWeek } from '../../core/model/evaluation.ts';
import type { Report } from '../../core/model/report.ts';
import { formatKm, formatNumber } from '../../i18n/format.ts';
import { useApp, useLanguage, useShownResult, useView } from '../AppContext.tsx';
import { Pane } from '../Pane.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { StaleMark } from '../StaleMark.tsx';
import { useServiceDays } from '../tables/useServiceDays.ts';
import { lineColour } from '../theme.ts';
import { useDayName } from './useDayName.ts';
import { type Week, weekOf } from './week.ts';

/** Below the map: the calendar of lines and drivers over one week, or two where lines run on alternate days. */
export function WeekPane() {
  const { t } = useTranslation();
  const app = useApp();
  const { report, isStale } = useDeferredValue(useShownResult());
  const shownDay = useView((view) => view.shownDay);
  const hasLines = report !== null && report.plan.lines.length > 0;
  return (
    <Pane
      title={t('levels.week.title')}
      className="week-pane"
      extra={
        <span className="pane-extra">
          <span className="hint">{t('levels.week.hint')}</span>
          {shownDay === null ? null : (
            <Button size="small" onClick={() => app.view.showDay(null)}>
              {t('levels.week.everyDay')}
            </Button>
          )}
          <StaleMark isStale={isStale} />
        </span>
      }
    >
      {hasLines ? (
        <WeekTable report={report} isStale={isStale} />
      ) : (
        <p className="empty-state">{t('levels.week.empty')}</p>
      )}
    </Pane>
  );
}

function WeekTable({ report, isStale }: { readonly report: Report; readonly isStale: boolean }) {
  const { t } = useTranslation();
  const week = useMemo(() => weekOf(report), [report]);
  const shownDay = useView((view) => view.shownDay);
  const dayName = useDayName(week.days.length);
  const weekday = useDayName(7);
  const app = useApp();
  return (
    <ScrollRegion
      className={`plain-table-scroll week-scroll ${isStale ? 'stale' : ''}`}
      label={t('levels.week.title')}
    >
      <table className="plain-table week-table">
        <thead>
          {week.days.length > 7 ? (
            <tr className="week-names">
              <td />
              <th scope="colgroup" colSpan={7}>
                {t('levels.weeks.one')}
              </th>
              <th scope="colgroup" colSpan={7} className="week-start">
                {t('levels.weeks.two')}
              </th>
            </tr>
          ) : null}
          <tr>
            <th scope="col">{t('levels.week.what')}</th>
            {week.days.map((day) => (
              <th key={day} scope="col" className={`week-day ${day === 7 ? 'week-start' : ''}`}>
                <button
                  type="button"
                  className="week-day-button"
                  data-day={day}
                  aria-pressed={day === shownDay}
                  aria-label={t('levels.week.showDay', { day: dayName(day) })}
                  onClick={() => app.view.showDay(day === shownDay ? null : day)}
                >
                  {weekday(day % 7)}
                </button>
              </th>
            ))}
          </tr>
        </thead>
        <SumRows week={week} shownDay={shownDay} />
        <LineRows week={week} report={report} shownDay={shownDay} />
        <DriverRows week={week} shownDay={shownDay} driverWeek={report.evaluation.driverWeek} />
      </table>
    </ScrollRegion>
  );
}

interface RowsProps {
  readonly week: Week;
  readonly shownDay: number | null;
}

const dayClass = (day: number, shownDay: number | null): string =>
  `week-cell ${day === 7 ? 'week-start' : ''} ${day === shownDay ? 'week-shown' : ''}`;

function SumRows({ week, shownDay }: RowsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const whole = (value: number): string => formatNumber(value, language);
  const rows = [
    { key: 'lineCount', show: whole },
    { key: 'dutyCount', show: whole },
    { key: 'lengthKm', show: (km: number) => formatKm(km, language) },
    { key: 'leavingParcels', show: whole },
    { key: 'arrivingParcels', show: whole },
  ] as const;
  return (
    <tbody>
      {rows.map(({ key, show }) => (
        <tr key={key}>
          <th scope="row">{t(`levels.week.sums.${key}`)}</th>
          {week.sums.map((sum) => (
            <td key={sum.day} className={`number ${dayClass(sum.day, shownDay)}`}>
              {show(sum[key])}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}

function LineRows({ week, report, shownDay }: RowsProps & { readonly report: Report }) {
  const { t } = useTranslation();
  const app = useApp();
  const serviceDays = useServiceDays();
  const selectedLineId = useView((view) => view.selectedLineId);
  return (
    <tbody>
      {week.lines.map(({ lineId, lineIndex, tripsByDay }) => {
        const line = report.plan.lines[lineIndex]!;
        const isSelected = lineId === selectedLineId;
        return (
          <tr
            key={lineId}
            className={isSelected ? 'row-chosen' : ''}
            onMouseEnter={() => app.view.hoverLine(lineId)}
            onMouseLeave={() => app.view.hoverLine(null)}
          >
            <th scope="row">
              <button
                type="button"
                className="link-button week-line"
                aria-pressed={isSelected}
                onClick={() => app.view.selectLine(isSelected ? null : lineId)}
              >
                <span className="line-number" style={{ background: lineColour(lineIndex) }}>
                  {lineIndex + 1}
                </span>
                {t(`lines.kinds.${line.kind}`)} · {serviceDays(line.serviceDays)}
              </button>
            </th>
            {tripsByDay.map((trips, day) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place is the day
              <td key={day} className={dayClass(day, shownDay)}>
                {trips === 0 ? (
                  <span className="week-off">{t('levels.week.off')}</span>
                ) : (
                  <span className="week-run" style={{ background: lineColour(lineIndex) }}>
                    {trips === 1 ? t('levels.week.runs') : t('levels.week.trips', { count: trips })}
                  </span>
                )}
              </td>
            ))}
          </tr>
        );
      })}
    </tbody>
  );
}

function DriverRows({ week, shownDay, driverWeek }: RowsProps & { readonly driverWeek: DriverWeek }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number): string =>
    formatNumber(value, language, Number.isInteger(Math.round(value * 1e6) / 1e6) ? 0 : 1);
  const { dutyDays, reliefDays, reliefYuanPerDay, standbyDays, standbyYuanPerDay } = driverWeek;
  return (
    <tbody>
      <tr className="week-part">
        <th scope="rowgroup" colSpan={week.days.length + 1}>
          {t('levels.week.drivers', { count: week.drivers.length })}
          <span className="hint week-relief">
            {t('levels.week.relief', {
              duties: number(dutyDays),
              relief: number(reliefDays),
              yuan: number(reliefYuanPerDay),
            })}
            {standbyDays > 1e-9
              ? ` · ${t('levels.week.standby', { days: number(standbyDays), yuan: number(standbyYuanPerDay) })}`
              : ''}
          </span>
        </th>
      </tr>
      {week.drivers.map(({ driverIndex, dutyByDay, workDays }) => (
        <tr key={driverIndex}>
          <th scope="row">
            {t('levels.week.driver', { number: driverIndex + 1 })} ·{' '}
            {t('levels.week.workDays', { count: workDays })}
          </th>
          {dutyByDay.map((duty, day) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the day
            <td key={day} className={dayClass(day, shownDay)}>
              {duty === null ? (
                <span className="week-off">{t('levels.week.rest')}</span>
              ) : (
                t('levels.week.duty', { number: duty + 1 })
              )}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  );
}
