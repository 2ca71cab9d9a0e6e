import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import { lastTripOf } from '../../core/model/openLines.ts';
import type { Report } from '../../core/model/report.ts';
import { formatKm, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';

interface MorningRowProps {
  readonly report: Report;
  readonly lineId: LineId;
  readonly roundIndex: number;
  readonly nameFor: (stationId: Report['plan']['lines'][number]['originId']) => string;
}

/** The drive in from the village where the vehicle stood overnight, above the departure of the duty's first trip. */
export function MorningRow({ report, lineId, roundIndex, nameFor }: MorningRowProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { plan, evaluation } = report;
  const last = lastTripOf(plan, { lineId, roundIndex });
  const index = plan.lines.findIndex(({ id }) => id === last?.lineId);
  const trip = evaluation.lines[index]?.trips[last?.roundIndex ?? 0];
  const villageId = plan.lines[index]?.stopIds.at(-1);
  if (!trip?.morning || villageId === undefined) return null;
  const { startClockMin, endClockMin } = trip.morning;
  const village = nameFor(villageId);
  const minutes = Math.round(endClockMin - startClockMin);
  const isOfOther = last?.lineId !== lineId;
  return (
    <tr className="timetable-end" data-morning>
      <td />
      <th scope="row">{t('lines.drivesIn', { village, minutes })}</th>
      <td className="number">{formatTime(startClockMin)}</td>
      <td className="number">{formatKm(trip.returnLegKm, language)}</td>
      <td colSpan={4}>{isOfOther ? t('lines.drivesInOf', { number: index + 1 }) : null}</td>
    </tr>
  );
}
