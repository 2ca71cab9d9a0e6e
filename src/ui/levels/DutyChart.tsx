import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatTime } from '../../i18n/format.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { nameIn } from '../bilingual.ts';
import { lineColour } from '../theme.ts';
import { DutyBar } from './DutyBar.tsx';
import { DutyLegend } from './DutyLegend.tsx';
import { HandoverArcs } from './HandoverArcs.tsx';
import type { HandoverLink } from './handoverLinks.ts';
import { timeAxis } from './timeAxis.ts';
import type { Timeline, TimelineRow, TripBar } from './timeline.ts';
import { useBarText } from './useBarText.ts';
import { useDayName } from './useDayName.ts';

export interface DutyViewProps {
  readonly report: Report;
  readonly timeline: Timeline;
  readonly links: readonly HandoverLink[];
  readonly dayCount: number;
}

export const rowHeightPx = 26;
const labelWidthPx = 158;

/** Time from left to right, a row for every driver or line; the bars are buttons that the arrow keys move between. */
export function DutyChart(props: DutyViewProps & { readonly hours: number | null }) {
  const { report, timeline, links, dayCount, hours } = props;
  const { t } = useTranslation();
  const app = useApp();
  const dayName = useDayName(dayCount);
  const selectedLineId = useView((view) => view.selectedLineId);
  const hoveredLineId = useView((view) => view.hoveredLineId);
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [pointedKey, setPointedKey] = useState<string | null>(null);
  const [viewPx, setViewPx] = useState(0);
  const scroll = useRef<HTMLDivElement>(null);
  const barText = useBarText(report, links, dayCount);

  useEffect(() => {
    const element = scroll.current;
    if (!element) return;
    const observer = new ResizeObserver(() => setViewPx(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);

  // A line chosen elsewhere is brought into view.
  useEffect(() => {
    if (selectedLineId === null) return;
    scroll.current
      ?.querySelector(`[data-bar-line="${selectedLineId}"]`)
      ?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [selectedLineId]);

  const axis = timeAxis(
    timeline,
    Math.max(120, viewPx - labelWidthPx - 12),
    hours === null ? null : hours * 60,
  );
  const bars = timeline.rows.flatMap((row) => row.bars);
  const tabKey = bars.some((bar) => bar.key === activeKey) ? activeKey : (bars[0]?.key ?? null);
  const shownKey = pointedKey ?? activeKey;
  const shown =
    bars.find((bar) => bar.key === shownKey) ?? bars.find((bar) => bar.line.id === selectedLineId);
  const lit = hoveredLineId ?? selectedLineId;

  const onKeyDown = (event: KeyboardEvent): void => {
    const next = neighbour(timeline.rows, activeKey, event.key);
    if (!next) return;
    event.preventDefault();
    scroll.current?.querySelector<HTMLElement>(`[data-bar="${CSS.escape(next.key)}"]`)?.focus();
  };
  return (
    <>
      <div className="duty-scroll" ref={scroll}>
        <div className="duty-grid" style={{ width: labelWidthPx + axis.widthPx + 12 }}>
          <div className="duty-axis" aria-hidden="true">
            <span className="duty-corner" style={{ width: labelWidthPx }} />
            <div className="duty-ticks" style={{ width: axis.widthPx }}>
              {timeline.days.length > 1
                ? axis.dayStarts.map(({ day, xPx, widthPx }) => (
                    <strong key={day} style={{ left: xPx, width: widthPx }}>
                      {dayName(day)}
                    </strong>
                  ))
                : null}
              {axis.ticks.map(({ key, xPx, clockMin, isAtEdge }) =>
                isAtEdge ? null : (
                  <span key={key} style={{ left: xPx }}>
                    {formatTime(clockMin)}
                  </span>
                ),
              )}
            </div>
          </div>
          {/* biome-ignore lint/a11y/useSemanticElements: a fieldset would be a form */}
          <div
            className="duty-rows"
            role="group"
            aria-label={t('levels.duties.chartLabel')}
            onKeyDown={onKeyDown}
          >
            <div className="duty-lines" aria-hidden="true" style={{ left: labelWidthPx }}>
              {axis.ticks.map(({ key, xPx }) => (
                <i key={key} style={{ left: xPx }} />
              ))}
            </div>
            {timeline.rows.map((row) => (
              <div
                key={row.key}
                className={`duty-row ${row.bars.some((bar) => bar.line.id === lit) ? 'duty-row-lit' : ''}`}
                style={{ height: rowHeightPx }}
              >
                <RowLabel row={row} report={report} />
                <div className="duty-track" style={{ width: axis.widthPx }}>
                  {row.dutyDays.map((dutyDay) => (
                    <span key={dutyDay.day}>
                      {dutyDay.waits.map((wait) => (
                        <i
                          key={wait.fromMin}
                          className={wait.isPaid ? 'duty-wait' : 'duty-wait duty-wait-own'}
                          style={{
                            left: axis.xOf(dutyDay.day, wait.fromMin),
                            width: (wait.toMin - wait.fromMin) * axis.pxPerMin,
                          }}
                        />
                      ))}
                      {dutyDay.overtimeFromMin === null ? null : (
                        <i
                          className="duty-overtime"
                          style={{
                            left: axis.xOf(dutyDay.day, dutyDay.overtimeFromMin),
                            width: (dutyDay.endClockMin - dutyDay.overtimeFromMin) * axis.pxPerMin,
                          }}
                        />
                      )}
                    </span>
                  ))}
                  {row.bars.map((bar) => (
                    <DutyBar
                      key={bar.key}
                      bar={bar}
                      leftPx={axis.xOf(bar.day, bar.startClockMin)}
                      widthPx={(bar.endClockMin - bar.startClockMin) * axis.pxPerMin}
                      label={barText(bar)}
                      isTabStop={bar.key === tabKey}
                      isSelected={bar.line.id === selectedLineId}
                      isDimmed={lit !== null && bar.line.id !== lit}
                      onFocus={() => setActiveKey(bar.key)}
                      onPoint={(isOver) => {
                        setPointedKey(isOver ? bar.key : null);
                        app.view.hoverLine(isOver ? bar.line.id : null);
                      }}
                      onSelect={() =>
                        app.view.selectLine(bar.line.id === selectedLineId ? null : bar.line.id)
                      }
                    />
                  ))}
                </div>
              </div>
            ))}
            <HandoverArcs
              rows={timeline.rows}
              links={links}
              axis={axis}
              leftPx={labelWidthPx}
              litLineId={lit}
            />
          </div>
        </div>
      </div>
      <div className="duty-foot">
        <p className="duty-details">{shown ? barText(shown) : t('levels.duties.hint')}</p>
        <DutyLegend hasLinks={links.length > 0} />
      </div>
    </>
  );
}

function RowLabel({ row, report }: { readonly row: TimelineRow; readonly report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const vehicle = report.scenario.vehicleTypes.find((type) => type.id === row.vehicleTypeId);
  const isDuty = row.key.startsWith('duty-');
  return (
    <div className="duty-label" style={{ width: labelWidthPx }}>
      <strong>{t(isDuty ? 'levels.duties.duty' : 'levels.duties.line', { number: row.index + 1 })}</strong>
      {isDuty
        ? row.lineIndexes.map((index) => (
            <span key={index} className="line-number" style={{ background: lineColour(index) }}>
              {index + 1}
            </span>
          ))
        : null}
      <span className="duty-vehicle">{vehicle ? nameIn(vehicle.name, language) : ''}</span>
    </div>
  );
}

/** The bar the arrow key leads to: along the row, or to the bar nearest in time of the next row. */
function neighbour(rows: readonly TimelineRow[], key: string | null, pressed: string): TripBar | null {
  const rowIndex = rows.findIndex((row) => row.bars.some((bar) => bar.key === key));
  const row = rows[rowIndex];
  const at = row?.bars.findIndex((bar) => bar.key === key) ?? -1;
  const bar = row?.bars[at];
  if (!row || !bar) return null;
  if (pressed === 'ArrowRight') return row.bars[at + 1] ?? null;
  if (pressed === 'ArrowLeft') return row.bars[at - 1] ?? null;
  if (pressed === 'Home') return row.bars[0] ?? null;
  if (pressed === 'End') return row.bars.at(-1) ?? null;
  if (pressed !== 'ArrowDown' && pressed !== 'ArrowUp') return null;
  const next = rows[rowIndex + (pressed === 'ArrowDown' ? 1 : -1)];
  if (!next) return null;
  const distance = (other: TripBar): number =>
    Math.abs(other.day - bar.day) * 1440 + Math.abs(other.startClockMin - bar.startClockMin);
  return next.bars.reduce((best, other) => (distance(other) < distance(best) ? other : best));
}
