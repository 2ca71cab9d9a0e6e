import { useTranslation } from 'react-i18next';
import type { StopVisit } from '../../core/model/evaluation.ts';
import { formatDuration, formatTime } from '../../i18n/format.ts';

/** When a vehicle is at a stop and, where it waits for the station to open, for how long and until when. */
export function ArrivalCell({ visit }: { readonly visit: StopVisit }) {
  const { t } = useTranslation();
  const { arrivalClockMin, waitMin = 0 } = visit;
  if (waitMin <= 0) return <td className="number">{formatTime(arrivalClockMin)}</td>;
  const words = { time: formatDuration(waitMin), clock: formatTime(arrivalClockMin + waitMin) };
  return (
    <td className="number" title={t('lines.waitsUntil', words)} data-wait={Math.round(waitMin)}>
      {formatTime(arrivalClockMin)} <span className="hint">{t('lines.waits', words)}</span>
    </td>
  );
}
