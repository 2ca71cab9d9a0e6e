import { useTranslation } from 'react-i18next';
import type { DrivenTrip } from '../../core/model/drivenDay.ts';
import { formatNumber, formatTime } from '../../i18n/format.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import type { NameOf } from './DayView.tsx';
import { type DifferenceBasis, type DrivenRow, drivenRows, onTimeMin, punctualityOf } from './drivenRows.ts';

interface DayTableProps {
  readonly trip: DrivenTrip;
  readonly basis: DifferenceBasis;
  readonly nameOf: NameOf;
}

/** Planned and measured clocks of every stop; a stop is chosen on the map like in the timetable. */
export function DayTable({ trip, basis, nameOf }: DayTableProps) {
  const { t } = useTranslation();
  const rows = drivenRows(trip, basis);
  const numbers = ['planned', 'measured'] as const;
  return (
    <ScrollRegion className="driven-table-scroll" label={t('driven.stops.title')}>
      <table className="plain-table driven-stop-table">
        <thead>
          <tr>
            <th scope="col" rowSpan={2} className="number">
              #
            </th>
            <th scope="col" rowSpan={2}>
              {t('driven.stops.stop')}
            </th>
            <th scope="colgroup" colSpan={3}>
              {t('driven.stops.arrival')}
            </th>
            <th scope="colgroup" colSpan={2}>
              {t('driven.stops.departure')}
            </th>
            <th scope="colgroup" colSpan={2}>
              {t('driven.stops.dwell')} ({t('units.min')})
            </th>
          </tr>
          <tr>
            {numbers.map((key) => (
              <th scope="col" className="number" key={`arrival ${key}`}>
                {t(`driven.stops.${key}`)}
              </th>
            ))}
            <th scope="col">{t('driven.stops.difference')}</th>
            {['departure', 'dwell'].flatMap((group) =>
              numbers.map((key) => (
                <th scope="col" className="number" key={`${group} ${key}`}>
                  {t(`driven.stops.${key}`)}
                </th>
              )),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <StopRow
              key={`${row.stop.role} ${row.stop.stationId}`}
              row={row}
              number={index}
              trip={trip}
              name={nameOf(row.stop.stationId)}
            />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}

interface StopRowProps {
  readonly row: DrivenRow;
  readonly number: number;
  readonly trip: DrivenTrip;
  readonly name: string;
}

function StopRow({ row, number, trip, name }: StopRowProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const selectedId = useView((view) => view.selectedStationId);
  const { stop, plannedDwellMin, measuredDwellMin } = row;
  const isStop = stop.role === 'stop';
  const isChosen = isStop && stop.stationId === selectedId;
  const clock = (value: number | null) => <td className="number">{formatTime(value)}</td>;
  const minutes = (value: number | null) => (
    <td className="number">{isStop ? formatNumber(value, language, 1) : null}</td>
  );
  return (
    <tr data-driven-stop={stop.stationId} data-state={stop.state} className={isChosen ? 'row-chosen' : ''}>
      <td className="number">{isStop ? number : null}</td>
      <th scope="row">
        {isStop && !stop.isRealPoint ? (
          <abbr className="driven-guessed" title={t('driven.stops.guessed')}>
            ≈
          </abbr>
        ) : null}
        {isStop ? (
          <button
            type="button"
            className="text-button"
            aria-pressed={isChosen}
            onClick={() => app.view.selectStation(stop.stationId, trip.lineId)}
          >
            {name}
          </button>
        ) : (
          `${name} · ${t(stop.role === 'start' ? 'driven.stops.start' : 'driven.stops.end')}`
        )}
      </th>
      {stop.role === 'start' ? <td /> : clock(stop.plannedArrivalClockMin)}
      {stop.role === 'start' ? <td /> : clock(stop.arrivalClockMin)}
      <td>
        <Difference row={row} />
      </td>
      {stop.role === 'end' ? <td /> : clock(stop.plannedDepartureClockMin)}
      {stop.role === 'end' ? <td /> : clock(stop.departureClockMin)}
      {minutes(plannedDwellMin)}
      {minutes(measuredDwellMin)}
    </tr>
  );
}

/** In words and by colour: late, early, on time, or why there is nothing to compare. */
function Difference({ row: { stop, differenceMin } }: { readonly row: DrivenRow }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (stop.state === 'passed' || (stop.state === 'missed' && stop.nearestM !== null && stop.role === 'stop'))
    return (
      <span className="driven-mark driven-mark-missed">
        {t(`driven.stops.${stop.state}`, {
          metres: formatNumber(stop.nearestM, language),
          time: formatTime(stop.nearestClockMin),
        })}
      </span>
    );
  if (differenceMin === null) return <span className="hint">{t('driven.stops.notRecorded')}</span>;
  const kind = punctualityOf(differenceMin);
  const amount = formatNumber(Math.abs(differenceMin), language);
  return (
    <>
      <span
        className={`driven-mark driven-mark-${kind}`}
        title={kind === 'onTime' ? t('driven.stops.onTimeHint', { minutes: onTimeMin }) : undefined}
      >
        {t(`driven.stops.${kind}`, { minutes: amount })}
      </span>
      {stop.state === 'outOfOrder' ? (
        <span className="driven-mark driven-mark-missed">{t('driven.stops.outOfOrder')}</span>
      ) : null}
    </>
  );
}
