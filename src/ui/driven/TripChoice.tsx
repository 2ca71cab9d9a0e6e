import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { asId, type LineId } from '../../core/model/ids.ts';
import { formatTime } from '../../i18n/format.ts';
import { changeDriven } from '../../state/commands/driven.ts';
import type { MeasuredDay } from '../../state/driven.ts';
import { useApp } from '../AppContext.tsx';

/** The trip the day is held against: that which fits best, or another by hand. */
export function TripChoice({ measured }: { readonly measured: MeasuredDay }) {
  const { t } = useTranslation();
  const app = useApp();
  const { day, report } = measured;
  const keyOf = (lineId: LineId, roundIndex: number): string => `${roundIndex} ${lineId}`;
  const trips = report.plan.lines.flatMap(({ id, departureClockMin }, index) =>
    departureClockMin.map((clock, roundIndex) => {
      const key = keyOf(id, roundIndex);
      const rank = day.fits.findIndex((fit) => keyOf(fit.lineId, fit.roundIndex) === key);
      const fit = day.fits[rank];
      const words = { number: index + 1, departure: formatTime(clock) };
      const label = fit
        ? t('driven.settings.tripOption', { ...words, called: fit.calledCount, stops: fit.stopCount })
        : t('driven.settings.tripOther', words);
      const mark = rank === 0 ? ` · ${t('driven.settings.bestTrip')}` : '';
      return { value: key, label: `${label}${mark}`, rank: rank < 0 ? day.fits.length : rank };
    }),
  );
  return (
    <Select<string>
      size="small"
      className="driven-trip"
      popupMatchSelectWidth={false}
      aria-label={t('driven.settings.trip')}
      value={day.trip ? keyOf(day.trip.lineId, day.trip.roundIndex) : null}
      options={trips.sort((a, b) => a.rank - b.rank)}
      onChange={(key) => {
        const [round, ...id] = key.split(' ');
        const trip = { lineId: asId<LineId>(id.join(' ')), roundIndex: Number(round) };
        void changeDriven(app, { trip });
      }}
    />
  );
}
