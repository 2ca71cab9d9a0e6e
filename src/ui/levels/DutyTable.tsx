import { useTranslation } from 'react-i18next';
import { formatDuration, formatNumber, formatTime } from '../../i18n/format.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { nameIn, shortPlaceName } from '../bilingual.ts';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { lineColour } from '../theme.ts';
import type { DutyViewProps } from './DutyChart.tsx';
import { remarksOf } from './useBarText.ts';
import { useDayName } from './useDayName.ts';

const columns = [
  'duty',
  'day',
  'line',
  'vehicle',
  'loading',
  'departure',
  'back',
  'stops',
  'driving',
  'dwell',
  'rest',
  'remarks',
] as const;
const handoverColumns = ['hub', 'day', 'trunk', 'arrival', 'ready', 'branch', 'departure', 'slack'] as const;
const isNumber = (key: string): boolean =>
  ['loading', 'departure', 'back', 'stops', 'driving', 'dwell', 'rest', 'arrival', 'ready', 'slack'].includes(
    key,
  );

/** The rows of the duty chart as a table, and the hand-overs below them. */
export function DutyTable({ report, timeline, links, dayCount }: DutyViewProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const dayName = useDayName(dayCount);
  const selectedLineId = useView((view) => view.selectedLineId);
  const lineButton = (lineIndex: number) => (
    <button
      type="button"
      className="line-number line-number-button"
      style={{ background: lineColour(lineIndex) }}
      aria-label={t('lines.show', { number: lineIndex + 1 })}
      onClick={() => app.view.selectLine(report.plan.lines[lineIndex]?.id ?? null)}
    >
      {lineIndex + 1}
    </button>
  );
  const nameOf = new Map(
    report.scenario.stations.map((station) => [station.id, shortPlaceName(station.name)]),
  );
  const indexOf = new Map(report.plan.lines.map((line, index) => [line.id, index]));
  const vehicleOf = new Map(
    report.scenario.vehicleTypes.map((type) => [type.id, nameIn(type.name, language)]),
  );
  return (
    <ScrollRegion className="plain-table-scroll" label={t('levels.duties.title')}>
      <table className="plain-table duty-table">
        <thead>
          <tr>
            {columns.map((key) => (
              <th key={key} scope="col" className={isNumber(key) ? 'number' : ''}>
                {t(`levels.duties.columns.${key}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {timeline.rows.flatMap((row) =>
            row.bars.map((bar) => (
              <tr
                key={`${row.key} ${bar.key}`}
                className={bar.line.id === selectedLineId ? 'row-chosen' : ''}
              >
                <th scope="row">{row.key.startsWith('duty-') ? row.index + 1 : t('format.none')}</th>
                <td>{dayName(bar.day)}</td>
                <td>{lineButton(bar.lineIndex)}</td>
                <td>{vehicleOf.get(row.vehicleTypeId) ?? t('format.none')}</td>
                <td className="number">{formatTime(bar.trip.departureClockMin - bar.trip.loadingMin)}</td>
                <td className="number">{formatTime(bar.trip.departureClockMin)}</td>
                <td className="number">{formatTime(bar.trip.returnClockMin)}</td>
                <td className="number">{bar.line.stopIds.length}</td>
                <td className="number">{formatDuration(bar.trip.drivingMin)}</td>
                <td className="number">{formatDuration(bar.trip.dwellMin)}</td>
                <td className="number">{formatDuration(bar.trip.breakMin)}</td>
                <td>
                  {[
                    ...remarksOf(bar, report, links, t),
                    ...(row.dutyDays.some(
                      (each) =>
                        each.day === bar.day &&
                        each.overtimeFromMin !== null &&
                        each.overtimeFromMin < bar.endClockMin,
                    )
                      ? [t('levels.duties.overtime')]
                      : []),
                  ].join(' · ')}
                </td>
              </tr>
            )),
          )}
        </tbody>
      </table>
      {links.length > 0 ? (
        <table className="plain-table duty-table">
          <caption>{t('levels.duties.handovers')}</caption>
          <thead>
            <tr>
              {handoverColumns.map((key) => (
                <th key={key} scope="col" className={isNumber(key) ? 'number' : ''}>
                  {t(`levels.duties.handoverColumns.${key}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {links.map((link) => (
              <tr key={link.key}>
                <th scope="row">{nameOf.get(link.hubId)}</th>
                <td>{dayName(link.day)}</td>
                <td>{lineButton(indexOf.get(link.trunkLineId) ?? 0)}</td>
                <td className="number">{formatTime(link.arrivalClockMin)}</td>
                <td className="number">{formatTime(link.readyClockMin)}</td>
                <td>{lineButton(indexOf.get(link.branchLineId) ?? 0)}</td>
                <td className="number">{formatTime(link.branchDepartureClockMin)}</td>
                <td className={`number ${link.slackMin < 0 ? 'is-late' : ''}`}>
                  {formatNumber(link.slackMin, language)}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
    </ScrollRegion>
  );
}
