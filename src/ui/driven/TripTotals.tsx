import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DrivenTrip } from '../../core/model/drivenDay.ts';
import { formatDuration, formatKm, formatNumber, formatShare, formatTime } from '../../i18n/format.ts';
import { applyCalibration } from '../../state/commands/calibrate.ts';
import type { MeasuredDay } from '../../state/driven.ts';
import { useApp, useDriven, useLanguage } from '../AppContext.tsx';
import type { NameOf } from './DayView.tsx';

/** With most of its stops not called at, it was hardly this line, and its speed says nothing of the model's. */
const isOtherLine = ({ stops }: DrivenTrip): boolean => {
  const own = stops.filter(({ role }) => role === 'stop');
  return 2 * own.filter(({ state }) => state === 'called').length < own.length;
};

interface TripTotalsProps {
  readonly measured: MeasuredDay;
  readonly trip: DrivenTrip;
  readonly nameOf: NameOf;
}

/** Kilometres, minutes and speed of the trip, planned beside measured, and the one factor for all speeds. */
export function TripTotals({ measured, trip, nameOf }: TripTotalsProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const { fileName } = useDriven();
  const { totals } = trip;
  if (!totals)
    return (
      <section>
        <h3>{t('driven.totals.title')}</h3>
        <p className="hint">{t('driven.totals.none')}</p>
      </section>
    );
  const { planned, measured: driven, speedFactor } = totals;
  const speed = (value: number | null): string => formatNumber(value, language, 1);
  const rows = [
    ['lengthKm', formatKm(planned.lengthKm, language), formatKm(driven.lengthKm, language)],
    ['drivingMin', formatDuration(planned.drivingMin), formatDuration(driven.drivingMin)],
    ['dwellMin', formatDuration(planned.dwellMin), formatDuration(driven.dwellMin)],
    ['other', formatDuration(planned.otherStandingMin), formatDuration(driven.otherStandingMin)],
    ['gap', null, totals.gapMin > 0 ? formatDuration(totals.gapMin) : null],
    ['durationMin', formatDuration(planned.durationMin), formatDuration(driven.durationMin)],
    ['speed', speed(totals.plannedKmPerH), speed(totals.speedKmPerH)],
  ] as const;
  const factor = formatNumber(speedFactor, language, 2);
  const apply = (): void => {
    if (speedFactor === null) return;
    const source = t('driven.totals.source', {
      file: fileName,
      day: measured.day.day,
      km: formatKm(driven.lengthKm, language),
      start: formatTime(measured.day.startClockMin),
      end: formatTime(measured.day.endClockMin),
    });
    applyCalibration(app, speedFactor, source);
  };
  return (
    <section data-driven-totals>
      <h3>{t('driven.totals.title')}</h3>
      <p className="hint">
        {totals.isWhole
          ? t('driven.totals.whole')
          : t('driven.totals.part', { from: nameOf(totals.fromStationId), to: nameOf(totals.toStationId) })}
      </p>
      <table className="plain-table">
        <thead>
          <tr>
            <td />
            <th scope="col" className="number">
              {t('driven.stops.planned')}
            </th>
            <th scope="col" className="number">
              {t('driven.stops.measured')}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([key, plan, real]) =>
            plan === null && real === null ? null : (
              <tr key={key}>
                <th scope="row" title={key === 'other' ? t('driven.totals.otherPlanned') : undefined}>
                  {t(`driven.totals.${key}`)}
                </th>
                <td className="number">{plan}</td>
                <td className="number">{real}</td>
              </tr>
            ),
          )}
        </tbody>
      </table>
      <p className="hint">
        {totals.onRoadShare > 0
          ? t('driven.totals.how', { share: formatShare(totals.onRoadShare, language) })
          : t('driven.totals.howStraight')}
      </p>
      {isOtherLine(trip) ? (
        <p className="driven-factor" role="status">
          {t('driven.totals.weak')}
        </p>
      ) : speedFactor === null ? null : (
        <p className="driven-factor">
          {t('driven.totals.factor', { factor })}{' '}
          <Button size="small" onClick={apply} data-apply-factor>
            {t('driven.totals.apply', { factor })}
          </Button>
        </p>
      )}
    </section>
  );
}
