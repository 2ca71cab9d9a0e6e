import { type KeyboardEvent, type MouseEvent, useEffect, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../core/model/report.ts';
import { formatTime } from '../../i18n/format.ts';
import { useApp, useLanguage, useView } from '../AppContext.tsx';
import { DutyLegend } from './DutyLegend.tsx';
import { DutyRow, labelWidthPx } from './DutyRow.tsx';
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

  const trackPx = Math.max(120, viewPx - labelWidthPx - 12);
  const axis = useMemo(
    () => timeAxis(timeline, trackPx, hours === null ? null : hours * 60),
    [timeline, trackPx, hours],
  );
  const bars = useMemo(() => timeline.rows.flatMap((row) => row.bars), [timeline]);
  const language = useLanguage();
  // biome-ignore lint/correctness/useExhaustiveDependencies: words follow the language
  const labels = useMemo(() => new Map(bars.map((bar) => [bar.key, barText(bar)])), [bars, links, language]);
  const tabKey = bars.some((bar) => bar.key === activeKey) ? activeKey : (bars[0]?.key ?? null);
  const shownKey = pointedKey ?? activeKey;
  const shown =
    bars.find((bar) => bar.key === shownKey) ?? bars.find((bar) => bar.line.id === selectedLineId);
  const lit = hoveredLineId ?? selectedLineId;

  // The rows hear for all their bars, so that pointing at one draws only what changes.
  const barOf = (target: EventTarget): TripBar | null => {
    const key = target instanceof Element ? target.closest('[data-bar]')?.getAttribute('data-bar') : null;
    return bars.find((bar) => bar.key === key) ?? null;
  };
  const point = (bar: TripBar | null): void => {
    setPointedKey(bar?.key ?? null);
    app.view.hoverLine(bar?.line.id ?? null);
  };
  const onClick = (event: MouseEvent): void => {
    const bar = barOf(event.target);
    if (bar) app.view.selectLine(bar.line.id === selectedLineId ? null : bar.line.id);
  };
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
            onClick={onClick}
            onFocus={(event) => {
              const bar = barOf(event.target);
              if (bar) setActiveKey(bar.key);
            }}
            onMouseOver={(event) => point(barOf(event.target))}
            onMouseLeave={() => point(null)}
          >
            <div className="duty-lines" aria-hidden="true" style={{ left: labelWidthPx }}>
              {axis.ticks.map(({ key, xPx }) => (
                <i key={key} style={{ left: xPx }} />
              ))}
            </div>
            {timeline.rows.map((row) => {
              const owns = (key: string | null): string | null =>
                row.bars.some((bar) => bar.key === key) ? key : null;
              return (
                <DutyRow
                  key={row.key}
                  row={row}
                  report={report}
                  axis={axis}
                  labels={labels}
                  tabKey={owns(tabKey)}
                  selectedLineId={selectedLineId}
                  litLineId={lit}
                />
              );
            })}
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
        <p className="duty-details">{shown ? labels.get(shown.key) : t('levels.duties.hint')}</p>
        <DutyLegend
          hasLinks={links.length > 0}
          hasWaiting={timeline.rows.some(({ bars }) =>
            bars.some(({ pieces }) => pieces.some(({ kind }) => kind === 'waiting')),
          )}
        />
      </div>
    </>
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
