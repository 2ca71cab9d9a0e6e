import { useTranslation } from 'react-i18next';
import type { DrivenTrip } from '../../core/model/drivenDay.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import type { NameOf } from './DayView.tsx';

interface ExtraStaysProps {
  readonly trip: DrivenTrip;
  readonly nameOf: NameOf;
}

/** Where the vehicle stood during the trip besides the stops of the line: rests, other stations, traffic. */
export function ExtraStays({ trip, nameOf }: ExtraStaysProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const stays = trip.extraStays;
  if (stays.length === 0) return null;
  const onLine = new Set(trip.stops.map(({ stationId }) => stationId));
  return (
    <>
      <h3>{t('driven.extras.title')}</h3>
      <ul className="driven-extras">
        {stays.map(({ stationId, arrivalClockMin, departureClockMin }) => (
          <li key={arrivalClockMin}>
            {formatTime(arrivalClockMin)}–{formatTime(departureClockMin)}{' '}
            {t('driven.extras.stayed', {
              minutes: formatNumber(departureClockMin - arrivalClockMin, language),
            })}
            {language === 'en' ? ', ' : '，'}
            {stationId === null
              ? t('driven.extras.nowhere')
              : t(onLine.has(stationId) ? 'driven.extras.again' : 'driven.extras.at', {
                  station: nameOf(stationId),
                })}
          </li>
        ))}
      </ul>
    </>
  );
}
