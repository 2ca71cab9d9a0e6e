import { Fragment, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { tripMin } from '../../core/evaluate/schedule.ts';
import { assumedBusesOf } from '../../core/model/buses.ts';
import type { TripSchedule } from '../../core/model/evaluation.ts';
import type { StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import type { Place } from '../../core/model/scenario.ts';
import { formatDuration, formatKm, formatNumber, formatTime } from '../../i18n/format.ts';
import { townshipName } from '../../state/tables/stationTable.ts';
import { useLanguage } from '../AppContext.tsx';
import { nameIn, shortPlaceName } from '../bilingual.ts';
import type { MapSources } from '../map/sources.ts';
import { driveInBefore } from '../tables/morningDrive.ts';
import { lineColour } from '../theme.ts';
import { daysInWords } from './daysInWords.ts';
import { PrintMap } from './PrintMap.tsx';
import { type PrintLine, printLines } from './printLines.ts';
import { Sheet } from './Sheet.tsx';

interface LineSheetsProps {
  readonly report: Report;
  readonly sources: MapSources;
  /** Of the county and the scenario. */
  readonly title: string;
}

interface LineSheetProps extends LineSheetsProps {
  readonly printed: PrintLine;
  readonly names: StopNames;
}

/** For each line a sheet to take along: when to be where, with how many parcels, and room for signatures. */
export function LineSheets(props: LineSheetsProps) {
  const { report } = props;
  const names = useMemo(() => stopNames(report), [report]);
  const lines = useMemo(() => printLines(report), [report]);
  return lines.map((printed) => (
    <LineSheet key={printed.line.id} {...props} printed={printed} names={names} />
  ));
}

interface StopNames {
  readonly nameFor: (id: StationId) => string;
  readonly townshipFor: (id: StationId) => string;
}

function stopNames({ scenario }: Report): StopNames {
  const stationOf = new Map([scenario.depot, ...scenario.stations].map((each) => [each.id, each]));
  const placeOf = new Map<string, Place>(scenario.places.map((place) => [place.id, place]));
  return {
    nameFor: (id) => shortPlaceName(stationOf.get(id)?.name ?? id),
    townshipFor: (id) => townshipName(placeOf.get(stationOf.get(id)?.placeId ?? ''), placeOf),
  };
}

function LineSheet({ report, sources, title, printed, names }: LineSheetProps) {
  const { t } = useTranslation();
  const { line, lineIndex, evaluation } = printed;
  const number = lineIndex + 1;
  return (
    <Sheet
      name={line.id}
      title={title}
      report={report}
      heading={
        <>
          <span className="line-number" style={{ background: lineColour(lineIndex) }}>
            {number}
          </span>
          {t('prints.line.title', { number, kind: t(`lines.kinds.${line.kind}`) })}
        </>
      }
    >
      <LineFacts report={report} printed={printed} />
      <PrintMap sources={sources} only={printed} label={t('prints.line.map', { number })} />
      <table className="sheet-table">
        <thead>
          <tr>
            <th scope="col" className="number">
              #
            </th>
            <th scope="col">{t('lines.stop')}</th>
            <th scope="col">{t('prints.township')}</th>
            <th scope="col" className="number">
              {t('lines.arrival')}
            </th>
            <th scope="col" className="number">
              {t('prints.line.leaves')}
            </th>
            <th scope="col" className="number">
              {t('units.km')}
            </th>
            <th scope="col" className="number">
              {t('lines.deliverPerTrip')}
            </th>
            <th scope="col" className="number">
              {t('lines.pickupPerTrip')}
            </th>
            <th scope="col" className="sheet-blank">
              {t('prints.line.signature')}
            </th>
          </tr>
        </thead>
        {evaluation.trips.slice(0, line.departureClockMin.length).map((trip, roundIndex) => (
          <Round
            key={trip.departureClockMin}
            report={report}
            printed={printed}
            names={names}
            trip={trip}
            roundIndex={roundIndex}
          />
        ))}
      </table>
      {assumedBusesOf(report.scenario, { lines: [line] }).length > 0 ? (
        <p className="sheet-note">{t('lines.assumedTimetable')}</p>
      ) : null}
      {printed.differsByDay ? <p className="sheet-note">{t('prints.line.firstDay')}</p> : null}
    </Sheet>
  );
}

function LineFacts({ report, printed }: { readonly report: Report; readonly printed: PrintLine }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { line, evaluation, duties } = printed;
  const trips = evaluation.trips.slice(0, line.departureClockMin.length);
  const vehicle = report.scenario.vehicleTypes.find(({ id }) => id === line.vehicleTypeId);
  const bus = report.scenario.busLines?.find(({ id }) => id === line.busLineId);
  const facts: [string, string][] = [
    [t('lines.service'), daysInWords(line, t)],
    [t('lines.vehicle'), bus?.name ?? (vehicle ? nameIn(vehicle.name, language) : t('format.none'))],
    [
      t('levels.duties.columns.loading'),
      trips.map((trip) => formatTime(trip.departureClockMin - trip.loadingMin)).join(' '),
    ],
    [t('lines.departure'), trips.map((trip) => formatTime(trip.departureClockMin)).join(' ')],
    [t('lines.back'), trips.map((trip) => formatTime(trip.returnClockMin)).join(' ')],
    [t('units.km'), trips.map((trip) => formatKm(trip.lengthKm, language)).join(' ')],
    [t('lines.duty'), trips.map((trip) => formatDuration(tripMin(trip))).join(' ')],
    [
      t('levels.duties.columns.rest'),
      trips.map((trip) => t('prints.line.minutes', { minutes: Math.round(trip.breakMin) })).join(' '),
    ],
  ];
  for (const { dutyIndex, otherLineIndexes } of duties) {
    const also = otherLineIndexes.map((index) => index + 1).join(t('prints.and'));
    const duty = t('prints.line.duty', { number: dutyIndex + 1 });
    facts.push([
      t('prints.line.drivenBy'),
      also === '' ? duty : t('prints.line.alsoDrives', { duty, lines: also }),
    ]);
  }
  return (
    <dl className="sheet-facts">
      {facts.map(([name, value], index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: facts never change places
        <Fragment key={index}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

interface RoundProps extends Pick<LineSheetProps, 'report' | 'printed' | 'names'> {
  readonly trip: TripSchedule;
  readonly roundIndex: number;
}

function Round({ report, printed, names, trip, roundIndex }: RoundProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameFor, townshipFor } = names;
  const { line, isOpen } = printed;
  const drive = driveInBefore(report, line.id, roundIndex);
  const round = line.departureClockMin.length > 1 ? `${t('lines.round', { round: roundIndex + 1 })} · ` : '';
  return (
    <tbody>
      {drive ? (
        <tr className="sheet-end" data-drive-in>
          <td />
          <th scope="row" colSpan={3}>
            {t('lines.drivesIn', {
              village: nameFor(drive.villageId),
              minutes: Math.round(drive.endClockMin - drive.startClockMin),
            })}
          </th>
          <td className="number">{formatTime(drive.startClockMin)}</td>
          <td className="number">{formatKm(drive.lengthKm, language)}</td>
          <td colSpan={3} />
        </tr>
      ) : null}
      <tr className="sheet-end">
        <td />
        <th scope="row" colSpan={3}>
          {round}
          {nameFor(line.originId)}
        </th>
        <td className="number">{formatTime(trip.departureClockMin)}</td>
        <td colSpan={4} />
      </tr>
      {trip.visits.map((visit, index) => (
        <tr key={visit.stationId}>
          <td className="number">{index + 1}</td>
          <th scope="row">{nameFor(visit.stationId)}</th>
          <td>{townshipFor(visit.stationId)}</td>
          <td className="number">
            {formatTime(visit.arrivalClockMin)}
            {visit.waitMin ? (
              <small> {t('lines.waits', { time: formatDuration(visit.waitMin) })}</small>
            ) : null}
          </td>
          <td className="number">{formatTime(visit.departureClockMin)}</td>
          <td className="number">
            {visit.isEstimated ? '≈ ' : ''}
            {formatKm(visit.legKm, language)}
          </td>
          <td className="number">{formatNumber(visit.deliveryParcels, language)}</td>
          <td className="number">{formatNumber(visit.pickupParcels, language)}</td>
          <td />
        </tr>
      ))}
      <tr className="sheet-end">
        <td />
        <th scope="row" colSpan={2}>
          {t(trip.morning ? 'lines.staysHere' : isOpen ? 'lines.endsHere' : 'lines.returns')}
        </th>
        <td className="number">{formatTime(trip.returnClockMin)}</td>
        <td />
        <td className="number">{trip.morning ? null : formatKm(trip.returnLegKm, language)}</td>
        <td colSpan={3} />
      </tr>
    </tbody>
  );
}
