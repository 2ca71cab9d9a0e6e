import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import type { Report } from '../../core/model/report.ts';
import { formatKm, formatTime } from '../../i18n/format.ts';
import { useLanguage } from '../AppContext.tsx';
import { driveInBefore } from './morningDrive.ts';

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
  const drive = driveInBefore(report, lineId, roundIndex);
  if (!drive) return null;
  const { startClockMin, endClockMin, lengthKm, ofLineIndex } = drive;
  const village = nameFor(drive.villageId);
  const minutes = Math.round(endClockMin - startClockMin);
  return (
    <tr className="timetable-end" data-morning>
      <td />
      <th scope="row">{t('lines.drivesIn', { village, minutes })}</th>
      <td className="number">{formatTime(startClockMin)}</td>
      <td className="number">{formatKm(lengthKm, language)}</td>
      <td colSpan={4}>{ofLineIndex === null ? null : t('lines.drivesInOf', { number: ofLineIndex + 1 })}</td>
    </tr>
  );
}
