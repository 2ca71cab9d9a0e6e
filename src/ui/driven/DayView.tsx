import { Segmented } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../core/model/ids.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import type { MeasuredDay } from '../../state/driven.ts';
import { useDriven, useLanguage } from '../AppContext.tsx';
import { shortPlaceName } from '../bilingual.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { DayNotices } from './DayNotices.tsx';
import { DaySettings } from './DaySettings.tsx';
import { DayTable } from './DayTable.tsx';
import type { DifferenceBasis } from './drivenRows.ts';
import { ExtraStays } from './ExtraStays.tsx';
import { SpeedTable } from './SpeedTable.tsx';
import { TripChoice } from './TripChoice.tsx';
import { TripTotals } from './TripTotals.tsx';

export type NameOf = (id: StationId) => string;

interface DayViewProps {
  readonly measured: MeasuredDay;
}

/** A day measured: what was found, stop by stop, the trip as a whole, speeds. */
export function DayView({ measured }: DayViewProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { fileName, read } = useDriven();
  const [basis, setBasis] = useState<DifferenceBasis>('byClock');
  const { day, report } = measured;
  const names = useMemo(
    () =>
      new Map(
        [report.scenario.depot, ...report.scenario.stations].map(({ id, name }) => [
          id,
          shortPlaceName(name),
        ]),
      ),
    [report],
  );
  const nameOf: NameOf = (id) => names.get(id) ?? id;
  const { trip } = day;
  return (
    <ScrollRegion className="driven-day" label={t('driven.result')}>
      <div className="driven-choice">
        <p className="driven-summary">
          <strong>{fileName}</strong>{' '}
          {t('driven.summary', {
            day: day.day,
            start: formatTime(day.startClockMin),
            end: formatTime(day.endClockMin),
            fixes: formatNumber(day.fixCount, language),
            seconds: formatNumber(day.intervalSec, language),
          })}
        </p>
        <TripChoice measured={measured} />
      </div>
      <DayNotices issues={[...(read?.issues ?? []), ...day.issues]} />
      <div className="driven-choice">
        <DaySettings measured={measured} />
        {trip ? (
          <Segmented<DifferenceBasis>
            size="small"
            aria-label={t('driven.measure')}
            value={basis}
            options={(['byClock', 'fromStart'] as const).map((key) => ({
              value: key,
              label: t(`driven.${key}`),
            }))}
            onChange={setBasis}
          />
        ) : null}
      </div>
      <div className="driven-columns">
        {trip ? (
          <section className="driven-stops">
            <DayTable trip={trip} basis={basis} nameOf={nameOf} />
            <p className="hint">{t('driven.basis')}</p>
            <ExtraStays trip={trip} nameOf={nameOf} />
          </section>
        ) : null}
        <div className="driven-sums">
          {trip ? <TripTotals measured={measured} trip={trip} nameOf={nameOf} /> : null}
          <SpeedTable day={day} />
        </div>
      </div>
    </ScrollRegion>
  );
}
