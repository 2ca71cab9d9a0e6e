import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { StationId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatDuration, formatTime } from '../../i18n/format.ts';
import { shortPlaceName } from '../bilingual.ts';
import type { HandoverLink } from './handoverLinks.ts';
import type { TripBar } from './timeline.ts';
import { useDayName } from './useDayName.ts';

/** A trip in a sentence: times, work, what is late, whom it meets at the hub. */
export function useBarText(
  report: Report,
  links: readonly HandoverLink[],
  dayCount: number,
): (bar: TripBar) => string {
  const { t } = useTranslation();
  const dayName = useDayName(dayCount);
  return (bar) => {
    const { trip, lineIndex, line } = bar;
    return [
      t(trip.morning ? 'levels.duties.barStaysOut' : 'levels.duties.bar', {
        line: t('levels.duties.line', { number: lineIndex + 1 }),
        day: dayName(bar.day),
        start: formatTime(trip.departureClockMin - trip.loadingMin),
        depart: formatTime(trip.departureClockMin),
        back: formatTime(trip.returnClockMin),
        stops: line.stopIds.length,
        driving: formatDuration(trip.drivingMin),
        dwell: formatDuration(trip.dwellMin),
        rest: formatDuration(trip.breakMin),
      }),
      ...remarksOf(bar, report, links, t),
    ].join(' · ');
  };
}

/** What is wrong with a trip, where it drives in from, and the hand-over it takes part in as a branch line. */
export function remarksOf(
  bar: TripBar,
  report: Report,
  links: readonly HandoverLink[],
  t: TFunction,
): string[] {
  const remarks: string[] = [];
  const nameOf = (id: StationId): string =>
    shortPlaceName(report.scenario.stations.find((station) => station.id === id)?.name ?? '');
  if (bar.driveIn)
    remarks.push(
      t('levels.duties.drivesIn', {
        village: nameOf(bar.driveIn.fromId),
        start: formatTime(bar.driveIn.startClockMin),
      }),
    );
  if (bar.trip.morning) remarks.push(t('levels.duties.staysOut'));
  const link = links.find((each) => each.key === bar.key);
  if (link) {
    remarks.push(
      t(link.slackMin < 0 ? 'levels.duties.handoverMissed' : 'levels.duties.handover', {
        hub: nameOf(link.hubId),
        trunk: report.plan.lines.findIndex((line) => line.id === link.trunkLineId) + 1,
        ready: formatTime(link.readyClockMin),
        slack: Math.round(Math.abs(link.slackMin)),
      }),
    );
  }
  const waitMin = bar.trip.visits.reduce((sum, visit) => sum + (visit.waitMin ?? 0), 0);
  if (waitMin > 0) remarks.push(t('levels.duties.waiting', { time: formatDuration(waitMin) }));
  const late = bar.pieces.filter((piece) => piece.isLate).length;
  if (late > 0) remarks.push(t('levels.duties.late', { count: late }));
  if (bar.overlapMin > 0) remarks.push(t('levels.duties.overlap'));
  return remarks;
}
