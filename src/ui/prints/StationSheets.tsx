import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { daysInWords } from './daysInWords.ts';
import { Sheet } from './Sheet.tsx';
import { callsByTownship, type StationCall, type StationRow } from './stationCalls.ts';

interface StationSheetsProps {
  readonly report: Report;
  readonly title: string;
}

/** When parcels come to each station, township by township: for the notice board and the keepers. */
export function StationSheets({ report, title }: StationSheetsProps) {
  const { t } = useTranslation();
  return (
    <Sheet name="stations" heading={t('prints.kinds.stations')} title={title} report={report}>
      {callsByTownship(report).map(({ township, stations }) => (
        <section key={township} className="sheet-township" data-township={township}>
          <h3>{township === '' ? t('prints.noTownship') : township}</h3>
          <table className="sheet-table">
            <thead>
              <tr>
                <th scope="col">{t('lines.stop')}</th>
                <th scope="col">{t('lines.number')}</th>
                <th scope="col">{t('lines.service')}</th>
                <th scope="col" className="number">
                  {t('lines.arrival')}
                </th>
                <th scope="col" className="number">
                  {t('prints.station.open')}
                </th>
                <th scope="col" className="number">
                  {t('prints.station.deliver')}
                </th>
                <th scope="col" className="number">
                  {t('prints.station.pickup')}
                </th>
              </tr>
            </thead>
            {stations.map((station) => (
              <StationBody key={station.stationId} report={report} station={station} />
            ))}
          </table>
        </section>
      ))}
    </Sheet>
  );
}

function StationBody({ report, station }: { readonly report: Report; readonly station: StationRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { stationId, name, alsoServes, openClockMin, closeClockMin, calls } = station;
  const unserved = report.plan.unserved.find((each) => each.stationId === stationId);
  const rowSpan = Math.max(1, calls.length);
  const whenOf = ({ fromClockMin, untilClockMin }: StationCall): string => {
    const [from, until] = [formatTime(fromClockMin), formatTime(untilClockMin)];
    return from === until ? from : `${from}–${until}`;
  };
  const title = (
    <th scope="row" rowSpan={rowSpan}>
      {name}
      {alsoServes.length > 0 ? (
        <small> {t('prints.station.also', { places: alsoServes.join(t('prints.and')) })}</small>
      ) : null}
    </th>
  );
  const own = (
    <>
      <td className="number" rowSpan={rowSpan}>
        {formatTime(openClockMin)}–{formatTime(closeClockMin)}
      </td>
      <td className="number" rowSpan={rowSpan}>
        {formatNumber(station.deliveryParcelsPerDay, language)}
      </td>
      <td className="number" rowSpan={rowSpan}>
        {formatNumber(station.pickupParcelsPerDay, language)}
      </td>
    </>
  );
  if (calls.length === 0)
    return (
      <tbody>
        <tr>
          {title}
          <td colSpan={3} className="sheet-fault">
            {unserved ? t(`unserved.reasons.${unserved.reason}`) : t('prints.station.none')}
          </td>
          {own}
        </tr>
      </tbody>
    );
  return (
    <tbody>
      {calls.map((call, index) => (
        <tr key={`${call.lineIndex} ${call.roundIndex}`}>
          {index === 0 ? title : null}
          <td>{call.lineIndex + 1}</td>
          <td>{daysInWords(call.line, t)}</td>
          <td className="number">{whenOf(call)}</td>
          {index === 0 ? own : null}
        </tr>
      ))}
    </tbody>
  );
}
