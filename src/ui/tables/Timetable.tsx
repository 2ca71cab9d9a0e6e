import { Button } from 'antd';
import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { MoveJudgement } from '../../core/evaluate/judgeMove.ts';
import { assumedBusesOf } from '../../core/model/buses.ts';
import type { LineId, StationId } from '../../core/model/ids.ts';
import { openLineIds } from '../../core/model/openLines.ts';
import type { Report } from '../../core/model/report.ts';
import { formatKm, formatNumber, formatTime, formatYuan } from '../../i18n/format.ts';
import { useApp, useLanguage, useScenario, useShownResult, useView } from '../AppContext.tsx';
import { ownPart, shortPlaceName } from '../bilingual.ts';
import { CloseOutlined } from '../icons.tsx';
import { ScrollRegion } from '../ScrollRegion.tsx';
import { LineCost } from '../solve/LineCost.tsx';
import { StopActions } from '../solve/StopActions.tsx';
import { useMoveMenu } from '../solve/useMoveMenu.tsx';
import { useStopCosts } from '../solve/useStopCosts.ts';
import { lineColour } from '../theme.ts';
import { ArrivalCell } from './ArrivalCell.tsx';
import { MorningRow } from './MorningRow.tsx';

interface TimetableProps {
  readonly report: Report;
  readonly lineId: LineId;
}

/** Stops of one line with arrival and parcels, for the first service day of its calendar. */
export function Timetable({ report, lineId }: TimetableProps) {
  const { t } = useTranslation();
  const app = useApp();
  const language = useLanguage();
  const scenario = useScenario();
  const selectedId = useView((view) => view.selectedStationId);
  const { isStale } = useShownResult();
  const costs = useStopCosts(report, lineId);
  const nameOf = useMemo(
    () =>
      new Map(
        [report.scenario.depot, ...report.scenario.stations].map((station) => [
          station.id,
          shortPlaceName(station.name),
        ]),
      ),
    [report],
  );
  const nameFor = useCallback((id: StationId): string => nameOf.get(id) ?? id, [nameOf]);
  const { onMove, menu, said } = useMoveMenu(report, nameFor);
  const index = report.plan.lines.findIndex((line) => line.id === lineId);
  const line = report.plan.lines[index];
  const evaluation = report.evaluation.lines.find((each) => each.lineId === lineId);
  if (!line || !evaluation) return null;
  const assumed = assumedBusesOf(report.scenario, { lines: [line] })[0]?.timetable?.source;
  const isOpen = openLineIds(report.scenario, report.plan).has(lineId);
  const rounds = evaluation.trips.slice(0, line.departureClockMin.length);
  return (
    <section className="timetable" aria-label={t('lines.timetable', { number: index + 1 })}>
      <header>
        <h3>
          <span className="line-number" style={{ background: lineColour(index) }}>
            {index + 1}
          </span>
          {t('lines.timetable', { number: index + 1 })}
        </h3>
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined />}
          aria-label={t('lines.close')}
          onClick={() => app.view.selectLine(null)}
        />
      </header>
      <LineCost line={evaluation} />
      {line.serviceDays.kind === 'daily' ? null : <p className="line-cost hint">{t('lines.perTripHint')}</p>}
      {assumed ? (
        <p className="line-cost hint" data-assumed-timetable>
          {t('lines.assumedTimetableOf', { source: ownPart(assumed, language) })}
        </p>
      ) : null}
      <p className="timetable-said" role="status">
        {said}
      </p>
      <ScrollRegion className="plain-table-scroll" label={t('lines.stop')}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col" className="number">
                #
              </th>
              <th scope="col">{t('lines.stop')}</th>
              <th scope="col" className="number">
                {t('lines.arrival')}
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
              <th scope="col" className="number" title={t('solve.explain.stopCostHint')}>
                {t('solve.explain.stopCost')}
              </th>
              <th scope="col">{t('solve.hand.actions')}</th>
            </tr>
          </thead>
          {rounds.map((trip, roundIndex) => (
            <tbody key={trip.departureClockMin}>
              <MorningRow report={report} lineId={lineId} roundIndex={roundIndex} nameFor={nameFor} />
              <tr className="timetable-end">
                <td />
                <th scope="row">
                  {rounds.length > 1 ? `${t('lines.round', { round: roundIndex + 1 })} · ` : ''}
                  {nameOf.get(line.originId)}
                </th>
                <td className="number">{formatTime(trip.departureClockMin)}</td>
                <td colSpan={5} />
              </tr>
              {trip.visits.map((visit, visitIndex) => (
                <tr
                  key={visit.stationId}
                  data-station={visit.stationId}
                  className={visit.stationId === selectedId ? 'row-chosen' : ''}
                >
                  <td className="number">{visitIndex + 1}</td>
                  <th scope="row">
                    <button
                      type="button"
                      className="text-button"
                      aria-pressed={visit.stationId === selectedId}
                      onClick={() => app.view.selectStation(visit.stationId, lineId)}
                    >
                      {nameFor(visit.stationId)}
                    </button>
                  </th>
                  <ArrivalCell visit={visit} />
                  <td className="number" title={visit.isEstimated ? t('lines.estimatedLeg') : undefined}>
                    {visit.isEstimated ? '≈ ' : ''}
                    {formatKm(visit.legKm, language)}
                  </td>
                  <td className="number">{formatNumber(visit.deliveryParcels, language)}</td>
                  <td className="number">{formatNumber(visit.pickupParcels, language)}</td>
                  <StopCost judged={costs.get(visit.stationId)} />
                  <td>
                    {scenario && !isStale && roundIndex === 0 && line.busLineId === undefined ? (
                      <StopActions
                        report={report}
                        scenario={scenario}
                        line={line}
                        at={visitIndex}
                        name={nameFor(visit.stationId)}
                        onMove={onMove}
                      />
                    ) : null}
                  </td>
                </tr>
              ))}
              <tr className="timetable-end">
                <td />
                <th scope="row">
                  {t(trip.morning ? 'lines.staysHere' : isOpen ? 'lines.endsHere' : 'lines.returns')}
                </th>
                <td className="number">{formatTime(trip.returnClockMin)}</td>
                <td className="number">{trip.morning ? null : formatKm(trip.returnLegKm, language)}</td>
                <td colSpan={4} />
              </tr>
            </tbody>
          ))}
        </table>
      </ScrollRegion>
      {menu}
    </section>
  );
}

/** Saved a day, and minutes a trip, if the line did not call here. */
function StopCost({ judged }: { readonly judged: MoveJudgement | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (!judged) return <td className="number">{t('format.none')}</td>;
  const yuan = formatYuan(-judged.addedYuanPerDay, language);
  const minutes = formatNumber(-(judged.addedMin[0]?.minutes ?? 0), language);
  return (
    <td className="number" title={t('solve.explain.saves', { yuan, minutes })} data-stop-cost={yuan}>
      {yuan} <span className="hint">{minutes}′</span>
    </td>
  );
}
