import { useTranslation } from 'react-i18next';
import type { LineId } from '../../core/model/ids.ts';
import { rowHeightPx } from './DutyRow.tsx';
import type { HandoverLink } from './handoverLinks.ts';
import type { TimeAxis } from './timeAxis.ts';
import type { TimelineRow } from './timeline.ts';

interface HandoverArcsProps {
  readonly rows: readonly TimelineRow[];
  readonly links: readonly HandoverLink[];
  readonly axis: TimeAxis;
  readonly leftPx: number;
  readonly litLineId: LineId | null;
}

/** From a trunk line's arrival at a hub to the departure of each branch line it feeds; the slack stands at its end. */
export function HandoverArcs({ rows, links, axis, leftPx, litLineId }: HandoverArcsProps) {
  const { t } = useTranslation();
  const rowOfBar = new Map(rows.flatMap((row, place) => row.bars.map((bar) => [bar.key, place] as const)));
  return (
    <svg
      className="duty-arcs"
      style={{ left: leftPx, width: axis.widthPx, height: rows.length * rowHeightPx }}
      aria-hidden="true"
    >
      {links.map((link) => {
        const from = rowOfBar.get(`${link.trunkLineId}/${link.day}/${link.trunkRoundIndex}`);
        const to = rowOfBar.get(link.key);
        if (from === undefined || to === undefined) return null;
        const isMissed = link.slackMin < 0;
        const isLit = litLineId === link.branchLineId || litLineId === link.trunkLineId;
        const startX = axis.xOf(link.day, link.arrivalClockMin);
        const readyX = axis.xOf(link.day, link.readyClockMin);
        const endX = axis.xOf(link.day, link.branchDepartureClockMin);
        const startY = (from + 0.5) * rowHeightPx;
        const endY = (to + 0.5) * rowHeightPx;
        const state = isMissed ? 'duty-arc-missed' : isLit ? 'duty-arc-lit' : '';
        const showsSlack = isLit || isMissed;
        const minutes = Math.round(Math.abs(link.slackMin));
        return (
          <g key={link.key} className={`duty-arc ${state}`}>
            <path d={`M${startX} ${startY}L${readyX} ${endY}L${endX} ${endY}`} />
            <circle cx={startX} cy={startY} r={3} />
            <circle cx={endX} cy={endY} r={2.4} />
            {showsSlack ? (
              <text x={endX - 6} y={endY + 4} textAnchor="end">
                {t(isMissed ? 'levels.duties.missed' : 'levels.duties.slack', { min: minutes })}
              </text>
            ) : null}
          </g>
        );
      })}
    </svg>
  );
}
